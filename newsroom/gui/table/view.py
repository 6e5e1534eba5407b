"""The list in columns: sorted by a press on a head, columns chosen, moved and drawn wide, all of it remembered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from newsroom.domain.listing import Heading, Order
from newsroom.gui.browser.cards import ManyRows
from newsroom.gui.browser.choice import Choice
from newsroom.gui.browser.listing import found, in_order
from newsroom.gui.browser.story_list_model import CARD, Loading
from newsroom.gui.bulk.feature import Bulk
from newsroom.gui.cover import Cover
from newsroom.gui.faults import words_of
from newsroom.gui.parts import Blank, across, down, label, named
from newsroom.gui.table.delegate import CellDelegate
from newsroom.gui.table.model import HEADINGS, TableModel
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from newsroom.desk.agenda import Asked
    from newsroom.domain.card import Genre
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.room import Room
    from newsroom.gui.theme.tokens import Palette

_ROW = 34
_EDGE = 4
"""So much beside the rows is frame."""
_KEPT, _KEPT_ORDER = "table-columns", "table-order"
_WIDTHS = {
    Heading.TIME: 170,
    Heading.HEADLINE: 330,
    Heading.SECTION: 110,
    Heading.STATE: 130,
    Heading.AUTHOR: 130,
    Heading.GENRE: 100,
    Heading.LANGUAGE: 90,
    Heading.MODIFIED: 130,
    Heading.FINDINGS: 80,
    Heading.DOUBLES: 120,
}
_HIDDEN = (Heading.GENRE, Heading.LANGUAGE, Heading.FINDINGS, Heading.DOUBLES)


class Table(Cover):
    """Rows of stories under heads; Return opens, Escape leaves."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__()
        self._room, self._dress = room, dress
        self._asked: Asked | None = None
        self._arranged = self._filling = False
        self._title = ""
        self.order = _order(room.window.kept.word(_KEPT_ORDER))
        self.setObjectName("tableView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TableModel(room.tasks)
        self.model.setParent(self)
        self.rows = self._make_rows()
        self.choice = Choice(self.rows, self.model, room.tasks)
        self.choice.changed.connect(self.chosen)
        self.bulk = Bulk(room, self.choice, self.rows, wide=True)
        self.blank = Blank(room.window.wardrobe.icons)
        self.title, self.hint = label(""), label("", "muted")
        self._stack = QStackedWidget()
        for page in (self.rows, self.blank):
            self._stack.addWidget(page)
        self._lay_out()
        self._restore()
        self.model.turned.connect(self._turned)
        self.model.counted.connect(self._say_title)

    def _make_rows(self) -> ManyRows:
        rows = named(ManyRows(), "storyTable")
        rows.setModel(self.model)
        rows.setItemDelegate(CellDelegate(self._dress, rows))
        rows.verticalHeader().setDefaultSectionSize(_ROW)
        rows.customContextMenuRequested.connect(self._ask_menu)
        rows.doubleClicked.connect(self._open)
        head = rows.horizontalHeader()
        # of its own, and empty: to draw a head Qt would go through all rows that are chosen
        head.setSelectionModel(QItemSelectionModel(self.model, rows))
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_columns)
        head.sectionClicked.connect(self._sort)
        return rows

    def _lay_out(self) -> None:
        bar = named(QWidget(), "listHead")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(HEAD_HEIGHT)
        row = across(bar, 12)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.title)
        row.addWidget(self.hint, 1)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bulk.bar)

    def _restore(self) -> None:
        head = self.rows.horizontalHeader()
        for place, heading in enumerate(HEADINGS):
            head.resizeSection(place, _WIDTHS[heading])
            head.setSectionHidden(place, heading in _HIDDEN)
        kept = self._room.window.kept.bytes(_KEPT)
        self._arranged = not kept.isEmpty()
        if self._arranged:
            head.restoreState(kept)
        head.sectionMoved.connect(self._arrange)
        head.sectionResized.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give headlines the room that is left, until somebody arranged the columns."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._arranged:
            return
        head, place = self.rows.horizontalHeader(), HEADINGS.index(Heading.HEADLINE)
        edge = self.rows.verticalScrollBar().sizeHint().width() + _EDGE
        spare = self.width() - edge - (head.length() - head.sectionSize(place))
        self._filling = True
        head.resizeSection(place, max(spare, _WIDTHS[Heading.HEADLINE]))
        self._filling = False

    def _arrange(self) -> None:
        """Keep what somebody arranged."""
        if not self._filling:
            self._arranged = True
            self._keep()

    def _keep(self) -> None:
        self._room.window.kept.keep(_KEPT, self.rows.horizontalHeader().saveState())

    # What is shown

    def entitle(self, title: str) -> None:
        """Say whose stories these are."""
        self._title = title
        self._say_title()

    def _say_title(self) -> None:
        """Say whose stories these are, and how many."""
        model, shown = self.model, QLocale().toString(self.model.rowCount())
        if model.loading is not Loading.SHOWN or not model.rowCount():
            self.title.setText(self._title)
            return
        number = ngettext("{n} story", "{n} stories", model.rowCount())
        number = number.replace(str(model.rowCount()), shown if model.complete else f"{shown}+")
        self.title.setText(f"{self._title} · {number}")

    def show_asked(self, asked: Asked) -> None:
        """Show the stories of a list or of a search."""
        self._asked = asked
        self._load()

    def _load(self) -> None:
        asked = self._asked
        if asked is None:
            return
        desk, order = self._room.desk, self.order
        self.model.zone = desk.zone
        head = self.rows.horizontalHeader()
        head.setSortIndicatorShown(not asked.words)
        if asked.words:
            self.hint.setText(_("A search keeps its own order: the newest first."))
            self.model.show(found(desk, asked.words, asked.chosen))
        else:
            self.hint.setText("")
            way = Qt.SortOrder.DescendingOrder if order.down else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(HEADINGS.index(order.by), way)
            self.model.show(in_order(desk, asked.chosen, order))
        self._room.tasks.read(desk.library.house.genres, self._know)

    def _know(self, genres: tuple[Genre, ...]) -> None:
        self.model.genres = {genre.key: genre.name for genre in genres}
        self.rows.viewport().update()

    def refresh(self) -> None:
        """Show what changed in the library."""
        self.model.refresh()

    def wear(self, _palette: Palette) -> None:
        """Take other colours."""
        self.rows.viewport().update()

    def _turned(self) -> None:
        model = self.model
        self._say_title()
        if model.loading is Loading.FAILED:
            words = words_of(model.error) if model.error else ""
            self.blank.say("offline", _("No list"), words, ((_("Try again"), self._load),))
        elif model.loading is Loading.SHOWN and not model.rowCount():
            self.blank.say("empty", _("Nothing here"), _("“{place}” holds no stories.", place=self._title))
        if model.loading is not Loading.FIRST:
            shown = model.loading is Loading.SHOWN and model.rowCount()
            self._stack.setCurrentWidget(self.rows if shown else self.blank)

    # What is done

    def _sort(self, column: int) -> None:
        """Sort by a column, and the other way round at a second press."""
        if self._asked is None or self._asked.words:
            return
        by = HEADINGS[column]
        self.order = Order(by, not self.order.down if by is self.order.by else by is Heading.TIME)
        self._room.window.kept.keep(_KEPT_ORDER, f"{by.value} {'down' if self.order.down else 'up'}")
        self._load()

    def _offer_columns(self, at: QPoint) -> None:
        head = self.rows.horizontalHeader()
        menu = QMenu(self)
        for place, heading in enumerate(HEADINGS):
            entry = menu.addAction(_(heading.label))
            entry.setCheckable(True)
            entry.setChecked(not head.isSectionHidden(place))
            entry.setEnabled(heading is not Heading.HEADLINE)
            entry.toggled.connect(partial(self._show_column, place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(head.mapToGlobal(at))

    def _show_column(self, place: int, shown: bool) -> None:
        self._filling = True  # a column that comes or goes is no width that somebody gave
        self.rows.horizontalHeader().setSectionHidden(place, not shown)
        self._filling = False
        self._fill()
        self._arrange()

    def selected_ids(self) -> Sequence[int]:
        """Give the numbers of the chosen stories, loaded or not; nothing while they are asked for."""
        return self.choice.ids

    def take_focus(self) -> None:
        """Let keys go to the rows."""
        self.rows.setFocus()

    def entry(self) -> QWidget:
        """Give the rows, which take the focus."""
        return self.rows

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.rows.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        if card is not None:
            self.opened.emit(card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.rows.currentIndex().isValid():
            self._open(self.rows.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _order(kept: str) -> Order:
    by, _space, way = kept.partition(" ")
    return Order(Heading(by), way == "down") if by in list(Heading) else Order()

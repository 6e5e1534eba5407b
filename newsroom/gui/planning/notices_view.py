"""Notices in the window: what others did with one's stories, read when one likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.gui.browser.times import recent
from newsroom.gui.cover import Cover
from newsroom.gui.faults import words_of
from newsroom.gui.parts import Blank, across, button, down, label, named
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import HEAD_HEIGHT, SMALL_SIZE, TEXT_SIZE
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.agenda import Asked
    from newsroom.domain.listing import Cursor, Page
    from newsroom.domain.notice import Notice
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NOTICE = Qt.ItemDataRole.UserRole
_TALL = 58
_MARGIN = 16
_DOT = 8
_REST = 60


class NoticeModel(QAbstractListModel):
    """The notices that are loaded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.notices: list[Notice] = []

    def show(self, notices: list[Notice]) -> None:
        """Show notices; where they are the same ones, what is chosen stays so."""
        same = [one.id for one in notices] == [one.id for one in self.notices]
        if same and notices:
            self.notices = notices
            self.dataChanged.emit(self.index(0), self.index(len(notices) - 1))
            return
        self.beginResetModel()
        self.notices = notices
        self.endResetModel()

    def add(self, more: tuple[Notice, ...]) -> None:
        """Add a page at the end."""
        if more:
            last = len(self.notices)
            self.beginInsertRows(_NOWHERE, last, last + len(more) - 1)
            self.notices += more
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many are loaded."""
        return 0 if parent.isValid() else len(self.notices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a notice's sentence, or the notice whole."""
        one = self.notices[index.row()]
        if role == NOTICE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return tell(one.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tell(one.message) if one.seen else _("New: {words}", words=tell(one.message))
        return one.note if role == Qt.ItemDataRole.ToolTipRole else None


class NoticePainter(QStyledItemDelegate):
    """Paints a notice: a dot where it is new, the sentence, and under it when, and what was noted."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self._small = faces.tabular(faces.sans(SMALL_SIZE))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give a row's height."""
        return QSize(200, _TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one notice."""
        one: Notice = index.data(NOTICE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette = self._dress.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.card))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(palette.line))
        if not one.seen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent))
            painter.drawEllipse(QRect(area.left() + _MARGIN, area.top() + 16, _DOT, _DOT))
        box = area.adjusted(_MARGIN + _DOT + 12, 8, -_MARGIN, -8)
        weight = QFont.Weight.Normal if one.seen else QFont.Weight.DemiBold
        self._line(painter, box, tell(one.message), faces.sans(TEXT_SIZE, weight), palette.text, top=True)
        self._line(painter, box, self._beneath(one), self._small, palette.muted, top=False)
        painter.restore()

    def _beneath(self, one: Notice) -> str:
        now, zone = self._dress.now(), self._dress.zone
        told = [recent(one.time, now, zone) if one.time else ""]
        if one.due:
            told.append(_("Due {time}", time=recent(one.due, now, zone)))
        if one.note:
            told.append(_("“{note}”", note=one.note))
        return " · ".join(filter(None, told))

    def _line(
        self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str, *, top: bool
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        way = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | way, shown)


class NoticeList(QListView):
    """Notices under the keys; emits that one shall be seen, or be new again."""

    turned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Space, which a list would choose with."""
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit()
        else:
            super().keyPressEvent(event)


class NoticesView(Cover):
    """The list of notices, the newest first; one that is opened is seen."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__()
        self._room, self._desk = room, room.desk.notices
        self.setObjectName("noticesView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._task: Task | None = None
        self._next: Cursor | None = None
        self.model = NoticeModel(self)
        self.list = self._make_list(dress)
        self.blank = Blank(room.window.wardrobe.icons)
        self.said = label("")
        self.all = button(_("Mark all as seen"), self.mark_all, "quiet")
        self._stack = QStackedWidget()
        for page in (self.list, self.blank):
            self._stack.addWidget(page)
        self._freshly = AfterPause(self._load, _REST, self)
        self._lay_out()

    def _make_list(self, dress: Dress) -> NoticeList:
        made = named(NoticeList(), "noticesList")
        made.turned.connect(self._turn)
        made.setModel(self.model)
        made.setItemDelegate(NoticePainter(dress, made))
        made.setAccessibleName(_("Notices"))
        made.setMouseTracking(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.doubleClicked.connect(self._open)
        made.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen.emit())
        made.verticalScrollBar().valueChanged.connect(self._more)
        return made

    def _lay_out(self) -> None:
        bar = named(QWidget(), "listHead")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(HEAD_HEIGHT)
        row = across(bar, 12)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(label(_("Notices"), "columnTitle"))
        row.addWidget(self.said, 1)
        row.addWidget(self.all)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    # What is shown

    def entitle(self, _title: str) -> None:
        """Show the same wherever one comes from."""

    def show_asked(self, _asked: Asked) -> None:
        """Show the newest."""
        self._load()

    def refresh(self) -> None:
        """Show what others did meanwhile."""
        self._freshly.ask()

    @property
    def settled(self) -> bool:
        """Tell whether nothing is being loaded."""
        return self._task is None and not self._freshly.waiting()

    def _load(self) -> None:
        self._freshly.forget()
        if self._task is not None:
            self._task.cancel()
        many = max(len(self.model.notices), 100)
        self._task = self._room.tasks.read(partial(self._desk.page, None, many), self._show, self._failed)

    def _show(self, page: Page[Notice]) -> None:
        self._task, self._next = None, page.next
        self.model.show(list(page.items))
        new = sum(not one.seen for one in page.items)
        self.said.setText(ngettext("{n} new", "{n} new", new) if new else "")
        self.all.setEnabled(bool(new) and not self._room.desk.library.read_only)
        if page.items:
            self._stack.setCurrentWidget(self.list)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        else:
            words = _(
                "What others do with your stories is told here: assigned, returned, approved, due soon."
            )
            self.blank.say("notices", _("No notices"), words)
            self._stack.setCurrentWidget(self.blank)

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.blank.say("offline", _("No notices"), words_of(error), ((_("Try again"), self._load),))
        self._stack.setCurrentWidget(self.blank)

    def _more(self, value: int) -> None:
        """Load the next page when the end is seen."""
        bar = self.list.verticalScrollBar()
        if self._task is None and self._next is not None and value > bar.maximum() - 3 * _TALL:
            self._task = self._room.tasks.read(partial(self._desk.page, self._next), self._add, self._failed)

    def _add(self, page: Page[Notice]) -> None:
        self._task, self._next = None, page.next
        self.model.add(page.items)

    def wear(self, _palette: Palette) -> None:
        """Take other colours."""
        self.list.viewport().update()

    # What is done

    def selected_ids(self) -> tuple[int, ...]:
        """Give the stories of the chosen notices."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return tuple(
            dict.fromkeys(one.story for one in (self.model.notices[row] for row in rows) if one.story)
        )

    def take_focus(self) -> None:
        """Let keys go to the list."""
        self.list.setFocus()

    def entry(self) -> QWidget:
        """Give the list, which takes the focus."""
        return self.list

    def mark_all(self) -> None:
        """Have seen them all."""
        self._mark(None)

    def _mark(self, ids: list[int] | None, *, seen: bool = True) -> None:
        if not self._room.desk.library.read_only:
            work = partial(self._desk.mark, ids, seen=seen)
            self._room.tasks.write(work, lambda _nothing: self._marked(), self._room.fail)

    def _turn(self) -> None:
        here = self.list.currentIndex()
        if here.isValid():
            one = self.model.notices[here.row()]
            self._mark([one.id], seen=not one.seen)

    def _marked(self) -> None:
        self._load()
        self._room.browsing.counted.emit()

    def _open(self, index: QModelIndex) -> None:
        """Open the story of a notice, which is seen then."""
        one = self.model.notices[index.row()]
        if not one.seen:
            self._mark([one.id])
        if one.story:
            self.opened.emit(one.story)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, leave with Escape."""
        here = self.list.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and here.isValid():
            self._open(here)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

"""The story list with its head: what is shown, how many, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from newsroom.domain.listing import Hit, Sort
from newsroom.gui.browser.cards import Cards
from newsroom.gui.browser.choice import Choice
from newsroom.gui.browser.ranking_button import RankingButton
from newsroom.gui.browser.skeleton import Skeleton
from newsroom.gui.browser.story_delegate import StoryDelegate
from newsroom.gui.browser.story_list_model import CARD, Loading, StoryListModel, card_of
from newsroom.gui.browser.times import day
from newsroom.gui.parts import Blank, across, button, down, label, named
from newsroom.gui.theme.tokens import CARD_HEIGHT, HIT_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsroom.domain.card import StoryCard
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.icons import Icons
    from newsroom.gui.review.marked import Marked
    from newsroom.gui.tasks import Tasks
    from newsroom.gui.theme.tokens import Palette

_PATIENCE = 150


class StoryList(QWidget):
    """Head, cards, and what stands there instead; emits the id of the story to open."""

    opened = Signal(int)
    chosen = Signal()
    sorted = Signal(object)
    menu_asked = Signal(QPoint)
    """What may be done with the chosen stories shall be offered, there on the screen."""

    def __init__(
        self, tasks: Tasks, palette: Palette, icons: Icons, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._told = 0
        self._sort: Sort | None = None
        self._stood: tuple[int, int, int] | None = None
        self.model = StoryListModel(tasks, self)
        self._delegate = StoryDelegate(palette, icons, self)
        self.cards = self._make_cards()
        self.choice = Choice(self.cards, self.model, tasks)
        self.choice.changed.connect(self._chose)
        self.blank = Blank(icons)
        self._skeleton = Skeleton(palette)
        self._stack = QStackedWidget()
        for page in (self.cards, self.blank, self._skeleton):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._skeleton)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        self._heads = down(gap=0)
        self._heads.addWidget(self._make_head())
        column.addLayout(self._heads)
        column.addWidget(self._stack, 1)
        self._foot = column
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._show_skeleton)
        self.model.turned.connect(self._turned)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._stand_again)
        self.model.came.connect(self._came)
        icons.changed.connect(self.cards.viewport().update)

    def _make_head(self) -> QWidget:
        head = named(QWidget(), "listHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(40)
        self.title = label("")
        self.order = button("", look="quiet")
        self._orders = QMenu(self.order)
        self._order_group = QActionGroup(self)
        for sort in Sort:
            entry = self._orders.addAction(_(sort.label))
            entry.setCheckable(True)
            entry.setData(sort)
            self._order_group.addAction(entry)
        self._order_group.triggered.connect(self._ordered)
        self._orders.addSeparator()
        self.grouped = self._orders.addAction(_("With headings"))
        self.grouped.setCheckable(True)
        self.grouped.toggled.connect(self._group)
        self.order.setMenu(self._orders)
        row = across(head)
        row.setContentsMargins(14, 0, 6, 0)
        row.addWidget(self.title, 1)
        self.ranking = RankingButton()
        row.addWidget(self.order)
        row.addWidget(self.ranking)
        return head

    def _make_cards(self) -> Cards:
        cards = Cards(self.model)
        cards.setItemDelegate(self._delegate)
        cards.customContextMenuRequested.connect(self._ask_menu)
        cards.selectionModel().currentChanged.connect(self._consider)
        cards.selectionModel().selectionChanged.connect(self._consider)
        cards.addAction(self._actions["trash"])
        return cards

    def mark_with(self, marked: Marked) -> None:
        """Mark cards by what this knows of them."""
        self._delegate.marks, self._delegate.holder = marked.of, marked.holder

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._delegate.palette = palette
        self._skeleton.palette_used = palette
        self.cards.viewport().update()

    def set_zone(self, zone: str) -> None:
        """Show times in this zone."""
        self._delegate.zone = self.model.zone = zone

    def entitle(self, title: str, count: int) -> None:
        """Say what the list shows, and how many stories that are."""
        shown = QLocale().toString(count)
        number = ngettext("{n} story", "{n} stories", count).replace(str(count), shown)
        self.title.setText(f"{title} · {number}")

    def show_order(self, sort: Sort | None) -> None:
        """Show the order in use; None hides it, as a search has an order of its own."""
        self.order.setVisible(sort is not None)
        self._sort = sort
        self._group()
        if sort is not None:
            self.order.setText(f"{_(sort.label)} ▾")
            self.order.setAccessibleName(_("Order: {order}", order=_(sort.label)))
            for entry in self._order_group.actions():
                entry.setChecked(entry.data() == sort)

    def _group(self) -> None:
        """Head the cards by day or by section, as the order has it, or not at all."""
        sort = self._sort
        groups: dict[Sort | None, Callable[[StoryCard], str]] = {
            Sort.NEWEST: lambda card: day(card.publish_time or card.modified, self.model.zone),
            Sort.OLDEST: lambda card: day(card.publish_time or card.modified, self.model.zone),
            Sort.MODIFIED: lambda card: day(card.modified, self.model.zone),
            Sort.SECTION: lambda card: card.section or _("No section"),
        }
        self._delegate.group = groups.get(sort) if self.grouped.isChecked() else None
        self._set_heights()

    def _set_heights(self) -> None:
        """Make cards as high as they are, those that stand under a heading of their own higher."""
        hits = any(isinstance(item, Hit) for item in self.model.items[:1])
        self.cards.even(HIT_HEIGHT if hits else CARD_HEIGHT)
        if self._delegate.group is not None:
            self._make_room(self.model.loaded())

    def _make_room(self, rows: Iterable[int]) -> None:
        """Make room for the headings above rows that are loaded."""
        places = (self.model.index(row) for row in rows if self.model.item(row) is not None)
        self.cards.grow({index.row(): self._delegate.height(index) for index in places})

    def _came(self, first: int, last: int) -> None:
        if self._delegate.group is not None:
            self._make_room(range(first, min(last + 2, self.model.rowCount())))
        self._consider()

    def chosen_ids(self) -> Sequence[int]:
        """Give the numbers of the chosen stories, loaded or not; nothing while they are asked for."""
        return self.choice.ids

    def add_head(self, head: QWidget) -> None:
        """Put something between the head and the list."""
        self._heads.addWidget(head)

    def add_foot(self, foot: QWidget) -> None:
        """Put something under the list."""
        self._foot.addWidget(foot)

    def choose(self, story: int) -> bool:
        """Choose a story silently where it is loaded, and tell whether it is; it is brought into sight once."""
        row = self.model.row_of(story)
        known = self._told == story
        self._told = story
        chosen = self.cards.selectionModel()
        here = self.model.index(row) if row >= 0 else QModelIndex()
        moved = chosen.blockSignals(True)
        if row >= 0 and chosen.isSelected(here):  # one of several that are chosen: they stay so
            chosen.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.cards.setCurrentIndex(here)
        if row < 0:
            self.cards.clearSelection()
        chosen.blockSignals(moved)
        if row >= 0 and not known:
            self.cards.scrollTo(self.model.index(row))
        self.cards.viewport().update()
        return row >= 0

    def _chose(self) -> None:
        self.cards.carried = self.choice.number
        self.chosen.emit()

    def _consider(self) -> None:
        """Open the current row once it is chosen too; getting the focus makes a row current, no more."""
        now = self.cards.currentIndex()
        if not now.isValid() or not self.cards.selectionModel().isSelected(now):
            return
        card = now.data(CARD)
        if card is None:
            return  # it is opened when it has come
        story = card.id
        if story != self._told:
            self._told = story
            self.opened.emit(story)

    def _ordered(self) -> None:
        entry = self._order_group.checkedAction()
        if entry is not None:
            self.sorted.emit(Sort(entry.data()))  # Qt gives a plain str back

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.cards.viewport().mapToGlobal(at))

    def _remember(self) -> None:
        """Remember what is looked at while the same list is loaded anew."""
        row, hidden = self.cards.top()
        item = self.model.item(row)
        same = self.model.loading is Loading.SHOWN and item is not None and (row or hidden)
        self._stood = (card_of(item).id, row, hidden) if same else None

    def _stand_again(self) -> None:
        """Look at what was looked at, where it stands now; the top stays the top."""
        self._set_heights()
        if self._stood is not None:
            story, row, hidden = self._stood
            found = self.model.row_of(story)
            self.cards.put_top(found if found >= 0 else row, hidden)

    def _turned(self) -> None:
        if self.model.loading is Loading.FIRST:
            self._late.start()
            return
        self._late.stop()
        if not self.model.renewed:
            self._told = 0
        if self.model.loading is Loading.SHOWN and self.model.items:
            self._stack.setCurrentWidget(self.cards)
        else:
            self._stack.setCurrentWidget(self.blank)

    def _show_skeleton(self) -> None:
        self._stack.setCurrentWidget(self._skeleton)

"""The story list with its head: what is shown, how many, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QMenu, QStackedWidget, QWidget

from newsroom.domain.listing import Sort
from newsroom.gui.browser.ranking_button import RankingButton
from newsroom.gui.browser.skeleton import Skeleton
from newsroom.gui.browser.story_delegate import StoryDelegate
from newsroom.gui.browser.story_list_model import CARD, Loading, StoryListModel, card_of
from newsroom.gui.browser.times import day
from newsroom.gui.parts import Blank, across, button, down, label, named
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.card import StoryCard
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.icons import Icons
    from newsroom.gui.tasks import Tasks
    from newsroom.gui.theme.tokens import Palette

_PATIENCE = 150
CONTEXT = ("export", "", "trash", "restore")


class Cards(QListView):
    """The list itself; Return goes on to the story, the key for all asks for those not loaded too."""

    entered = Signal()
    all_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the story with Return or Right; choose all with the key for that, Escape chooses one again."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
            self.all_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedRows()) > 1:
            self.setCurrentIndex(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class StoryList(QWidget):
    """Head, cards, and what stands there instead; emits the id of the story to open."""

    opened = Signal(int)
    chosen = Signal()
    sorted = Signal(object)

    def __init__(
        self, tasks: Tasks, palette: Palette, icons: Icons, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._told = 0
        self._all: tuple[int, ...] = ()
        self._sort: Sort | None = None
        self._several: frozenset[int] = frozenset()
        self.model = StoryListModel(tasks, self)
        self._delegate = StoryDelegate(palette, icons, self)
        self.cards = self._make_cards()
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
        self.model.modelReset.connect(self._choose_again)
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
        cards = named(Cards(), "storyList")
        cards.setModel(self.model)
        cards.setItemDelegate(self._delegate)
        cards.setAccessibleName(_("Stories"))
        cards.setUniformItemSizes(True)
        cards.setMouseTracking(True)
        cards.setDragEnabled(True)
        cards.setDragDropMode(QListView.DragDropMode.DragOnly)
        cards.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        cards.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        cards.customContextMenuRequested.connect(self._offer)
        cards.selectionModel().currentChanged.connect(self._moved)
        cards.selectionModel().selectionChanged.connect(self._selected)
        cards.addAction(self._actions["trash"])
        return cards

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
        self.cards.setUniformItemSizes(self._delegate.group is None)
        self.cards.doItemsLayout()

    def selected(self) -> tuple[StoryCard, ...]:
        """Give the chosen cards, top to bottom."""
        rows = sorted(index.row() for index in self.cards.selectionModel().selectedRows())
        return tuple(self.model.index(row).data(CARD) for row in rows)

    def chosen_ids(self) -> tuple[int, ...]:
        """Give the numbers of the chosen stories, those of the whole list too where all were asked for."""
        return self._all or tuple(card.id for card in self.selected())

    def choose_all(self, ids: tuple[int, ...]) -> None:
        """Count all stories of the list as chosen, until others are."""
        self._all = ids
        self.chosen.emit()

    def add_head(self, head: QWidget) -> None:
        """Put something between the head and the list."""
        self._heads.addWidget(head)

    def add_foot(self, foot: QWidget) -> None:
        """Put something under the list."""
        self._foot.addWidget(foot)

    def choose(self, story: int) -> bool:
        """Choose a story silently where it is loaded, and tell whether it is."""
        row = self.model.row_of(story)
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
        if row >= 0:
            self.cards.scrollTo(self.model.index(row))
        self.cards.viewport().update()
        return row >= 0

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._consider()

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._all = ()
        self._consider()
        self.chosen.emit()

    def _consider(self) -> None:
        """Open the current row once it is chosen too; getting the focus makes a row current, no more."""
        now = self.cards.currentIndex()
        if not now.isValid() or not self.cards.selectionModel().isSelected(now):
            return
        story = now.data(CARD).id
        if story != self._told:
            self._told = story
            self.opened.emit(story)

    def _ordered(self) -> None:
        entry = self._order_group.checkedAction()
        if entry is not None:
            self.sorted.emit(Sort(entry.data()))  # Qt gives a plain str back

    def _offer(self, at: QPoint) -> None:
        menu = self._actions.menu(CONTEXT, self.cards)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.cards.viewport().mapToGlobal(at))

    def _remember(self) -> None:
        """Remember several chosen stories while the same list is loaded anew."""
        chosen = self.selected() if self.model.loading is Loading.SHOWN else ()
        self._several = frozenset(card.id for card in chosen) if len(chosen) > 1 else frozenset()

    def _choose_again(self) -> None:
        """Choose those that were chosen and are still listed, silently."""
        if not self._several:
            return
        asked = self._all
        selection = self.cards.selectionModel()
        blocked = selection.blockSignals(True)
        for row, item in enumerate(self.model.items):
            if card_of(item).id in self._several:
                selection.select(self.model.index(row), QItemSelectionModel.SelectionFlag.Select)
        selection.blockSignals(blocked)
        self._all = asked if selection.hasSelection() else ()
        self.chosen.emit()

    def _turned(self) -> None:
        if self.model.loading is Loading.FIRST:
            self._forget_many()
            self._late.start()
            return
        self._late.stop()
        self._told = 0
        if self.model.loading is Loading.SHOWN and self.model.items:
            self._stack.setCurrentWidget(self.cards)
        else:
            self._stack.setCurrentWidget(self.blank)

    def _forget_many(self) -> None:
        """Choose none where many were: what is chosen in one list is never changed from another."""
        if len(self.chosen_ids()) > 1:
            self._all = ()
            self.cards.clearSelection()
            self.chosen.emit()

    def _show_skeleton(self) -> None:
        self._stack.setCurrentWidget(self._skeleton)

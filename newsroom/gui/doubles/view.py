"""The view of all like stories of the library, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.domain.lookalike import reasons
from newsroom.domain.workflow import State
from newsroom.gui.browser.times import short
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import SignalInstance

    from newsroom.domain.card import StoryCard
    from newsroom.domain.lookalike import Group

_SIZE = (940, 620)
_STORY = Qt.ItemDataRole.UserRole
PAGE = 100
"""So many groups are shown at once; the others when they are asked for."""

_OPEN = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})


class DoublesView(QDialog):
    """Groups with their stories; emits what is asked of one story or of two that are chosen."""

    opened = Signal(int)
    compared = Signal(int, int)
    parted = Signal(int, int)
    updated = Signal(int, int)
    merge_asked = Signal(int, int)
    more_asked = Signal(int)
    stopped = Signal()

    def __init__(self, zone: str, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Similar stories in the library"))
        self.resize(*_SIZE)
        self._zone = zone
        self._groups: tuple[Group, ...] = ()
        self._wanted: tuple[Group, ...] = ()
        self._cards: dict[int, StoryCard] = {}
        self.told = label("", "muted", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(_("Progress"))
        self.progress.hide()
        self.stop = button(_("Cancel"), self.stopped.emit)
        self.stop.hide()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Which groups"))
        for words in (
            _("All groups"),
            _("Only stories not yet approved"),
            _("Like texts"),
            _("Like headlines"),
        ):
            self.kinds.addItem(words)
        self.kinds.currentIndexChanged.connect(self._choose)
        self.tree = self._make_tree()
        self.more = button(_("Show more"), self._more, "link")
        self._ways = (
            (button(_("Open"), self._open), 1, False),
            (button(_("Compare"), self._with_two(self.compared)), 2, False),
            (button(_("Not a duplicate"), self._with_two(self.parted)), 2, True),
            (button(_("Update"), self._with_two(self.updated)), 2, True),
            (button(_("Merge …"), self._with_two(self.merge_asked)), 2, True),
        )
        self._writable = writable
        self._lay_out()
        self._weigh()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=5)
        tree.setHeaderLabels([_("Story"), _("Why"), _("State"), _("Section"), _("Time")])
        for column, width in enumerate((360, 190, 110, 100)):
            tree.setColumnWidth(column, width)
        tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(_("Similar stories in the library"))
        tree.itemSelectionChanged.connect(self._weigh)
        tree.itemActivated.connect(self._activate)
        return tree

    def _lay_out(self) -> None:
        column = down(self, 10)
        column.setContentsMargins(20, 18, 20, 16)
        head = across(gap=12)
        head.addWidget(self.told, 1)
        for part in (self.progress, self.stop, self.kinds):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        foot = across(gap=8)
        for way, _number, _writes in self._ways:
            foot.addWidget(way)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(button(_("Close"), self.accept, "primary"))
        column.addLayout(foot)

    # What is shown

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the search is."""
        self.told.setText(_("Stories are being compared …"))
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setVisible(True)
        self.stop.setVisible(True)

    def show_groups(self, groups: tuple[Group, ...], cards: Mapping[int, StoryCard]) -> None:
        """Show groups of like stories with the cards of the first page."""
        self.progress.hide()
        self.stop.hide()
        self._groups = groups
        self._cards = dict(cards)
        self._choose()

    def add_cards(self, cards: Mapping[int, StoryCard]) -> None:
        """Show the next page, whose cards have come."""
        self._cards.update(cards)
        self._fill(self.tree.topLevelItemCount())

    def _choose(self) -> None:
        self._wanted = tuple(filter(self._is_wanted, self._groups))
        self.tree.clear()
        self._fill(0)
        if not self._groups:
            self.told.setText(_("No two stories of the library are alike."))
        else:
            words = ngettext(
                "{n} group of similar stories", "{n} groups of similar stories", len(self._wanted)
            )
            self.told.setText(words)

    def _is_wanted(self, group: Group) -> bool:
        kind = self.kinds.currentIndex()
        if kind == 1:
            known = [self._cards[story] for story in group.stories if story in self._cards]
            return any(card.state in _OPEN for card in known) or not known
        if kind == 2:  # noqa: PLR2004 - the third of the choices
            return any(pair.body for pair in group.pairs)
        return kind == 0 or any(pair.kind for pair in group.pairs)

    def _fill(self, first: int) -> None:
        for group in self._wanted[first : first + PAGE]:
            if all(story not in self._cards for story in group.stories):
                break
            self.tree.addTopLevelItem(self._group(group))
        self.more.setVisible(self.tree.topLevelItemCount() < len(self._wanted))
        self._weigh()

    def _group(self, group: Group) -> QTreeWidgetItem:
        stories = [self._cards[story] for story in group.stories if story in self._cards]
        words = ngettext("{n} story", "{n} stories", len(stories))
        top = QTreeWidgetItem([stories[0].headline or _("No headline"), words])
        for card in stories:
            row = QTreeWidgetItem(
                [
                    card.headline or _("No headline"),
                    _why(group, card.id),
                    _(card.state.label),
                    card.section,
                    short(card.publish_time or card.modified, self._zone),
                ]
            )
            row.setData(0, _STORY, card.id)
            row.setToolTip(0, card.headline)
            top.addChild(row)
        top.setExpanded(True)
        return top

    def _more(self) -> None:
        self.more_asked.emit(self.tree.topLevelItemCount())

    @property
    def wanted(self) -> Sequence[Group]:
        """Give the groups that pass what is chosen above."""
        return self._wanted

    # What is asked

    def chosen(self) -> list[int]:
        """Give the chosen stories, the newest first; a chosen group is its first two."""
        items = self.tree.selectedItems()
        if len(items) == 1 and items[0].childCount():
            children = map(items[0].child, range(items[0].childCount()))
            return [child.data(0, _STORY) for child in children if child is not None][:2]
        return [item.data(0, _STORY) for item in items if item.data(0, _STORY)]

    def _weigh(self) -> None:
        number = len(self.chosen())
        for way, least, writes in self._ways:
            way.setEnabled(number == least and (self._writable or not writes))

    def _with_two(self, signal: SignalInstance) -> Callable[[], None]:
        def ask() -> None:
            first, second = self.chosen()
            signal.emit(first, second)

        return ask

    def _open(self) -> None:
        self.opened.emit(self.chosen()[0])

    def _activate(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _STORY):
            self.opened.emit(item.data(0, _STORY))


def _why(group: Group, story: int) -> str:
    """Give why a story is in its group: its strongest pair."""
    pairs = [pair for pair in group.pairs if story in {pair.first, pair.second}]
    best = max(pairs, key=lambda pair: max(pair.share, pair.score), default=None)
    return ", ".join(map(_, reasons(best.kind, best.body))) if best else ""

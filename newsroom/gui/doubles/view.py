"""The doubles of the whole library: groups at the left, two of their stories beside each other at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from newsroom.desk.comparing import compared
from newsroom.desk.doubles import PAGE, Wanted
from newsroom.domain.lookalike import Verdict
from newsroom.gui.cover import Cover
from newsroom.gui.doubles.facing import Facing
from newsroom.gui.doubles.group_list import GroupList
from newsroom.gui.doubles.head import DoublesHead
from newsroom.gui.doubles.pair_bar import PairBar
from newsroom.gui.faults import words_of
from newsroom.gui.parts import Blank, across, down, label, named
from newsroom.gui.review.stand_bar import StandBar
from newsroom.gui.sealing import cover
from newsroom.gui.theme.tokens import LIST_WIDTH
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.agenda import Asked
    from newsroom.desk.comparing import Compared
    from newsroom.desk.doubles import Found, Twins
    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.lookalike import Pair
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.doubles.deciding import Deciding
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

    Two = tuple[tuple[Article, ...], tuple[Compared, ...]]


class Listed(NamedTuple):
    """How many groups and stories there are, the first groups that are wanted, and how many stories wait."""

    number: tuple[int, int]
    page: Found
    waiting: int


class DoublesView(Cover):
    """Shows groups of like stories, page by page, and lets a person decide of each pair."""

    def __init__(self, room: Room, deciding: Deciding, dress: Dress) -> None:
        super().__init__()
        self._room, self._deciding = room, deciding
        self._wanted = Wanted()
        self._place = 0
        self._row = 0
        self._reading: Task | None = None
        self._listing: Task | None = None
        self._looking: Task | None = None
        self.setObjectName("doublesView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        palette = room.window.wardrobe.palette
        self.head = DoublesHead()
        self.list = GroupList(palette, dress)
        self.bar = PairBar(writable=not room.desk.library.read_only)
        self.law = StandBar(room.window.wardrobe.icons)
        self.facing = Facing(palette)
        self.blank = Blank(room.window.wardrobe.icons)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        two = QWidget()
        column = down(two, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.law)
        column.addWidget(self.facing, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(two)
        halves.setStretchFactor(1, 1)
        halves.setSizes([LIST_WIDTH, 3 * LIST_WIDTH])
        for page in (halves, self.blank):
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.blank)  # until there is a group
        foot = named(QWidget(), "listHead")
        row = across(foot, 12)
        row.setContentsMargins(14, 6, 14, 6)
        hint = _(
            "N not a duplicate · U update · M merge · Enter opens · Left and Right: next pair · decisions stay for good"
        )
        row.addWidget(label(hint, wrap=True), 1)
        whole = down(self, 0)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.groups.wanted.connect(self._more)
        self.list.doubleClicked.connect(self._open_left)
        self.head.changed.connect(self._filter)
        self.head.stopped.connect(self._stop)
        self.bar.parted.connect(partial(self._decide, Verdict.NOT_A_DUPLICATE))
        self.bar.updated.connect(partial(self._decide, Verdict.UPDATE_OF))
        self.bar.group_parted.connect(self._part_all)
        self.bar.merge_asked.connect(self._merge)
        self.bar.turned.connect(self.turn)
        self._deciding.done.connect(self.refresh)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("N", self.bar.part.click),
            ("U", self.bar.update_.click),
            ("M", self.bar.merge.click),
            ("G", self.bar.part_all.click),
            ("Left", partial(self.turn, -1)),
            ("Right", partial(self.turn, 1)),
            ("Return", self._open_left),
            ("Enter", self._open_left),
        )
        for key, act in keys:
            made = QShortcut(QKeySequence(key), self.list, act)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)

    # What a cover is asked for

    def entitle(self, _title: str) -> None:
        """Stay with the whole library, whatever list was seen."""

    def show_asked(self, _asked: Asked) -> None:
        """Show the groups, and look for those that are new."""
        self._room.tasks.read(self._room.desk.library.house.sections, self.head.know)
        self.refresh()
        self._look()

    def refresh(self) -> None:
        """Show what changed in the library; the place in the list stays."""
        if self.isVisible():
            self._row = max(self.list.currentIndex().row(), 0)
            self._read(max(PAGE, self.list.groups.rowCount()))

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.list.painter_.palette = palette
        self.list.viewport().update()
        self.facing.wear(palette)

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selected_ids(self) -> tuple[int, ...]:
        """Give the numbers of the two stories that are shown."""
        two = self._two()
        return tuple(card.id for card in two) if two else ()

    # The groups

    def _filter(self, wanted: Wanted) -> None:
        self._wanted, self._row = wanted, 0
        self._read(PAGE)

    def _read(self, limit: int) -> None:
        doubles, wanted = self._room.desk.doubles, self._wanted

        def work() -> Listed:
            return Listed(doubles.count(), doubles.page(wanted, 0, limit), doubles.waiting())

        if self._listing is not None:
            self._listing.cancel()
        self._listing = self._room.tasks.read(work, self._show, self._not_read)

    def _not_read(self, error: BaseException) -> None:
        """Say why there is no list; groups that are shown already stay."""
        self._listing = None
        if self.list.groups.rowCount():
            self._room.fail(error)
            return
        self.blank.say("offline", _("No list"), words_of(error), ((_("Try again"), self.refresh),))
        self.stack.setCurrentWidget(self.blank)

    def _show(self, listed: Listed) -> None:
        self._listing = None
        page = listed.page
        self.list.groups.show(page)
        self._room.browsing.put_doubles(listed.number[0])
        self.head.tell(listed.number, len(page.items), whole=not page.next, all_=self._wanted == Wanted())
        self._say_none(listed.waiting)
        self.list.choose(self._row)

    def _more(self, first: int) -> None:
        work = partial(self._room.desk.doubles.page, self._wanted, first)
        self._room.tasks.read(work, self._add, self._room.fail)

    def _add(self, page: Found) -> None:
        empty = not self.list.groups.rowCount()
        self.list.groups.add(page)
        if empty and self.list.groups.rowCount():
            self.stack.setCurrentIndex(0)
            self.list.choose(0)

    def _say_none(self, waiting: int) -> None:
        """Say why there is no group, or show them."""
        none = not self.list.groups.rowCount() and self.list.groups.complete
        self.stack.setCurrentIndex(int(none))
        if not none:
            return
        if waiting and self._looking is not None:
            words = ngettext(
                "{n} story is still being looked at.", "{n} stories are still being looked at.", waiting
            )
            self.blank.say("search", _("Looking for doubles …"), words)
        elif self._wanted != Wanted():
            ways = ((_("Show all groups"), self.head.clear),)
            self.blank.say(
                "doubles", _("No group like that"), _("Other groups are there; the filters hide them."), ways
            )
        else:
            words = _("No two stories of the library are alike, or all were decided.")
            self.blank.say("good", _("No doubles"), words)

    # One pair

    def _choose(self, _group: Twins) -> None:
        self._place = 0
        self._show_pair()

    def turn(self, step: int) -> None:
        """Show the next pair of the group, or the one before."""
        group = self.list.current()
        if group is not None and 0 <= self._place + step < len(group.pairs):
            self._place += step
            self._show_pair()

    def _pair(self) -> tuple[Twins, Pair] | None:
        group = self.list.current()
        if group is None or not group.pairs:
            return None
        return group, group.pairs[min(self._place, len(group.pairs) - 1)]

    def _two(self) -> tuple[StoryCard, StoryCard] | None:
        """Give the two stories of the pair, the newer one first."""
        found = self._pair()
        if found is None:
            return None
        group, pair = found
        two = [card for card in group.stories if card.id in {pair.first, pair.second}]
        return (two[0], two[1]) if len(two) > 1 else None

    def _show_pair(self) -> None:
        found, two = self._pair(), self._two()
        if found is None or two is None:
            return
        group, pair = found
        self.bar.show_pair(pair, two, self._place, len(group.pairs), self._room.desk.zone)
        self.chosen.emit()
        if self._reading is not None:
            self._reading.cancel()
        desk, ids = self._room.desk, (two[0].id, two[1].id)

        def work() -> Two:
            stories = desk.library.stories.articles(ids)
            return stories, compared(stories[0], stories[1]) if len(stories) > 1 else ()

        self._reading = self._room.tasks.read(work, self._show_two, self._room.fail)

    def _show_two(self, found: Two) -> None:
        self._reading = None
        stories, fields = found
        if len(stories) > 1:
            cover(self.facing, self._room.desk, self._room.tasks, [story.uid for story in stories], self.law)
            self.facing.show_two((stories[0], stories[1]), fields, self._room.desk.zone)

    # What is decided

    def _decide(self, kind: Verdict) -> None:
        two = self._two()
        if two is not None:
            self._deciding.decide(two[0].uid, two[1].uid, kind)

    def _part_all(self) -> None:
        group = self.list.current()
        if group is not None:
            self._deciding.part_all(group)

    def _merge(self) -> None:
        two = self._two()
        if two is not None:
            self._deciding.ask_merge(two[0].id, two[1].id)

    def _open_left(self) -> None:
        two = self._two()
        if two is not None:
            self.opened.emit(two[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # The search in the background

    def _look(self) -> None:
        if self._looking is None and not self._room.desk.library.read_only:
            look = self._room.desk.doubles.search
            work = lambda task: look(task.progress, task.cancelled)  # noqa: E731 - one line says it
            self._looking = self._room.tasks.long(work, self._looked, self._not_looked)
            self._looking.progressed.connect(lambda done, total, _name: self.head.show_progress(done, total))

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.stop()

    def _looked(self, _whole: bool) -> None:
        self._looking = None
        self.head.hide_progress()
        self._room.window.stories.model.refresh()
        self.refresh()

    def _not_looked(self, error: BaseException) -> None:
        self._looking = None
        self.head.hide_progress()
        self._room.fail(error)

"""Moving many stories at once: to a state, to an hour, to a section, to keywords; undone as one.

Every story passes the rules that one alone would pass. Those that may not go stay, and it is said why; the
others are kept a page at a time, each page in one transaction. What somebody edits in another window is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.approval import Order, Ready
from newsroom.desk.moved import PAGE, MoveReport, paged
from newsroom.desk.reports import Unwritten
from newsroom.domain import workflow
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import EditedElsewhere, Known, LibraryUnusable, NotAllowed, NotFound, WrongValue
from newsroom.domain.workflow import HAD_ITS_TIME, State, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.approval import Ground
    from newsroom.desk.editing import Holder
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Restore
    from newsroom.translation import Message

CLOSED = msg(N_("The library can only be read."))
"""Why nothing moves where nothing can be kept."""
REFILED = "refiled"
"""What the history calls a story whose section or keywords were changed among many."""
RETIMED = "retimed"
"""What the history calls a story that was given another hour."""


@dataclass(frozen=True, slots=True)
class _Move:
    """What is done to each story, what its history says of it, and whether it may have other findings then."""

    change: Callable[[Article, Ground], Ready]
    note: str = ""
    judged: bool = False


class Moving:
    """Moves stories, one or many; the stories that are where they shall be are left alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def to_state(
        self,
        ids: Iterable[int],
        target: State,
        note: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Take stories to a state, each along the way that leads there from where it stands."""
        order = Order(note)

        def moved(article: Article, ground: Ground) -> Ready:
            if article.state is target and not article.trashed:
                return Ready(article, target.value)
            return self._desk.approval.ready(article, _way(article, target), order, ground)

        return self._all(tuple(ids), _Move(moved, note), progress, cancelled)

    def along(
        self,
        ids: Iterable[int],
        way: Transition,
        note: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Take stories along a way that is gone on purpose; those from which it does not lead stay."""
        order = Order(note)
        move = _Move(lambda old, ground: self._desk.approval.ready(old, way, order, ground), note)
        return self._all(tuple(ids), move, progress, cancelled)

    def ways(self, ids: Iterable[int], asked: Iterable[Transition]) -> Mapping[Transition, Message | None]:
        """Give for each way nothing where one of the stories may go it, or else why none may."""
        if self._desk.library.read_only:
            return dict.fromkeys(asked, CLOSED)
        articles = self._desk.library.stories.articles(tuple(ids)[:PAGE])
        ground = self._desk.approval.ground([article.id for article in articles])
        return {way: self._shut(articles, way, ground) for way in asked}

    def _shut(self, articles: Sequence[Article], way: Transition, ground: Ground) -> Message | None:
        reason: Message | None = None
        for article in articles:
            try:
                workflow.guard(article, way, ground.person, ground.around(article))
            except NotAllowed as error:
                reason = reason or error.message
            else:
                return None
        return reason

    def targets(self, ids: Iterable[int]) -> Mapping[State, Message | None]:
        """Give for each state nothing where one of the stories may go there, or else why none may.

        What checklists ask is not asked here; it is told when a story is moved.
        """
        if self._desk.library.read_only:
            return dict.fromkeys(State, CLOSED)
        articles = self._desk.library.stories.articles(tuple(ids)[:PAGE])
        ground = self._desk.approval.ground([article.id for article in articles])
        return {state: self._barred(articles, state, ground) for state in State}

    def _barred(self, articles: Sequence[Article], target: State, ground: Ground) -> Message | None:
        reason: Message | None = None
        for article in articles:
            try:
                way = _way(article, target)
                workflow.guard(article, way, ground.person, ground.around(article))
            except NotAllowed as error:
                reason = reason or error.message
            else:
                return None
        return reason or nowhere(articles[0].state if articles else target, target)

    def to_hours(
        self,
        hours: Mapping[int, datetime | None],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Give stories their publish times, or none; an approval stays, as readers are told no other text."""
        move = _Move(lambda old, _ground: Ready(self._at(old, hours[old.id]), RETIMED), judged=True)
        return self._all(tuple(hours), move, progress, cancelled)

    def to_reserve(
        self,
        ids: Iterable[int],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Take the publish time from stories, so that once approved they are ready for any day.

        What is scheduled is taken off the schedule with it.
        """
        return self._all(tuple(ids), _Move(self._undated, judged=True), progress, cancelled)

    def _undated(self, article: Article, ground: Ground) -> Ready:
        if article.state is not State.SCHEDULED:
            return Ready(self._at(article, None), RETIMED)
        ready = self._desk.approval.ready(article, Transition.UNSCHEDULE, Order(), ground)
        return replace(ready, article=replace(ready.article, publish_time=None))

    def _at(self, article: Article, hour: datetime | None) -> Article:
        if article.publish_time == hour:
            return article
        workflow.guard_hour(article, self._desk.person, hour, self._desk.clock())
        moved = replace(article, publish_time=hour)
        if article.state is State.SCHEDULED:
            self._desk.approval.obey(moved, Transition.SCHEDULE)
        return moved

    def to_section(
        self,
        ids: Iterable[int],
        section: str,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Put stories into a section."""
        name = " ".join(section.split())
        move = _Move(lambda old, _ground: Ready(_refiled(old, name), REFILED), judged=True)
        return self._all(tuple(ids), move, progress, cancelled)

    def keywords(
        self,
        ids: Iterable[int],
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MoveReport:
        """Add keywords to stories and take others from them, in whatever case these are written."""
        added = tuple(filter(None, (" ".join(word.split()) for word in add)))
        gone = frozenset(" ".join(word.split()).casefold() for word in remove)
        move = _Move(lambda old, _ground: Ready(_tagged(old, added, gone), REFILED))
        return self._all(tuple(ids), move, progress, cancelled)

    def to_trash(
        self, ids: Iterable[int], progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MoveReport:
        """Put stories into the trash."""
        return self._whole(ids, Transition.TRASH, progress, cancelled)

    def from_trash(
        self, ids: Iterable[int], progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MoveReport:
        """Take stories out of the trash."""
        return self._whole(ids, Transition.RESTORE, progress, cancelled)

    def _whole(
        self,
        ids: Iterable[int],
        transition: Transition,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> MoveReport:
        """Move stories into the trash or out of it; those that may not go or that others edit stay."""
        work = partial(self._shifted, transition)
        return paged(tuple(dict.fromkeys(ids)), work, progress, cancelled)[0]

    def _shifted(self, transition: Transition, wanted: Sequence[int]) -> MoveReport:
        found, refused = self._free(wanted)
        barred = self._desk.approval.barred_of([one.id for one in found], transition)
        refused += [Unwritten(id_, error) for id_, error in barred.items()]
        free = [one.id for one in found if one.id not in barred]
        shift = self._desk.writing.trash if transition is Transition.TRASH else self._desk.writing.restore
        changes = shift(free) if free else Changes()
        return MoveReport(tuple(sorted(changes.stories)), tuple(refused), changes)

    def undo(
        self, changes: Changes, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MoveReport:
        """Take changes of many stories back, page by page; those that went on since stay and are told of.

        What was not come to is left to be taken back later.
        """
        report, reached = paged(changes.inverse, self._undone, progress, cancelled)
        left = changes.inverse[reached:]
        return replace(report, left=replace(changes, inverse=left) if left else Changes())

    def _undone(self, wanted: Sequence[Restore]) -> MoveReport:
        """Take a page back, one by one where one of its stories went on since."""
        free, refused = self._free([one.id for one in wanted])
        ids = {article.id for article in free}
        ways = tuple(one for one in wanted if one.id in ids)
        try:
            done = self._desk.writing.undo(Changes(inverse=ways)) if ways else Changes()
        except (EditedElsewhere, NotAllowed):
            return self._undone_singly(ways, refused)
        return MoveReport(tuple(sorted(done.stories)), tuple(refused), done)

    def _undone_singly(self, ways: Sequence[Restore], refused: list[Unwritten]) -> MoveReport:
        done = Changes()
        for one in ways:
            try:
                done |= self._desk.writing.undo(Changes(inverse=(one,)))
            except (EditedElsewhere, NotAllowed) as error:
                refused.append(Unwritten(one.id, error))
        return MoveReport(tuple(sorted(done.stories)), tuple(refused), done)

    def _free(self, ids: Sequence[int]) -> tuple[list[Article], list[Unwritten]]:
        """Give the stories that may be changed, and those that are gone or that others edit, each with its reason."""
        found = {article.id: article for article in self._desk.library.stories.articles(ids)}
        others = self._desk.editing.others(article.uid for article in found.values())
        refused = [Unwritten(id_, _gone(id_)) for id_ in ids if id_ not in found]
        refused += [
            Unwritten(one.id, _edited(one, others[one.uid])) for one in found.values() if one.uid in others
        ]
        return [one for one in found.values() if one.uid not in others], refused

    def _all(
        self, ids: Sequence[int], move: _Move, progress: Progress | None, cancelled: Cancelled | None
    ) -> MoveReport:
        wanted = tuple(dict.fromkeys(ids))
        return paged(wanted, lambda page: self._page(page, move), progress, cancelled)[0]

    def _page(self, ids: Sequence[int], move: _Move) -> MoveReport:
        """Move a page of stories, in one transaction."""
        free, refused = self._free(ids)
        try:
            ground = self._desk.approval.ground(tuple(one.id for one in free))
        except NotAllowed as error:
            return MoveReport(refused=tuple(Unwritten(id_, error) for id_ in ids))
        steps: list[Ready] = []
        for article in free:
            try:
                ready = move.change(article, ground)
            except LibraryUnusable:
                raise
            except Known as error:
                refused.append(Unwritten(article.id, error))
                continue
            if ready.evidence.seal or ready.article != article:
                steps.append(ready)
        return self._kept(steps, refused, move)

    def _kept(self, steps: Sequence[Ready], refused: Sequence[Unwritten], move: _Move) -> MoveReport:
        if not steps:
            return MoveReport(refused=tuple(refused))
        given = [(one.article, one.action) for one in steps]
        evidence = {one.article.id: one.evidence for one in steps}
        saved = self._desk.library.stories.save_many(given, self._desk.person, move.note, evidence)
        if move.judged:
            self._desk.proofing.judge(saved.articles)
        if any(one.state in HAD_ITS_TIME for one in saved.articles):
            self._desk.publishing.send_waiting()
        late = (Unwritten(id_, error) for id_, error in saved.refused.items())
        return MoveReport(tuple(one.id for one in saved.articles), (*refused, *late), saved.changes)


def _way(article: Article, target: State) -> Transition:
    """Give the way to a state from where a story stands; raises NotAllowed where there is none."""
    way = workflow.way_to(article.state, target)
    if way is None:
        raise NotAllowed(nowhere(article.state, target))
    return way


def nowhere(source: State, target: State) -> Message:
    """Say that there is no way from one state to another."""
    text = N_("There is no way from “{state}” to “{target}”.")
    return msg(text, state=msg(source.label), target=msg(target.label))


def _edited(article: Article, holder: Holder) -> NotAllowed:
    name = holder.name or msg(N_("Somebody"))
    text = N_("{name} is editing “{headline}”; the story was left alone.")
    return NotAllowed(msg(text, name=name, headline=article.headline))


def _gone(id_: int) -> NotFound:
    return NotFound(msg(N_("There is no story with the number {id}."), id=id_))


def _refiled(article: Article, section: str) -> Article:
    _permit(article)
    if not section:
        raise WrongValue(msg(N_("Choose a section.")))
    return replace(article, section=section)


def _tagged(article: Article, added: tuple[str, ...], gone: frozenset[str]) -> Article:
    _permit(article)
    kept = {word.casefold(): word for word in article.keywords if word.casefold() not in gone}
    for word in added:
        kept.setdefault(word.casefold(), word)
    return replace(article, keywords=tuple(kept.values()))


def _permit(article: Article) -> None:
    """Raise NotAllowed where a story may not be filed otherwise; its text is not touched, so its state may be any."""
    if article.trashed:
        raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))

"""Moving many stories at once: to a state, to an hour, to a section, to keywords; undone as one.

Every story passes the rules that one alone would pass. Those that may not go stay, and it is said why; the
others are kept a page at a time, each page in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.approval import Order, Ready
from newsroom.desk.reports import Unwritten
from newsroom.domain import workflow
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import Known, LibraryUnusable, NotAllowed, NotFound, WrongValue
from newsroom.domain.workflow import State, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.approval import Ground
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.translation import Message

PAGE = 100
"""So many stories are kept in one transaction."""

CLOSED = msg(N_("The library can only be read."))
"""Why nothing moves where nothing can be kept."""
REFILED = "refiled"
"""What the history calls a story whose section or keywords were changed among many."""
RETIMED = "retimed"
"""What the history calls a story that was given another hour."""


@dataclass(frozen=True, slots=True)
class MoveReport:
    """What a move did: the stories that moved, those that may not and why; changes take all back at once."""

    moved: tuple[int, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False
    stopped: Known | None = None
    """What ended it early: the library could not take more."""


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
        return self._paged(tuple(ids), partial(self._shifted, Transition.TRASH), progress, cancelled)

    def from_trash(
        self, ids: Iterable[int], progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> MoveReport:
        """Take stories out of the trash."""
        return self._paged(tuple(ids), partial(self._shifted, Transition.RESTORE), progress, cancelled)

    def _shifted(self, transition: Transition, ids: Sequence[int]) -> MoveReport:
        """Move a page of stories into the trash or out of it; those that may not go stay."""
        barred = self._desk.approval.barred_of(ids, transition)
        refused = tuple(Unwritten(id_, error) for id_, error in barred.items())
        free = [id_ for id_ in ids if id_ not in barred]
        shift = self._desk.writing.trash if transition is Transition.TRASH else self._desk.writing.restore
        changes = shift(free) if free else Changes()
        return MoveReport(tuple(sorted(changes.stories)), refused, changes)

    def _all(
        self, ids: Sequence[int], move: _Move, progress: Progress | None, cancelled: Cancelled | None
    ) -> MoveReport:
        return self._paged(ids, lambda page: self._page(page, move), progress, cancelled)

    def _paged(
        self,
        ids: Sequence[int],
        work: Callable[[Sequence[int]], MoveReport],
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> MoveReport:
        wanted = tuple(dict.fromkeys(ids))
        report = MoveReport()
        for start in range(0, len(wanted), PAGE):
            if cancelled and cancelled():
                return replace(report, cancelled=True)
            if progress:
                progress(start, len(wanted), "")
            try:
                report = _joined(report, work(wanted[start : start + PAGE]))
            except LibraryUnusable as error:
                return replace(report, stopped=error)
        return report

    def _page(self, ids: Sequence[int], move: _Move) -> MoveReport:
        """Move a page of stories, in one transaction."""
        found = {article.id: article for article in self._desk.library.stories.articles(ids)}
        refused = [Unwritten(id_, _gone(id_)) for id_ in ids if id_ not in found]
        try:
            ground = self._desk.approval.ground(tuple(found))
        except NotAllowed as error:
            return MoveReport(refused=tuple(Unwritten(id_, error) for id_ in ids))
        steps: list[Ready] = []
        for article in found.values():
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
        late = (Unwritten(id_, error) for id_, error in saved.refused.items())
        return MoveReport(tuple(one.id for one in saved.articles), (*refused, *late), saved.changes)


def _joined(before: MoveReport, page: MoveReport) -> MoveReport:
    return MoveReport(
        (*before.moved, *page.moved), (*before.refused, *page.refused), before.changes | page.changes
    )


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

"""What was scheduled goes out when its hour has come, whenever somebody looks: the window, or a timer by the command line.

Times are kept in UTC, so that no change of clocks doubles or skips an hour. A clock that cannot be right publishes
nothing: one that is behind the library's last change, or apart from its server's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk.publishing import Sendings
from newsroom.desk.reports import Unwritten
from newsroom.domain.errors import ClockWrong, EditedElsewhere, Known, LibraryUnusable, NotAllowed
from newsroom.domain.person import Role
from newsroom.domain.workflow import State, Transition
from newsroom.translation import N_, language, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.translation import Message

PATIENCE = timedelta(minutes=5)
"""What goes out later than this after its hour is late, and named."""
SLACK = timedelta(minutes=2)
"""Clocks may be apart by so much before one of them must be wrong."""


@dataclass(frozen=True, slots=True)
class Out:
    """A story that went out by its hour, and by how much later than that."""

    story: int
    headline: str
    hour: datetime
    after: timedelta

    @property
    def late(self) -> bool:
        """Tell whether it went out so much later that somebody should know."""
        return self.after > PATIENCE


@dataclass(frozen=True, slots=True)
class DueReport:
    """What a look at the schedule did: the stories that went out, those that may not and why, and their files."""

    out: tuple[Out, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    sendings: Sendings = field(default_factory=Sendings)
    stopped: Known | None = None

    @property
    def late(self) -> tuple[Out, ...]:
        """Give the stories that went out late."""
        return tuple(one for one in self.out if one.late)


class Schedule:
    """Publishes what is due."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def due(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> DueReport:
        """Publish the scheduled stories whose hour has come, the earliest first, then write all that waits.

        What another program was quicker to publish is left to it. Raises NotAllowed for a journalist, and ClockWrong
        where this computer's clock cannot be right.
        """
        if not self._desk.person.may_act_as(Role.EDITOR):
            text = N_("{name} may not publish what is due; an editor or duty editor can.")
            raise NotAllowed(msg(text, name=self._desk.person.name))
        self.check_clock()
        report = self._published(progress, cancelled)
        done = self._desk.publishing.send_waiting(progress, cancelled)
        return DueReport(report.out, report.refused, done, report.stopped)

    def check_clock(self) -> None:
        """Raise ClockWrong where this computer's clock cannot be right, with what it says and what to do."""
        if (wrong := self.wrong_clock()) is not None:
            raise ClockWrong(wrong)

    def wrong_clock(self) -> Message | None:
        """Say that this computer's clock cannot be right, or nothing where it can."""
        now = self._desk.clock()
        server = self._desk.library.server_time()
        if server is not None and abs(server - now) > SLACK:
            text = N_(
                "This computer’s clock says {now}, the library’s server says {other}. Nothing was published: set the clock, "
                "then try again."
            )
            return msg(text, now=self._shown(now), other=self._shown(server))
        newest = self._desk.library.newest_change()
        if newest is not None and newest - now > SLACK:
            text = N_(
                "This computer’s clock says {now}, yet the library was changed at {other}. Nothing was published: set the "
                "clock, then try again. If the other computer’s clock was wrong, save the story it changed last once more."
            )
            return msg(text, now=self._shown(now), other=self._shown(newest))
        return None

    def _published(self, progress: Progress | None, cancelled: Cancelled | None) -> DueReport:
        waiting = self._desk.library.releases.due(self._desk.clock())
        out: list[Out] = []
        refused: list[Unwritten] = []
        for place, story in enumerate(waiting):
            if cancelled and cancelled():
                break
            if progress:
                progress(place, len(waiting), "")
            try:
                if one := self._publish(story):
                    out.append(one)
            except LibraryUnusable as error:
                return DueReport(tuple(out), tuple(refused), stopped=error)
            except Known as error:
                refused.append(Unwritten(story, error))
        return DueReport(tuple(out), tuple(refused))

    def _publish(self, story: int) -> Out | None:
        """Publish a story that is due; nothing where another program was quicker."""
        article = self._desk.library.stories.article(story)
        if not self._is_due(article):
            return None
        try:
            self._desk.approval.move(article, Transition.PUBLISH, send=False)
        except EditedElsewhere:
            if not self._is_due(self._desk.library.stories.article(story)):
                return None
            raise
        assert article.publish_time is not None
        after = self._desk.clock() - article.publish_time
        return Out(story, article.headline, article.publish_time, after)

    def _is_due(self, article: Article) -> bool:
        hour, now = article.publish_time, self._desk.clock()
        return article.state is State.SCHEDULED and not article.trashed and hour is not None and hour <= now

    def _shown(self, when: datetime) -> str:
        from newsroom.text import dates

        return dates.show(when, self._desk.zone, language())

"""What a story was: its timeline, any two versions beside each other, the way back, and proof that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk.comparing import BODY, compared
from newsroom.desk.tracking import tracks_at_opening
from newsroom.domain.errors import NotAllowed, NotFound, WrongValue
from newsroom.domain.ledger import Ledger
from newsroom.domain.person import Role
from newsroom.domain.restoring import restored, with_field, with_paragraph
from newsroom.domain.timeline import SNAPSHOT, timeline
from newsroom.domain.workflow import State
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.comparing import Compared
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.comparison import Row
    from newsroom.domain.listing import Saved
    from newsroom.domain.timeline import Event
    from newsroom.translation import Message

RESTORED = "version-restored"
"""What the history calls a story that was brought back to an earlier version; the note names which."""
LONGEST_NAME = 80
_CLOSED = frozenset({State.PUBLISHED, State.WITHDRAWN})
_FIELDS = frozenset({
    "kicker", "headline", "subheadline", "lead", "teaser", "web_headline", "section", "genre", "dateline", "authors",
    "sign_off", "keywords", "language", "priority", "ordered_length", "source", "rights", "ai_use", "editors_note",
    "correction_note",
})  # fmt: skip
"""Fields that can be brought back alone; hours and links are set where they are checked."""


@dataclass(frozen=True, slots=True)
class Two:
    """Two versions of a story with their differences, the older first."""

    old: Article
    new: Article
    fields: tuple[Compared, ...]

    @property
    def same(self) -> bool:
        """Tell whether both read the same."""
        return all(field.same for field in self.fields)


@dataclass(frozen=True, slots=True)
class Thinning:
    """What a thinning did: stories looked at, versions struck, and whether it was called off."""

    stories: int = 0
    struck: int = 0
    cancelled: bool = False


class History:
    """What knows how stories came to be what they are."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def timeline(self, story: int) -> tuple[Event, ...]:
        """Give what happened to a story, newest first; raises NotFound where there never was one."""
        room = self._desk.library.history
        entries = room.journal(story)
        if not entries:
            raise NotFound(msg(N_("There is no story with the number {id}."), id=story))
        return timeline(room.revisions(story), entries)

    def version(self, story: int, version: int) -> Article:
        """Give a story as it was; raises NotFound, and UnreadableText where the version is damaged."""
        return self._desk.library.history.revision(story, version)

    def compare(self, story: int, first: int, second: int) -> Two:
        """Give two versions of a story beside each other, the lower number as the older one."""
        low, high = sorted((first, second))
        return self.beside(self.version(story, low), self.version(story, high))

    def beside(self, old: Article, new: Article) -> Two:
        """Give any two texts of a story beside each other, such as the last approved and the one that is typed."""
        return Two(old, new, compared(old, new, self._desk.zone))

    def since_approval(self, article: Article) -> int:
        """Give the version that was approved last, or 0 where none was."""
        found = (one for one in self._desk.library.history.revisions(article.id) if one.action == "approve")
        newest = next(found, None)
        return newest.version if newest else 0

    # Going on from it

    def snapshot(self, article: Article, name: str) -> Saved:
        """Keep a story as it stands under a name, as a version that is never thinned; raises WrongValue."""
        called = " ".join(name.split())
        if not called or len(called) > LONGEST_NAME:
            raise WrongValue(msg(N_("A snapshot needs a name of at most {n} characters."), n=LONGEST_NAME))
        self._permit(article, closed=False)
        return self._desk.writing.save(article, called, SNAPSHOT)

    def restore(self, article: Article, version: int) -> Saved:
        """Bring a story back to an earlier version, as its next one; state, hours and links stay as they are.

        Raises NotAllowed, NotFound, UnreadableText and EditedElsewhere. An approval of another text is void.
        """
        self._permit(article)
        former = self.version(article.id, version)
        return self._desk.writing.save(restored(article, former), str(version), RESTORED)

    def row(self, article: Article, two: Two, field: Compared, row: Row) -> Article:
        """Give a story with one difference as it was in the older version, not kept yet.

        In the text that is a paragraph, tracked where the person's changes are tracked; elsewhere the field.
        Raises NotAllowed, and WrongValue where the paragraph is no longer there.
        """
        self._permit(article)
        ledger = self._ledger(article)
        if field.field == BODY:
            story = article
            for one in _both(field, row):
                places = _blocks(field, one)
                story = with_paragraph(story, (two.old, two.new), places, ledger)
            return story
        if field.field not in _FIELDS:
            raise WrongValue(
                msg(N_("This is not brought back alone. Set it in the story, or restore the whole version."))
            )
        return with_field(article, two.old, field.field, ledger)

    def restore_row(self, article: Article, two: Two, field: Compared, row: Row) -> Saved:
        """Bring one paragraph or field back to what it was, as the story's next version."""
        story = self.row(article, two, field, row)
        return self._desk.writing.save(story, str(two.old.version), RESTORED)

    def _ledger(self, article: Article) -> Ledger | None:
        person = self._desk.person
        if not tracks_at_opening(self._desk.house, person, article):
            return None
        return Ledger(person.name, article.changes, self._desk.clock)

    def _permit(self, article: Article, *, closed: bool = True) -> None:
        if article.trashed:
            raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))
        if closed and article.state in _CLOSED:
            text = N_("What is published stays as it is. Begin an update or a correction, then restore.")
            raise NotAllowed(msg(text))

    # Proof and care

    def verify(self, story: int | None = None, progress: Progress | None = None) -> tuple[Message, ...]:
        """Give a sentence for all that was changed from outside in journals and versions: of one story, or of all."""
        room = self._desk.library.history
        if story is not None:
            self._known(story)
        if progress is None:
            return room.verify(story)
        total = room.entries()
        found = room.verify(story, lambda done: progress(done, total, ""))
        progress(total, total, "")
        return found

    def _known(self, story: int) -> None:
        if not self._desk.library.history.journal(story):
            self._desk.library.stories.article(story)

    def thin(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None, most: int = 0
    ) -> Thinning:
        """Thin the versions of idle stories by the house's rule, and store plain ones small: all, or some pages.

        Raises NotAllowed for who is no duty editor.
        """
        if not self._desk.person.may_act_as(Role.CHIEF):
            raise NotAllowed(msg(N_("Only a duty editor thins the versions of stories.")))
        days = self._desk.library.house.settings().thin_after
        room, stop = self._desk.library.history, cancelled or _never
        until = self._desk.clock() - timedelta(days=days)
        stories = struck = pages = 0
        more = bool(days)
        while more and pages != (most or -1) and not stop():
            done = room.thin(until, self._desk.person)
            stories, struck, more, pages = stories + done.stories, struck + done.struck, done.more, pages + 1
            if progress:
                progress(stories, 0, "")
        more = True
        while more and (not most or pages <= most) and not stop():
            more, pages = room.pack(), pages + 1
        return Thinning(stories, struck, stop())

    def report(self, story: int, path: Path) -> tuple[Message, ...]:
        """Write a story's history into a file whose ending names the format; give what that cannot hold.

        Raises NotFound, LegallyBlocked, WrongValue for an ending that no format has, and NotWritten.
        """
        from newsroom.desk.history_report import written

        self._desk.blocking.permit(self._desk.library.stories.article(story))
        return written(self._desk, story, path)


def _never() -> bool:
    return False


def _both(field: Compared, row: Row) -> tuple[Row, ...]:
    """Give a row, and the other one of a paragraph that was moved: it comes back where it was, then goes where it is."""
    if not row.moved:
        return (row,)
    two = [one for one in field.rows if one.moved == row.moved]
    return tuple(sorted(two, key=lambda one: one.places[0] is None))


def _blocks(field: Compared, row: Row) -> tuple[int | None, int | None]:
    one, other = row.places
    ours, theirs = field.blocks
    return None if one is None else ours[one], None if other is None else theirs[other]

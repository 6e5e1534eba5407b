"""Who edits a story: one window at a time, told to all others, let go at its end, and taken over with notice."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk.liveness import ended, writer_of
from newsroom.domain.article import new_uid
from newsroom.domain.errors import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Hold

RENEWED_EVERY = timedelta(seconds=20)
_SILENT = 4 * RENEWED_EVERY
"""A session of another machine that has not said for so long that it edits a story does so no more."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who edits a story in another window, since when; the name may be empty."""

    name: str
    since: datetime
    session: str


class Editing:
    """Lets one window edit a story at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held = False

    def holder(self, uid: str) -> Holder | None:
        """Give who else edits a story now, or None."""
        held = self._desk.library.editing.holder(uid)
        if held is None or held.session == self._desk.session or self._gone(held):
            return None
        return Holder(writer_of(held.session), held.since, held.session)

    def others(self, uids: Iterable[str]) -> Mapping[str, Holder]:
        """Give of these stories those that somebody else edits now, and who."""
        held = self._desk.library.editing.holders(tuple(uids))
        return {
            uid: Holder(writer_of(one.session), one.since, one.session)
            for uid, one in held.items()
            if one.session != self._desk.session and not self._gone(one)
        }

    def claim(self, uid: str) -> Holder | None:
        """Hold a story and no other, where nobody else does; else give who does."""
        if self._desk.library.read_only:
            return None
        self._held = True
        held = self._desk.library.editing.claim(uid, self._desk.session)
        if held is not None and self._gone(held):
            self._desk.library.editing.claim(uid, self._desk.session, over=held.session)
        return None if held is None else self.holder(uid)

    def take_over(self, uid: str, holder: Holder) -> Holder | None:
        """Hold a story in the place of the one named; where that is somebody else by now, give who."""
        self._held = True
        held = self._desk.library.editing.claim(uid, self._desk.session, over=holder.session)
        if held is not None:
            return self.holder(uid)
        self._desk.notices.taken_over(uid, holder.name)
        return None

    def set_aside(self, article: Article) -> None:
        """Keep what was typed in a story that somebody took over, as a draft that is offered like one left behind."""
        self._desk.library.drafts.keep(new_uid(), article)
        self._desk.writing.forget(article)

    def renew(self) -> None:
        """Say that what is held here is still edited."""
        if self._held:
            self._desk.library.editing.renew(self._desk.session)

    def release(self) -> None:
        """Let go of what is held here."""
        if self._held and not self._desk.library.read_only:
            with suppress(Known):  # then it is let go by silence
                self._desk.library.editing.release(self._desk.session)

    def _gone(self, held: Hold) -> bool:
        now = self._desk.clock()
        return ended(held.session, now - held.silence, now, fresh=_SILENT)

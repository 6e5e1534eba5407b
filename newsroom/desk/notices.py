"""Quiet notices: what was done with a person's stories by others, seen when the person likes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.domain.errors import Known
from newsroom.domain.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain.listing import Cursor, Page
    from newsroom.domain.person import Role

KEPT = timedelta(days=60)
"""What was seen is forgotten after so long."""
PAGE = 100


class Notices:
    """Tells others, and gives what one was told oneself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inbox = desk.library.inbox

    def tell(self, *told: Notice) -> None:
        """Keep notices for others; who does not say by whom says it was the person at the desk."""
        names = self._desk.person.names
        given = [replace(one, by=one.by or self._desk.person.name) for one in told]
        wanted = [one for one in given if one.person.casefold() not in names]
        if wanted:
            self._inbox.put(wanted)

    def tell_role(
        self,
        role: Role,
        kind: NoticeKind,
        story: int,
        note: str = "",
        due: datetime | None = None,
        but: Sequence[str] = (),
    ) -> None:
        """Tell everybody who may act in a role, but some."""
        spared = {name.casefold() for name in but}
        people = (one for one in self._desk.people.all() if one.may_act_as(role) and not one.retired)
        told = (one for one in people if spared.isdisjoint(one.names))
        self.tell(*(Notice(kind, one.name, story, note=note, due=due) for one in told))

    def taken_over(self, uid: str, name: str) -> None:
        """Tell a person that a story they were editing was taken over; that it cannot be told stops nothing."""
        if not name:
            return
        with suppress(Known):
            for card in self._desk.library.lists.cards_by_uid([uid]):
                self.tell(Notice(NoticeKind.TAKEN_OVER, name, card.id))

    def page(self, after: Cursor | None = None, limit: int = PAGE) -> Page[Notice]:
        """Give a page of one's own notices, the newest first."""
        return self._inbox.page(self._desk.person, after, limit)

    def unseen(self) -> int:
        """Give how many one has not seen, counted up to a thousand and one."""
        return self._inbox.unseen(self._desk.person)

    def mark(self, ids: Sequence[int] | None = None, *, seen: bool = True) -> None:
        """Note that one has seen notices, all where none are named, or wants to see them again."""
        self._inbox.mark(self._desk.person, ids, seen=seen)

    def tidy(self) -> None:
        """Forget what was seen long ago."""
        self._inbox.forget(self._desk.person, self._desk.clock() - KEPT)

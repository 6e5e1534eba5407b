"""What is known of stories that were erased: that they were, and that they do not come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from newsroom.domain.errors import NotAllowed
from newsroom.domain.publishing import Erased
from newsroom.library.rows import ERASED
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection


def erased(connection: Connection, uids: Iterable[str] | None = None) -> tuple[Erased, ...]:
    """Give the stories that were erased, all or of these, the newest first."""
    asked = select(*ERASED.c).order_by(ERASED.c.time.desc(), ERASED.c.uid)
    if uids is not None:
        asked = asked.where(ERASED.c.uid.in_(tuple(uids)))
    rows = connection.execute(asked)
    return tuple(Erased(row.uid, row.article_id, row.person, row.time, row.reason) for row in rows)


def refuse(connection: Connection, uids: Iterable[str]) -> None:
    """Raise NotAllowed where one of these stories was erased: it does not come back by the way."""
    for one in erased(connection, uids):
        text = N_("Story {id} was erased for good on {date}; it is not taken in again.")
        raise NotAllowed(msg(text, id=one.story, date=f"{one.time:%d.%m.%Y}"))

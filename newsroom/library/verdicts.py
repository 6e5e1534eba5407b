"""What people decided of two stories, kept for the pair: no version of a story is made, and restoring one loses nothing.

Links of a story that say as much, from a file or from an older library, count as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, or_, select, union

from newsroom.domain.article import LinkKind
from newsroom.domain.lookalike import Decision, Verdict
from newsroom.library.database import insert
from newsroom.library.rows import ARTICLE, LINK, VERDICT

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SILENT = (LinkKind.NOT_A_DUPLICATE_OF.value, LinkKind.UPDATE_OF.value, LinkKind.PRINT_VERSION_OF.value)
_UID = select(ARTICLE.c.uid).where(ARTICLE.c.id == bindparam("story")).scalar_subquery()
_LINKED = select(LINK.c.uid).where(LINK.c.article_id == bindparam("story"), LINK.c.kind.in_(_SILENT))
_LINKING = (
    select(ARTICLE.c.uid)
    .join(LINK, LINK.c.article_id == ARTICLE.c.id)
    .where(LINK.c.uid == _UID, LINK.c.kind.in_(_SILENT))
)
_DECIDED = select(VERDICT.c.other).where(VERDICT.c.uid == _UID)
_DECIDING = select(VERDICT.c.uid).where(VERDICT.c.other == _UID)
_PARTED = union(_LINKED, _LINKING, _DECIDED, _DECIDING)
"""Made once: making it takes longer than its answer."""


def parted(connection: Connection, story: int) -> frozenset[str]:
    """Give the uids of the stories of which somebody said that they are no duplicate of this one, or its update."""
    return frozenset(connection.scalars(_PARTED, {"story": story}))


def parted_from(connection: Connection, uid: str) -> frozenset[str]:
    """Give the same for a story that may not be kept yet: decisions alone, for its links are its own to know."""
    return frozenset(one.other if one.uid == uid else one.uid for one in of(connection, uid))


def decide(connection: Connection, decision: Decision) -> None:
    """Keep a decision, in the place of any other on the same two stories."""
    forget(connection, decision.uid, decision.other)
    connection.execute(
        insert(connection, VERDICT).values(
            uid=decision.uid,
            other=decision.other,
            verdict=decision.verdict.value,
            person=decision.person,
            time=decision.time,
        )
    )


def forget(connection: Connection, one: str, other: str) -> None:
    """Forget what was decided of two stories, whichever is named first."""
    for uid, second in ((one, other), (other, one)):
        connection.execute(delete(VERDICT).where(VERDICT.c.uid == uid, VERDICT.c.other == second))


def of(connection: Connection, uid: str) -> tuple[Decision, ...]:
    """Give all that was decided of a story and another, the newest first."""
    rows = connection.execute(
        select(VERDICT)
        .where(or_(VERDICT.c.uid == uid, VERDICT.c.other == uid))
        .order_by(VERDICT.c.time.desc(), VERDICT.c.uid)
    )
    return tuple(Decision(row.uid, row.other, Verdict(row.verdict), row.person, row.time) for row in rows)

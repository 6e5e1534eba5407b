"""What people decided of two stories, kept for the pair: no version of a story is made, and restoring one loses nothing.

Links of a story that say as much, from a file or from an older library, count as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, or_, select, union

from newsroom.domain.article import LinkKind
from newsroom.domain.lookalike import Decision, Verdict
from newsroom.library import journal
from newsroom.library.database import insert
from newsroom.library.rows import ARTICLE, LINK, VERDICT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

UPDATED_BY, TAKEN_BACK = "updated-by", "undecided"
"""What the journal calls it where the other story is the update, and where a decision was taken back."""

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


def decide(
    connection: Connection, pair: tuple[str, str], wanted: Decision | None, person: str, now: datetime
) -> Decision | None:
    """Keep a decision on two stories in the place of any other, or take it back, and give the one before.

    It is told in the journals of both, beside the versions they have; of those that are kept.
    """
    before = next((one for one in of(connection, pair[0]) if pair[1] in {one.uid, one.other}), None)
    _forget(connection, *pair)
    if wanted:
        _keep(connection, wanted)
    newer = wanted.uid if wanted and wanted.verdict is Verdict.UPDATE_OF else ""
    told = wanted.verdict.value if wanted else TAKEN_BACK
    actions = {uid: UPDATED_BY if newer not in {"", uid} else told for uid in pair}
    _journal(connection, actions, pair, (person, now.isoformat()))
    return before


def _journal(
    connection: Connection, actions: Mapping[str, str], pair: tuple[str, str], who: tuple[str, str]
) -> None:
    columns = (ARTICLE.c.uid, ARTICLE.c.id, ARTICLE.c.version, ARTICLE.c.digest)
    stories = connection.execute(select(*columns).where(ARTICLE.c.uid.in_(pair))).all()
    entries = [
        {
            "id": row.id,
            "uid": row.uid,
            "version": row.version,
            "digest": row.digest,
            "action": actions[row.uid],
            "note": pair[row.uid == pair[0]],
            "person": who[0],
            "time": who[1],
        }
        for row in stories
    ]
    if entries:
        journal.append(connection, entries, journal.heads(connection, [row.id for row in stories]))


def _keep(connection: Connection, decision: Decision) -> None:
    connection.execute(
        insert(connection, VERDICT).values(
            uid=decision.uid,
            other=decision.other,
            verdict=decision.verdict.value,
            person=decision.person,
            time=decision.time,
        )
    )


def _forget(connection: Connection, one: str, other: str) -> None:
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

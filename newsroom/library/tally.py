"""Running counts, kept in the transaction that changes them, so that a sidebar never counts a million rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from newsroom.domain.listing import Counts
from newsroom.domain.workflow import State
from newsroom.library.database import insert
from newsroom.library.rows import ARTICLE, TALLY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newsroom.domain.article import Article

Places = Counter[tuple[str, str]]
STATE, SECTION, TRASH = "state", "section", "trash"


def author_names(article: Article) -> frozenset[str]:
    """Give those whose story it is: the byline's and the one who began it, in small letters."""
    names = {byline.name.casefold() for byline in article.authors} | {article.created_by.casefold()}
    return frozenset(filter(None, names))


def places(article: Article) -> Places:
    """Give where a story counts."""
    found: Places = Counter()
    if article.trashed:
        found[TRASH, ""] += 1
        return found
    found[STATE, article.state.value] += 1
    found[SECTION, article.section] += 1
    found.update((_mine(name), article.state.value) for name in author_names(article))
    return found


def moved(steps: Iterable[tuple[Article | None, Article]]) -> Places:
    """Give what changes in the counts when stories change from one text to another."""
    total: Places = Counter()
    for old, new in steps:
        total.update(places(new))
        if old:
            total.subtract(places(old))
    return Counter({place: number for place, number in total.items() if number})


def gone(article: Article) -> Places:
    """Give what changes in the counts when a story is no more."""
    return Counter({place: -number for place, number in places(article).items()})


def add(connection: Connection, changes: Places) -> None:
    """Write changed counts down."""
    if not changes:
        return
    statement = insert(connection, TALLY)
    statement = statement.on_conflict_do_update(
        index_elements=["kind", "key"], set_={"number": TALLY.c.number + statement.excluded.number}
    )
    connection.execute(
        statement,
        [{"kind": kind, "key": key, "number": number} for (kind, key), number in changes.items()],
    )


def counts(connection: Connection, person: str = "") -> Counts:
    """Give all counts a sidebar shows; mine are those of the person named."""
    kinds = [STATE, SECTION, TRASH, *([_mine(person.casefold())] if person else [])]
    found: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
    rows = connection.execute(
        select(TALLY.c.kind, TALLY.c.key, TALLY.c.number).where(TALLY.c.kind.in_(kinds), TALLY.c.number > 0)
    )
    for kind, key, number in rows:
        found[kind][key] = number
    return Counts(
        all=sum(found[STATE].values()),
        trash=found[TRASH].get("", 0),
        states=_by_state(found[STATE]),
        mine=_by_state(found[kinds[3]]) if person else {},
        sections=found[SECTION],
    )


def recount(connection: Connection) -> dict[tuple[str, str], int]:
    """Give the counts of states and sections anew, from the stories themselves; for the check."""
    found: dict[tuple[str, str], int] = {}
    for kind, column in ((STATE, ARTICLE.c.state), (SECTION, ARTICLE.c.section)):
        rows = connection.execute(
            select(column, func.count()).where(ARTICLE.c.in_trash.is_(False)).group_by(column)
        )
        found.update({(kind, key): number for key, number in rows})
    return found


def kept(connection: Connection) -> dict[tuple[str, str], int]:
    """Give the running counts of states and sections; for the check."""
    rows = connection.execute(
        select(TALLY.c.kind, TALLY.c.key, TALLY.c.number).where(
            TALLY.c.kind.in_((STATE, SECTION)), TALLY.c.number > 0
        )
    )
    return {(kind, key): number for kind, key, number in rows}


def _mine(name: str) -> str:
    return f"person:{name}"


def _by_state(found: dict[str, int]) -> dict[State, int]:
    return {State(key): number for key, number in found.items()}

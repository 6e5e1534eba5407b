"""How much each name of the catalogue is used: counts kept in the transaction that changes them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import starmap
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update

from newsroom.domain.article import Article, Byline
from newsroom.domain.catalogue import DONE_WITH, Kind, names_of
from newsroom.domain.workflow import State
from newsroom.library import catalogue, database
from newsroom.library.database import insert
from newsroom.library.rows import ARTICLE, USAGE
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

FORM = "usage form"
VERSION = "1"
"""Number of what is counted and how; a library that was counted otherwise is counted anew."""

_ONE_THOUSAND = 1_000
_EVER = datetime(1, 1, 1, tzinfo=UTC)
Name = tuple[str, str]


@dataclass(slots=True)
class Count:
    """How many stories use a name, and when one of them was changed last."""

    live: int = 0
    open: int = 0
    trashed: int = 0
    used: datetime = _EVER

    def add(self, article: Article, times: int) -> None:
        """Count a story so many times."""
        if article.trashed:
            self.trashed += times
            return
        self.live += times
        self.open += times * (article.state not in DONE_WITH)

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Give the counts alone."""
        return self.live, self.open, self.trashed


def moved(steps: Iterable[tuple[Article | None, Article]]) -> dict[Name, Count]:
    """Give what changes in the counts when stories change from one text to another."""
    found: dict[Name, Count] = defaultdict(Count)
    for old, new in steps:
        for name in _names(new):
            found[name].add(new, 1)
            found[name].used = max(found[name].used, new.modified or _EVER)
        for name in _names(old) if old else ():
            found[name].add(old, -1)  # type: ignore[arg-type]  # there are names only where it is
    return found


def gone(article: Article) -> dict[Name, Count]:
    """Give what changes in the counts when a story is no more."""
    found: dict[Name, Count] = defaultdict(Count)
    for name in _names(article):
        found[name].add(article, -1)
    return found


def _names(article: Article) -> Iterable[Name]:
    return ((kind.value, name) for kind in Kind for name in names_of(article, kind))


def add(connection: Connection, changes: Mapping[Name, Count]) -> None:
    """Write changed counts down."""
    if not changes:
        return
    rows = list(starmap(_row, sorted(changes.items())))
    if (guard := database.of(connection).guard) is not None:
        guard.count(connection, rows)
        return
    statement = insert(connection, USAGE)
    new = statement.excluded
    counted = {name: USAGE.c[name] + new[name] for name in ("live", "open", "trashed")}
    later = func.coalesce(new.used, USAGE.c.used)
    statement = statement.on_conflict_do_update(
        index_elements=["kind", "name"], set_={**counted, "used": later}
    )
    connection.execute(statement, rows)


def _row(name: Name, count: Count) -> dict[str, Any]:
    kind, text = name
    live, opened, trashed = count.numbers
    used = None if count.used is _EVER else count.used
    counted = {"live": live, "open": opened, "trashed": trashed, "used": used}
    key = folded(text) or text.casefold()
    return {"kind": kind, "name": text, "folded": key, **counted, "kept": False, "retired": False}


def decide(connection: Connection, kind: Kind, name: str, **decisions: bool) -> None:
    """Keep what was decided of a name: whether it stays without stories, whether it is retired."""
    row = {**_row((kind.value, name), Count()), **decisions}
    statement = insert(connection, USAGE).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["kind", "name"], set_=decisions))


def forget(connection: Connection, kind: Kind, name: str) -> None:
    """Forget a name that no story uses."""
    unused = (USAGE.c.live == 0, USAGE.c.trashed == 0)
    connection.execute(delete(USAGE).where(USAGE.c.kind == kind.value, USAGE.c.name == name, *unused))


def retired(connection: Connection, kind: Kind) -> frozenset[str]:
    """Give the names of a kind that are retired."""
    asked = select(USAGE.c.name).where(USAGE.c.kind == kind.value, USAGE.c.retired)
    return frozenset(connection.scalars(asked))


def keywords(connection: Connection, prefix: str, limit: int) -> tuple[str, ...]:
    """Give keywords to offer that begin so, the most used first; of several spellings the most used one."""
    start = folded(prefix)
    rows = connection.execute(
        select(USAGE.c.name, USAGE.c.folded)
        .where(USAGE.c.kind == Kind.KEYWORD.value, ~USAGE.c.retired, (USAGE.c.live > 0) | USAGE.c.kept)
        .where(USAGE.c.folded >= start, USAGE.c.folded < start + "\U0010ffff")
        .order_by(USAGE.c.live.desc(), USAGE.c.folded, USAGE.c.name)
        .limit(2 * limit)
    )
    spellings: dict[str, str] = {}
    for name, key in rows:
        spellings.setdefault(key, name)
    return tuple(spellings.values())[:limit]


# Counting anew


def is_ours(connection: Connection) -> bool:
    """Tell whether the counts are kept as we keep them."""
    return catalogue.fact(connection, FORM) == VERSION


def rebuild(connection: Connection) -> None:
    """Count all stories anew; what was decided stays."""
    nothing = dict.fromkeys(("live", "open", "trashed"), 0)
    connection.execute(update(USAGE).values(nothing))
    add(connection, counted(connection))
    catalogue.set_fact(connection, FORM, VERSION)


def counted(connection: Connection, damaged: list[int] | None = None) -> dict[Name, Count]:
    """Give the counts as the stories themselves say; the numbers of those that cannot be read go into the list."""
    found: dict[Name, Count] = defaultdict(Count)
    last = 0
    while rows := connection.execute(_PAGE, {"last": last}).all():
        for story in _stories(rows, damaged if damaged is not None else []):
            for name in _names(story):
                found[name].add(story, 1)
                found[name].used = max(found[name].used, story.modified or _EVER)
        last = rows[-1].id
    return found


_PAGE = (
    select(
        *(ARTICLE.c[name] for name in ("id", "section", "genre", "keywords", "authors", "created_by")),
        *(ARTICLE.c[name] for name in ("state", "trashed", "modified")),
    )
    .where(ARTICLE.c.id > bindparam("last"))
    .order_by(ARTICLE.c.id)
    .limit(_ONE_THOUSAND)
)


def _stories(rows: Iterable[Any], damaged: list[int]) -> Iterable[Article]:
    for row in rows:
        try:
            story = _story(row)
        except (ValueError, TypeError):
            damaged.append(row.id)
        else:
            yield story


def _story(row: Any) -> Article:
    """Give as much of a story as is counted."""
    return Article(
        uid="",
        section=row.section,
        genre=row.genre,
        keywords=tuple(json.loads(row.keywords)),
        authors=tuple(Byline(*one) for one in json.loads(row.authors)),
        created_by=row.created_by,
        state=State(row.state),
        trashed=row.trashed,
        modified=row.modified,
    )


def is_right(connection: Connection) -> bool:
    """Tell whether the running counts are those of the stories; of a damaged story they say nothing."""
    damaged: list[int] = []
    found = counted(connection, damaged)
    return bool(damaged) or kept(connection) == {name: count.numbers for name, count in found.items()}


def kept(connection: Connection) -> dict[Name, tuple[int, int, int]]:
    """Give the running counts of all names that a story uses."""
    columns = (USAGE.c.kind, USAGE.c.name, USAGE.c.live, USAGE.c.open, USAGE.c.trashed)
    rows = connection.execute(select(*columns).where((USAGE.c.live != 0) | (USAGE.c.trashed != 0)))
    return {(kind, name): tuple(numbers) for kind, name, *numbers in rows}  # type: ignore[misc]  # three numbers

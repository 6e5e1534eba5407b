"""Names that something had: whoever still writes one, an old window or template or file, means the name it has now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from newsroom.domain.catalogue import Kind
from newsroom.domain.query import Field, Term
from newsroom.library.database import insert
from newsroom.library.rows import FORMER
from newsroom.text.terms import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeGuard

    from sqlalchemy import Column, ColumnElement, Connection

    from newsroom.domain.article import Article
    from newsroom.domain.query import Clause, Part

_MOST = 5_000
"""Of more names than a statement takes, all former ones are asked for."""

_IN_STORIES = (Kind.SECTION, Kind.GENRE, Kind.KEYWORD)
"""Kinds whose names are put right in a story that is saved; a byline is the reader's text and stays."""


def key_of(kind: Kind, name: str) -> str:
    """Give a name as it is told apart: people's in whatever case."""
    return name.casefold() if kind is Kind.PERSON else name


def targets(connection: Connection, kind: Kind) -> dict[str, str]:
    """Give the former names of a kind, each with the name of now."""
    rows = connection.execute(select(FORMER.c.name, FORMER.c.target).where(FORMER.c.kind == kind.value))
    return {row.name: row.target for row in rows}


def by_target(connection: Connection, kind: Kind) -> dict[str, tuple[str, ...]]:
    """Give for each name the ones that became it."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, target in sorted(targets(connection, kind).items()):
        found[target].append(name)
    return {target: tuple(names) for target, names in found.items()}


def is_called(column: Column[str], person: str) -> ColumnElement[bool]:
    """Give the condition that a column of names in small letters is a person's name, of now or of before."""
    key = person.casefold()
    before = select(FORMER.c.name).where(FORMER.c.kind == Kind.PERSON.value, FORMER.c.target == key)
    return or_(column == key, column.in_(before))


def current(connection: Connection, articles: Iterable[Article]) -> list[Article]:
    """Give stories with the names of now in place of former ones."""
    listed = list(articles)
    used = {name for one in listed for name in (one.section, one.genre, *one.keywords) if name}
    known = _known(connection, used)
    return [_current(article, known) for article in listed] if known else listed


def _known(connection: Connection, names: set[str]) -> dict[tuple[str, str], str]:
    if not names:
        return {}
    kinds = [kind.value for kind in _IN_STORIES]
    asked = select(FORMER.c.kind, FORMER.c.name, FORMER.c.target).where(FORMER.c.kind.in_(kinds))
    if len(names) <= _MOST:
        asked = asked.where(FORMER.c.name.in_(sorted(names)))
    return {(kind, name): target for kind, name, target in connection.execute(asked)}


def _current(article: Article, known: Mapping[tuple[str, str], str]) -> Article:
    words = tuple(known.get((Kind.KEYWORD.value, word), word) for word in article.keywords)
    return replace(
        article,
        section=known.get((Kind.SECTION.value, article.section), article.section),
        genre=known.get((Kind.GENRE.value, article.genre), article.genre),
        keywords=article.keywords if words == article.keywords else tuple(dict.fromkeys(words)),
    )


def target(connection: Connection, kind: Kind, name: str) -> str:
    """Give the name of now: the name itself where it is no former one."""
    asked = select(FORMER.c.target).where(FORMER.c.kind == kind.value, FORMER.c.name == key_of(kind, name))
    return connection.scalar(asked) or name


def widened(connection: Connection, wanted: Iterable[Clause]) -> list[Clause]:
    """Give what a search wants, keywords by their names of now too where a former one is asked for."""
    clauses = list(wanted)
    if not any(_is_keyword(part) for clause in clauses for part in clause):
        return clauses
    known = {
        tuple(folded_words(name)): tuple(folded_words(now))
        for name, now in targets(connection, Kind.KEYWORD).items()
    }
    return [tuple(wider for part in clause for wider in _with_now(part, known)) for clause in clauses]


def _is_keyword(part: Part) -> TypeGuard[Term]:
    return isinstance(part, Term) and part.field is Field.KEYWORD


def _with_now(part: Part, known: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[Part]:
    yield part
    if _is_keyword(part) and known.get(part.words):
        yield replace(part, words=known[part.words], begun=False)


def became(connection: Connection, kind: Kind, old: str, new: str) -> tuple[str, ...]:
    """Note that a name became another, and give those that had become it before and now go on with it."""
    before, after = key_of(kind, old), key_of(kind, new)
    if before == after:
        return ()
    moved = tuple(
        connection.scalars(
            select(FORMER.c.name).where(FORMER.c.kind == kind.value, FORMER.c.target == before)
        )
    )
    forget(connection, kind, new)
    here = (FORMER.c.kind == kind.value, FORMER.c.target == before)
    connection.execute(update(FORMER).where(*here).values(target=after))
    statement = insert(connection, FORMER).values(kind=kind.value, name=before, target=after)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["kind", "name"], set_={"target": after})
    )
    return tuple(name for name in moved if name != after)


def forget(connection: Connection, kind: Kind, name: str) -> None:
    """Let a name stand for itself again."""
    here = (FORMER.c.kind == kind.value, FORMER.c.name == key_of(kind, name))
    connection.execute(delete(FORMER).where(*here))


def go_back(connection: Connection, kind: Kind, name: str, moved: Iterable[str]) -> None:
    """Let a name stand for itself again, and those that went on with it become it as before."""
    forget(connection, kind, name)
    here = (FORMER.c.kind == kind.value, FORMER.c.name.in_(tuple(moved)))
    connection.execute(update(FORMER).where(*here).values(target=key_of(kind, name)))


def drop_target(connection: Connection, kind: Kind, name: str) -> None:
    """Forget the former names of something that is deleted."""
    here = (FORMER.c.kind == kind.value, FORMER.c.target == key_of(kind, name))
    connection.execute(delete(FORMER).where(*here))

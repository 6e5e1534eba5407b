"""Notes of all stories as a list: one row a note, written in the transaction that saves its story."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, tuple_

from newsroom.domain.listing import Cursor, Page
from newsroom.domain.note_listing import NoteFilter, NoteLine, NoteScope
from newsroom.domain.note_places import places
from newsroom.library.adding import add
from newsroom.library.former import is_called
from newsroom.library.rows import ARTICLE, AUTHOR, NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from newsroom.domain.article import Article

_LINE = (
    NOTE.c.article_id,
    ARTICLE.c.headline,
    NOTE.c.name,
    NOTE.c.author,
    NOTE.c.text,
    NOTE.c.replies,
    NOTE.c.resolved,
    NOTE.c.placed,
    NOTE.c.latest,
)
_ORDER = (NOTE.c.latest, NOTE.c.article_id, NOTE.c.name)


def write(connection: Connection, steps: Iterable[tuple[Article | None, Article]]) -> None:
    """Write the notes of stories down where they are others than before."""
    added: list[dict[str, Any]] = []
    for old, new in steps:
        before, after = tuple(rows(old)) if old else (), tuple(rows(new))
        if before != after:
            if before:
                connection.execute(delete(NOTE).where(NOTE.c.article_id == new.id))
            added += after
    add(connection, NOTE, added)


def rows(article: Article) -> Iterator[dict[str, Any]]:
    """Give the rows of a story's notes."""
    if not article.notes:
        return
    standing = places(article)
    for note in {note.id: note for note in article.notes}.values():
        yield {
            "article_id": article.id,
            "name": note.id,
            "author": note.author,
            "author_key": note.author.casefold(),
            "text": note.text,
            "replies": len(note.replies),
            "resolved": note.resolved,
            "placed": note.id in standing,
            "latest": note.latest,
        }


def page(connection: Connection, chosen: NoteFilter, after: Cursor | None, limit: int) -> Page[NoteLine]:
    """Give one page of notes, those last spoken of first."""
    rows = connection.execute(_page(chosen, after, limit + 1)).all()
    lines = tuple(NoteLine(*row) for row in rows[:limit])
    return Page(lines, _cursor(lines[-1]) if len(rows) > limit else None)


def _cursor(line: NoteLine) -> Cursor:
    return Cursor((line.latest, line.story, line.name))


@lru_cache(maxsize=16)
def _page(chosen: NoteFilter, after: Cursor | None, limit: int) -> Select[*tuple[Any, ...]]:
    statement = select(*_LINE).join(ARTICLE, ARTICLE.c.id == NOTE.c.article_id)
    statement = statement.where(*_conditions(chosen)).order_by(*(column.desc() for column in _ORDER))
    if after is not None:
        statement = statement.where(
            tuple_(*_ORDER) < tuple_(*after.key, types=[column.type for column in _ORDER])
        )
    return statement.limit(limit)


def _conditions(chosen: NoteFilter) -> Iterator[ColumnElement[bool]]:
    yield ARTICLE.c.in_trash.is_(False)
    if not chosen.resolved:
        yield NOTE.c.resolved.is_(False)
    if chosen.scope is NoteScope.MINE:
        yield is_called(NOTE.c.author_key, chosen.person)
    elif chosen.scope is NoteScope.MY_STORIES:
        mine = select(AUTHOR.c.article_id).where(is_called(AUTHOR.c.name, chosen.person))
        yield NOTE.c.article_id.in_(mine)

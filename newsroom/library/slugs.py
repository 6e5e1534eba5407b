"""Slugs: suggested from the headline, each once in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from newsroom.library import database
from newsroom.library.rows import ARTICLE
from newsroom.text.slug import slug as suggested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

_CHUNK = 200
Wish = tuple[int, str, str]


def free_slugs(connection: Connection, wishes: Sequence[Wish]) -> list[str]:
    """Give a slug for each story named by number, wished slug and headline; a taken one gets a number."""
    wanted = [wish or suggested(headline) for _, wish, headline in wishes]
    taken = _taken(connection, {slug for slug in wanted if slug})
    given: list[str] = []
    for (story, _, _), slug in zip(wishes, wanted, strict=True):
        free = _free(slug, taken, story)
        taken[free] = story
        given.append(free)
    return given


def _free(slug: str, taken: dict[str, int], story: int) -> str:
    if not slug or taken.get(slug, story) == story:
        return slug
    number = 2
    while taken.get(f"{slug}-{number}", story) != story:
        number += 1
    return f"{slug}-{number}"


def _taken(connection: Connection, wanted: set[str]) -> dict[str, int]:
    """Give the slugs that stand in the way, with whose they are; most wishes meet none."""
    same = _having(connection, sorted(wanted), numbered=False)
    return same | _having(connection, sorted(same), numbered=True)


def _having(connection: Connection, wanted: list[str], *, numbered: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    guard = database.of(connection).guard
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        if guard is not None:
            found |= guard.slugs(connection, chunk, numbered=numbered)
            continue
        asked = or_(*map(_numbered, chunk)) if numbered else ARTICLE.c.slug.in_(chunk)
        rows = connection.execute(select(ARTICLE.c.slug, ARTICLE.c.id).where(ARTICLE.c.slug != "", asked))
        found.update((slug, story) for slug, story in rows)
    return found


def _numbered(slug: str) -> ColumnElement[bool]:
    """Ask for a slug's numbered forms as a range, which an index serves: ``.`` follows ``-``."""
    return and_(ARTICLE.c.slug >= slug + "-", ARTICLE.c.slug < slug + ".")

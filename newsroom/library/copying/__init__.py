"""Copies a library to another place, from either database to either, so that all of it is the same there.

The copy is marked as unfinished until every row was compared; it is opened by nobody until then, and goes
on from where it ended.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotWritten
from newsroom.domain.server import spoken
from newsroom.library import opening, schema
from newsroom.library.copying import chunks, mark
from newsroom.library.copying.run import Run, empty
from newsroom.library.rows import ARTICLE, DRAFT, HEAD, PERSON, PICTURE, SECTION
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from newsroom.library.copying.mark import Mark
    from newsroom.library.engine import Store

__all__ = ["Copied", "Place", "copy_library", "copy_store", "copy_to"]

_TELLING = (ARTICLE, HEAD, PERSON, SECTION, PICTURE, DRAFT)
"""Tables of which a row tells that somebody uses a library."""


@dataclass(frozen=True, slots=True)
class Place:
    """An open store and how its place is told, without a password."""

    store: Store
    where: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A finished copy: how many stories, and the hash of each table, the same on both sides."""

    stories: int
    digests: dict[str, str]


def copy_library(
    source: str | Path,
    target: str | Path,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Copied:
    """Copy the library at one place to another, where none is, or go on with that.

    Raises LibraryUnusable where one of them cannot be opened, NotWritten and Cancelled.
    """
    with _open(source, create=False) as ours:
        return copy_to(ours, target, progress, cancelled)


def copy_to(
    source: Place,
    target: str | Path,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Copied:
    """Copy an open library to a place where none is, or go on with that; raises as `copy_library` does."""
    with _open(target, create=True) as theirs:
        return copy_store(source, theirs, progress, cancelled)


@contextmanager
def _open(where: str | Path, *, create: bool) -> Iterator[Place]:
    opened = opening.open_store(where, create=create, zone="UTC")
    with closing(opened.store):
        yield Place(opened.store, opened.location)


def copy_store(
    source: Place,
    target: Place,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Copied:
    """Copy a library into an empty one, or go on with that; raises NotWritten and Cancelled."""
    with source.store.reading() as ours:
        mark.refuse_unfinished(ours, source.where)
        found = mark.Mark(source.where, mark.identity_of(ours), schema.sequence(ours))
        begun, changed = _begin(target, found)
        run = Run(ours, target.store, begun, progress, cancelled)
        copied = Copied(chunks.count(ours, ARTICLE), run.go(changed=changed))
    run.finish()  # the original is let go of before, for building indexes takes its time
    return copied


def _begin(target: Place, found: Mark) -> tuple[Mark, bool]:
    """Give the mark to go on from, and whether the original was written since it was made."""
    with target.store.writing() as theirs:
        known = mark.read(theirs)
        if known is None:
            _refuse_used(theirs, target.where)
            empty(theirs)
            mark.write(theirs, found)
            return found, False
        if known.identity != found.identity:
            text = N_("{where} holds an unfinished copy of another library. Choose another place.")
            raise NotWritten(msg(text, where=spoken(target.where)))
        changed = known.seq != found.seq
        going_on = found if changed else replace(known, origin=found.origin)
        mark.write(theirs, going_on)
        return going_on, changed


def _refuse_used(theirs: Connection, where: str) -> None:
    used = any(chunks.count(theirs, table) for table in _TELLING)
    if used or schema.sequence(theirs):
        text = N_("{where} holds a library already. Choose an empty place.")
        raise NotWritten(msg(text, where=spoken(where)))

"""A library on a server as a person's own login has it: read as every other, its stories kept by one door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library.postgres import (
    BATCH,
    BESIDE,
    READING,
    WRITING,
    announce,
    announcements,
    back_up,
    create_beside,
    empty,
    frequencies,
    holders,
    insert,
    interrupt,
    mark,
    matching,
    put,
    quick,
    rights_of,
    settle,
    take,
    tests,
    told,
    version,
)
from newsroom.library.postgres.adding import add_by_statement as add
from newsroom.library.postgres.rights.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from newsroom.library.engine import Store
    from newsroom.translation import Message

__all__ = [
    "BATCH", "BESIDE", "READING", "WRITING", "add", "announce", "announcements", "back_up", "create_beside", "empty", "frequencies",
    "guard", "holders", "index_tests", "insert", "interrupt", "mark", "matching", "put", "quick", "rights_of", "scrub", "settle", "take", "tests", "told",
    "unguarded",
    "version",
]  # fmt: skip

guard = Guard()


def unguarded(_connection: Connection) -> AbstractContextManager[None]:
    """Refuse to let the journal shrink: that is its owner's."""
    from newsroom.library.postgres.erasing import only_owner

    raise only_owner()


def scrub(_store: Store) -> bool:
    """Refuse to take out what is deleted: that is its owner's."""
    from newsroom.library.postgres.erasing import only_owner

    raise only_owner()


def index_tests(_store: Store) -> Iterator[Message]:
    """Give nothing: what others wrote cannot be judged by what one person may read."""
    return iter(())

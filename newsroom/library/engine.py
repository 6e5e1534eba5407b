"""Transactions on a library, whatever keeps it, and its faults told in a sentence."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsroom.domain.errors import LibraryUnusable
from newsroom.library import database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from newsroom.library.database import Database
    from newsroom.translation import Message


@contextmanager
def telling(kind: Database) -> Iterator[None]:
    """Turn the database's errors that are the world's fault into ours."""
    try:
        yield
    except Exception as fault:
        known = kind.told(fault)
        if known is None:
            raise
        raise known from fault


class Store:
    """Gives transactions on one library, from any thread.

    Writers wait for each other and readers for no one.
    """

    def __init__(self, engine: Engine, *, read_only: Message | None = None) -> None:
        self.engine = engine
        self.database = database.of(engine)
        self.read_only = read_only
        self._reader = engine.execution_options(**self.database.READING)
        self._writer = engine.execution_options(**self.database.WRITING)
        self._turn = threading.Lock()
        self.notices: deque[Message] = deque(maxlen=8)
        """What the library did by itself and its user should know."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a transaction that sees one state of the library throughout."""
        with telling(self.database), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction that writes, alone; it holds when the block ends and is gone when it fails."""
        if self.read_only:
            raise LibraryUnusable(self.read_only)
        with telling(self.database), self._turn, self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

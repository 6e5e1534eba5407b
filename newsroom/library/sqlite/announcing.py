"""Changes of other programs to a file, which tells nobody: its running number is read twice a second."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

from newsroom.library import schema

if TYPE_CHECKING:
    from newsroom.library.engine import Store

_PAUSE = 0.5


class Polling:
    """Reads the running number again and again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._closed = Event()
        self._known = self._number()

    def _number(self) -> int:
        with self._store.reading() as connection:
            return schema.sequence(connection)

    def wait(self, timeout: float) -> int | None:
        """Give the running number once it is another than at the last call, or nothing in this time."""
        until = time.monotonic() + timeout
        while not self._closed.is_set():
            number = self._number()
            if number != self._known:
                self._known = number
                return number
            left = until - time.monotonic()
            if left <= 0:
                return None
            self._closed.wait(min(_PAUSE, left))
        return None

    def close(self) -> None:
        """Let whoever waits go at once."""
        self._closed.set()

"""Changes of other people, as the server announces them: one connection listens and nothing is asked meanwhile."""

from __future__ import annotations

import select
import socket
import time
from contextlib import suppress
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, cast

from newsroom.library import schema
from newsroom.library.engine import telling

if TYPE_CHECKING:
    import psycopg

    from newsroom.library.engine import Store

CHANNEL = "newsroom"


class Listening:
    """Waits for announcements, and for the one who ends it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._line: psycopg.Connection[Any] | None = None
        self._ear, self._bell = socket.socketpair()
        self._waiting = Lock()
        self._closed = Event()
        self._known = self._number()

    def _number(self) -> int:
        with self._store.reading() as connection:
            return schema.sequence(connection)

    def wait(self, timeout: float) -> int | None:
        """Give the running number once it is another than at the last call, or nothing in this time.

        Raises LibraryAway where the server does not answer; the next call dials anew and misses nothing.
        """
        with self._waiting:
            if self._closed.is_set():
                return None
            try:
                with telling(self._store.database):
                    return self._heard(time.monotonic() + timeout)
            except BaseException:
                self._hang_up()
                raise
            finally:
                if self._closed.is_set():
                    self._let_go()

    def _heard(self, until: float) -> int | None:
        new = self._line is None
        line = self._line = self._line or self._listening()
        while not self._closed.is_set():
            if new or self._rung(line):
                new = False
                number = self._number()
                if number != self._known:
                    self._known = number
                    return number
            left = until - time.monotonic()
            if left <= 0:
                return None
            select.select([line.fileno(), self._ear.fileno()], [], [], left)
        return None

    def _listening(self) -> psycopg.Connection[Any]:
        raw = self._store.engine.raw_connection()
        line = cast("psycopg.Connection[Any]", raw.driver_connection)
        raw.detach()  # from here on it is ours and not the pool's
        line.autocommit = True
        line.execute(f"LISTEN {CHANNEL}")
        return line

    @staticmethod
    def _rung(line: psycopg.Connection[Any]) -> bool:
        """Tell whether something was announced; raises where the line is dead."""
        return bool(list(line.notifies(timeout=0)))

    def close(self) -> None:
        """Let whoever waits go at once, and wait no more."""
        self._closed.set()
        with suppress(OSError):
            self._bell.send(b"!")
        with self._waiting:
            self._let_go()

    def _let_go(self) -> None:
        self._hang_up()
        self._ear.close()
        self._bell.close()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

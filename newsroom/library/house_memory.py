"""The house's settings as they were read last, so that asking for them costs nothing."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.settings import House


class HouseMemory:
    """Remembers settings with the library's running number; a higher number heard of makes them old."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seq = 0
        self._house: House | None = None

    @property
    def house(self) -> House | None:
        """Give what is remembered, or None where it must be read."""
        return self._house

    def hear(self, seq: int) -> None:
        """Forget settings that were read before the library had this number."""
        with self._lock:
            if seq > self._seq:
                self._seq, self._house = seq, None

    def keep(self, seq: int, house: House) -> None:
        """Remember settings read at this number, unless a higher one was heard of meanwhile."""
        with self._lock:
            if seq >= self._seq:
                self._seq, self._house = seq, house

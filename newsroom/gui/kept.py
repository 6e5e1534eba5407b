"""What the window remembers from one day to the next, in a file of the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from newsroom.gui.theme.tokens import Scheme

if TYPE_CHECKING:
    from pathlib import Path


class Kept:
    """Window state in an ini file; what is missing or spoilt reads as if it had never been kept."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Give the chosen look."""
        value = self.word("look")
        return Scheme(value) if value in list(Scheme) else Scheme.SYSTEM

    def word(self, name: str) -> str:
        """Give a word that was kept, or nothing."""
        value = self._settings.value(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """Give a number that was kept, or 0."""
        value = self.word(name)
        return int(value) if value.isdecimal() else 0

    def numbers(self, name: str) -> list[int]:
        """Give numbers that were kept, or none."""
        parts = self.word(name).split(" ")
        return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []

    def bytes(self, name: str) -> QByteArray:
        """Give what Qt packed for itself, or nothing."""
        return QByteArray.fromBase64(self.word(name).encode("ascii", "ignore"))

    def keep(self, name: str, value: str | int | list[int] | QByteArray) -> None:
        """Keep a value."""
        if isinstance(value, QByteArray):
            value = bytes(value.toBase64().data()).decode("ascii")
        elif isinstance(value, list):
            value = " ".join(map(str, value))
        self._settings.setValue(name, str(value))

    def sync(self) -> None:
        """Write what is kept to the file."""
        self._settings.sync()

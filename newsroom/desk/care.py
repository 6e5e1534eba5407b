"""Looking after the library itself: is it whole, and is there a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.passwords import dial

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.library.copying import Copied
    from newsroom.translation import Message


class Care:
    """What keeps a library safe."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, progress: Progress | None = None) -> tuple[Message, ...]:
        """Give a sentence for all that is damaged: the file, each story, version, picture, journal, index."""
        return self._desk.library.check(progress)

    def back_up(self, path: Path) -> Path:
        """Write a copy that was read back and compared, and say where; raises NotWritten, replaces nothing."""
        place = path.expanduser().absolute()
        self._desk.library.backup(place)
        self._desk.erasing.note_backup(place)
        return place

    def copy_to(self, place: str, password: str, progress: Progress, cancelled: Cancelled) -> Copied:
        """Copy the library to an empty place, a file or a database on a server, and compare all of it.

        A copy that was called off goes on where it ended. Raises LibraryUnusable, NotWritten and Cancelled.
        """
        return self._desk.library.copy_to(dial(place, password), progress, cancelled)

"""Looking after the library itself: is it whole, and is there a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Progress
    from newsroom.translation import Message


class Care:
    """What keeps a library safe."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, progress: Progress | None = None) -> tuple[Message, ...]:
        """Give a sentence for all that is damaged: the file, each story, version, picture, journal, index.

        An index of words is built anew from the stories where that can be, and that is said.
        """
        library = self._desk.library
        found = library.check(progress)
        mended = library.mend() if found else ()
        if mended:
            library.notices()
            found = tuple(one for one in library.check(progress))
        return (*mended, *found)

    def back_up(self, path: Path) -> Path:
        """Write a copy that was read back and compared, and say where; raises NotWritten, replaces nothing."""
        place = path.expanduser().absolute()
        self._desk.library.backup(place)
        return place

"""Checking the library and backing it up from the window; told in the notice bar when it is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.room import Room
    from newsroom.translation import Message

SHOWN = 2
"""So many findings are told; the others are counted."""


class Care(QObject):
    """One check or backup at a time."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room, self._desk, self._tasks, self._window = room, room.desk, room.tasks, room.window
        self._busy = False
        room.browsing.filled.connect(self._tell_notices)
        room.session.changed.connect(self._tell_notices)

    def _tell_notices(self, _what: object) -> None:
        """Tell what the library did by itself."""
        for message in self._desk.library.notices():
            self._room.say("warn", tell(message))

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"check-library": self.check, "back-up": self.choose}

    def check(self) -> None:
        """Look for damage in the whole library."""
        self._begin(_("Checking the library …"), self._desk.care.check, self._checked)

    def choose(self) -> None:
        """Ask where a backup shall go; a file that is there is never replaced, so nobody asks about it."""
        chooser = QFileDialog(self._window, _("Back up library"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setDefaultSuffix("newsroom")
        place = Path(self._desk.library.location)
        chooser.selectFile(f"{place.stem}-{self._desk.clock():%Y-%m-%d}.newsroom")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.back_up)
        chooser.open()

    def back_up(self, name: str) -> None:
        """Write a backup and compare it."""
        work = partial(self._desk.care.back_up, Path(name))
        self._begin(_("Backing up the library …"), work, self._backed_up)

    def _begin(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if not self._busy:
            self._busy = True
            self._room.say("calm", words)
            self._tasks.read(work, done, self._fail)

    def _checked(self, found: tuple[Message, ...]) -> None:
        self._busy = False
        words = [tell(one) for one in found[:SHOWN]] or [_("The library is whole.")]
        if len(found) > SHOWN:
            words.append(ngettext("{n} more", "{n} more", len(found) - SHOWN) + ".")
        self._room.say("bad" if found else "calm", " ".join(words))

    def _backed_up(self, place: Path) -> None:
        self._busy = False
        self._room.say("calm", _("The library is backed up in {file}.", file=str(place)))

    def _fail(self, error: BaseException) -> None:
        self._busy = False
        self._room.fail(error)

"""Saving the open story elsewhere when the library cannot take it: on a full disk, a drive that is gone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.gui.room import Room
    from newsroom.translation import Message


class Rescue(QObject):
    """Asks for another place and writes the story there as it stands on the page."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        room.session.rescue_asked.connect(self.choose)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give nothing: it is offered where a save failed, and has no action of its own."""
        return {}

    def choose(self) -> None:
        """Ask where the story shall go."""
        story = self._room.session.current()
        chooser = QFileDialog(self._room.window, _("Save elsewhere"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("Word document (*.docx)"))
        chooser.setDefaultSuffix("docx")
        chooser.selectFile(self._room.desk.output.names([story], "docx")[0])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save)
        chooser.open()

    def save(self, name: str) -> None:
        """Write the story, as it stands now, into a file."""
        place, story = Path(name), self._room.session.current()
        self._room.tasks.read(
            partial(self._room.desk.output.rescue, story, place), partial(self._saved, place), self._room.fail
        )

    def _saved(self, place: Path, losses: tuple[Message, ...]) -> None:
        words = _("Your text is in {file}. It is not in the library yet.", file=str(place))
        self._room.say("warn", " ".join([words, *map(tell, losses)]))

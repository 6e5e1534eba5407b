"""Print in the window: the open story on paper or as PDF, and the window of print profiles."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.gui.printing.paper import put_on_paper
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.formats import Written
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.printing.paper import Job
    from newsroom.gui.room import Room

_FORM = "print-form"


class Printing(QObject):
    """Prints the story as it stands on the page; a proof is always allowed, and stamped."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings = room, settings

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"print": self.ask, "print-profiles": self.edit}

    def ask(self) -> None:
        """Show how the story would be printed, and ask where."""
        from newsroom.gui.printing.print_dialog import PrintDialog

        room, story = self._room, self._room.session.current()
        profiles = room.desk.printing.profiles()
        form = room.window.kept.word(_FORM) or "pdf"
        dialog = PrintDialog(room.desk, room.tasks, story, profiles, form, room.window)
        dialog.wanted.connect(partial(self.send, story))
        dialog.saved_as.connect(partial(self._choose_place, story))
        dialog.open()

    def send(self, story: Article, job: Job, form: str, profile: str) -> None:
        """Print a story."""
        self._room.window.kept.keep(_FORM, form)
        printing = self._room.desk.printing

        def work() -> int:
            return put_on_paper(printing.pages(story, form, profile, paper=True), job)

        self._room.tasks.read(work, partial(self._sent, job), self._room.fail)

    def _sent(self, job: Job, pages: int) -> None:
        place = job.printer or str(job.file)
        words = ngettext(
            "{n} page went to “{printer}”.", "{n} pages went to “{printer}”.", pages, printer=place
        )
        self._room.say("calm", words)

    def _choose_place(self, story: Article, form: str, profile: str) -> None:
        chooser = QFileDialog(self._room.window, _("Save as PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("PDF (*.pdf)"))
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(self._room.desk.output.names([story], form)[0])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.save, story, form, profile))
        chooser.open()

    def save(self, story: Article, form: str, profile: str, name: str) -> None:
        """Write the proof of a story as PDF."""
        self._room.window.kept.keep(_FORM, form)
        work = partial(self._room.desk.printing.save, story, form, profile, Path(name))
        self._room.tasks.read(work, partial(self._saved, Path(name)), self._room.fail)

    def _saved(self, place: Path, written: Written) -> None:
        words = _("The proof is in {file}.", file=str(place))
        losses = map(tell, written.losses)
        self._room.say("warn" if written.losses else "calm", " ".join([words, *losses]))

    # Profiles

    def edit(self) -> None:
        """Show the print profiles."""
        from newsroom.gui.printing.profiles_dialog import ProfilesDialog

        self._settings.renew()
        printing = self._room.desk.printing
        dialog = ProfilesDialog(
            printing, self._room.tasks, self._room.window, allowed=self._settings.may_set_house
        )
        dialog.put.connect(self._put)
        dialog.told.connect(lambda words: self._room.say("calm", words))
        dialog.open()

    def _put(self, profiles: tuple[PrintProfile, ...]) -> None:
        work = partial(self._room.desk.printing.put, profiles)
        self._room.tasks.write(work, self._kept, self._room.fail)

    def _kept(self, changes: Changes) -> None:
        self._settings.renew()
        self._settings.house_changed.emit(changes)

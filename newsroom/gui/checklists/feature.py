"""The checklists in the window: showing them, keeping what is set, passing them on as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.gui.faults import words_of
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.desk.checklists import Asked
    from newsroom.domain.card import Genre, Section
    from newsroom.domain.changeset import Changes
    from newsroom.formats.checklist_table import ChecklistRead
    from newsroom.gui.checklists.dialog import ChecklistsDialog
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room
    from newsroom.settings import House
    from newsroom.translation import Message


@dataclass(frozen=True, slots=True)
class Held:
    """What holds now, as the dialog shows it."""

    house: House
    rule: Message
    genres: tuple[Genre, ...]
    sections: tuple[Section, ...]
    asked: tuple[Asked, ...]


class ChecklistsFeature(QObject):
    """Opens the dialog and does what is asked for there."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings = room, settings
        self._lists = room.desk.checklists
        self.dialog: ChecklistsDialog | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"checklists": self.show}

    def show(self) -> None:
        """Show what is asked now."""
        from newsroom.gui.checklists.dialog import ChecklistsDialog

        window = self._room.window
        allowed = self._settings.may_set_house
        dialog = ChecklistsDialog(window, window.wardrobe.palette, allowed=allowed)
        self.dialog = dialog
        dialog.model.wanted.connect(lambda demands: self._change(partial(self._lists.put, demands)))
        dialog.forgotten.connect(lambda demands: self._change(partial(self._lists.forget, demands)))
        dialog.looked.connect(self._fill)
        dialog.sections.put.connect(self._put_sections)
        dialog.import_asked.connect(self._choose_file)
        dialog.export_asked.connect(self._choose_place)
        dialog.finished.connect(self._closed)
        self._fill()
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _fill(self, genre: str = "", section: str = "") -> None:
        work = partial(_held, self._room.desk, genre, section)
        self._room.tasks.read(work, partial(self._show, genre, section), self._fail)

    def _show(self, genre: str, section: str, held: Held) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        place = dialog.table.currentIndex()
        dialog.model.show(self._lists.rules(), held.asked, genre, section)
        if place.isValid():
            dialog.table.setCurrentIndex(dialog.model.index(place.row(), place.column()))
        if not dialog.genre.count():
            dialog.offer(held.genres, held.sections)
        names = [one.name for one in held.sections if not one.retired]
        dialog.sections.show_house(names, held.house, tell(held.rule))

    # Keeping

    def _change(self, work: Callable[[], Changes]) -> None:
        self._room.tasks.write(work, self._changed, self._fail)

    def _changed(self, changes: Changes) -> None:
        self._settings.renew()
        self._settings.house_changed.emit(changes)
        if self.dialog is not None:
            self._fill(*self.dialog.chosen())

    def _fail(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.tell(words_of(error), "warn")
        else:
            self._room.fail(error)

    def _put_sections(self, strict: tuple[str, ...], second: tuple[str, ...]) -> None:
        def set_both(house: House) -> House:
            return replace(house, strict_sections=strict, second_sections=second)

        self._change(partial(self._room.desk.preferences.amend_house, set_both))

    # As a file

    def _choose_file(self) -> None:
        chosen = QFileDialog(self.dialog, _("Import checklists"))
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.setNameFilters([_("Tables (*.csv *.tsv *.txt)"), _("All files (*)")])
        chosen.fileSelected.connect(self.bring_in)
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.open()

    def bring_in(self, name: str) -> None:
        """Set what a table says; its lines that are none are told and left out."""
        self._room.tasks.read(partial(self._lists.read, Path(name)), self._take, self._fail)

    def _take(self, read: ChecklistRead) -> None:
        taken = ngettext("{n} line taken over.", "{n} lines taken over.", len(read.lines))
        if read.bad:
            first = read.bad[0]
            bad = ngettext(
                "{n} left out, line {line}: {reason}",
                "{n} left out, the first is line {line}: {reason}",
                len(read.bad),
                line=first.line,
                reason=tell(first.reason),
            )
            taken = f"{taken} {bad}"
        if self.dialog is not None:
            self.dialog.tell(taken, "warn" if read.bad else "muted")
        if read.demands:
            self._change(partial(self._lists.put, read.demands))

    def _choose_place(self) -> None:
        chosen = QFileDialog(self.dialog, _("Export checklists"))
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix("csv")
        chosen.selectFile(_("checklists.csv"))
        chosen.setNameFilters([_("Tables (*.csv *.tsv *.txt)")])
        chosen.fileSelected.connect(self.write_to)
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.open()

    def write_to(self, name: str) -> None:
        """Write what the house has set into a table."""
        self._room.tasks.read(partial(self._lists.write, Path(name)), self._written, self._fail)

    def _written(self, lines: int) -> None:
        if self.dialog is not None:
            self.dialog.tell(ngettext("{n} line written.", "{n} lines written.", lines))


def _held(desk: Desk, genre: str, section: str) -> Held:
    house = desk.library.house
    asked: tuple[Asked, ...] = desk.checklists.holding(genre, section)
    return Held(house.settings(), desk.approval.rule(), tuple(house.genres()), tuple(house.sections()), asked)

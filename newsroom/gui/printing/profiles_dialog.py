"""The window of print profiles: their names at the left, the fields in the middle, a live specimen at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QWidget

from newsroom.domain.words import language_name
from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.printing.profile_form import ProfileForm
from newsroom.gui.printing.sheets import Sheets
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.desk.printing import Printing
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.text.calibration import Calibration

_SIZE = (1060, 640)
_LIST_WIDTH, _FORM_WIDTH = 190, 350
_WIDEST = 700
_PAUSE = 350


class ProfilesDialog(QDialog):
    """Emits `put` with all profiles when they are to be kept."""

    put = Signal(object)
    told = Signal(str)

    def __init__(self, printing: Printing, tasks: Tasks, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print profiles"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._printing, self._tasks, self._allowed = printing, tasks, allowed
        self._asked: Task | None = None
        self.profiles: list[PrintProfile] = list(printing.profiles())
        self.list = QListWidget()
        self.list.setAccessibleName(_("Print profiles"))
        self.form = ProfileForm(allowed=allowed)
        self.specimen = Sheets(_WIDEST)
        self._pause = AfterPause(self._draw, _PAUSE, self)
        self.add = button(_("New"), self._add)
        self.delete = button(_("Delete"), self._delete)
        self.first = button(_("Make it the house's"), self._make_first)
        self.fit = button(_("Fit the lines …"), self._fit)
        self.save = button(_("Save"), self._save, "primary")
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.form.changed.connect(self._changed)
        self._tasks.read(printing.faces, self.form.show_faces)
        self._refill(0)

    def _lay_out(self) -> None:
        left = down(gap=8)
        self.list.setFixedWidth(_LIST_WIDTH)
        left.addWidget(self.list, 1)
        for one in (self.add, self.delete, self.first, self.fit):
            left.addWidget(one)
        self.form.setFixedWidth(_FORM_WIDTH)
        sides = across(gap=16)
        sides.addLayout(left)
        sides.addWidget(self.form)
        sides.addWidget(self.specimen, 1)
        whole = down(self, 12)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.addLayout(sides, 1)
        whole.addLayout(self._foot())
        for one in (self.add, self.delete, self.first, self.fit, self.save):
            one.setAutoDefault(False)

    def _foot(self) -> QHBoxLayout:
        foot = across(gap=8)
        bring, send = button(_("Import …"), self._choose_file), button(_("Export …"), self._choose_place)
        for one in (bring, send):
            one.setAutoDefault(False)
            foot.addWidget(one)
        bring.setEnabled(self._allowed)
        why = "" if self._allowed else _("Only a duty editor changes the settings of the house.")
        self.why = label(why, "muted", wrap=True)
        foot.addWidget(self.why, 1)
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self.save)
        return foot

    # The list

    def _refill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_(one.name) for one in self.profiles])
        self.list.blockSignals(False)
        self.list.setCurrentRow(row)
        self._show(row)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.profiles):
            self.form.show_profile(self.profiles[row])
            self._weigh()
            self._draw()

    def _weigh(self) -> None:
        row, names = self.list.currentRow(), [one.name for one in self.profiles]
        self.add.setEnabled(self._allowed)
        self.fit.setEnabled(self._allowed)
        self.delete.setEnabled(self._allowed and len(names) > 1)
        self.first.setEnabled(self._allowed and row > 0)
        distinct = all(names) and len(set(names)) == len(names)
        self.save.setEnabled(self._allowed and distinct)
        if self._allowed:
            self.why.setText("" if distinct else _("Each print profile needs a name of its own."))

    def _add(self) -> None:
        names = {one.name for one in self.profiles}
        name = next(one for one in (_("Profile {n}", n=n) for n in range(2, 1000)) if one not in names)
        self.profiles.append(replace(self.form.profile(), name=name))
        self._refill(len(self.profiles) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _delete(self) -> None:
        row = self.list.currentRow()
        del self.profiles[row]
        self._refill(max(row - 1, 0))

    def _make_first(self) -> None:
        self.profiles.insert(0, self.profiles.pop(self.list.currentRow()))
        self._refill(0)

    def _changed(self) -> None:
        row = self.list.currentRow()
        self.profiles[row] = self.form.profile()
        item = self.list.item(row)
        assert item is not None
        item.setText(self.profiles[row].name)
        self._weigh()
        self._pause.ask()

    # The specimen

    def _draw(self) -> None:
        self._pause.forget()
        if self._asked is not None:
            self._asked.cancel()
        self.specimen.tell("" if self.specimen.pages else _("The specimen is being set …"))
        work = partial(self._printing.shown, self.form.profile())
        row = self.list.currentRow()
        self._asked = self._tasks.read(work, partial(self._drawn, row), self._failed)

    def _drawn(self, row: int, found: tuple[PrintProfile, dict[str, int], bytes]) -> None:
        self._asked = None
        profile, characters, picture = found
        if row == self.list.currentRow() and profile.face == self.form.face.currentText():
            self.profiles[row] = replace(self.profiles[row], widths=profile.widths)
            self.form.keep_widths(profile.widths)
        self.specimen.show_pages((picture,))
        said = (
            _("{language} {n}", language=_(language_name(code)), n=number)
            for code, number in characters.items()
        )
        self.form.about.setText(_("Characters in a line, on average: {all}", all=", ".join(said)))

    def _failed(self, error: BaseException) -> None:
        self._asked = None
        self.specimen.tell(words_of(error))

    # Fitting, files, keeping

    def _fit(self) -> None:
        from newsroom.gui.printing.calibration_dialog import CalibrationDialog

        dialog = CalibrationDialog(self._printing, self._tasks, self.form.profile(), self)
        dialog.fitted.connect(self._take_fit)
        dialog.open()

    def _take_fit(self, found: Calibration) -> None:
        self.profiles[self.list.currentRow()] = found.profile
        self.form.show_profile(found.profile)
        self._draw()

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, _("Import print profiles"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Print profiles (*.json)"), _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.bring)
        chooser.open()

    def bring(self, name: str) -> None:
        """Take in the profiles of a file, in the place of those with their names; Save keeps them."""
        work = partial(self._printing.read, Path(name))
        self._tasks.read(work, self._brought, lambda error: self.why.setText(words_of(error)))

    def _brought(self, coming: tuple[PrintProfile, ...]) -> None:
        names = {one.name for one in coming}
        self.profiles = [*(one for one in self.profiles if one.name not in names), *coming]
        self._refill(max(len(self.profiles) - len(coming), 0))

    def _choose_place(self) -> None:
        chooser = QFileDialog(self, _("Export print profiles"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(_("print-profiles.json"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.send)
        chooser.open()

    def send(self, name: str) -> None:
        """Write the profiles as they are edited into a file."""
        path = Path(name)
        work = partial(self._printing.write, path, tuple(self.profiles))
        said = _("The print profiles are written to “{name}”.", name=path.name)
        self._tasks.read(
            work, lambda _nothing: self.why.setText(said), lambda error: self.why.setText(words_of(error))
        )

    def _save(self) -> None:
        self.put.emit(tuple(self.profiles))
        self.accept()

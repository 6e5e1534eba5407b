"""Fitting the lines to the paper: printed stories are pasted or read, each with the lines it had there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QPlainTextEdit, QWidget

from newsroom.gui.faults import words_of
from newsroom.gui.parts import across, button, down, label, number
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.printing import Printing
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.gui.tasks import Tasks
    from newsroom.text.calibration import Calibration, Printed

_SIZE = (620, 560)
_MOST_LINES = 5_000
_SHOWN = 60


class CalibrationDialog(QDialog):
    """Emits `fitted` with what was found, when it is taken over."""

    fitted = Signal(object)

    def __init__(self, printing: Printing, tasks: Tasks, profile: PrintProfile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Fit the lines to the paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._printing, self._tasks, self._profile = printing, tasks, profile
        self.stories: list[Printed] = []
        self.found: Calibration | None = None
        self.text = QPlainTextEdit(placeholderText=_("Paste the text of a printed story here …"))
        self.text.setAccessibleName(_("Text of a printed story"))
        self.lines = number(1, _MOST_LINES)
        self.lines.setAccessibleName(_("Lines in print"))
        self.add = button(_("Add"), self._add)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Printed stories"))
        self.told = label("", "muted", wrap=True)
        self.take = button(_("Take over"), self._take, "primary")
        self._lay_out()
        self._weigh()

    def _lay_out(self) -> None:
        words = _(
            "The more stories, the surer the fit; five are good. Count only lines of the running text, without "
            "headline and captions."
        )
        row = across(gap=8)
        row.addWidget(label(_("Lines in print"), "muted"))
        row.addWidget(self.lines)
        row.addWidget(self.add)
        row.addWidget(button(_("Read from a file …"), self._choose))
        row.addStretch(1)
        ways = across(gap=8)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.take)
        whole = down(self, 10)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addWidget(self.text, 3)
        whole.addLayout(row)
        whole.addWidget(self.list, 2)
        whole.addWidget(self.told)
        whole.addLayout(ways)
        self.add.setAutoDefault(False)
        self.text.textChanged.connect(self._weigh)
        self.text.setTabChangesFocus(True)

    def _weigh(self) -> None:
        self.add.setEnabled(bool(self.text.toPlainText().strip()))
        self.take.setEnabled(self.found is not None)

    def _add(self) -> None:
        self._keep(self._printing.pasted(self.text.toPlainText(), self.lines.value()))
        self.text.clear()
        self.text.setFocus()

    def _choose(self) -> None:
        chooser = QFileDialog(self, _("Read a printed story"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.bring)
        chooser.open()

    def bring(self, name: str) -> None:
        """Read a printed story that had as many lines as the field says."""
        work = partial(self._printing.printed, Path(name), self.lines.value())
        self._tasks.read(work, self._keep, lambda error: self.told.setText(words_of(error)))

    def _keep(self, story: Printed) -> None:
        self.stories.append(story)
        beginning = " ".join(story.paragraphs)[:_SHOWN]
        lines = ngettext("{n} line", "{n} lines", story.lines)
        self.list.addItem(f"{beginning} …   {lines}")
        work = partial(self._printing.calibrate, self._profile, tuple(self.stories))
        self._tasks.read(work, self._show, lambda error: self.told.setText(words_of(error)))

    def _show(self, found: Calibration) -> None:
        self.found = found
        before, after = _shown(found.before), _shown(found.after)
        said = [_("Wrong lines of forty: {before} before, {after} now.", before=before, after=after)]
        if found.held_out is not None:
            said.append(_("Stories left out of the fit: at most {n} of forty.", n=_shown(found.held_out)))
        self.told.setText(" ".join(said))
        self._weigh()

    def _take(self) -> None:
        self.fitted.emit(self.found)
        self.accept()


def _shown(lines: float) -> str:
    return QLocale().toString(lines, "f", 1)

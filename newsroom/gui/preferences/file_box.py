"""The field of a setting that names a file: what is kept, and ways to choose, copy and take it away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.formats import by_name
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.settings import Setting


class FileBox(QWidget):
    """Says whether a file is kept; `chosen` gives another one, None to take it away, `copied` a place."""

    chosen = Signal(object)
    copied = Signal(object)

    def __init__(self, known: Setting, value: object) -> None:
        super().__init__()
        self._known = known
        self._form = by_name(known.file)
        self.words = label("", wrap=True)
        self.choose = button(_("Choose file …"), self._choose)
        self.copy = button(_("Save a copy …"), self._copy, "quiet")
        self.remove = button(_("Remove"), lambda: self.chosen.emit(None), "quiet")
        for one in (self.choose, self.copy, self.remove):
            one.setAutoDefault(False)
            one.setAccessibleName(f"{_(known.title)}: {one.accessibleName()}")
        column = down(self, 6)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.words)
        ways = across(gap=8)
        for one in (self.choose, self.copy, self.remove):
            ways.addWidget(one)
        ways.addStretch(1)
        column.addLayout(ways)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show whether a file is kept now."""
        kept = bool(value)
        self.words.setText(_("The house has its own.") if kept else _("None: the program's own is used."))
        self.copy.setText(_("Save a copy …") if kept else _("Save a sample …"))
        self.copy.setToolTip("" if kept else _("A template to begin with, to be changed and chosen here"))
        self.copy.setVisible(kept or bool(self._form.sample_template))
        self.remove.setVisible(kept)

    def _choose(self) -> None:
        chooser = self._chooser(_("Choose file"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        chooser.open()

    def _copy(self) -> None:
        chooser = self._chooser(_("Save a copy"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(self._form.extensions[0].removeprefix("."))
        chooser.selectFile(f"{self._known.name}{self._form.extensions[0]}")
        chooser.fileSelected.connect(lambda name: self.copied.emit(Path(name)))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        chooser = QFileDialog(self, title)
        endings = " ".join(f"*{ending}" for ending in self._form.extensions)
        chooser.setNameFilter(f"{_(self._form.title)} ({endings})")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser

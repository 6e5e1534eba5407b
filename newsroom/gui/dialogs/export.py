"""Where chosen stories go: format, folder, names, and what the files will be called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QWidget,
)

from newsroom.domain.errors import NewsroomError
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.gui.kept import Kept
    from newsroom.gui.tasks import Task, Tasks

SHOWN = 50
_PAUSE = 150


class ExportDialog(QDialog):
    """Asks; emits `chosen` with format, folder and pattern."""

    chosen = Signal(str, object, str)

    def __init__(
        self, desk: Desk, tasks: Tasks, kept: Kept, stories: tuple[int, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._desk, self._tasks, self._kept, self._stories = desk, tasks, kept, stories
        self._task: Task | None = None
        self.to = self._formats()
        self.folder = QLineEdit(kept.word("export-folder") or _documents())
        self.folder.setAccessibleName(_("Folder"))
        self.pattern = QLineEdit(kept.word("export-pattern") or desk.house.file_pattern)
        self.pattern.setAccessibleName(_("Names"))
        self.pattern.setToolTip("{date} {time} {slug} {section} {headline} {id}")
        self.names = QListWidget()
        self.names.setAccessibleName(_("Names of the files"))
        self.names.setMaximumHeight(140)
        self.wrong = label("", "bad", wrap=True)
        self.go = button(_("Export"), self._go, "primary")
        self.go.setDefault(True)
        self._lay_out()
        self._preview = AfterPause(self._ask_names, _PAUSE, self)
        self.to.currentIndexChanged.connect(self._preview.ask)
        self.pattern.textEdited.connect(self._preview.ask)
        self.folder.textEdited.connect(self._weigh)
        self._weigh()
        self._ask_names()

    def _formats(self) -> Choice:
        from newsroom.formats import writable

        box = Choice(_("Format"))
        for entry in writable():
            box.addItem(
                f"{_(entry.title)} (.{entry.extensions[0].removeprefix('.')}) · {_(entry.audience.label)}",
                entry.name,
            )
        place = box.findData(self._kept.word("export-format") or "docx")
        box.setCurrentIndex(max(place, 0))
        return box

    def _lay_out(self) -> None:
        folder = QWidget()
        row = across(folder, 8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(button(_("Choose …"), self._choose))
        form = QFormLayout(verticalSpacing=8, horizontalSpacing=12)
        form.addRow(label(_("Format"), "muted"), self.to)
        form.addRow(label(_("Folder"), "muted"), folder)
        form.addRow(label(_("Names"), "muted"), self.pattern)
        form.addRow(label(_("Files"), "muted"), self.names)
        ways = across(gap=8)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.go)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        count = ngettext("Export {n} story", "Export {n} stories", len(self._stories))
        column.addWidget(label(count, "title"))
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addLayout(ways)

    def _choose(self) -> None:
        chooser = QFileDialog(self, _("Folder"), self.folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.folder.setText)
        chooser.fileSelected.connect(self._weigh)
        chooser.open()

    def _weigh(self) -> None:
        usable = Path(self.folder.text().strip() or ".").is_dir() and bool(self.folder.text().strip())
        self.wrong.setText("" if usable else _("There is no such folder. Choose one."))
        self.go.setEnabled(usable)

    def _ask_names(self) -> None:
        if self._task is not None:
            self._task.cancel()
        desk, stories, to, pattern = (
            self._desk,
            self._stories[:SHOWN],
            self.to.currentData(),
            self.pattern.text(),
        )

        def named() -> tuple[str, ...]:
            return desk.output.names([desk.writing.open(story) for story in stories], to, pattern)

        self._task = self._tasks.read(named, self._show_names, self._no_names)

    def _show_names(self, names: tuple[str, ...]) -> None:
        self._task = None
        self.names.clear()
        self.names.addItems(list(names))
        more = len(self._stories) - len(names)
        if more > 0:
            self.names.addItem(ngettext("and {n} more", "and {n} more", more))
        self._weigh()

    def _no_names(self, error: BaseException) -> None:
        self._task = None
        self.names.clear()
        self.wrong.setText(tell(error.message) if isinstance(error, NewsroomError) else str(error))
        self.go.setEnabled(False)

    def _go(self) -> None:
        to, folder, pattern = self.to.currentData(), self.folder.text().strip(), self.pattern.text().strip()
        self._kept.keep("export-format", to)
        self._kept.keep("export-folder", folder)
        self._kept.keep("export-pattern", pattern)
        self.chosen.emit(to, Path(folder), pattern)
        self.accept()


def _documents() -> str:
    """Give the folder for documents, or the home folder where there is none."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if found and Path(found).is_dir() else str(Path.home())

"""Where chosen stories go: a preset or a format, a folder, names, and what will happen before it happens."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from newsroom.domain.errors import NewsroomError
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.gui.dialogs.export.form import ProfileForm, print_names
from newsroom.gui.dialogs.export.outlook import Outlook
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.output import Preview
    from newsroom.gui.kept import Kept
    from newsroom.gui.tasks import Task, Tasks

_PAUSE = 150


class ExportDialog(QDialog):
    """Asks; emits `chosen` with a profile and a folder, and `presets_asked` to look after the presets."""

    chosen = Signal(object, object)
    presets_asked = Signal()
    kept_asked = Signal(object)

    def __init__(
        self, desk: Desk, tasks: Tasks, kept: Kept, stories: tuple[int, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._desk, self._tasks, self._kept, self._stories = desk, tasks, kept, stories
        self._task: Task | None = None
        self._usable = False
        self.preset = Choice(_("Preset"))
        self.form = ProfileForm(print_names(desk.house))
        self.to, self.pattern = self.form.to, self.form.pattern
        self.folder = QLineEdit(kept.word("export-folder") or _documents())
        self.folder.setAccessibleName(_("Folder"))
        self.outlook = Outlook()
        self.names = self.outlook.names
        self.wrong = label("", "bad", wrap=True)
        self.go = button(_("Export"), self._go, "primary")
        self.go.setDefault(True)
        self.keep = button(_("Save as preset …"), self._ask_keep)
        self._lay_out()
        self._preview = AfterPause(self._ask_preview, _PAUSE, self)
        self.form.show_profile(self._last())
        self.renew_presets(kept.word("export-preset"))
        self._connect()
        self._ask_preview()
        self._tell_broken()

    def _last(self) -> ExportProfile:
        """Give what was chosen the last time."""
        kept = self._kept
        layout = Layout.ONE if kept.word("export-layout") == Layout.ONE.value else Layout.EACH
        return ExportProfile(
            format=kept.word("export-format") or "docx",
            layout=layout if len(self._stories) > 1 else Layout.EACH,
            pattern=kept.word("export-pattern") or self._desk.house.file_pattern,
        )

    def show_pattern(self, pattern: str) -> None:
        """Offer a way to name files."""
        self.pattern.setText(pattern)

    def _lay_out(self) -> None:
        folder = QWidget()
        row = across(folder, 8)
        row.setContentsMargins(0, 0, 0, 0)
        choose, look_after = button(_("Choose …"), self._choose), button(_("Presets …"), self._ask_presets)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        presets = QWidget()
        beside = across(presets, 8)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.preset, 1)
        beside.addWidget(look_after)
        self.form.form.insertRow(0, label(_("Preset"), "muted"), presets)
        self.form.form.addRow(label(_("Folder"), "muted"), folder)
        ways = across(gap=8)
        ways.addWidget(self.keep)
        ways.addStretch(1)
        cancel = button(_("Cancel"), self.reject)
        ways.addWidget(cancel)
        ways.addWidget(self.go)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(
            label(ngettext("Export {n} story", "Export {n} stories", len(self._stories)), "title")
        )
        column.addWidget(self.form)
        column.addWidget(self.outlook, 1)
        column.addWidget(self.wrong)
        column.addLayout(ways)
        self.wrong.hide()
        if len(self._stories) == 1:
            self.form.form.setRowVisible(self.form.layouts, False)
        else:
            self.resize(640, 660)

        form, seen = self.form, self.outlook
        order = (
            *(self.preset, look_after, form.to, form.audience, form.honours, form.print_profile),
            *(form.each, form.one, form.pattern, form.names.more, form.renew, self.folder, choose),
            *(seen.names, seen.held, self.keep, cancel, self.go),
        )
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.preset.activated.connect(self._take_preset)
        self.form.changed.connect(self._on_own)
        self.form.to.currentIndexChanged.connect(self._preview.ask)
        self.folder.textEdited.connect(self._weigh)

    def _tell_broken(self) -> None:
        from newsroom.formats import broken

        if faulty := broken():
            self._say("\n".join(tell(one.message) for one in faulty))

    # Presets

    def renew_presets(self, chosen: str = "") -> None:
        """Show the house's presets as they are now, one of them as chosen."""
        self.preset.clear()
        self.preset.addItem(_("None: as set below"), None)
        for profile in self._desk.profiles.all():
            self.preset.addItem(profile.name, profile)
        self.preset.setCurrentIndex(max(self.preset.findText(chosen), 0) if chosen else 0)
        self.keep.setEnabled(self._desk.preferences.may_set_house)
        self._take_preset()

    def _take_preset(self) -> None:
        profile: ExportProfile | None = self.preset.currentData()
        if profile is not None:
            self.form.show_profile(profile)
            if not profile.pattern:
                self.pattern.setText(self._desk.house.file_pattern)
        self._preview.ask()

    def _on_own(self) -> None:
        """Take what was changed by hand as no preset any more."""
        self.preset.setCurrentIndex(0)
        self._preview.ask()

    def _ask_presets(self) -> None:
        self.presets_asked.emit()

    def _ask_keep(self) -> None:
        self.kept_asked.emit(self.form.profile())

    # Folder

    def _choose(self) -> None:
        chooser = QFileDialog(self, _("Folder"), self.folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.folder.setText)
        chooser.fileSelected.connect(self._weigh)
        chooser.open()

    def _weigh(self) -> None:
        there = bool(self.folder.text().strip()) and Path(self.folder.text().strip()).is_dir()
        if not there:
            self._say(_("There is no such folder. Choose one."))
        elif self._usable:
            self._say("")
        self.go.setEnabled(there and self._usable)

    def _say(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    # What would happen

    def _ask_preview(self) -> None:
        if self._task is not None:
            self._task.cancel()
        desk, stories, profile = self._desk, self._stories, self.form.profile()

        def looked(task: Task) -> tuple[Preview, dict[int, str]]:
            preview = desk.output.preview(stories, profile, task.cancelled)
            held = [one.id for one in preview.held]
            return preview, {card.id: card.headline for card in desk.library.lists.cards_of(held)}

        self._task = self._tasks.long(looked, self._show_preview, self._no_preview)

    def _show_preview(self, found: tuple[Preview, dict[int, str]]) -> None:
        self._task = None
        self.outlook.show_preview(*found)
        self._usable = bool(found[0].names)
        self._weigh()

    def _no_preview(self, error: BaseException) -> None:
        self._task = None
        self.outlook.clear()
        self._usable = False
        self._say(tell(error.message) if isinstance(error, NewsroomError) else str(error))
        self.go.setEnabled(False)

    def _go(self) -> None:
        profile, folder = self.form.profile(), self.folder.text().strip()
        self._kept.keep("export-format", profile.format)
        self._kept.keep("export-folder", folder)
        self._kept.keep("export-pattern", profile.pattern)
        self._kept.keep("export-layout", profile.layout.value)
        self._kept.keep("export-preset", self.preset.currentText() if self.preset.currentIndex() else "")
        self.chosen.emit(profile, Path(folder))
        self.accept()

    def done(self, result: int) -> None:
        """Close; what would happen is not asked any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)


def _documents() -> str:
    """Give the folder for documents, or the home folder where there is none."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if found and Path(found).is_dir() else str(Path.home())

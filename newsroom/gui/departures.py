"""Sending stories out: files by the export dialog, pieces by the clipboard."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from newsroom.translation import N_, _, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from newsroom.desk import Desk
    from newsroom.desk.reports import ExportReport
    from newsroom.domain.article import Article
    from newsroom.domain.export_profile import ExportProfile
    from newsroom.formats.cms import Piece
    from newsroom.gui.bars.status_bar import StatusBar
    from newsroom.gui.dialogs.export import ExportDialog
    from newsroom.gui.dialogs.export.presets import PresetsDialog
    from newsroom.gui.kept import Kept
    from newsroom.gui.tasks import Task, Tasks

PIECES = {
    "headline": N_("Headline"),
    "kicker": N_("Kicker"),
    "lead": N_("Lead"),
    "body": N_("Body"),
}


class Departures(QObject):
    """One export at a time, with progress in the status bar; `opened` tells of a story of its report."""

    told = Signal(str, str, object)
    failed = Signal(object)
    opened = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, status: StatusBar, kept: Kept, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._status = desk, tasks, status
        self._kept, self._window = kept, window
        self._task: Task | None = None
        self._stories: tuple[int, ...] = ()
        self.dialog: ExportDialog | None = None

    def ask(self, stories: tuple[int, ...]) -> None:
        """Ask where these stories shall go."""
        from newsroom.gui.dialogs.export import ExportDialog

        if self._task is not None:
            self.told.emit("calm", _("An export is still on its way."), ())
            return
        if not stories:
            return
        self._stories = stories
        dialog = self.dialog = ExportDialog(self._desk, self._tasks, self._kept, stories, self._window)
        dialog.chosen.connect(self.send)
        dialog.presets_asked.connect(self.show_presets)
        dialog.kept_asked.connect(self._ask_name)
        dialog.finished.connect(self._closed)
        dialog.open()

    def ask_in_order(self, stories: tuple[int, ...]) -> None:
        """Ask where the stories of an edition shall go, whose files stand in its order."""
        from newsroom.desk.editions import NUMBERED

        self.ask(stories)
        if self.dialog is not None:
            self.dialog.show_pattern(NUMBERED)

    def _closed(self, _result: int) -> None:
        self.dialog = None

    # Presets

    def show_presets(self) -> None:
        """Show the house's presets, to be changed where that is allowed."""
        from newsroom.gui.dialogs.export.form import print_names
        from newsroom.gui.dialogs.export.presets import PresetsDialog

        allowed, names = self._desk.preferences.may_set_house, print_names(self._desk.house)
        above = self.dialog or self._window
        dialog = PresetsDialog(self._desk.profiles.all(), names, above, allowed=allowed)
        dialog.put.connect(self._put)
        dialog.import_asked.connect(partial(self._choose_table, dialog))
        dialog.export_asked.connect(partial(self._choose_place, dialog))
        dialog.open()

    def _ask_name(self, profile: ExportProfile) -> None:
        from newsroom.formats import by_name
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("It keeps format, audience, layout and names for everyone in this library.")
        question = LineQuestion(
            self.dialog or self._window,
            _("Save as preset"),
            words,
            _("Save"),
            now=profile.name or _(by_name(profile.format).title),
            needed=True,
        )
        question.ask(partial(self._keep, profile))

    def _keep(self, profile: ExportProfile, name: str) -> None:
        """Keep a preset, in the place of the one with its name."""
        others = (one for one in self._desk.profiles.all() if one.name.casefold() != name.casefold())
        self._put((*others, replace(profile, name=name)), name)

    def _put(self, profiles: tuple[ExportProfile, ...], chosen: str = "") -> None:
        work = partial(self._desk.profiles.put, profiles)
        self._tasks.write(work, partial(self._presets_changed, chosen), self.failed.emit)

    def _presets_changed(self, chosen: str, _changes: object) -> None:
        if self.dialog is not None:
            self.dialog.renew_presets(chosen)

    def _choose_table(self, dialog: PresetsDialog) -> None:
        chooser = QFileDialog(dialog, _("Import presets"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Presets (*.json)"), _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.bring_presets, dialog))
        chooser.open()

    def bring_presets(self, dialog: PresetsDialog, name: str) -> None:
        """Keep the presets of a file beside those there are, and show them."""
        work = partial(self._desk.profiles.taken_in, Path(name))
        self._tasks.write(work, partial(self._brought, dialog), self.failed.emit)

    def _brought(self, dialog: PresetsDialog, changes: object) -> None:
        dialog.show_all(self._desk.profiles.all())
        self._presets_changed("", changes)

    def _choose_place(self, dialog: PresetsDialog) -> None:
        chooser = QFileDialog(dialog, _("Export presets"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.send_presets)
        chooser.open()

    def send_presets(self, name: str) -> None:
        """Write the presets into a file."""
        said = _("The presets are written to “{name}”.", name=Path(name).name)
        work = partial(self._desk.profiles.write, Path(name))
        self._tasks.write(work, lambda _nothing: self.told.emit("calm", said, ()), self.failed.emit)

    # Sending

    def send(self, profile: ExportProfile, folder: Path) -> None:
        """Export the stories that were asked about."""
        stories = self._stories
        self._status.busy(_("Exporting …"), 0, len(stories))

        def work(task: Task) -> tuple[ExportReport, dict[int, str]]:
            report = self._desk.output.export(stories, profile, folder, "", task.progress, task.cancelled)
            refused = [one.id for one in report.refused]
            return report, {card.id: card.headline for card in self._desk.library.lists.cards_of(refused)}

        self._task = self._tasks.long(work, partial(self._done, folder), self._fail)
        self._task.progressed.connect(self._show)

    def _show(self, done: int, total: int, _name: str) -> None:
        self._status.busy(_("Exporting {n} of {all}", n=done, all=total), done, total)

    def cancel(self) -> None:
        """Stop after the files that are being written."""
        if self._task is not None:
            self._task.stop()

    def _done(self, folder: Path, outcome: tuple[ExportReport, dict[int, str]]) -> None:
        from newsroom.gui.dialogs.export.report import summary

        report, headlines = outcome
        self._task = None
        self._status.rest()
        ways: list[tuple[str, Callable[[], None]]] = [(_("Open folder"), partial(_show_folder, folder))]
        if report.refused or report.losses:
            ways.append((_("What happened"), partial(self._tell, folder, report, headlines)))
        words = [summary(report), *(tell(one.message) for one in report.refused[:1])]
        self.told.emit("warn" if report.refused else "calm", " ".join(words), tuple(ways))

    def _tell(self, folder: Path, report: ExportReport, headlines: dict[int, str]) -> None:
        from newsroom.gui.dialogs.export.report import ExportReportDialog

        dialog = ExportReportDialog(report, headlines, self._window)
        dialog.opened.connect(self.opened)
        dialog.folder_asked.connect(partial(_show_folder, folder))
        dialog.open()

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._status.rest()
        self.failed.emit(error)

    def copy(self, article: Article, piece: str) -> None:
        """Put a piece of a story on the clipboard, as HTML and as text."""
        self._tasks.read(partial(self._desk.output.copy, article), partial(self._copied, piece), self._fail)

    def _copied(self, name: str, pieces: Mapping[str, Piece]) -> None:
        piece = pieces[name]
        data = QMimeData()
        data.setText(piece.text)
        data.setHtml(piece.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.told.emit("calm", _("Copied: {piece}", piece=_(PIECES[name])), ())


def _show_folder(folder: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

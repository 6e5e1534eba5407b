"""Bringing files in: chosen, dropped or the samples; told while it goes on, reported when it is done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.desk.reports import CameBack, ImportReport, Renewal, Renewed
from newsroom.domain.changeset import Changes, Touched
from newsroom.gui.dialogs.arrival_preview import ArrivalPreview
from newsroom.gui.dialogs.import_report import ImportReportDialog, summary
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.intake import Looked
    from newsroom.gui.bars.status_bar import StatusBar
    from newsroom.gui.icons import Icons
    from newsroom.gui.tasks import Task, Tasks

ARRIVED = Changes(frozenset({Touched.ADDED, Touched.TEXT, Touched.SECTIONS, Touched.STATE}))


class Arrivals(QObject):
    """One import at a time; emits `arrived` with what changed, `opened` for a story of the report."""

    arrived = Signal(object)
    opened = Signal(int)
    returned = Signal(int)
    """A story that came back, whose changes shall be shown."""
    beside = Signal(int, int)
    """A story that came in, and the one of the library that it is like."""
    told = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, status: StatusBar, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._status = desk, tasks, status
        self._icons, self._window = icons, window
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Tell whether an import goes on."""
        return self._task is not None

    def choose_files(self) -> None:
        """Ask for files."""
        self._choose(_("Import files"), QFileDialog.FileMode.ExistingFiles)

    def choose_folder(self) -> None:
        """Ask for a folder, which is read with all that is in it."""
        self._choose(_("Import folder"), QFileDialog.FileMode.Directory)

    def _choose(self, title: str, mode: QFileDialog.FileMode) -> None:
        chooser = QFileDialog(self._window, title)
        chooser.setFileMode(mode)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self.bring)
        chooser.open()

    def bring(self, names: Sequence[str]) -> None:
        """Import files and folders."""
        paths = [Path(name) for name in names]
        if len(paths) == 1:
            self._begin(lambda task: self._look(paths[0], task))
        elif paths:
            self._begin(lambda task: self._desk.intake.read(paths, task.progress, task.cancelled))

    def renew(self, names: Sequence[str], renewal: Renewal) -> None:
        """Update stories with the newer texts of their files, or import those as new."""
        paths = [Path(name) for name in names]
        intake = self._desk.intake
        self._begin(lambda task: intake.read(paths, task.progress, task.cancelled, renewal))

    def _look(self, path: Path, task: Task) -> ImportReport | Looked:
        """Look into a single file whose fields are guessed; any other is taken in at once, or refused."""
        looked = None if self._desk.library.read_only else self._desk.intake.look(path)
        return looked or self._desk.intake.read([path], task.progress, task.cancelled)

    def add_samples(self) -> None:
        """Import the sample stories."""
        self._begin(lambda task: self._desk.samples.fill(task.progress, task.cancelled))

    def _begin(self, work: Callable[[Task], ImportReport | Looked]) -> None:
        if self._task is not None:
            self.told.emit("calm", _("An import goes on already. It can be cancelled in the status bar."), ())
            return
        self._status.busy(_("Importing …"), 0, 0)
        self._task = self._tasks.long(work, self._done, self._fail)
        self._task.progressed.connect(self._show)

    def _show(self, done: int, total: int, name: str) -> None:
        words = _("Importing {name}", name=_short(Path(name).name)) if name else _("Importing …")
        self._status.busy(words, done, total)

    def cancel(self) -> None:
        """Stop after the file that is being read; what came in stays, and the report says so."""
        if self._task is not None:
            self._task.stop()
            self._status.work.setText(_("Cancelling …"))

    def _done(self, outcome: ImportReport | Looked) -> None:
        self._task = None
        self._status.rest()
        if isinstance(outcome, ImportReport):
            self._tell(outcome)
        else:
            self._preview(outcome)

    def _preview(self, looked: Looked) -> None:
        """Show what was recognised before it is kept."""
        dialog = ArrivalPreview(looked, self._icons, self._window)
        dialog.taken.connect(
            lambda article: self._begin(lambda _task: self._desk.intake.keep(looked, article))
        )
        dialog.open()

    def _tell(self, report: ImportReport) -> None:
        back: tuple[CameBack | Renewed, ...] = (*report.returned, *report.renewed)
        arrived = replace(ARRIVED, stories=frozenset(one.id for one in back))
        self.arrived.emit(arrived | report.changes)
        ids = [*(one.id for one in report.imported), *(one.id for one in back)]
        ways = ((_("Undo"), partial(self._undo, report.changes)),) if report.changes.inverse else ()
        told = report.refused or report.left or any(one.messages for one in back)
        if ways or not (told or len(ids) != 1):
            self.told.emit("calm", summary(report), ways)
        if told or (len(ids) != 1 and not ways):
            self._report(report)
        elif len(ids) == 1:
            (self.returned if any(one.changes for one in back) or report.returned else self.opened).emit(
                ids[0]
            )
        if report.stopped:
            self.failed.emit(report.stopped)

    def _report(self, report: ImportReport) -> None:
        dialog = ImportReportDialog(report, self._icons, self._window)
        dialog.opened.connect(self.opened)
        dialog.returned.connect(self.returned)
        dialog.beside.connect(self.beside)
        dialog.renewing.connect(self.renew)
        dialog.open()

    def _undo(self, changes: Changes) -> None:
        """Take back what became of files whose stories came in before."""
        work = partial(self._desk.writing.undo, changes)
        self._tasks.write(work, self._undone, self.failed.emit)

    def _undone(self, changes: Changes) -> None:
        self.arrived.emit(changes)
        self.told.emit("calm", _("The stories are as they were before."), ())

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._status.rest()
        self.arrived.emit(ARRIVED)
        self.failed.emit(error)


def _short(name: str, longest: int = 32) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1]}…"

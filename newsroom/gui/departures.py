"""Sending stories out: files by the export dialog, pieces by the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from newsroom.gui.dialogs.export import ExportDialog
from newsroom.translation import N_, _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from newsroom.desk import Desk
    from newsroom.desk.reports import ExportReport
    from newsroom.domain.article import Article
    from newsroom.formats.cms import Piece
    from newsroom.gui.bars.status_bar import StatusBar
    from newsroom.gui.kept import Kept
    from newsroom.gui.tasks import Task, Tasks

PIECES = {
    "headline": N_("Headline"),
    "kicker": N_("Kicker"),
    "lead": N_("Lead"),
    "body": N_("Body"),
}


class Departures(QObject):
    """One export at a time, with progress in the status bar."""

    told = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, status: StatusBar, kept: Kept, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._status = desk, tasks, status
        self._kept, self._window = kept, window
        self._task: Task | None = None
        self._stories: tuple[int, ...] = ()

    def ask(self, stories: tuple[int, ...]) -> None:
        """Ask where these stories shall go."""
        if not stories or self._task is not None:
            return
        self._stories = stories
        dialog = ExportDialog(self._desk, self._tasks, self._kept, stories, self._window)
        dialog.chosen.connect(self.send)
        dialog.open()

    def send(self, to: str, folder: Path, pattern: str) -> None:
        """Export the stories that were asked about."""
        stories = self._stories
        self._status.busy(_("Exporting …"), 0, len(stories))
        self._task = self._tasks.long(
            lambda task: self._desk.output.export(
                stories, to, folder, pattern, task.progress, task.cancelled
            ),
            partial(self._done, folder),
            self._fail,
        )
        self._task.progressed.connect(self._show)

    def _show(self, done: int, total: int, _name: str) -> None:
        self._status.busy(_("Exporting {n} of {all}", n=done, all=total), done, total)

    def cancel(self) -> None:
        """Stop after the file that is being written."""
        if self._task is not None:
            self._task.stop()

    def _done(self, folder: Path, report: ExportReport) -> None:
        self._task = None
        self._status.rest()
        words = [ngettext("{n} file written.", "{n} files written.", len(report.written))]
        words += [tell(one.message) for one in report.refused[:2]]
        words += [tell(one.message) for one in report.losses[:2]]
        tone = "warn" if report.refused else "calm"
        self.told.emit(tone, " ".join(words), ((_("Open folder"), partial(_show_folder, folder)),))

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

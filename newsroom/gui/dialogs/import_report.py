"""What an import did: what came in, what was refused and why, what was known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QIcon

    from newsroom.desk.reports import CameBack, ImportReport
    from newsroom.domain.finding import Finding
    from newsroom.gui.icons import Icons
    from newsroom.translation import Message

Note = tuple[str, int]
"""What is said of a story, and the number of another one that it is about, or 0."""
Row = tuple[str, str, int, tuple[Note, ...]]
_STORY = Qt.ItemDataRole.UserRole
_OTHER = Qt.ItemDataRole.UserRole + 1


def summary(report: ImportReport) -> str:
    """Give an import's outcome in one sentence."""
    parts = []
    if report.imported or not report.returned:
        parts.append(ngettext("{n} story imported", "{n} stories imported", len(report.imported)))
    if report.refused:
        parts.append(ngettext("{n} file refused", "{n} files refused", len(report.refused)))
    if report.known:
        parts.append(ngettext("{n} file known already", "{n} files known already", len(report.known)))
    if len(report.returned) == 1:
        parts.append(tell(report.returned[0].message))
    elif report.returned:
        parts.append(
            ngettext(
                "{n} file came back to its story",
                "{n} files came back to their stories",
                len(report.returned),
            )
        )
    if report.cancelled:
        parts.append(_("then cancelled"))
    words = ", ".join(parts) + "."
    return words[0].upper() + words[1:]


class ImportReportDialog(QDialog):
    """The report as a tree; opening a line opens its story."""

    opened = Signal(int)
    returned = Signal(int)
    """A story that came back, whose changes shall be shown."""
    beside = Signal(int, int)
    """A story that came in, and the one of the library that it is like."""

    def __init__(self, report: ImportReport, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderLabels([_("File"), _("Story or reason")])
        self.tree.setColumnWidth(0, 240)
        self.tree.setAccessibleName(_("Import report"))
        self.tree.itemActivated.connect(self._open)
        self._back = {one.id for one in report.returned}
        self._fill(report, icons)
        row = across()
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, "primary"))
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(summary(report), "title", wrap=True))
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _fill(self, report: ImportReport, icons: Icons) -> None:
        refused: list[Row] = [(one.file, tell(one.message), 0, ()) for one in report.refused]
        imported: list[Row] = [
            (one.file, one.headline or _("No headline"), one.id, _notes(one.findings, one.losses))
            for one in report.imported
            if not one.doubts
        ]
        doubtful: list[Row] = [
            (
                one.file,
                one.headline or _("No headline"),
                one.id,
                (*((tell(doubt), 0) for doubt in one.doubts), *_notes(one.findings, one.losses)),
            )
            for one in report.imported
            if one.doubts
        ]
        returned: list[Row] = [
            (one.file, _returned(one), one.id, tuple((tell(message), 0) for message in one.told()))
            for one in report.returned
        ]
        known: list[Row] = [(one.file, _("Already in the library"), one.id, ()) for one in report.known]
        for title, icon, rows in (
            (_("Refused"), "bad", refused),
            (_("Came back"), "good", returned),
            (_("Imported, to be looked at"), "warn", doubtful),
            (_("Imported"), "good", imported),
            (_("Known"), "info", known),
        ):
            if rows:
                self._group(
                    f"{title} ({len(rows)})", icons.icon(icon, icon if icon != "info" else "muted"), rows
                )

    def _group(self, title: str, icon: QIcon, rows: list[Row]) -> None:
        group = QTreeWidgetItem([title])
        group.setIcon(0, icon)
        self.tree.addTopLevelItem(group)
        for file, words, story, notes in rows:
            line = QTreeWidgetItem(group, [Path(file).name, words])
            line.setToolTip(0, file)
            line.setToolTip(1, words)
            line.setData(0, _STORY, story)
            for note, other in notes:
                said = _("{note} – open beside", note=note) if other else note
                below = QTreeWidgetItem(line, ["", said])
                below.setToolTip(1, said)
                below.setData(0, _STORY, story)
                below.setData(0, _OTHER, other)
                if other:
                    line.setExpanded(True)
        group.setExpanded(True)

    def _open(self, line: QTreeWidgetItem) -> None:
        story = line.data(0, _STORY)
        other = line.data(0, _OTHER)
        if story and other:
            self.beside.emit(story, other)
            self.accept()
        elif story:
            (self.returned if story in self._back else self.opened).emit(story)
            self.accept()


def _returned(one: CameBack) -> str:
    headline = one.headline or _("No headline")
    if not one.changes:
        return f"{headline} – " + (_("no change") if one.same else _("no change in the text"))
    return f"{headline} – " + ngettext(
        "{n} change by {names}", "{n} changes by {names}", one.changes, names=", ".join(one.authors)
    )


def _notes(findings: Iterable[Finding], losses: Iterable[Message]) -> tuple[Note, ...]:
    found = ((tell(one.message), next(iter(one.like), 0)) for one in findings)
    return (*found, *((tell(one), 0) for one in losses))

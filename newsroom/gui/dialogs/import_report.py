"""What an import did: what came in, what was refused and why, what was known."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.desk.reports import Renewal
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import N_, _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QIcon

    from newsroom.desk.reports import CameBack, Imported, ImportReport
    from newsroom.gui.icons import Icons
    from newsroom.translation import Message

Note = tuple[str, int]
"""What is said of a story, and the number of another one that it is about, or 0."""
Row = tuple[str, str, int, tuple[Note, ...]]
_OFFER = N_(
    "Update puts the newer text into the story: as tracked changes where the story was changed here too, beside"
    " it where it is closed. It can be undone."
)
_STORY = Qt.ItemDataRole.UserRole
_OTHER = Qt.ItemDataRole.UserRole + 1


def summary(report: ImportReport) -> str:
    """Give an import's outcome in one sentence."""
    parts = []
    if report.imported or not (report.returned or report.renewed or report.left):
        parts.append(ngettext("{n} story imported", "{n} stories imported", len(report.imported)))
    if report.refused:
        parts.append(ngettext("{n} file refused", "{n} files refused", len(report.refused)))
    if report.known:
        parts.append(ngettext("{n} file known already", "{n} files known already", len(report.known)))
    if report.renewed:
        parts.append(
            ngettext("{n} story brought up to date", "{n} stories brought up to date", len(report.renewed))
        )
    if report.left:
        parts.append(
            ngettext(
                "{n} file holds a newer text of a story that is here",
                "{n} files hold newer texts of stories that are here",
                len(report.left),
            )
        )
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
    renewing = Signal(object, object)
    """The files that hold newer texts of stories and were chosen, and what shall become of them."""

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
        self.tree.itemChanged.connect(self._weigh)
        self._back = {one.id for one in report.returned}
        self._back |= {one.id for one in report.renewed if one.changes}
        self._newer: list[QTreeWidgetItem] = []
        self.update_ = button(_("Update"), partial(self._renew, Renewal.UPDATE), "primary")
        self.anew = button(_("Import as new"), partial(self._renew, Renewal.NEW))
        row = across(gap=8)
        row.addStretch(1)
        if report.left:
            row.addWidget(button(_("Leave as they are"), self.accept))
            row.addWidget(self.anew)
            row.addWidget(self.update_)
            self.update_.setDefault(True)
        else:
            row.addWidget(button(_("Close"), self.accept, "primary"))
        self._fill(report, icons)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(summary(report), "title", wrap=True))
        if report.left:
            column.addWidget(label(_(_OFFER), "muted", wrap=True))
        for message, count in report.shared().items():
            words = ngettext("{n} story: {words}", "{n} stories: {words}", count, words=tell(message))
            column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _fill(self, report: ImportReport, icons: Icons) -> None:
        shared = report.shared()
        refused: list[Row] = [(one.file, tell(one.message), 0, ()) for one in report.refused]
        imported: list[Row] = [
            (one.file, one.headline or _("No headline"), one.id, _notes(one, shared))
            for one in report.imported
            if not one.doubts
        ]
        doubtful: list[Row] = [
            (
                one.file,
                one.headline or _("No headline"),
                one.id,
                (*((tell(doubt), 0) for doubt in one.doubts), *_notes(one, shared)),
            )
            for one in report.imported
            if one.doubts
        ]
        imported.sort(key=_weight)
        returned: list[Row] = [
            (one.file, _returned(one), one.id, tuple((tell(message), 0) for message in one.told()))
            for one in report.returned
        ]
        renewed: list[Row] = [
            (
                one.file,
                one.headline or _("No headline"),
                one.id,
                tuple((tell(said), 0) for said in one.told()),
            )
            for one in report.renewed
        ]
        left: list[Row] = [(one.file, one.headline or _("No headline"), one.id, ()) for one in report.left]
        known: list[Row] = [(one.file, _("Already in the library"), one.id, ()) for one in report.known]
        for title, icon, rows in (
            (_("Refused"), "bad", refused),
            (_("Newer text of a story that is here"), "warn", left),
            (_("Came back"), "good", returned),
            (_("Brought up to date"), "good", renewed),
            (_("Imported, to be looked at"), "warn", doubtful),
            (_("Imported"), "good", imported),
            (_("Known"), "info", known),
        ):
            if rows:
                shown = icons.icon(icon, icon if icon != "info" else "muted")
                lines = self._group(f"{title} ({len(rows)})", shown, rows)
                if rows is left:
                    self._let_choose(lines)
                elif rows is known and self.tree.topLevelItemCount() > 1:
                    self.tree.collapse(self.tree.model().index(self.tree.topLevelItemCount() - 1, 0))

    def _let_choose(self, lines: list[QTreeWidgetItem]) -> None:
        """Let each of some lines be chosen by a box; all are at first."""
        for line in lines:
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(0, Qt.CheckState.Checked)
        self._newer = lines
        self._weigh()

    def _chosen(self) -> list[str]:
        return [line.toolTip(0) for line in self._newer if line.checkState(0) is Qt.CheckState.Checked]

    def _weigh(self) -> None:
        some = bool(self._chosen())
        self.update_.setEnabled(some)
        self.anew.setEnabled(some)

    def _renew(self, renewal: Renewal) -> None:
        self.renewing.emit(self._chosen(), renewal)
        self.accept()

    def _group(self, title: str, icon: QIcon, rows: list[Row]) -> list[QTreeWidgetItem]:
        group = QTreeWidgetItem([title])
        group.setIcon(0, icon)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        lines = []
        for file, words, story, notes in rows:
            line = QTreeWidgetItem(group, [Path(file).name, words])
            lines.append(line)
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
        return lines

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


def _notes(one: Imported, shared: Collection[Message]) -> tuple[Note, ...]:
    """Give what is said of a story alone."""
    own = (found for found in one.findings if found.message not in shared)
    found = ((tell(found.message), next(iter(found.like), 0)) for found in own)
    return (*found, *((tell(loss), 0) for loss in one.losses))


def _weight(row: Row) -> int:
    """Order stories: those that are like others first, then those of which something is said."""
    notes = row[3]
    return 0 if any(other for _, other in notes) else 1 if notes else 2

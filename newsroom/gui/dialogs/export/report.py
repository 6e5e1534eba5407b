"""What an export did: what stayed at home and why, what files could not hold, what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.desk.reports import ExportReport

_STORY = Qt.ItemDataRole.UserRole
SHOWN = 500
"""So many lines of a group are shown."""


def summary(report: ExportReport) -> str:
    """Give an export's outcome in one or two sentences."""
    words = [ngettext("{n} file written.", "{n} files written.", len(report.written))]
    if report.stories > len(report.written):
        words = [ngettext("{n} story in one file.", "{n} stories in one file.", report.stories)]
    if report.refused:
        count = len(report.refused)
        words.append(ngettext("{n} story was not written.", "{n} stories were not written.", count))
    if report.cancelled:
        words.append(_("Then it was called off."))
    return " ".join(words)


class ExportReportDialog(QDialog):
    """The report as a tree; `opened` tells of a story that is wanted, `folder_asked` of the folder."""

    opened = Signal(int)
    folder_asked = Signal()

    def __init__(self, report: ExportReport, headlines: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderLabels([_("Story or file"), _("What happened")])
        self.tree.setColumnWidth(0, 280)
        self.tree.setAccessibleName(_("Export report"))
        self.tree.itemActivated.connect(self._open)
        self._fill(report, headlines)
        row = across(gap=8)
        row.addWidget(button(_("Show in folder"), self.folder_asked.emit))
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, "primary"))
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(summary(report), "title", wrap=True))
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _fill(self, report: ExportReport, headlines: Mapping[int, str]) -> None:
        refused = [
            (headlines.get(one.id) or _("No. {id}", id=one.id), tell(one.message), one.id)
            for one in report.refused
        ]
        self._group(_("Not written"), refused)
        self._group(
            _("Left out by the format"), [(one.file.name, tell(one.message), 0) for one in report.losses]
        )
        self._group(_("Written"), [(path.name, str(path), 0) for path in report.written])

    def _group(self, title: str, rows: list[tuple[str, str, int]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem([f"{title} ({len(rows)})"])
        self.tree.addTopLevelItem(group)
        for name, words, story in rows[:SHOWN]:
            line = QTreeWidgetItem(group, [name, words])
            line.setToolTip(0, name)
            line.setToolTip(1, words)
            line.setData(0, _STORY, story)
        if len(rows) > SHOWN:
            QTreeWidgetItem(group, [ngettext("and {n} more", "and {n} more", len(rows) - SHOWN)])
        group.setExpanded(True)

    def _open(self, line: QTreeWidgetItem) -> None:
        story = line.data(0, _STORY)
        if story:
            self.opened.emit(story)
            self.accept()

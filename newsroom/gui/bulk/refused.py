"""The list of stories that stayed where they were, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.desk.reports import Unwritten

_STORY = Qt.ItemDataRole.UserRole


class RefusedDialog(QDialog):
    """Story and reason, line by line; a line that is opened opens its story."""

    opened = Signal(int)

    def __init__(self, refused: Sequence[Unwritten], headlines: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Unchanged stories"))
        self.resize(680, 420)
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderLabels([_("Story"), _("Reason")])
        self.tree.setColumnWidth(0, 300)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(_("Unchanged stories"))
        self.tree.itemActivated.connect(self._open)
        for one in refused:
            line = QTreeWidgetItem([headlines.get(one.id) or _("No headline"), tell(one.error.message)])
            line.setData(0, _STORY, one.id)
            line.setToolTip(1, tell(one.error.message))
            self.tree.addTopLevelItem(line)
        words = ngettext("{n} story was not changed", "{n} stories were not changed", len(refused))
        row = across()
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, "primary"))
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(words, "title", wrap=True))
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _open(self, line: QTreeWidgetItem) -> None:
        self.opened.emit(line.data(0, _STORY))
        self.accept()

"""What an export would do, before it does it: the names of the files, and who stays at home and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QListWidget, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import down, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.desk.output import Preview

SHOWN = 200


class Outlook(QWidget):
    """Two lists: files, and below it what does not go out; the second one only where there is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label("", "muted")
        self.names = QListWidget()
        self.names.setAccessibleName(_("Names of the files"))
        self.names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.names.setMinimumHeight(72)
        self.why = label("", "warn", wrap=True)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.held = QTreeWidget(columnCount=2)
        self.held.setHeaderHidden(True)
        self.held.setRootIsDecorated(False)
        self.held.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.held.setAccessibleName(_("Stories that do not go out"))
        self.held.setMinimumHeight(64)
        column = down(self, 6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.names, 3)
        column.addWidget(self.why)
        column.addWidget(self.held, 2)
        self._show_held(visible=False)

    def clear(self, words: str = "") -> None:
        """Show nothing but a word."""
        self.count.setText(words)
        self.names.clear()
        self._show_held(visible=False)

    def show_preview(self, preview: Preview, headlines: Mapping[int, str]) -> None:
        """Show names and what is held back, by the headlines of those stories."""
        files = len(preview.names)
        self.count.setText(
            ngettext("{n} file", "{n} files", files) if files else _("No file would be written.")
        )
        _fill(self.names, list(preview.names))
        held = [
            (headlines.get(one.id) or _("No. {id}", id=one.id), tell(one.message)) for one in preview.held
        ]
        self._show_held(visible=bool(held))
        self.why.setText(
            ngettext("{n} story does not go out:", "{n} stories do not go out:", len(held)) if held else ""
        )
        self.held.clear()
        for row in held[:SHOWN]:
            line = QTreeWidgetItem(self.held, list(row))
            for column, words in enumerate(row):
                line.setToolTip(column, words)

    def _show_held(self, *, visible: bool) -> None:
        self.why.setVisible(visible)
        self.held.setVisible(visible)


def _fill(lines: QListWidget, words: list[str]) -> None:
    lines.clear()
    lines.addItems(words[:SHOWN])
    more = len(words) - SHOWN
    if more > 0:
        lines.addItem(ngettext("and {n} more", "and {n} more", more))
    for row in range(lines.count()):
        item = lines.item(row)
        item.setToolTip(item.text())

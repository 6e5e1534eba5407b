"""The findings in short, a line each, for the story's own page; a click shows the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.gui.panels.checks import all_well, icon_of, picture
from newsroom.gui.parts import across, down, emptied, label
from newsroom.translation import ngettext, tell

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from newsroom.domain.finding import Finding
    from newsroom.gui.icons import Icons


class FindingLine(QFrame):
    """One line; a click, Return or the space bar shows the place."""

    jumped = Signal(object)

    def __init__(self, finding: Finding, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        words = tell(finding.message)
        self.setProperty("tone", "row")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = across(self, 6)
        row.setContentsMargins(2, 2, 2, 2)
        row.addWidget(picture(icons, icon_of(finding)))
        row.addWidget(label(words, wrap=True), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the place."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.jumped.emit(self._finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the place with Return or the space bar."""
        if event.type() is QEvent.Type.KeyPress and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        }:
            self.jumped.emit(self._finding)
        else:
            super().keyPressEvent(event)


AT_MOST = 12


class FindingLines(QWidget):
    """The findings in short; where there are many, the first, and how many more there are."""

    jumped = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[Finding, ...] = ()
        self._column = down(self, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        icons.changed.connect(self._draw)
        self._draw()

    def show_all(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the same ones again change nothing."""
        if findings != self._shown:
            self._shown = findings
            self._draw()

    def _draw(self) -> None:
        emptied(self._column)
        for finding in self._shown[:AT_MOST]:
            made = FindingLine(finding, self._icons)
            made.jumped.connect(self.jumped)
            self._column.addWidget(made)
        if not self._shown:
            self._column.addWidget(all_well(self._icons))
        left = len(self._shown) - AT_MOST
        if left > 0:
            words = ngettext("{n} more in the list of findings", "{n} more in the list of findings", left)
            self._column.addWidget(label(words, "muted"))

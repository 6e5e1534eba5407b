"""The findings in short, a line each, for the story's own page; a click shows the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.gui.panels.checks import AllWell, icon_of, paint, picture
from newsroom.gui.parts import across, down, label
from newsroom.translation import ngettext, tell

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from newsroom.domain.finding import Finding
    from newsroom.gui.icons import Icons


class FindingLine(QFrame):
    """One line; a click, Return or the space bar shows the place."""

    jumped = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._finding: Finding | None = None
        self._picture, self._words = picture(icons, "warn"), label("", wrap=True)
        self.setProperty("tone", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = across(self, 6)
        row.setContentsMargins(2, 2, 2, 2)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)

    def tell(self, finding: Finding | None) -> None:
        """Show a finding, or hide where there is none."""
        self._finding = finding
        if finding is not None:
            words = tell(finding.message)
            self._words.setText(words)
            self.setAccessibleName(words)
            paint(self._picture, self._icons, icon_of(finding))
        self.setVisible(finding is not None)

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
        self._lines: list[FindingLine] = []
        self._well, self._more = AllWell(icons), label("", "muted")
        self._column = down(self, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._well, self._more):
            self._column.addWidget(part)
        icons.changed.connect(self._draw)
        self._draw()

    def show_all(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the same ones again change nothing."""
        if findings != self._shown:
            self._shown = findings
            self._draw()

    def _draw(self) -> None:
        self._make(min(len(self._shown), AT_MOST))
        for place, made in enumerate(self._lines):
            made.tell(self._shown[place] if place < len(self._shown) else None)
        self._well.setVisible(not self._shown)
        left = max(len(self._shown) - AT_MOST, 0)
        self._more.setText(
            ngettext("{n} more in the list of findings", "{n} more in the list of findings", left)
        )
        self._more.setVisible(left > 0)

    def _make(self, wanted: int) -> None:
        """Make the lines that are missing; they are used again for what is found next."""
        while len(self._lines) < wanted:
            made = FindingLine(self._icons, self)
            made.jumped.connect(self.jumped)
            self._column.insertWidget(len(self._lines), made)
            self._lines.append(made)

"""The checklist of a story for review: ticks, warnings, and what is required; a click leads to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.desk.reviewing import Tone
from newsroom.gui.panels.checks import picture
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from newsroom.desk.reviewing import Line
    from newsroom.gui.icons import Icons

_ICONS = {Tone.GOOD: "good", Tone.CALM: "info", Tone.WARN: "warn", Tone.BAD: "bad"}
_COLOURS = {Tone.GOOD: "good", Tone.CALM: "accent_text", Tone.WARN: "warn", Tone.BAD: "bad"}
_PRESSED = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
AT_ONCE = 12
"""So many lines are shown; the others are shown when they are asked for."""


class CheckLine(QFrame):
    """One line; where it has a place, a click, Return or the space bar shows it."""

    jumped = Signal(object)

    def __init__(self, line: Line, icons: Icons) -> None:
        super().__init__()
        self._line = line
        words = tell(line.words)
        said = {Tone.BAD: _("Required: {words}", words=words), Tone.WARN: _("Open: {words}", words=words)}
        self.setAccessibleName(said.get(line.tone, words))
        self.setProperty("tone", "row")
        shown = label(words, "required" if line.tone is Tone.BAD else "", wrap=True)
        mark = picture(icons, _ICONS[line.tone], _COLOURS[line.tone])
        row = across(self, 6)
        row.setContentsMargins(0, 2, 2, 2)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shown, 1)
        if line.finding is not None:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_("Show the place in the story"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the place."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._jump()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the place with Return or the space bar."""
        if event.type() is QEvent.Type.KeyPress and event.key() in _PRESSED:
            self._jump()
        else:
            super().keyPressEvent(event)

    def _jump(self) -> None:
        if self._line.finding is not None:
            self.jumped.emit(self._line.finding)


class Checklist(QWidget):
    """All lines, what is required first."""

    jumped = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: Sequence[Line] = ()
        self._most = AT_ONCE
        self._column = down(self, 2)
        self._column.setContentsMargins(0, 0, 0, 0)
        icons.changed.connect(self._draw)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self._shown, self._most = lines, AT_ONCE
        self._draw()

    def _draw(self) -> None:
        emptied(self._column)
        for line in self._shown[: self._most]:
            made = CheckLine(line, self._icons)
            made.jumped.connect(self.jumped)
            self._column.addWidget(made)
        left = len(self._shown) - self._most
        if left > 0:
            words = ngettext("Show {n} more", "Show {n} more", left)
            self._column.addWidget(button(words, self._show_all, "link"))

    def _show_all(self) -> None:
        self._most = len(self._shown)
        self._draw()

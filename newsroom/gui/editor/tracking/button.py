"""The switch of tracking in the tool bar: its sign, and where there is room, whose hand shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QToolButton

from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from newsroom.gui.bars.format_bar import FormatBar

_SIGN = 30
"""How wide the switch is without words, in pixels."""


class TrackButton(QToolButton):
    """Follows the action that tracks changes."""

    def __init__(self, action: QAction, bar: FormatBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._action = action
        self.setProperty("look", "switch")
        self.setDefaultAction(action)
        self.setIconSize(QSize(18, 18))
        self.setFixedHeight(30)
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.setIconText(_("Changes off"))
        bar.add(self)
        bar.installEventFilter(self)
        self._fit()

    def say(self, on: bool, who: str) -> None:
        """Say whether changes are tracked, and as whose."""
        words = _("Changes on ({who})", who=who) if who else _("Changes on")
        self._action.setIconText(words if on else _("Changes off"))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the bar."""
        if watched is self._bar and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Show the words where the bar has room for them beside all else."""
        styles = Qt.ToolButtonStyle
        self.setFixedWidth(_SIGN)
        others = self._bar.minimumSizeHint().width() - _SIGN
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon)
        if others + self.sizeHint().width() <= self._bar.width():
            self.setFixedWidth(self.sizeHint().width())
        else:
            self.setToolButtonStyle(styles.ToolButtonIconOnly)

"""The switch of tracking in the tool bar: its sign, and where there is room, whose hand shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QToolButton

from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from newsroom.gui.bars.format_bar import FormatBar

_ROOM = 540
"""The bar's least width, in pixels, for a switch with words."""


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
        wide = self._bar.width() >= _ROOM
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if wide else styles.ToolButtonIconOnly)
        self.setMinimumWidth(self.sizeHint().width() if wide else 30)
        self.setMaximumWidth(self.sizeHint().width() if wide else 30)

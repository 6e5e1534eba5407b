"""The left column: the places, and under them the ways to see what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from newsroom.gui.parts import across, down, named
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.browser.sidebar import Sidebar

WORDS = {
    "view-list": N_("List"),
    "view-table": N_("Columns"),
    "view-board": N_("Board"),
    "view-calendar": N_("Calendar"),
}


class SidePane(QWidget):
    """Holds the sidebar and the switch of views."""

    def __init__(self, sidebar: Sidebar, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        switch = named(QWidget(), "viewSwitch")
        switch.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = across(switch, 2)
        row.setContentsMargins(8, 5, 8, 5)
        for name, words in WORDS.items():
            row.addWidget(_view_button(actions, name, _(words)), 1)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sidebar, 1)
        column.addWidget(switch)


def _view_button(actions: Actions, name: str, words: str) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(actions[name])
    actions[name].setIconText(words)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setIconSize(QSize(16, 16))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(actions[name].text())
    return made

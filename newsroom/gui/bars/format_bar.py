"""The tool bar above the text: kind of paragraph, emphasis, link, what is put in, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from newsroom.gui.parts import across, button, line
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.actions.actions import Actions

KINDS = ("paragraph", "crosshead", "crosshead-2", "crosshead-3", "quote", "list", "numbers")
GROUPS = (
    ("bold", "italic", "link", "insert-picture"),
    ("undo", "redo"),
)
"""What is asked for most, and fits beside an open panel; kinds of paragraphs are in the button before it."""
INSERTED = ("insert-picture", "insert-table", "box", "insert-footnote")


class FormatBar(QWidget):
    """Buttons for what is written; the kind of the paragraph under the cursor stands first."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formatBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        self._actions = actions
        self._closed = False
        self.kind = button("", look="quiet")
        self.kind.setMinimumWidth(120)
        self.kind.setMenu(actions.menu(KINDS, self.kind))
        row = across(self, 4)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.kind)
        for group in GROUPS:
            row.addSpacing(4)
            row.addWidget(line(upright=True))
            row.addSpacing(4)
            for name in group:
                row.addWidget(self._inserting() if name == INSERTED[0] else self._tool(name))
        row.addStretch(1)
        self._row = row
        self.show_kind("paragraph")

    def add(self, part: QWidget) -> None:
        """Add a part at the far end, before what closes the bar."""
        self._row.insertWidget(self._row.count() - int(self._closed), part)

    def close_with(self, part: QWidget) -> None:
        """Add the part that stays at the far end whatever comes."""
        self._row.addWidget(part)
        self._closed = True

    def _inserting(self) -> QToolButton:
        """Give the button that offers what can be put into the text."""
        made = self._tool("insert-picture")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        made.setMenu(self._actions.menu(INSERTED, made))
        made.setFixedSize(44, 30)
        return made

    def _tool(self, name: str) -> QToolButton:
        action = self._actions[name]
        made = QToolButton()
        made.setDefaultAction(action)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setIconSize(QSize(18, 18))
        made.setFixedSize(30, 30)
        made.setAccessibleName(action.text().removesuffix(" …"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def show_kind(self, kind: str) -> None:
        """Show the kind of the paragraph under the cursor."""
        name = kind if kind in KINDS else "paragraph"
        words = self._actions[name].text()
        self._actions[name].setChecked(True)
        self.kind.setText(f"{words} ▾")
        self.kind.setAccessibleName(_("Kind of paragraph: {kind}", kind=words))

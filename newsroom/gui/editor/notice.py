"""The amber strip under the headline: one sentence, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.editor.look import EditorLook

NoticeAction = tuple[str, Callable[[], None]]


def newer_parts() -> str:
    """Give the sentence over a story that holds what this version does not know."""
    return _(
        "A newer version wrote parts of this story. It can be read and copied here; nothing of it is lost."
    )


class Notice(QWidget):
    """Shows a sentence with quiet buttons; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(12)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def say(self, text: str, actions: tuple[NoticeAction, ...]) -> None:
        """Show a sentence and its actions; an empty one hides the strip."""
        self._text.setText(text)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(*action) for action in actions]
        self.setVisible(bool(text))

    def _button(self, label: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(label, self)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(label)
        button.clicked.connect(call)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def set_look(self, look: EditorLook) -> None:
        """Wear the page's colours."""
        self.setStyleSheet(
            f"#notice {{ background: {look.warn_ground}; border: 1px solid {look.warn_line}; border-radius: 6px; }}"
            f"#notice QLabel {{ color: {look.text}; background: transparent; font-size: {look.small}px; }}"
            f"#notice QPushButton {{ color: {look.text}; background: transparent; border: none; padding: 0;"
            f" font-weight: 600; font-size: {look.small}px; min-height: 0; }}"
            f"#notice QPushButton:hover, #notice QPushButton:focus {{ text-decoration: underline; }}"
        )

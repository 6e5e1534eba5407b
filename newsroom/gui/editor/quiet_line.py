"""A line over the foot of the page that says what was done, and offers the other way; the text does not move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.gui.editor.look import EditorLook

Way = tuple[str, "Callable[[], None]"]
SECONDS = 20
"""So long a line stays that nobody acts on."""

_FOOT = 18


class QuietLine(QFrame):
    """One sentence with quiet buttons over the foot of another widget."""

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self.setObjectName("quietLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 14, 7)
        self._row.setSpacing(16)
        self._row.addWidget(self.words)
        self.buttons: list[QPushButton] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.hide)
        above.installEventFilter(self)
        self.hide()

    def say(self, words: str, ways: Iterable[Way] = ()) -> None:
        """Show a sentence and its ways; an empty one hides the line."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*way) for way in ways]
        self.words.setText(words)
        self.setAccessibleName(words)
        self._rest.start(SECONDS * 1000)
        self.setVisible(bool(words))
        self._place()

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        self._row.addWidget(button)
        return button

    def _place(self) -> None:
        """Stand in the middle of the foot, no wider than what is below."""
        above = self._above
        room = above.width() - 2 * _FOOT
        self.words.setWordWrap(False)
        if self.sizeHint().width() > room:
            self.words.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        else:
            self.adjustSize()
        self.move((above.width() - self.width()) // 2, above.height() - self.height() - _FOOT)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place where the page changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def set_look(self, look: EditorLook) -> None:
        """Wear the page's colours."""
        self.setStyleSheet(
            f"#quietLine {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 8px; }}"
            f"#quietLine QLabel {{ color: {look.muted}; background: transparent; font-size: {look.small}px; }}"
            f"#quietLine QPushButton {{ color: {look.accent}; background: transparent; border: none; padding: 0;"
            f" font-weight: 600; font-size: {look.small}px; min-height: 0; }}"
            f"#quietLine QPushButton:hover, #quietLine QPushButton:focus {{ text-decoration: underline; }}"
        )

"""The small parts that the window is put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.gui.icons import Icons

W = TypeVar("W", bound=QWidget)


def label(words: str, tone: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label whose text is never read as markup."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


def button(words: str, pressed: Callable[[], None] | None = None, look: str = "") -> QPushButton:
    """Make a button; look is primary, quiet or link."""
    made = QPushButton(words)
    made.setAccessibleName(words.removesuffix(" ▾").removesuffix(" …"))
    if look:
        made.setProperty("look", look)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


def number(least: int = 0, most: int = 99) -> QSpinBox:
    """Make a field for a number; the style sheet does not reach the room left of its digits."""
    made = QSpinBox(minimum=least, maximum=most)
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made


def line(*, upright: bool = False) -> QFrame:
    """Make a hairline."""
    made = QFrame()
    made.setProperty("tone", "rule" if upright else "line")
    return made


def down(parent: QWidget | None = None, gap: int = 0) -> QVBoxLayout:
    """Make a layout of parts under each other, so many pixels apart."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setSpacing(gap)
    return made


def across(parent: QWidget | None = None, gap: int = 0) -> QHBoxLayout:
    """Make a layout of parts beside each other, so many pixels apart."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setSpacing(gap)
    return made


def named(widget: W, name: str) -> W:
    """Give a widget the name that the style sheet knows it by."""
    widget.setObjectName(name)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def emptied(layout: QVBoxLayout) -> QVBoxLayout:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return layout


class Blank(QWidget):
    """What stands where there is nothing to show: a quiet icon, a title, a sentence, and ways on."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._role = ""
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedHeight(48)
        self.title = label("", "title", wrap=True)
        self.words = label("", "muted", wrap=True)
        self._ways = down(gap=8)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = down(self, 8)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self._picture)
        for words in (self.title, self.words):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addSpacing(8)
        column.addLayout(self._ways)
        column.addStretch(3)
        icons.changed.connect(self._dress)

    def say(
        self, icon: str, title: str, words: str, ways: Sequence[tuple[str, Callable[[], None]]] = ()
    ) -> None:
        """Say what is the matter and offer ways on, the first as the foremost."""
        self._role = icon
        self.title.setText(title)
        self.words.setText(words)
        emptied(self._ways)
        for number, (name, way) in enumerate(ways):
            made = button(name, way, "" if number else "primary")
            made.setMinimumWidth(200)
            self._ways.addWidget(made)
        self._dress()

    def _dress(self) -> None:
        if self._role:
            self._picture.setPixmap(self._icons.icon(self._role, "faint").pixmap(QSize(40, 40)))

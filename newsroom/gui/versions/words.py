"""What a change does to words, told in one run of text: what goes struck, what comes underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.domain.alignment import likeness
from newsroom.domain.inlining import Fate, Told, in_line
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from newsroom.gui.theme.tokens import Palette

_MOST = 90
"""Of longer stretches that stay only the ends are shown."""
_EDGE = 40
_ALL = 1_200
"""More characters of one stretch nobody reads on a card."""
_SIZE = 14


def told(old: str, new: str) -> tuple[Told, ...]:
    """Give two texts as one, word by word; where they have little in common, one behind the other."""
    if not likeness(old, new):
        both = (Told(_shortened(old), Fate.GOES), Told(_shortened(new), Fate.COMES))
        return tuple(part for part in both if part.text)
    return tuple(_shown(part) for part in in_line(old, new))


def _shown(part: Told) -> Told:
    return Told(_elided(part.text) if part.fate is Fate.STAYS else _shortened(part.text), part.fate)


def _elided(text: str) -> str:
    """Give the ends of a long text, cut between words."""
    if len(text) <= _MOST:
        return text
    return f"{text[:_EDGE].rsplit(' ', 1)[0]} … {text[-_EDGE:].split(' ', 1)[-1]}"


def _shortened(text: str) -> str:
    return text if len(text) <= _ALL else f"{text[:_ALL]} …"


class MarkedWords(QWidget):
    """Paints such a text, as high as its width makes it."""

    def __init__(self, parts: tuple[Told, ...], palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        cursor = QTextCursor(self._document)
        for part in parts:
            cursor.insertText(part.text.replace("\n", "\u2028"), _form(part.fate, palette))
        self.setAccessibleName("".join(part.text for part in parts))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give how high the text is at a width, in pixels."""
        self._document.setTextWidth(width)
        return round(self._document.size().height()) + 2

    def sizeHint(self) -> QSize:
        """Give a comfortable size."""
        return QSize(220, self.heightForWidth(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text."""
        self._document.setPageSize(QSizeF(self.width(), -1))
        painter = QPainter(self)
        self._document.drawContents(painter)
        painter.end()


def _form(fate: Fate, palette: Palette) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontFamilies(["Source Serif Pro"])
    form.setProperty(QTextCharFormat.Property.FontPixelSize, _SIZE)
    form.setForeground(QColor(palette.text))
    if fate is not Fate.STAYS:
        colours = palette.pills[State.WITHDRAWN if fate is Fate.GOES else State.APPROVED]
        form.setForeground(QColor(colours.text))
        form.setBackground(QColor(colours.ground))
        form.setFontStrikeOut(fate is Fate.GOES)
        form.setFontUnderline(fate is Fate.COMES)
    return form

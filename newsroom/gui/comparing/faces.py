"""How two versions are set on their sheet: the type of each field, the colours of what went and what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from newsroom.domain.inlining import Fate
from newsroom.domain.workflow import State
from newsroom.gui.theme.tokens import SANS, SERIF

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsroom.domain.comparison import Side
    from newsroom.gui.theme.tokens import Palette

_SMALL, _TEXT = 12, 15
_SIZES = {"headline": 22, "subheadline": 16, "lead": 15, "kicker": 13}
_STRONG = frozenset({"headline", "lead"})
_LINE, _TIGHT = 130, 105
_MARGIN, _PAD = 24, 6
_WIDEST = 640
"""Text in one column is no wider than this, so that no line is longer than the eye follows."""


class Faces:
    """Writes stretches of text as they are shown: set as a page of the story, or as a table of differences."""

    READ = frozenset({"kicker", "headline", "subheadline", "lead", "body"})

    def __init__(self, palette: Palette, *, page: bool) -> None:
        self.palette = palette
        self.page = page

    def headed(self, field: str) -> bool:
        """Tell whether a field is named above its rows; on a page the story's own fields are not."""
        return not (self.page and field in self.READ)

    def small(self, *, faint: bool = False, accent: bool = False) -> QTextCharFormat:
        """Give the type of what is said about the text."""
        colour = self.palette.accent_text if accent else self.palette.faint if faint else self.palette.muted
        return _typed(SANS, _SMALL, colour)

    def write(self, cursor: QTextCursor, field: str, side: Side, fate: Fate | None) -> None:
        """Write one side; what differs on it has a fate."""
        for part in side:
            self.put(cursor, field, part.text, fate if part.differs and fate else Fate.STAYS)

    def put(self, cursor: QTextCursor, field: str, words: str, fate: Fate) -> None:
        """Write a stretch by its fate; colour is never alone: what goes is struck, what comes is underlined."""
        form = self._form(field)
        if fate is not Fate.STAYS:
            colours = self.palette.pills[State.WITHDRAWN if fate is Fate.GOES else State.APPROVED]
            form.setForeground(QColor(colours.text))
            form.setBackground(QColor(colours.ground))
            form.setFontStrikeOut(fate is Fate.GOES)
            form.setFontUnderline(fate is Fate.COMES)
        block = cursor.blockFormat()
        block.setLineHeight(_TIGHT if self.page and field == "headline" else _LINE, 1)
        cursor.setBlockFormat(block)
        cursor.insertText(words.replace("\n", "\u2028").replace("\t", "  \u00b7  "), form)

    def _form(self, field: str) -> QTextCharFormat:
        size = _SIZES.get(field, _TEXT) if self.page else _TEXT
        face = SANS if self.page and field == "kicker" else SERIF
        colour = self.palette.accent_text if self.page and field == "kicker" else self.palette.text
        form = _typed(face, size, colour)
        if self.page and field in _STRONG:
            form.setFontWeight(QFont.Weight.DemiBold)
        return form

    def heading(self) -> QTextBlockFormat:
        """Give the form of a field's name: it stands over the words, and on a page at the page's margin."""
        form = QTextBlockFormat()
        form.setLeftMargin(_MARGIN + _PAD if self.page else 0)
        return form

    def inner(self) -> QTextTableCellFormat:
        """Give the form of a cell that has another one at its left; on a page it keeps the page's margin."""
        form = QTextTableCellFormat()
        form.setPadding(_PAD)
        if self.page:
            form.setLeftPadding(_PAD + _MARGIN)
        return form

    def table(self, columns: int) -> QTextTableFormat:
        """Give the form of a piece of the sheet."""
        form = QTextTableFormat()
        part = QTextLength(QTextLength.Type.PercentageLength, 100 // columns)
        form.setColumnWidthConstraints([part] * columns)
        form.setWidth(self._width(columns))
        form.setCellPadding(_PAD)
        form.setCellSpacing(0)
        form.setBorderCollapse(True)
        form.setBorder(0 if self.page else 1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QColor(self.palette.line))
        form.setLeftMargin(_MARGIN if self.page else 0)
        form.setRightMargin(_MARGIN if self.page else 0)
        form.setTopMargin(0 if self.page else 4)
        form.setBottomMargin(0 if self.page else 12)
        return form

    def _width(self, columns: int) -> QTextLength:
        if self.page and columns == 1:
            return QTextLength(QTextLength.Type.FixedLength, _WIDEST)
        return QTextLength(QTextLength.Type.PercentageLength, 100)


def _typed(face: str, size: int, colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    form.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    form.setFontFamilies([face])
    return form

"""How blocks and runs look, derived from what they are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextListFormat

from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    TRACKED,
    UNDERLINE,
    MarkKind,
    has,
    without,
)
from newsroom.gui.editor.bridge.properties import Kind, Prop, marks_text

if TYPE_CHECKING:
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.look import EditorLook

INDENT = 24
_READABLE = 96
"""So much lightness, of 255, words and their ground are apart at least."""
GAP = 14
_ABOVE = {Kind.CROSSHEAD: GAP, Kind.BOX_TITLE: 2 * GAP}
_LARGE = 1000
_SMALL = frozenset({Kind.PICTURE, Kind.CELL, Kind.UNKNOWN})


def block_format(
    look: EditorLook, kind: Kind, *, level: int = 0, ordered: bool = False, end: Marks, boxed: bool = False
) -> QTextBlockFormat:
    """Give the format of a block, with what it is and how it looks."""
    form = QTextBlockFormat()
    form.setProperty(Prop.KIND, kind.value)
    form.setProperty(Prop.LEVEL, level)
    form.setProperty(Prop.ORDERED, ordered)
    form.setProperty(Prop.BOXED, boxed)
    form.setProperty(Prop.END_MARKS, marks_text(end))
    _set_line_height(form, look, kind)
    form.setBottomMargin(max(_below(kind), GAP // 2) if boxed else _below(kind))
    form.setTopMargin(_ABOVE.get(kind, 0))
    form.setLeftMargin(INDENT if kind is Kind.QUOTE else INDENT * 2 // 3 if boxed else 0)
    form.setRightMargin(INDENT * 2 // 3 if boxed else 0)
    return form


def _below(kind: Kind) -> int:
    if kind in {Kind.ITEM, Kind.CROSSHEAD, Kind.BOX_TITLE}:
        return GAP // 3
    return 0 if kind is Kind.CELL else GAP


def char_format(look: EditorLook, kind: Kind, marks: Marks) -> QTextCharFormat:
    """Give the format of a run in a block of a kind, with its marks and how they look."""
    form = QTextCharFormat()
    small = kind in _SMALL
    form.setFontFamilies([look.sans if small or kind is Kind.BOX_TITLE else look.serif])
    size = 1 if kind is Kind.CROSSHEAD else -int(small)
    form.setProperty(QTextCharFormat.Property.FontSizeAdjustment, size)  # of the document's, so it can zoom
    if small and kind is not Kind.CELL:
        form.setForeground(QColor(look.muted))  # all else wears the field's own colour, which needs no format
    strong = kind in {Kind.CROSSHEAD, Kind.BOX_TITLE}
    form.setFontWeight(QFont.Weight.Bold.value if BOLD in marks or strong else look.weight)
    form.setFontItalic((ITALIC in marks) is not (kind is Kind.QUOTE))
    if marks:
        form.setProperty(Prop.MARKS, marks_text(marks))
        _show_marks(form, look, marks)
    return form


def _set_line_height(form: QTextBlockFormat, look: EditorLook, kind: Kind) -> None:
    """Set lines apart by a part of their own height; a picture is a line too, and stays as tall as it is."""
    types = QTextBlockFormat.LineHeightTypes
    if kind is Kind.PICTURE:
        form.setLineHeight(look.small * look.line_height / 100, int(types.MinimumHeight.value))
    else:
        form.setLineHeight(look.line_height / _natural(look.serif), int(types.ProportionalHeight.value))


@lru_cache(maxsize=8)
def _natural(family: str) -> float:
    """Give how tall a line of a family is of itself, as a part of its size."""
    font = QFont(family)
    font.setPixelSize(_LARGE)
    return QFontMetricsF(font).height() / _LARGE


def _show_marks(form: QTextCharFormat, look: EditorLook, marks: Marks) -> None:
    form.setFontStrikeOut(STRIKE in marks)
    form.setFontUnderline(UNDERLINE in marks or has(marks, MarkKind.LINK))
    if SUPERSCRIPT in marks:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if SUBSCRIPT in marks:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    if has(marks, MarkKind.LINK):
        form.setForeground(QColor(look.accent))
    _show_changes(form, look, marks)


def worn_format(look: EditorLook, kind: Kind, marks: Marks) -> QTextCharFormat:
    """Give how a run is shown in a look that was not its own when it was written: whole, with all that is plain."""
    form = char_format(look, kind, without(marks, *TRACKED) if look.hides_changes else marks)
    if not form.hasProperty(QTextCharFormat.Property.ForegroundBrush):
        form.setForeground(QColor(look.text))
    if look.hides_changes and not TRACKED.isdisjoint(mark.kind for mark in marks):
        lined = UNDERLINE in marks or has(marks, MarkKind.LINK)
        styles = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(styles.SingleUnderline if lined else styles.NoUnderline)
        form.setFontStrikeOut(STRIKE in marks)
        if has(marks, MarkKind.DELETED):
            _hide(form)
    return form


def _hide(form: QTextCharFormat) -> None:
    """Let deleted text take no room that could be seen; it stays in the document."""
    form.setForeground(QColor(0, 0, 0, 0))
    form.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    form.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    form.setFontLetterSpacing(1)


def _show_changes(form: QTextCharFormat, look: EditorLook, marks: Marks) -> None:
    """Strike what was deleted and underline what was inserted, in the colour of who did it."""
    for mark in sorted(marks):
        if mark.kind is MarkKind.FORMATTED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            form.setUnderlineColor(QColor(look.colour_of(mark.value)))
    for mark in sorted(marks, reverse=True):
        if mark.kind in {MarkKind.INSERTED, MarkKind.DELETED}:
            form.setForeground(QColor(look.colour_of(mark.value)))
    if has(marks, MarkKind.INSERTED):
        form.setFontUnderline(True)
    if has(marks, MarkKind.DELETED):
        form.setFontStrikeOut(True)


def head_ground(look: EditorLook) -> str:
    """Give the ground of a table's head: that of lines, unless words could not be read on it."""
    apart = abs(QColor(look.line).lightness() - QColor(look.text).lightness())
    return look.line if apart > _READABLE else look.surface


def list_format(level: int, *, ordered: bool) -> QTextListFormat:
    """Give the format of a list at a level."""
    styles = QTextListFormat.Style
    form = QTextListFormat()
    bullets = (styles.ListDisc, styles.ListCircle, styles.ListSquare)
    numbers = (styles.ListDecimal, styles.ListLowerAlpha, styles.ListLowerRoman)
    form.setStyle((numbers if ordered else bullets)[level % 3])
    form.setIndent(level + 1)
    return form

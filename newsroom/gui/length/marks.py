"""The house's lines numbered in the gutter, and where the overset begins; painted, never part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygon, QTextCursor

from newsroom.domain.finding import Field
from newsroom.gui.bars.length_line import number
from newsroom.gui.theme import type as faces
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import Painter, TextEdit
    from newsroom.text.extent import Extent, Part
    from newsroom.text.ordered import Overset

EVERY = 5
_SIZE = 11
_EDGE = 14
"""Between a number and the text."""
_NEAR = 5
"""Between the words on the overset and the text; they need the room."""
_VEIL = 90
"""How much of the ground lies over the overset, of 255: it is quieter, and is still read."""


class LengthMarks:
    """Paints what can be seen of one extent."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor, self._gutter = editor, editor.page.gutter
        self._extent: Extent | None = None
        self._overset: Overset | None = None
        self._over: tuple[TextEdit, QTextCursor] | None = None
        self._words = ""
        self.numbered = True
        self._gutter.overlays.append(self._paint_gutter)
        editor.dressed.connect(self._place_again)
        for edit in editor.edits:
            edit.overlays.append(self._painter_of(edit))
            edit.document().documentLayout().documentSizeChanged.connect(self._gutter.update)

    def number(self, *, shown: bool) -> None:
        """Show the numbers of lines, or hide them."""
        self.numbered = shown
        self._gutter.update()

    def show(self, extent: Extent | None, overset: Overset | None, *, by_lines: bool = True) -> None:
        """Mark these lines and this overset from now on."""
        self._extent, self._overset = extent, overset
        was, self._over = self._over, self._place(overset) if overset else None
        if overset:
            line = number(overset.line)
            self._words = _("Overset from line {n}", n=line) if by_lines else _("Overset from here")
        self._gutter.update()
        if was or self._over:
            for edit in self._editor.edits:
                edit.viewport().update()

    def _place_again(self) -> None:
        """Find the overset again after the text was put anew."""
        self._over = self._place(self._overset) if self._overset else None
        self._gutter.update()

    def _place(self, overset: Overset) -> tuple[TextEdit, QTextCursor] | None:
        edit = self._editor.lead if overset.place.field is Field.LEAD else self._editor.body_edit
        return edit, edit.select(max(overset.place.block, 0), overset.place.start, overset.place.start)

    # The gutter

    def _paint_gutter(self, painter: QPainter, rect: QRect) -> None:
        if self._extent is None:
            return
        painter.setFont(faces.tabular(faces.sans(_SIZE)))
        veto = self._paint_overset(painter)
        if not self.numbered:
            return
        painter.setPen(QColor(self._editor.look.muted))
        for line, height in self._numbers(rect):
            if not veto.top() <= height <= veto.bottom():
                self._write(painter, QRect(0, height - 10, self._gutter.width() - _EDGE, 20), number(line))

    def _write(self, painter: QPainter, box: QRect, words: str) -> None:
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, words)

    def _paint_overset(self, painter: QPainter) -> QRect:
        """Say where the overset begins, and give the stretch of the gutter that the words take."""
        if self._over is None:
            return QRect()
        edit, cursor = self._over
        height = self._top_of(edit) + _hairline(edit, cursor)[0].y()
        font = faces.sans(_SIZE)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._editor.look.bad))
        wide = self._gutter.width() - _NEAR
        metrics = QFontMetrics(font)
        tall = metrics.boundingRect(QRect(0, 0, wide, 200), Qt.TextFlag.TextWordWrap, self._words).height()
        box = QRect(0, height - tall // 2, wide, tall)
        self._write(painter, box, self._words)
        painter.drawLine(wide + 2, height, self._gutter.width(), height)
        painter.setFont(faces.tabular(faces.sans(_SIZE)))
        return box.adjusted(0, -8, 0, 8)

    def _numbers(self, rect: QRect) -> Iterator[tuple[int, int]]:
        """Give the numbered lines whose place is inside a rectangle, each with its middle's height."""
        for edit in self._editor.edits:
            top = self._top_of(edit)
            seen = rect.translated(0, -top).intersected(QRect(0, 0, rect.width(), edit.height()))
            if not seen.isEmpty():
                for line, height in self._numbers_in(edit, seen):
                    yield line, height + top

    def _numbers_in(self, edit: TextEdit, seen: QRect) -> Iterator[tuple[int, int]]:
        first, last = (_block_at(edit, height) for height in (seen.top(), seen.bottom()))
        for before, part in self._parts(Field.LEAD if edit.single else Field.BODY, first, last):
            for line in _numbered(before, before + len(part.counted.starts)):
                yield line, self._height(edit, part, line - before - 1)

    def _parts(self, field: Field, first: int, last: int) -> Iterator[tuple[int, Part]]:
        """Give the parts of a field between two blocks, each with the lines before it."""
        assert self._extent is not None
        for before, part in zip(self._extent.lines_before, self._extent.parts, strict=False):
            if part.field is field and part.block <= last and part.block + part.blocks > first:
                yield before, part

    def _height(self, edit: TextEdit, part: Part, line: int) -> int:
        place = part.place(part.counted.starts[line])
        return edit.cursorRect(edit.select(place.block, place.start, place.start)).center().y()

    def _top_of(self, edit: TextEdit) -> int:
        return self._editor.page.top_of(edit) - self._gutter.y()

    # The text

    def _painter_of(self, edit: TextEdit) -> Painter:
        def paint(painter: QPainter, rect: QRect) -> None:
            if self._over is not None:
                self._veil(edit, painter, rect)

        return paint

    def _veil(self, edit: TextEdit, painter: QPainter, rect: QRect) -> None:
        """Make the overset quieter and draw the line before it."""
        assert self._over is not None
        over, cursor = self._over
        veil = QColor(self._editor.look.ground)
        veil.setAlpha(_VEIL)
        if over is not edit:
            if over.single:  # the overset began above
                painter.fillRect(rect, veil)
            return
        line = _hairline(edit, cursor)
        step, below = line[-2], line[0].y()
        painter.fillRect(QRect(step.x(), step.y(), edit.width(), below - step.y()).intersected(rect), veil)
        painter.fillRect(QRect(0, below, edit.width(), edit.height()).intersected(rect), veil)
        painter.setPen(QPen(QColor(self._editor.look.bad), 1))
        painter.drawPolyline(QPolygon(line))


def _numbered(before: int, last: int) -> Iterator[int]:
    """Give the lines after one and up to another that have a number: the first, and every fifth."""
    if not before < 1 <= last:
        yield from range((before // EVERY + 1) * EVERY, last + 1, EVERY)
        return
    yield 1
    yield from range(EVERY, last + 1, EVERY)


def _block_at(edit: TextEdit, height: int) -> int:
    """Give the number of the story's block at a height of a field."""
    layout = edit.document().documentLayout()
    position = layout.hitTest(QPointF(0, height), Qt.HitTestAccuracy.FuzzyHit)
    return edit.place(max(position, 0))[0]


def _hairline(edit: TextEdit, cursor: QTextCursor) -> list[QPoint]:
    """Give the line from the left under what still fits and over what does not."""
    rect = edit.cursorRect(cursor)
    if cursor.atBlockStart() or rect.left() <= edit.width() // 20:
        height = rect.top() - (3 if cursor.atBlockStart() else 0)
        return [QPoint(0, height), QPoint(0, height), QPoint(edit.width(), height)]
    below = rect.bottom()
    return [
        QPoint(0, below),
        QPoint(rect.left(), below),
        QPoint(rect.left(), rect.top()),
        QPoint(edit.width(), rect.top()),
    ]

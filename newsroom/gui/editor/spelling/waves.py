"""Draws a red wave under what is misspelt, over the text and for the visible blocks only.

Extra selections and formats of the layout would cost at every key press in a long story; this costs where it
is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock, QTextLine
    from PySide6.QtWidgets import QTextEdit

    from newsroom.text.spelling import Doubt

    Marked = Callable[[QTextBlock], tuple[Doubt, ...]]

_HEIGHT, _STEP, _BELOW, _PEN = 1.6, 2.0, 2.0, 1.1


def blocks_in(edit: QTextEdit, rect: QRect) -> Iterator[QTextBlock]:
    """Give the blocks of a field that stand in a rectangle of its viewport."""
    layout = edit.document().documentLayout()
    top = edit.verticalScrollBar().value() + rect.top()
    place = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    block = edit.document().findBlock(max(place, 0))
    while block.isValid() and layout.blockBoundingRect(block).top() <= top + rect.height():
        yield block
        block = block.next()


class Waves:
    """The overlay of one field."""

    def __init__(self, edit: QTextEdit, marked: Marked) -> None:
        self._edit, self._marked = edit, marked
        self.colour = "#b91c1c"

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the waves that stand in a rectangle of the viewport."""
        path = QPainterPath()
        for block in blocks_in(self._edit, rect):
            for doubt in self._marked(block):
                self._add(path, block, doubt)
        if path.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._edit.verticalScrollBar().value())
        painter.setPen(QPen(QColor(self.colour), _PEN))
        painter.drawPath(path)
        painter.restore()

    def _add(self, path: QPainterPath, block: QTextBlock, doubt: Doubt) -> None:
        origin = self._edit.document().documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(doubt.start, line.textStart())
            end = min(doubt.end, line.textStart() + line.textLength())
            if start < end:
                _wave(path, origin, line, start, end)


def _wave(path: QPainterPath, origin: QPointF, line: QTextLine, start: int, end: int) -> None:
    """Add a wave under a stretch of a line."""
    left, right = sorted((_x(line, start), _x(line, end)))
    base = origin.y() + line.y() + line.ascent() + _BELOW
    x, low = origin.x() + left, True
    path.moveTo(x, base)
    while x < origin.x() + right:
        x += _STEP
        path.lineTo(x, base + (_HEIGHT if low else 0))
        low = not low


def _x(line: QTextLine, position: int) -> float:
    return float(line.cursorToX(position)[0])  # type: ignore[index]  # it gives the place and the position

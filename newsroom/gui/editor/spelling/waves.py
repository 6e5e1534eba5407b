"""Draws a red wave under what is misspelt, over the text and for the visible blocks only.

Extra selections and formats of the layout would cost at every key press in a long story; this costs where it
is seen.
"""

from __future__ import annotations

from bisect import bisect
from itertools import islice
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
        top = self._edit.verticalScrollBar().value() + rect.top()
        for block in blocks_in(self._edit, rect):
            doubts = self._marked(block)
            if doubts:
                self._add(path, block, doubts, (top, top + rect.height()))
        if path.isEmpty():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._edit.verticalScrollBar().value())
        painter.setPen(QPen(QColor(self.colour), _PEN))
        painter.drawPath(path)
        painter.restore()

    def _add(
        self, path: QPainterPath, block: QTextBlock, doubts: tuple[Doubt, ...], seen: tuple[float, float]
    ) -> None:
        """Add the waves of those lines of a block that are seen: a block may have thousands."""
        origin = self._edit.document().documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        lines = range(layout.lineCount())
        first = max(bisect(lines, seen[0] - origin.y(), key=lambda one: layout.lineAt(one).y()) - 1, 0)
        at = 0
        for number in lines[first:]:
            line = layout.lineAt(number)
            if line.y() > seen[1] - origin.y():
                break
            begins, ends = line.textStart(), line.textStart() + line.textLength()
            at = bisect(doubts, begins, lo=at, key=lambda doubt: doubt.end)
            for doubt in islice(doubts, at, None):
                if doubt.start >= ends:
                    break
                _wave(path, origin, line, max(doubt.start, begins), min(doubt.end, ends))


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

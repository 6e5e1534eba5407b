"""What is painted for changes beside the letters: the sign of a paragraph's end, and a bar at the page's edge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from newsroom.domain.change_list import PARAGRAPH_END, has_changes
from newsroom.domain.marks import MarkKind, has, value_of
from newsroom.gui.editor.bridge.properties import Prop, marks_of
from newsroom.gui.editor.bridge.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import TextEdit

_BAR = 3
_AWAY = 9


class ChangePainter:
    """Paints what is seen alone, and nothing while changes are hidden."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor = editor
        for edit in editor.edits:
            edit.overlays.append(partial(self._paint_ends, edit))
        editor.page.gutter.overlays.append(self._paint_bars)

    @property
    def _idle(self) -> bool:
        editor = self._editor
        return editor.look.hides_changes or editor.body_edit.isHidden() or not editor.changes.ledger.changes

    def _paint_ends(self, edit: TextEdit, painter: QPainter, rect: QRect) -> None:
        if self._idle or edit.single:
            return
        for block in _blocks(edit, rect):
            marks = marks_of(block.blockFormat(), Prop.END_MARKS)
            if has_changes(marks):
                self._paint_end(edit, painter, block, marks)

    def _paint_end(self, edit: TextEdit, painter: QPainter, block: QTextBlock, marks: Marks) -> None:
        line = block.layout().lineAt(block.layout().lineCount() - 1)
        if not line.isValid():
            return
        place = block.layout().position() + QPointF(line.x() + line.naturalTextWidth() + 2, line.y())
        kinds = (MarkKind.DELETED, MarkKind.INSERTED, MarkKind.FORMATTED)
        name = next(value for kind in kinds if (value := value_of(marks, kind)) is not None)
        font = QFont(edit.font())
        font.setStrikeOut(has(marks, MarkKind.DELETED))
        room = edit.viewport().width() - QFontMetricsF(font).horizontalAdvance(PARAGRAPH_END)
        full = place.x() > room
        if full:
            font.setPixelSize(
                max(font.pixelSize() * 5 // 8, 1)
            )  # above the end of a line that fills the column
        painter.setFont(font)
        painter.setPen(QColor(self._editor.look.colour_of(name)))
        box = QRectF(min(place.x(), room + 2), place.y(), 40, line.height())
        way = Qt.AlignmentFlag.AlignTop if full else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(way), PARAGRAPH_END)

    def _paint_bars(self, painter: QPainter, rect: QRect) -> None:
        if self._idle:
            return
        gutter = self._editor.page.gutter
        for edit in self._editor.edits:
            top = edit.mapTo(self._editor.page, QPoint(0, 0)).y() - gutter.y()
            seen = rect.translated(0, -top)
            for block in _blocks(edit, seen):
                for y, tall, name in _changed_lines(block):
                    colour = QColor(self._editor.look.colour_of(name))
                    painter.fillRect(QRectF(gutter.width() - _AWAY, top + y, _BAR, tall), colour)


def _blocks(edit: TextEdit, rect: QRect) -> Iterator[QTextBlock]:
    """Give the blocks that a rectangle of a field's viewport shows."""
    layout = edit.document().documentLayout()
    block = edit.cursorForPosition(QPoint(0, max(rect.top(), 0))).block()
    while block.isValid() and layout.blockBoundingRect(block).top() <= rect.bottom():
        yield block
        block = block.next()


def _changed_lines(block: QTextBlock) -> Iterator[tuple[float, float, str]]:
    """Give top, height and a change of each line of a block that holds one."""
    layout = block.layout()
    lines: dict[int, str] = {}
    for fragment in fragments(block):
        name = _name(marks_of(fragment.charFormat()))
        if name:
            start = fragment.position() - block.position()
            first = layout.lineForTextPosition(start).lineNumber()
            last = layout.lineForTextPosition(start + fragment.length() - 1).lineNumber()
            lines |= dict.fromkeys(range(first, last + 1), name)
    ending = _name(marks_of(block.blockFormat(), Prop.END_MARKS))
    if ending:
        lines.setdefault(layout.lineCount() - 1, ending)
    for number, name in lines.items():
        line = layout.lineAt(number)
        if line.isValid():
            yield layout.position().y() + line.y(), line.height(), name


def _name(marks: Marks) -> str:
    return next((mark.value for mark in sorted(marks) if has_changes(frozenset({mark}))), "")

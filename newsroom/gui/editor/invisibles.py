"""Showing what nobody sees: no-break spaces, soft hyphens, direction marks, ends of lines and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextLine

from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR, Kind, kind_of
from newsroom.gui.editor.seen import seen_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.room import Room

KEPT = "invisibles"
_SIGNS = {
    " ": "·",
    "\u00a0": "°",
    "\u202f": "°",
    "\u2007": "°",
    "\u00ad": "¬",
    "\t": "→",
    LINE_SEPARATOR: "↵",
    "\u2011": "‑",
}
_FLOW = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(
    f"[ \u00a0\u202f\u2007\u00ad\t\u2028\u2011\u180e\u200b-\u200d\u2060-\u2064\ufeff{_FLOW}]"
)
_FLOW_SIGN = re.compile(f"[{_FLOW}]")
END = "¶"


def sign(char: str) -> str:
    """Give what is drawn for a character that nobody sees."""
    return _SIGNS.get(char) or ("⇄" if _FLOW_SIGN.match(char) else "|")


class Invisibles(QObject):
    """Draws signs over the text while it is switched on; the text stays as it is."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self.on = bool(room.window.kept.word(KEPT))
        room.window.actions_["invisibles"].setChecked(self.on)
        for edit in room.editor.edits:
            edit.overlays.append(Signs(edit, self).paint)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its action does."""
        return {"invisibles": self.switch}

    def switch(self, _checked: bool = False) -> None:
        """Show the signs, or hide them."""
        self.on = not self.on
        self._room.window.actions_["invisibles"].setChecked(self.on)
        self._room.window.kept.keep(KEPT, "yes" if self.on else "")
        for edit in self._room.editor.edits:
            edit.viewport().update()


class Signs:
    """Paints the signs of one field, in the blocks that are seen."""

    def __init__(self, edit: TextEdit, switch: Invisibles) -> None:
        self._edit, self._switch = edit, switch

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the signs inside a rectangle."""
        if not self._switch.on:
            return
        font = QFont(self._edit.look.sans)
        font.setPixelSize(self._edit.look.small)
        painter.setFont(font)
        painter.setPen(QColor(self._edit.look.accent))
        for block in seen_blocks(self._edit, rect):
            self._paint_block(painter, block, QFontMetricsF(font))

    def _paint_block(self, painter: QPainter, block: QTextBlock, metrics: QFontMetricsF) -> None:
        layout = block.layout()
        corner = self._edit.document().documentLayout().blockBoundingRect(block).topLeft()
        text = block.text()
        for found in _UNSEEN.finditer(text):
            at = len(text[: found.start()].encode("utf-16-le")) // 2  # Qt counts an emoji as two
            self._paint_sign(painter, corner, layout.lineForTextPosition(at), at, sign(found[0]), metrics)
        if layout.lineCount() and block.isVisible() and not self._silent(block):
            line = layout.lineAt(layout.lineCount() - 1)
            end = corner + QPointF(line.naturalTextRect().right() + 3, line.y() + line.ascent())
            painter.drawText(end, END)

    def _silent(self, block: QTextBlock) -> bool:
        """Tell whether a block's end is none of the story's: that of a single line, or of what fills a gap."""
        gap = kind_of(block.blockFormat()) in {Kind.FILLER, Kind.BOX_TITLE} and not block.text()
        return self._edit.single or gap

    def _paint_sign(
        self,
        painter: QPainter,
        corner: QPointF,
        line: QTextLine,
        at: int,
        words: str,
        metrics: QFontMetricsF,
    ) -> None:
        if not line.isValid():
            return
        left, right = _x(line, at), _x(line, at + 1)
        middle = (
            left if at + 1 >= line.textStart() + line.textLength() and right < left else (left + right) / 2
        )
        place = QPointF(middle - metrics.horizontalAdvance(words) / 2, line.y() + line.ascent())
        painter.drawText(corner + place, words)


def _x(line: QTextLine, at: int) -> float:
    """Give how far along a line a position is; PySide gives the position back with it."""
    found: object = line.cursorToX(at)
    first = found[0] if isinstance(found, tuple) else found
    assert isinstance(first, float)
    return first

"""Who has a story: the initials on a small disc, and the whole name for who points at the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QToolTip

from newsroom.gui.theme import type as faces
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView

    from newsroom.gui.review.marked import Mark
    from newsroom.gui.theme.tokens import Palette

SIZE = 20
_LETTERS = 9


def initials(name: str) -> str:
    """Give the first letters of the first and the last word of a name, or the first two of its only one."""
    words = name.split()
    return (words[0][0] + words[-1][0] if len(words) > 1 else name.strip()[:2]).upper() if words else ""


def paint(painter: QPainter, box: QRect, name: str, palette: Palette) -> int:
    """Paint the disc at the right end of a line, and give where the room left of it ends."""
    if not name:
        return box.right()
    disc = QRect(box.right() - SIZE, box.center().y() - SIZE // 2 + 1, SIZE, SIZE)
    painter.save()
    painter.setPen(QColor(palette.edge))
    painter.setBrush(QColor(palette.hover))
    painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(faces.sans(_LETTERS, QFont.Weight.DemiBold))
    painter.setPen(QColor(palette.text))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()
    return disc.left() - 6


def told(mark: Mark | None, holder: str) -> str:
    """Give as words what stands on a card beside its own: the mark, and who has the story."""
    parts = (mark.words if mark else "", _("Assigned to {name}", name=holder) if holder else "")
    return " · ".join(filter(None, parts))


def hover(event: QHelpEvent, view: QAbstractItemView, words: str) -> bool:
    """Show words where the mouse rests, and tell whether there were some."""
    if words:
        QToolTip.showText(event.globalPos(), words, view)
    return bool(words)

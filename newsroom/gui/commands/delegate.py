"""Paints the rows of the palette: headings small and quiet, what was typed in bold, the key at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE, TINY_SIZE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from newsroom.gui.commands.rows import Offer
    from newsroom.gui.theme.tokens import Palette

    Index = QModelIndex | QPersistentModelIndex

OFFER = Qt.ItemDataRole.UserRole
_ROW, _HEADING = 34, 26
_EDGE, _ICON = 14, 16
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


class OfferDelegate(QStyledItemDelegate):
    """Draws rows in the colours of a palette."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a heading less height than a row."""
        offer: Offer = index.data(OFFER)
        return QSize(200, _ROW if offer.run else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row or a heading."""
        offer: Offer = index.data(OFFER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if offer.run is None:
            painter.setFont(faces.sans(TINY_SIZE, QFont.Weight.DemiBold))
            painter.setPen(QColor(self.palette.muted))
            painter.drawText(option.rect.adjusted(_EDGE, 0, 0, 0), _LEFT, offer.words)
        else:
            self._row(painter, option, offer)
        painter.restore()

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen.ground))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        icon = QRect(rect.left() + _EDGE, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        offer.icon.paint(painter, icon)
        detail = faces.sans(SMALL_SIZE)
        width = QFontMetrics(detail).horizontalAdvance(offer.detail)
        painter.setFont(detail)
        painter.setPen(QColor(self.palette.chosen.text if on else self.palette.muted))
        painter.drawText(rect.adjusted(0, 0, -_EDGE, 0), _RIGHT, offer.detail)
        room = rect.adjusted(_EDGE + _ICON + 10, 0, -_EDGE - width - 16, 0)
        painter.setPen(QColor(self.palette.chosen.text if on else self.palette.text))
        _words(painter, room, offer)


def _words(painter: QPainter, room: QRect, offer: Offer) -> None:
    """Write the words, the marked ones bold, as far as there is room."""
    at = room.left()
    for words, bold in _parts(offer):
        font = faces.sans(TEXT_SIZE, QFont.Weight.Bold if bold else QFont.Weight.Normal)
        left = room.right() - at
        if left <= 0:
            return
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.drawText(QRect(at, room.top(), left, room.height()), _LEFT, shown)
        at += QFontMetrics(font).horizontalAdvance(shown)
        if shown != words:
            return


def _parts(offer: Offer) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in offer.marks:
        if start >= at:
            parts += ((offer.words[at:start], False), (offer.words[start:end], True))
            at = end
    return [part for part in (*parts, (offer.words[at:], False)) if part[0]]

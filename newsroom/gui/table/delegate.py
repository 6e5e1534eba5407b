"""Paints a cell: a state as a pill, a section with its dot, the other words as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.domain.listing import Heading
from newsroom.gui.browser import badge
from newsroom.gui.browser.story_list_model import ITEM, KNOWN, card_of
from newsroom.gui.table.model import HEADINGS
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE

if TYPE_CHECKING:
    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8
_SIGN = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES = frozenset({Heading.TIME, Heading.MODIFIED})


class CellDelegate(QStyledItemDelegate):
    """The painter of the table."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self._plain = faces.sans(TEXT_SIZE)
        self._figures = faces.tabular(faces.sans(SMALL_SIZE))
        self._headline = faces.serif(15)
        self._pill = faces.sans(11, QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        item = index.data(ITEM)
        heading = HEADINGS[index.column()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette = self._dress.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.card))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(palette.line))
        box = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if item is None:
            self._bar(painter, box, heading)
            painter.restore()
            return
        card = card_of(item)
        if heading is Heading.STATE:
            self._state(painter, box, card, index.data())
        else:
            self._words(painter, self._room(painter, box, card, heading), heading, index.data())
        painter.restore()

    def _bar(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        """Paint the quiet shape of words that are on their way."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._dress.palette.hover))
        width = box.width() * (4 if heading is Heading.HEADLINE else 3) // 5
        painter.drawRoundedRect(QRect(box.left(), box.center().y() - 5, width, 11), 4, 4)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say in words what is marked on a story, beside its headline."""
        item = index.data(KNOWN)
        if item is not None and event.type() == QEvent.Type.ToolTip:
            card = card_of(item)
            words = badge.told(self._dress.marks(card), self._dress.holder(card))
            if HEADINGS[index.column()] is Heading.HEADLINE and words:
                return badge.hover(event, view, f"{index.data()}\n{words}")
        return super().helpEvent(event, view, option, index)

    def _room(self, painter: QPainter, box: QRect, card: StoryCard, heading: Heading) -> QRect:
        """Paint what stands beside the words of a cell, and give the room that is left for them."""
        if heading is not Heading.HEADLINE:
            return self._dotted(painter, box, card, heading)
        right = badge.paint(painter, box, self._dress.holder(card), self._dress.palette)
        mark = self._dress.marks(card)
        if mark is not None:
            right -= _SIGN
            sign = self._dress.icons.pixmap(mark.icon, mark.colour, _SIGN)
            painter.drawPixmap(right, box.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN, sign)
            right -= _MARGIN
        return box.adjusted(0, 0, right - box.right(), 0)

    def _dotted(self, painter: QPainter, box: QRect, card: StoryCard, heading: Heading) -> QRect:
        if heading is not Heading.SECTION or not card.section:
            return box
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._dress.colour(card.section)))
        painter.drawRoundedRect(QRect(box.left(), box.center().y() - 4, 9, 9), 3, 3)
        return box.adjusted(16, 0, 0, 0)

    def _words(self, painter: QPainter, box: QRect, heading: Heading, words: str) -> None:
        palette = self._dress.palette
        fonts = {Heading.HEADLINE: self._headline}
        painter.setFont(self._figures if heading in _FIGURES else fonts.get(heading, self._plain))
        painter.setPen(QColor(palette.text if heading is Heading.HEADLINE else palette.muted))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        numbers = heading in {Heading.FINDINGS, Heading.DOUBLES}
        painter.drawText(box, _RIGHT if numbers else _LEFT, shown)

    def _state(self, painter: QPainter, box: QRect, card: StoryCard, words: str) -> None:
        pair = self._dress.palette.pills[card.state]
        painter.setFont(self._pill)
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16, box.width())
        pill = QRect(box.left(), box.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(pair.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

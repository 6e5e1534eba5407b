"""Paints a story as a card of the board: section, headline, time, author, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.gui.board.wrapping import wrapped
from newsroom.gui.browser import badge
from newsroom.gui.browser.story_list_model import CARD
from newsroom.gui.browser.times import brief
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import RADIUS, TINY_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.browser.story_list_model import Index

HEIGHT = 112
_GAP = 6
_LEAST_MARK = 30
"""So many pixels a mark needs; what has no room is not shown."""
_LEAST_BESIDE = 90
"""So many beside a mark that says something, for the section too must be read."""
_PAD = 12
_HEADLINE_SIZE = 14
_LINE = 17
_LINES = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """The painter of a column's cards."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self._small = faces.tabular(faces.sans(TINY_SIZE))
        self._strong = faces.sans(TINY_SIZE, QFont.Weight.DemiBold)
        self._headline = faces.serif(_HEADLINE_SIZE)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the height of a card with the gap below it."""
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        self.paint_card(painter, option.rect, index.data(CARD), state)
        painter.restore()

    def paint_card(self, painter: QPainter, area: QRect, card: StoryCard, state: QStyle.StateFlag) -> None:
        """Paint a card into an area."""
        box = area.adjusted(2, 0, -2, -_GAP)
        self._ground(painter, box, card, state)
        inner = box.adjusted(_PAD, 7, -8, -6)
        self._section(painter, QRect(inner.left(), inner.top(), inner.width(), 16), card)
        self._headlines(painter, QRect(inner.left(), inner.top() + 18, inner.width(), _LINES * _LINE), card)
        self._foot(painter, QRect(inner.left(), inner.bottom() - 17, inner.width(), 18), card)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say in words what is marked on a card."""
        card = index.data(CARD)
        if card is not None and event.type() == QEvent.Type.ToolTip:
            words = badge.told(self._dress.marks(card), self._dress.holder(card))
            return badge.hover(event, view, " · ".join(filter(None, (words, marks_in_words(card)))))
        return super().helpEvent(event, view, option, index)

    def _ground(self, painter: QPainter, box: QRect, card: StoryCard, state: QStyle.StateFlag) -> None:
        palette = self._dress.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(palette.card if chosen else palette.raised))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(
            QRect(box.left(), box.top(), 4, box.height()), QColor(self._dress.colour(card.section))
        )
        painter.restore()
        edge = palette.accent if chosen else palette.muted if over else palette.edge
        painter.setPen(QColor(edge))
        painter.drawPath(shape)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)

    def _section(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        left = box.right() + 1
        mark = self._dress.marks(card)
        if mark is not None:
            left = self._mark(painter, box, left, mark.icon, mark.colour, mark.words)
        least = _LEAST_MARK if mark is None else _LEAST_BESIDE
        for icon, colour, words in reversed(tuple(_marks(card))):
            if left - box.left() < least:
                break
            left = self._mark(painter, box, left, icon, colour, words)
        painter.setFont(self._small)
        painter.setPen(QColor(self._dress.palette.muted))
        room = QRect(box.left(), box.top(), left - 4 - box.left(), box.height())
        painter.drawText(room, _LEFT, self._elided(painter, card.section or _("No section"), room.width()))

    def _mark(self, painter: QPainter, box: QRect, right: int, icon: str, colour: str, words: str) -> int:
        """Paint a mark that ends at the right, and give where it begins."""
        painter.setFont(self._strong)
        width = painter.fontMetrics().horizontalAdvance(words) + 2 if words else 0
        left = right - width - 14
        painter.drawPixmap(left, box.center().y() - 6, 13, 13, self._dress.icons.pixmap(icon, colour, 13))
        painter.setPen(QColor(getattr(self._dress.palette, colour)))
        painter.drawText(QRect(left + 15, box.top(), width, box.height()), _LEFT, words)
        return left - 6

    def _headlines(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        palette = self._dress.palette
        painter.setFont(self._headline)
        painter.setPen(QColor(palette.text if card.headline else palette.faint))
        metrics = painter.fontMetrics()
        lines = wrapped(card.headline or _("No headline"), self._headline, [box.width()] * _LINES)
        for number, line in enumerate(lines):
            base = box.top() + number * _LINE + metrics.ascent()
            painter.drawText(box.left(), base - (metrics.height() - _LINE) // 2, line)

    def _foot(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        palette = self._dress.palette
        painter.setFont(self._small)
        when = brief(card.publish_time, self._dress.now(), self._dress.zone) or _("no time")
        late = card.publish_time is not None and self._dress.late(card)
        painter.setPen(QColor(palette.warn if late else palette.muted))
        painter.drawText(box, _LEFT, when)
        taken = painter.fontMetrics().horizontalAdvance(when) + 10
        painter.setPen(QColor(palette.muted))
        right = badge.paint(painter, box, self._dress.holder(card), palette)
        room = box.adjusted(taken, 0, right - box.right(), 0)
        painter.drawText(room, _RIGHT, self._elided(painter, card.authors, room.width()))

    def _elided(self, painter: QPainter, words: str, room: int) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))


def _marks(card: StoryCard) -> Iterator[tuple[str, str, str]]:
    """Give the marks of a story: icon, colour, number."""
    if card.embargo:
        yield "bad", "warn", ""
    if card.lookalikes:
        yield "versions", "warn", str(card.lookalikes)
    if card.findings:
        yield "warn", "muted", str(card.findings)


def marks_in_words(card: StoryCard) -> str:
    """Give the marks of a story as words, for who points at it or hears it."""
    from newsroom.translation import ngettext

    parts = [_("Embargo")] if card.embargo else []
    parts += [ngettext("{n} similar", "{n} similar", card.lookalikes)] if card.lookalikes else []
    parts += [ngettext("{n} finding", "{n} findings", card.findings)] if card.findings else []
    return ", ".join(parts)

"""Paints the grid of hours and the stories in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from newsroom.domain.timetable import Place, moment
from newsroom.domain.workflow import State
from newsroom.gui.board.wrapping import wrapped
from newsroom.gui.calendar.blocks import HEIGHT
from newsroom.gui.calendar.titles import hour
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import TINY_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.card import StoryCard
    from newsroom.domain.timetable import Row
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.calendar.hours import Hours

SIGNS = {
    State.FOR_REVIEW: "submit",
    State.RETURNED: "undo",
    State.APPROVED: "good",
    State.SCHEDULED: "clock",
    State.PUBLISHED: "story",
    State.WITHDRAWN: "bad",
}
"""The icon of each state, so that none is told by its colour alone; a draft has none."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_TIMED = 118
"""A block as wide as this says its time too."""
_MANY = 1000
_TOLD = 480
"""A block as wide as this says state, section and author too."""
_SIGNED, _HALF = 52, 30


class GridPaint:
    """Paints for one grid."""

    def __init__(self, dress: Dress) -> None:
        self._dress = dress
        self._figures = faces.tabular(faces.sans(TINY_SIZE))
        self._strong = faces.sans(TINY_SIZE, QFont.Weight.DemiBold)
        self._words = faces.sans(13)

    # The ground

    def ground(self, painter: QPainter, hours: Hours, area: QRect) -> None:
        """Paint rows and columns, today, and the hours that clocks skip or have not twice."""
        palette = self._dress.palette
        painter.fillRect(area, QColor(palette.ground))
        for number, day in enumerate(hours.days):
            column = hours.column(number)
            if day == hours.today and len(hours.days) > 1:
                painter.fillRect(column, QColor(palette.card))
            painter.fillRect(QRect(column.left(), 0, 1, hours.height), QColor(palette.line))
            for row in hours.rows:
                self._row(painter, hours, number, row)

    def _row(self, painter: QPainter, hours: Hours, number: int, row: Row) -> None:
        palette, column = self._dress.palette, hours.column(number)
        top = hours.top(row, 0)
        box = QRect(column.left() + 1, top, column.width() - 1, hours.hour)
        if moment(Place(hours.days[number], row, 0), hours.zone) is None:
            painter.fillRect(box, QColor(palette.off_ground))
            painter.fillRect(box, _hatched(palette.off))
        painter.fillRect(QRect(box.left(), top, box.width(), 1), QColor(palette.track))
        painter.setPen(QPen(QColor(palette.track), 1, Qt.PenStyle.DotLine))
        painter.drawLine(box.left(), top + hours.hour // 2, box.right(), top + hours.hour // 2)

    def scale(self, painter: QPainter, hours: Hours) -> None:
        """Paint the hours at the left; one that clocks pass twice is A and B."""
        painter.fillRect(QRect(0, 0, hours.gutter, hours.height), QColor(self._dress.palette.surface))
        painter.setFont(self._figures)
        painter.setPen(QColor(self._dress.palette.muted))
        twice = {row.hour for row in hours.rows if row.fold}
        for row in hours.rows:
            words = f"{row.hour:02}:00"
            if row.hour in twice:
                words = f"{row.hour:02} {'B' if row.fold else 'A'}"
            box = QRect(0, hours.top(row, 0) - (8 if hours.top(row, 0) else 0), hours.gutter - 6, 16)
            painter.drawText(box, _RIGHT, words)

    def now_line(self, painter: QPainter, hours: Hours, now: datetime) -> None:
        """Paint the line of this moment over today's column."""
        spot = hours.spot_of(now)
        if spot is None:
            return
        number, top = spot
        column, colour = hours.column(number), QColor(self._dress.palette.bar_over)
        painter.fillRect(QRect(column.left(), top, column.width(), 2), colour)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(column.left() - 4, top - 3, 8, 8)

    # Stories

    def block(
        self,
        painter: QPainter,
        box: QRect,
        card: StoryCard,
        when: str,
        *,
        chosen: bool,
        focus: bool,
        faint: bool,
    ) -> None:
        """Paint a story: its section's colour, its state, its hour where there is room, its headline, its embargo."""
        palette = self._dress.palette
        pair = palette.pills[card.state]
        painter.setOpacity(0.4 if faint else 1.0)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillPath(shape, QColor(pair.ground))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(
            QRect(box.left(), box.top(), 4, box.height()), QColor(self._dress.colour(card.section))
        )
        painter.restore()
        painter.setPen(QPen(QColor(palette.accent if chosen else palette.edge), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if focus:
            painter.setPen(QPen(QColor(palette.text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), 3, 3)
        self._words_of(painter, box.adjusted(9, 0, -4, 0), card, when)
        painter.setOpacity(1.0)

    def _words_of(self, painter: QPainter, box: QRect, card: StoryCard, when: str) -> None:
        ink = QColor(self._dress.palette.pills[card.state].text)
        line = QRect(box.left(), box.top(), box.width(), min(box.height(), HEIGHT))
        sign = SIGNS.get(card.state)
        left, right = box.left(), box.right()
        if sign and box.width() > _SIGNED:
            painter.drawPixmap(left, line.center().y() - 5, 12, 12, self._sign(sign, card.state))
            left += 16
        mark = self._dress.marks(card)
        signs = [mark.icon] if mark else []
        for name in (*signs, *(["bad"] if card.embargo else [])) if box.width() > _HALF else ():
            right -= 14
            painter.drawPixmap(right, line.center().y() - 5, 12, 12, self._grave_sign(name, card.state))
        painter.setPen(ink)
        if box.width() > _TIMED:
            painter.setFont(self._figures)
            painter.drawText(QRect(left, line.top(), 36, line.height()), _LEFT, when)
            left += 38
        if box.width() > _TOLD:
            right = self._told(painter, line, right, card)
        self._headline(painter, QRect(left, line.top(), max(right - left, 0), line.height()), box, card)

    def _told(self, painter: QPainter, line: QRect, right: int, card: StoryCard) -> int:
        """Say state, section and author at the right of a wide block, and give where that begins."""
        painter.setFont(self._figures)
        words = " · ".join(filter(None, (card.authors, card.section, _(card.state.label))))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width() // 2)
        painter.drawText(
            QRect(line.left(), line.top(), right - line.left() - 6, line.height()), _RIGHT, words
        )
        return right - painter.fontMetrics().horizontalAdvance(words) - 18

    def _headline(self, painter: QPainter, line: QRect, box: QRect, card: StoryCard) -> None:
        """Say the headline in one line, or in two where the block is tall."""
        painter.setFont(self._words)
        widths = [line.width()] if box.height() <= HEIGHT else [line.width(), box.width()]
        for words in wrapped(card.headline or _("No headline"), self._words, widths):
            painter.drawText(line, _LEFT, words)
            line = QRect(box.left(), line.bottom() - 3, box.width(), box.bottom() - line.bottom())

    def _grave_sign(self, name: str, state: State) -> QPixmap:
        return self._dress.icons.pixmap(name, self._tone(state, "bad"), 12)

    def _sign(self, name: str, state: State) -> QPixmap:
        return self._dress.icons.pixmap(name, self._tone(state, "text"), 12)

    def _tone(self, state: State, usual: str) -> str:
        """Give the colour of an icon that is seen on the ground of a state."""
        pair, palette = self._dress.palette.pills[state], self._dress.palette
        return next((name for name in ("on_accent", "text") if getattr(palette, name) == pair.text), usual)

    def more(self, painter: QPainter, box: QRect, count: int) -> None:
        """Paint how many more there are."""
        palette = self._dress.palette
        painter.setBrush(QColor(palette.hover))
        painter.setPen(QColor(palette.edge))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._strong)
        painter.setPen(QColor(palette.text))
        painter.drawText(box, _MIDDLE, f"+{count}" if count < _MANY else "+999…")

    def landing(self, painter: QPainter, box: QRect, words: str, *, barred: bool) -> None:
        """Paint where a carried story would land, and at what time."""
        palette = self._dress.palette
        painter.setBrush(QColor(palette.warn_ground if barred else palette.accent))
        painter.setPen(QPen(QColor(palette.warn if barred else palette.text), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._strong)
        painter.setPen(QColor(palette.warn if barred else palette.on_accent))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 12)
        painter.drawText(box.adjusted(8, 0, -4, 0), _LEFT, shown)

    def embargo(self, painter: QPainter, hours: Hours, until: datetime) -> None:
        """Paint the line until which a chosen story is held back."""
        spot = hours.spot_of(until)
        if spot is None:
            return
        number, top = spot
        column, colour = hours.column(number), QColor(self._dress.palette.bad)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        painter.drawLine(column.left() + 2, top, column.right(), top)
        painter.setFont(self._strong)
        words = _("Embargo until {time}", time=hour(until, hours.zone))
        painter.drawText(
            column.adjusted(6, top - 17 - column.top(), -4, 0), Qt.AlignmentFlag.AlignLeft, words
        )


def _hatched(colour: str) -> QBrush:
    return QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern)

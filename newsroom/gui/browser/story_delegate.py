"""Paints a story as a card: kicker and time, two lines of headline, state, section, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.domain.listing import Hit
from newsroom.gui.browser import badge
from newsroom.gui.browser.skeleton import paint_bars
from newsroom.gui.browser.story_list_model import ITEM, KNOWN, card_of
from newsroom.gui.browser.times import short
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import CARD_HEIGHT, HIT_HEIGHT, LIST_WIDTH, TINY_SIZE, Palette
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.card import StoryCard
    from newsroom.gui.icons import Icons
    from newsroom.gui.review.marked import Mark

    Group = Callable[[StoryCard], str]

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 14
_HEADLINE_SIZE = 16
_LINE = 19
_GAP = 10
_HEADING = 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StoryDelegate(QStyledItemDelegate):
    """The painter of the story list."""

    def __init__(self, palette: Palette, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette
        self.zone = "UTC"
        self.group: Group | None = None
        """Gives the heading under which a card stands; none shows no headings."""
        self.marks: Callable[[StoryCard], Mark | None] = lambda _card: None
        """Gives what else is marked on a card."""
        self.holder: Callable[[StoryCard], str] = lambda _card: ""
        """Gives the name of the person whom a story was given to."""
        self._icons = icons
        self._small = faces.sans(TINY_SIZE)
        self._strong = faces.sans(TINY_SIZE, QFont.Weight.DemiBold)
        self._pill = faces.sans(11, QFont.Weight.DemiBold)
        self._figures = faces.tabular(self._small)
        self._headline = faces.serif(_HEADLINE_SIZE)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the size of a card and of the heading above it."""
        return QSize(LIST_WIDTH - 40, self.height(index))

    def height(self, index: Index) -> int:
        """Give the height of a card, or of a hit with its snippet, and of the heading above it."""
        height = HIT_HEIGHT if isinstance(index.data(KNOWN), Hit) else CARD_HEIGHT
        return height + (_HEADING if self.heading(index) else 0)

    def heading(self, index: Index) -> str:
        """Give the heading that stands above a row: that of its group, above the group's first."""
        item = index.data(KNOWN)
        if self.group is None or item is None:
            return ""
        mine = self.group(card_of(item))
        if not index.row():
            return mine
        above = index.sibling(index.row() - 1, 0).data(KNOWN)
        return "" if above is None or self.group(card_of(above)) == mine else mine

    def _heading(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.fillRect(area, QColor(self.palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(self.palette.line))
        painter.setFont(self._strong)
        painter.setPen(QColor(self.palette.muted))
        painter.drawText(area.adjusted(_MARGIN, 0, -_MARGIN, 0), _LEFT, words)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        item = index.data(ITEM)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item is None:
            self._ground(painter, area, option.state)
            paint_bars(painter, area, self.palette)
            painter.restore()
            return
        card = card_of(item)
        heading = self.heading(index)
        if heading:
            self._heading(painter, QRect(area.left(), area.top(), area.width(), _HEADING), heading)
            area = area.adjusted(0, _HEADING, 0, 0)
        self._ground(painter, area, option.state)
        inner = area.adjusted(_MARGIN, 10, -_MARGIN, -10)
        self._head(painter, QRect(inner.left(), inner.top(), inner.width(), 16), card)
        self._headlines(painter, QRect(inner.left(), inner.top() + 18, inner.width(), 2 * _LINE), card)
        if isinstance(item, Hit):
            self._snippet(painter, QRect(inner.left(), inner.bottom() - 40, inner.width(), 18), item)
        self._foot(painter, QRect(inner.left(), inner.bottom() - 18, inner.width(), 18), card)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say in words what is marked on a card."""
        item = index.data(KNOWN)
        if item is not None and event.type() == QEvent.Type.ToolTip:
            card = card_of(item)
            return badge.hover(event, view, badge.told(self.marks(card), self.holder(card)))
        return super().helpEvent(event, view, option, index)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(self.palette.card))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(self.palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.palette.surface))
        line = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(line, QColor(self.palette.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.palette.accent))
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -1.5))

    def _head(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        painter.setPen(QColor(self.palette.muted))
        time = short(card.publish_time or card.modified, self.zone)
        painter.setFont(self._figures)
        painter.drawText(box, _RIGHT, time)
        room = box.width() - painter.fontMetrics().horizontalAdvance(time) - _GAP
        painter.setFont(self._small)
        painter.drawText(box, _LEFT, _elided(painter.fontMetrics(), card.kicker, room))

    def _headlines(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        painter.setFont(self._headline)
        painter.setPen(QColor(self.palette.text if card.headline else self.palette.faint))
        metrics = painter.fontMetrics()
        for number, line in enumerate(
            two_lines(card.headline or _("No headline"), self._headline, box.width())
        ):
            base = box.top() + number * _LINE + metrics.ascent()
            painter.drawText(box.left(), base - (metrics.height() - _LINE) // 2, line)

    def _snippet(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        """Paint the found words strong, the others quiet, as far as the line goes."""
        left = box.left()
        for start, end, found in stretches(hit):
            painter.setFont(self._strong if found else self._small)
            painter.setPen(QColor(self.palette.text if found else self.palette.muted))
            words = hit.snippet[start:end].replace("\n", " ")
            room = box.right() - left
            painter.drawText(
                QRect(left, box.top(), room, box.height()), _LEFT, _elided(painter.fontMetrics(), words, room)
            )
            left += painter.fontMetrics().horizontalAdvance(words)
            if left >= box.right():
                return

    def _foot(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        box = box.adjusted(0, 0, badge.paint(painter, box, self.holder(card), self.palette) - box.right(), 0)
        left = self._state(painter, box, card)
        mark = self.marks(card)
        if mark is not None:
            left = self._marked(painter, box, left, mark.icon, mark.words, mark.colour)
        left = self._word(painter, box, left, card.section, self.palette.muted)
        if card.lookalikes:
            like = ngettext("{n} similar", "{n} similar", card.lookalikes)
            left = self._marked(painter, box, left, "warn", like)
        if card.embargo:
            left = self._marked(painter, box, left, "bad", _("Embargo"))
        self._word(painter, box, left, card.language.split("-")[0].upper(), self.palette.muted)

    def _state(self, painter: QPainter, box: QRect, card: StoryCard) -> int:
        pair = self.palette.pills[card.state]
        words = _(card.state.label)
        painter.setFont(self._pill)
        width = painter.fontMetrics().horizontalAdvance(words) + 16
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        pill = QRect(box.left(), box.top(), width, box.height())
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(pair.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return pill.right() + _GAP

    def _marked(
        self, painter: QPainter, box: QRect, left: int, icon: str, words: str, colour: str = "warn"
    ) -> int:
        picture = self._icons.pixmap(icon, colour, 14)
        painter.drawPixmap(left, box.center().y() - 6, 14, 14, picture)
        painter.setFont(self._strong)
        return self._word(painter, box, left + 17, words, getattr(self.palette, colour), strong=True)

    def _word(
        self, painter: QPainter, box: QRect, left: int, words: str, colour: str, *, strong: bool = False
    ) -> int:
        room = box.right() - left
        if not words or room < _MARGIN:
            return left
        painter.setFont(self._strong if strong else self._small)
        painter.setPen(QColor(colour))
        shown = _elided(painter.fontMetrics(), words, room)
        painter.drawText(QRect(left, box.top(), room, box.height()), _LEFT, shown)
        return left + painter.fontMetrics().horizontalAdvance(shown) + _GAP


def _elided(metrics: QFontMetrics, words: str, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break a headline into at most two lines; what does not fit is elided."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    end = first.textLength()
    second = layout.createLine()
    layout.endLayout()
    # Qt counts in UTF-16: cut there, not in code points
    raw = text.encode("utf-16-le")
    head, rest = raw[: 2 * end].decode("utf-16-le", "ignore"), raw[2 * end :].decode("utf-16-le", "ignore")
    if not second.isValid() or not rest.strip():
        return (head.rstrip(),)
    return head.rstrip(), _elided(QFontMetrics(font), rest, width)


def stretches(hit: Hit) -> tuple[tuple[int, int, bool], ...]:
    """Give the snippet as stretches: start, end, and whether it was searched for."""
    done: list[tuple[int, int, bool]] = []
    at = 0
    for start, end in hit.marks:
        done += [(at, start, False), (start, end, True)]
        at = end
    done.append((at, len(hit.snippet), False))
    return tuple(part for part in done if part[1] > part[0])

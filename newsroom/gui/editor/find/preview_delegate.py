"""Paints one replacement: the words around it quiet, the old struck through, the new in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsroom.domain.apart import APART
from newsroom.gui.editor.find.hits import TITLES
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from newsroom.text.searching import Find

FIND = Qt.ItemDataRole.UserRole
_HEIGHT = 26
_GAP = 6
_SIDE = 14
_BOX = QStyle.SubElement.SE_ItemViewItemCheckIndicator
_WORDS = QStyle.SubElement.SE_ItemViewItemText
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class PreviewDelegate(QStyledItemDelegate):
    """Draws headings in bold, finds in their words, and a check box before each that can be chosen."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of all rows."""
        return QSize(200, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        self.initStyleOption(option, index)
        style = QApplication.style()
        box, words = (style.subElementRect(part, option) for part in (_BOX, _WORDS))
        checked = bool(option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator)
        heading, option.text = option.text, ""
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        painter.save()
        if checked:
            _tick(painter, box, option.palette, option.checkState)
        painter.setClipRect(words)
        find: Find | None = index.data(FIND)
        if find is None:
            _head(painter, option, words, heading)
        else:
            _write(painter, option, words, find)
        painter.restore()


def _tick(painter: QPainter, box: QRect, palette: QPalette, state: Qt.CheckState) -> None:
    """Draw a check box that can be seen in every palette."""
    side = QRectF(0, 0, _SIDE, _SIDE)
    side.moveCenter(QRectF(box).center())
    accent = palette.color(QPalette.ColorRole.Accent)
    on = state != Qt.CheckState.Unchecked
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if on else palette.color(QPalette.ColorRole.PlaceholderText), 1))
    painter.setBrush(accent if on else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(side, 3, 3)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 2))
    left, middle, right = (QPointF(side.left() + x, side.top() + y) for x, y in ((3, 7), (6, 10), (11, 4)))
    if state == Qt.CheckState.Checked:
        painter.drawPolyline([left, middle, right])
    elif on:
        painter.drawLine(left, QPointF(right.x(), left.y()))


def _head(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    cut = QFontMetrics(bold).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - _GAP)
    painter.drawText(rect.adjusted(_GAP, 0, 0, 0), _MIDDLE, cut)


def _write(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, find: Find) -> None:
    plain = option.font
    struck, bold = QFont(plain), QFont(plain)
    struck.setStrikeOut(True)
    bold.setBold(True)
    muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
    text, new = (option.palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Link))
    before = QFontMetrics(plain).elidedText(_flat(find.before), Qt.TextElideMode.ElideLeft, rect.width() // 3)
    at = rect.left() + _GAP
    for words, font, colour in (
        (place_of(find), plain, muted),
        (before, plain, muted),
        (_flat(find.old), struck, text),
        (" ", plain, text),
        (_flat(find.new), bold, new),
        (_flat(find.after), plain, muted),
    ):
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRect(at, rect.top(), rect.width(), rect.height()), _MIDDLE, words)
        at += QFontMetrics(font).horizontalAdvance(words)


def place_of(find: Find) -> str:
    """Give the name of the place of a find that stands apart from the text, for what is shown before it."""
    return f"{_(TITLES[find.field])} · " if find.field in APART else ""


def _flat(words: str) -> str:
    return words.replace("\n", " ")

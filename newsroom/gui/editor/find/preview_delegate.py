"""Paints one replacement: the words around it quiet, the old struck through, the new in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from newsroom.text.searching import Find

FIND = Qt.ItemDataRole.UserRole
_HEIGHT = 26
_GAP = 6


class PreviewDelegate(QStyledItemDelegate):
    """Draws headings in bold and finds with the replacement in the middle of the row's first half."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of all rows."""
        return QSize(200, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        self.initStyleOption(option, index)
        find: Find | None = index.data(FIND)
        if find is None:
            option.font.setBold(True)
        else:
            option.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        if find is not None:
            rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option)
            painter.save()
            painter.setClipRect(rect)
            _write(painter, option, rect, find)
            painter.restore()


def _write(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, find: Find) -> None:
    palette: QPalette = option.palette
    plain: QFont = option.font
    struck, bold = QFont(plain), QFont(plain)
    struck.setStrikeOut(True)
    bold.setBold(True)
    muted = palette.color(QPalette.ColorRole.PlaceholderText)
    text, new = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Link)
    before = QFontMetrics(plain).elidedText(_flat(find.before), Qt.TextElideMode.ElideLeft, rect.width() // 3)
    at = rect.left() + _GAP
    for words, font, colour in (
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


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def _flat(words: str) -> str:
    return words.replace("\n", " ")

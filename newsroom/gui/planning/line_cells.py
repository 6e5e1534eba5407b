"""Paints the lines of a table that is written in: the ground, words, a section's dot, a state's pill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE

if TYPE_CHECKING:
    from newsroom.domain.workflow import State
    from newsroom.gui.board.dress import Dress

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DOT = 9


class LineCells(QStyledItemDelegate):
    """What the painters of such tables have in common, the line that is written in among it."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self._headline = faces.serif(15)
        self._plain = faces.sans(TEXT_SIZE)
        self._figures = faces.tabular(faces.sans(SMALL_SIZE))
        self._pill = faces.sans(11, QFont.Weight.DemiBold)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Lay the line where the words stand."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the words of the cell into the line once; what is typed there is never written over."""
        if isinstance(editor, QLineEdit) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def _line(self, parent: QWidget, index: Index, longest: int) -> QLineEdit:
        """Give a line to write in, called as its column is."""
        line = QLineEdit(parent)
        line.setMaxLength(longest)
        line.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        return line

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, plain: str = "") -> None:
        """Paint what lies under a cell; plain is the colour of one that is neither chosen nor pointed at."""
        palette = self._dress.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.card))
        elif plain:
            painter.fillRect(area, QColor(plain))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(palette.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _words(self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)

    def _section(self, painter: QPainter, box: QRect, words: str) -> None:
        if not words:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._dress.colour(words)))
        painter.drawRoundedRect(QRect(box.left(), box.center().y() - 4, _DOT, _DOT), 3, 3)
        self._words(painter, box.adjusted(_DOT + 7, 0, 0, 0), words, self._plain, self._dress.palette.muted)

    def _state(self, painter: QPainter, box: QRect, state: State, words: str) -> None:
        pair = self._dress.palette.pills[state]
        painter.setFont(self._pill)
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16, box.width())
        pill = QRect(box.left(), box.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(pair.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

"""Paints an edition: pages as bands, stories with their state, their length as a bar, what is lacking in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from newsroom.domain.edition import LONGEST_NAME, Mark
from newsroom.gui.planning.edition_model import LACKING, LENGTH, LINE, SECTION, STATE, TITLE, words_of
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.edition import Line
    from newsroom.gui.board.dress import Dress

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DOT = 9
_BAR = 44
_GRAVE = frozenset({Mark.GONE, Mark.LACKING, Mark.EMBARGO, Mark.OVERSET})


class EditionCells(QStyledItemDelegate):
    """The painter of an edition."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self._headline = faces.serif(15)
        self._page = faces.sans(TEXT_SIZE, QFont.Weight.DemiBold)
        self._plain = faces.sans(TEXT_SIZE)
        self._figures = faces.tabular(faces.sans(SMALL_SIZE))
        self._strong = faces.sans(SMALL_SIZE, QFont.Weight.DemiBold)
        self._pill = faces.sans(11, QFont.Weight.DemiBold)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give a line to write in."""
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST_NAME)
        line.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        if index.column() == LENGTH:
            line.setPlaceholderText(_("such as {example}", example="80"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Lay the line where the words stand."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the words of the cell into the line once; what is typed there is never written over."""
        if isinstance(editor, QLineEdit) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state, line)
        inset = 0 if line.part.page or index.column() != TITLE else 2 * _MARGIN
        box = area.adjusted(_MARGIN + inset, 0, -_MARGIN, 0)
        self._cell(painter, box, line, index.column())
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, line: Line) -> None:
        palette = self._dress.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.card))
        elif line.part.page:
            painter.fillRect(area, QColor(palette.side))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(palette.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _cell(self, painter: QPainter, box: QRect, line: Line, column: int) -> None:
        palette, words = self._dress.palette, words_of(line, column)
        if line.part.page:
            if column == TITLE:
                self._words(painter, box, words, self._page, palette.text)
        elif column == TITLE:
            colour = palette.text if line.card else palette.muted
            self._words(painter, box, words, self._headline, colour)
        elif column == SECTION:
            self._section(painter, box, words)
        elif column == STATE and line.card is not None:
            self._state(painter, box, line, words)
        elif column == LENGTH:
            self._length(painter, box, line, words)
        elif column == LACKING:
            self._lacking(painter, box, line, words)

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

    def _state(self, painter: QPainter, box: QRect, line: Line, words: str) -> None:
        assert line.card is not None
        pair = self._dress.palette.pills[line.card.state]
        painter.setFont(self._pill)
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16, box.width())
        pill = QRect(box.left(), box.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(pair.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _length(self, painter: QPainter, box: QRect, line: Line, words: str) -> None:
        """Paint how far the ordered length is filled, then the figures."""
        palette = self._dress.palette
        if line.now is not None and line.ordered is not None:
            over, short = Mark.OVERSET in line.marks, Mark.SHORT in line.marks
            colour = palette.bar_over if over else palette.bar_short if short else palette.bar
            share = min(line.now / max(line.ordered.amount, 1), 1)
            track = QRect(box.left(), box.center().y() - 3, _BAR, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.track))
            painter.drawRoundedRect(track, 3, 3)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRect(track.left(), track.top(), round(_BAR * share), 6), 3, 3)
        colour = palette.bad if Mark.OVERSET in line.marks else palette.muted
        self._words(painter, box.adjusted(_BAR + 8, 0, 0, 0), words, self._figures, colour)

    def _lacking(self, painter: QPainter, box: QRect, line: Line, words: str) -> None:
        palette = self._dress.palette
        if not line.marks:
            painter.drawPixmap(box.left(), box.center().y() - 8, self._dress.icons.pixmap("good", "good", 16))
            self._words(painter, box.adjusted(22, 0, 0, 0), _("Ready"), self._plain, palette.good)
            return
        grave = not line.marks.isdisjoint(_GRAVE)
        tone = "bad" if grave else "muted" if line.ready else "warn"
        icon = "bad" if grave else "info" if line.ready else "warn"
        painter.drawPixmap(box.left(), box.center().y() - 8, self._dress.icons.pixmap(icon, tone, 16))
        colour = {"bad": palette.bad, "warn": palette.warn, "muted": palette.muted}[tone]
        font = self._plain if line.ready else self._strong
        self._words(painter, box.adjusted(22, 0, 0, 0), words, font, colour)

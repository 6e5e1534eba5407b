"""Paints the cells of the story list, and writes in them with the names of the house to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.desk.plan import Planned
from newsroom.domain.plan import LONGEST_TOPIC
from newsroom.gui.planning.plan_model import (
    AUTHOR,
    DEADLINE,
    LENGTH,
    LINE,
    PICTURE,
    SECTION,
    STATE,
    TOPIC,
    Fresh,
    empty_words,
)
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.board.dress import Dress

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DOT = 9
HINTS = {LENGTH: "80", DEADLINE: "15:30"}


class PlanCells(QStyledItemDelegate):
    """The painter of the story list."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self.people: Sequence[str] = ()
        self.sections: Sequence[str] = ()
        self._topic = faces.serif(15)
        self._plain = faces.sans(TEXT_SIZE)
        self._figures = faces.tabular(faces.sans(SMALL_SIZE))
        self._pill = faces.sans(11, QFont.Weight.DemiBold)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give a line to write in, which completes the names of people and sections."""
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST_TOPIC if index.column() == TOPIC else 120)
        line.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        if index.column() in HINTS:
            line.setPlaceholderText(_("such as {example}", example=HINTS[index.column()]))
        offered = {AUTHOR: self.people, SECTION: self.sections}.get(index.column())
        if offered:
            completer = QCompleter(list(offered), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
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
        state: QStyle.StateFlag = option.state
        palette, line = self._dress.palette, index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.card))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.surface))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(palette.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        box = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if isinstance(line, Fresh) and not index.data() and index.column() == TOPIC:
            self._words(painter, box, empty_words(), self._plain, palette.faint)
        elif index.column() == STATE and isinstance(line, Planned) and line.card and not line.trashed:
            self._state(painter, box, line, index.data())
        elif index.column() == PICTURE:
            self._picture(painter, box, wanted=bool(index.data()))
        else:
            self._cell(painter, box, line, index)
        painter.restore()

    def _cell(self, painter: QPainter, box: QRect, line: object, index: Index) -> None:
        palette, column = self._dress.palette, index.column()
        colour = palette.text if column == TOPIC else palette.muted
        if column == DEADLINE and isinstance(line, Planned) and self._late(line):
            colour = palette.bad
        if column == SECTION and index.data():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._dress.colour(index.data())))
            painter.drawRoundedRect(QRect(box.left(), box.center().y() - 4, _DOT, _DOT), 3, 3)
            box = box.adjusted(_DOT + 7, 0, 0, 0)
        fonts = {TOPIC: self._topic, LENGTH: self._figures, DEADLINE: self._figures}
        self._words(painter, box, index.data() or "", fonts.get(column, self._plain), colour)

    def _late(self, line: Planned) -> bool:
        when = line.topic.deadline
        return when is not None and when < self._dress.now() and line.card is None

    def _words(self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(
            box, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        )

    def _picture(self, painter: QPainter, box: QRect, *, wanted: bool) -> None:
        if wanted:
            picture = self._dress.icons.pixmap("picture", "accent_text", 18)
            painter.drawPixmap(box.left(), box.center().y() - 8, picture)
            self._words(painter, box.adjusted(24, 0, 0, 0), _("yes"), self._plain, self._dress.palette.muted)

    def _state(self, painter: QPainter, box: QRect, line: Planned, words: str) -> None:
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

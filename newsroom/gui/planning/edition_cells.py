"""Paints an edition: pages as bands, stories with their state, their length as a bar, what is lacking in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from newsroom.domain.edition import LONGEST_NAME, Mark
from newsroom.gui.planning.edition_model import LACKING, LENGTH, LINE, SECTION, STATE, TITLE, words_of
from newsroom.gui.planning.line_cells import MARGIN, Index, LineCells
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TEXT_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from newsroom.domain.edition import Line
    from newsroom.gui.board.dress import Dress

_BAR = 44
_GRAVE = frozenset({Mark.GONE, Mark.LACKING, Mark.EMBARGO, Mark.OVERSET})


class EditionCells(LineCells):
    """The painter of an edition."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(dress, parent)
        self._page = faces.sans(TEXT_SIZE, QFont.Weight.DemiBold)
        self._strong = faces.sans(SMALL_SIZE, QFont.Weight.DemiBold)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give a line to write in."""
        line = self._line(parent, index, LONGEST_NAME)
        if index.column() == LENGTH:
            line.setPlaceholderText(_("such as {example}", example="80"))
        return line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state, self._dress.palette.side if line.part.page else "")
        inset = 0 if line.part.page or index.column() != TITLE else 2 * MARGIN
        box = area.adjusted(MARGIN + inset, 0, -MARGIN, 0)
        self._cell(painter, box, line, index.column())
        painter.restore()

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
            self._state(painter, box, line.card.state, words)
        elif column == LENGTH:
            self._length(painter, box, line, words)
        elif column == LACKING:
            self._lacking(painter, box, line, words)

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

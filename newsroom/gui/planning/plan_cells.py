"""Paints the cells of the story list, and writes in them with the names of the house to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.desk.plan import Planned
from newsroom.domain.plan import LONGEST_TOPIC
from newsroom.gui.planning.line_cells import MARGIN, Index, LineCells
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
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.board.dress import Dress

HINTS = {LENGTH: "80", DEADLINE: "15:30"}


class PlanCells(LineCells):
    """The painter of the story list."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(dress, parent)
        self.people: Sequence[str] = ()
        self.sections: Sequence[str] = ()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give a line to write in, which completes the names of people and sections."""
        line = self._line(parent, index, LONGEST_TOPIC if index.column() == TOPIC else 120)
        if index.column() in HINTS:
            line.setPlaceholderText(_("such as {example}", example=HINTS[index.column()]))
        offered = {AUTHOR: self.people, SECTION: self.sections}.get(index.column())
        if offered:
            completer = QCompleter(list(offered), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        palette, line = self._dress.palette, index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)
        box = area.adjusted(MARGIN, 0, -MARGIN, 0)
        if isinstance(line, Fresh) and not index.data() and index.column() == TOPIC:
            self._words(painter, box, empty_words(), self._plain, palette.faint)
        elif index.column() == STATE and isinstance(line, Planned) and line.card and not line.trashed:
            self._state(painter, box, line.card.state, index.data())
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
        if column == SECTION:
            self._section(painter, box, index.data() or "")
            return
        fonts = {TOPIC: self._headline, LENGTH: self._figures, DEADLINE: self._figures}
        self._words(painter, box, index.data() or "", fonts.get(column, self._plain), colour)

    def _late(self, line: Planned) -> bool:
        when = line.topic.deadline
        return when is not None and when < self._dress.now() and line.card is None

    def _picture(self, painter: QPainter, box: QRect, *, wanted: bool) -> None:
        if wanted:
            picture = self._dress.icons.pixmap("picture", "accent_text", 18)
            painter.drawPixmap(box.left(), box.center().y() - 8, picture)
            self._words(painter, box.adjusted(24, 0, 0, 0), _("yes"), self._plain, self._dress.palette.muted)

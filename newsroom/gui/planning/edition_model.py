"""The lines of an edition as a table: pages as bands, stories under them, what each lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from newsroom.desk.topic_cells import length_words
from newsroom.domain.article import OrderedLength
from newsroom.domain.edition import Mark
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from newsroom.domain.edition import Line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = (N_("Headline"), N_("Section"), N_("State"), N_("Length"), N_("Lacking"))
TITLE, SECTION, STATE, LENGTH, LACKING = range(len(COLUMNS))
LINE = Qt.ItemDataRole.UserRole
LINES = "application/x-newsroom-edition-lines"
_ORDER = (Mark.GONE, Mark.LACKING, Mark.EMBARGO, Mark.NOT_APPROVED, Mark.OVERSET, Mark.SHORT)


class EditionModel(QAbstractTableModel):
    """Lines in the edition's order; emits what was written and what was dragged where."""

    titled = Signal(int, str)
    ordered = Signal(int, str)
    dropped = Signal(object, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.keeping = True

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; where they are the same ones, nothing that is chosen is lost."""
        if [line.part for line in lines] == [line.part for line in self.lines]:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, LACKING))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name of a column, or the number of a line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _(COLUMNS[section]) if way is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, or the line whole."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.EditRole:
            return length_words(line.part.length) if index.column() == LENGTH else words_of(line, TITLE)
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (words_of(line, column) for column in range(len(COLUMNS)))
            return ", ".join(filter(None, told))
        if role == Qt.ItemDataRole.ToolTipRole:
            return words_of(line, index.column())
        return None

    def may_write(self, index: Index) -> bool:
        """Tell whether a cell may be written: titles of pages and of what is not a story yet, and lengths."""
        line = self.lines[index.row()]
        if not self.keeping:
            return False
        if index.column() == TITLE:
            return line.part.page or not line.part.uid
        return index.column() == LENGTH and not line.part.page

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be dragged, and some cells be written."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.may_write(index):
            found |= Qt.ItemFlag.ItemIsEditable
        return found | Qt.ItemFlag.ItemIsDragEnabled if self.keeping else found

    def setData(self, index: Index, words: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written into a cell."""
        typed = " ".join(str(words).split())
        if role != Qt.ItemDataRole.EditRole or typed == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        (self.titled if index.column() == TITLE else self.ordered).emit(index.row(), typed)
        return True

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Move lines."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [LINES]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """Give the rows that are dragged."""
        data = QMimeData()
        data.setData(LINES, ",".join(str(row) for row in sorted({one.row() for one in indexes})).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell where lines were dropped; the order comes back from the library."""
        if not data.hasFormat(LINES):
            return False
        rows = [int(part) for part in bytes(data.data(LINES).data()).decode().split(",")]
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self.lines)
        self.dropped.emit(rows, before)
        return False


def words_of(line: Line, column: int) -> str:
    """Give the words of a cell."""
    card = line.card
    if column == TITLE:
        return (card.headline or _("No headline")) if card else line.part.title
    if line.part.page:
        return ""
    if column == SECTION:
        return card.section if card else ""
    if column == STATE:
        return _(card.state.label) if card else ""
    return length_of(line) if column == LENGTH else lacking(line)


def length_of(line: Line) -> str:
    """Give how much of the ordered length there is."""
    if line.ordered is None:
        return "" if line.now is None else length_words(OrderedLength(line.now))
    if line.now is None:
        return length_words(line.ordered)
    return _("{now} of {ordered}", now=line.now, ordered=length_words(line.ordered))


def lacking(line: Line) -> str:
    """Give what a line lacks, the weightiest first."""
    return " · ".join(_(mark.label) for mark in _ORDER if mark in line.marks)


def with_lengths(lines: Sequence[Line], known: Sequence[Line]) -> list[Line]:
    """Give lines with the lengths that were measured before, so that no figure goes while it is measured anew."""
    before = {line.part: line for line in known if line.now is not None}
    shown = []
    for line in lines:
        old = before.get(line.part)
        same = old is not None and old.card is not None and old.card == line.card
        shown.append(old if old is not None and same else line)
    return shown

"""The story list as a table that is written in: topics, and lines that are begun and not kept yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from newsroom.desk.plan import Planned
from newsroom.desk.topic_cells import cells, heads
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from newsroom.domain.plan import Topic

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = ("topic", "author", "section", "length", "deadline", "picture", "state")
TOPIC, AUTHOR, SECTION, LENGTH, DEADLINE, PICTURE, STATE = range(len(COLUMNS))
LINE = Qt.ItemDataRole.UserRole
TOPICS = "application/x-newsroom-topics"


@dataclass(slots=True, eq=False)
class Fresh:
    """A line that is begun: what was typed in it so far, and whether it is on its way to the library."""

    values: dict[str, str] = field(default_factory=dict)
    sent: bool = False


Line = Planned | Fresh


class PlanModel(QAbstractTableModel):
    """Lines in their order, an empty one last; emits what was typed, and what was dragged where."""

    typed = Signal(object, str, str)
    """A topic's cell was written: the topic, the cell, the words."""
    begun = Signal(object, int)
    """A line was begun: the line, and the number of the topic above it."""
    dropped = Signal(object, int)
    """Topics were dropped before a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = [Fresh()]
        self.day: date | None = None
        self.zone = "UTC"
        self.keeping = True
        self._waiting: dict[tuple[int, str], str] = {}

    # What is shown

    def show_day(self, day: date, planned: Sequence[Planned]) -> None:
        """Show the topics of a day; lines that are begun stay behind the topic they were begun after."""
        same = day == self.day and [one.topic.id for one in planned] == [
            one.topic.id for one in self.planned()
        ]
        begun = self._begun() if day == self.day else []
        self.day = day
        if same:
            fresh = iter(planned)
            self.lines = [next(fresh) if isinstance(line, Planned) else line for line in self.lines]
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, STATE))
            return
        self.beginResetModel()
        self.lines = [*planned]
        for above, line in begun:
            place = next(
                (at for at, one in enumerate(self.lines, 1) if _number(one) == above), len(self.lines)
            )
            self.lines.insert(place, line)
        if not self.lines or not isinstance(self.lines[-1], Fresh):
            self.lines.append(Fresh())
        self.endResetModel()

    def _begun(self) -> list[tuple[int, Fresh]]:
        """Give the lines that are being written, each with the topic above it; empty ones are let go."""
        found = []
        for row, line in enumerate(self.lines):
            if isinstance(line, Fresh) and line.values and not line.sent:
                found.append((self.above(row), line))
        return found

    def planned(self) -> list[Planned]:
        """Give the topics in their order."""
        return [line for line in self.lines if isinstance(line, Planned)]

    def above(self, row: int) -> int:
        """Give the number of the nearest topic above a row, 0 where there is none."""
        return next((_number(line) for line in reversed(self.lines[:row]) if isinstance(line, Planned)), 0)

    def row_of(self, number: int) -> int:
        """Give the row of a topic, or -1."""
        return next((row for row, line in enumerate(self.lines) if _number(line) == number), -1)

    def settle(self, topic: Topic, name: str) -> None:
        """Forget what was typed into a cell: it is kept, or was refused."""
        self._waiting.pop((topic.id, name), None)

    def take(self, planned: Planned) -> None:
        """Show a topic as it was kept."""
        row = self.row_of(planned.topic.id)
        if row >= 0:
            self.lines[row] = planned
            self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))

    def become(self, line: Fresh, planned: Planned) -> None:
        """Show that a begun line is a topic now."""
        if line in self.lines:
            row = self.lines.index(line)
            self.lines[row] = planned
            self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))
            if row == len(self.lines) - 1:
                self.add_below(row)

    def add_below(self, row: int) -> int:
        """Give the row of an empty line below a row, made where there is none."""
        below = row + 1
        if below < len(self.lines) and isinstance(self.lines[below], Fresh):
            return below
        self.beginInsertRows(_NOWHERE, below, below)
        self.lines.insert(below, Fresh())
        self.endInsertRows()
        return below

    def drop_empty(self, row: int) -> None:
        """Take an empty line away, unless it is the last."""
        if 0 <= row < len(self.lines) - 1 and isinstance(line := self.lines[row], Fresh) and not line.values:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self.lines[row]
            self.endRemoveRows()

    # What Qt asks

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
        if way is Qt.Orientation.Horizontal:
            return heads()[section]
        return str(section + 1) if isinstance(self.lines[section], Planned) else "+"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, or the line whole."""
        line, name = self.lines[index.row()], COLUMNS[index.column()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heads()[index.column()]}: {self._words(line, name, index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TOPIC:
            return self._words(line, name, index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(line, name, index.column())
        return None

    def _words(self, line: Line, name: str, column: int) -> str:
        if isinstance(line, Fresh):
            return line.values.get(name, "")
        waiting = self._waiting.get((line.topic.id, name))
        return cells(line, line.topic.day, self.zone)[column] if waiting is None else waiting

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but the state be written, and topics be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.keeping and index.column() != STATE:
            found |= Qt.ItemFlag.ItemIsEditable
        if self.keeping and isinstance(self.lines[index.row()], Planned):
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found

    def setData(self, index: Index, words: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        line, name = self.lines[index.row()], COLUMNS[index.column()]
        typed = " ".join(str(words).split())
        if role != Qt.ItemDataRole.EditRole or typed == self._words(line, name, index.column()):
            return False
        if isinstance(line, Fresh):
            self._begin(index.row(), line, name, typed)
        else:
            self._waiting[line.topic.id, name] = typed
            self.typed.emit(line.topic, name, typed)
        self.dataChanged.emit(index, index)
        return True

    def _begin(self, row: int, line: Fresh, name: str, typed: str) -> None:
        line.values = {**line.values, name: typed} if typed else {**line.values}
        if not typed:
            line.values.pop(name, None)
        if line.values.get("topic") and not line.sent:
            line.sent = True
            self.begun.emit(line, self.above(row))

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Move topics."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [TOPICS]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """Give the topics that are dragged."""
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(TOPICS, ",".join(str(_number(self.lines[row])) for row in rows).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell where topics were dropped; the order comes back from the library."""
        if not data.hasFormat(TOPICS):
            return False
        numbers = [int(part) for part in bytes(data.data(TOPICS).data()).decode().split(",") if int(part)]
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self.lines)
        self.dropped.emit(numbers, before)
        return False


def _number(line: Line) -> int:
    return line.topic.id if isinstance(line, Planned) else 0


def empty_words() -> str:
    """Give what stands in the line that waits to be written."""
    return _("New topic …")

"""The entries of one kind as rows: chip, name, how many stories, when used last; renamed in place, dragged to order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from newsroom.domain.catalogue import Entry, Kind
from newsroom.gui.browser.times import short
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.theme.wardrobe import Wardrobe

    Index = QModelIndex | QPersistentModelIndex

NAME, STORIES, OPEN, USED, TOLD = range(5)
COLUMNS = (N_("Name"), N_("Stories"), N_("Still open"), N_("Last used"), "")
ROW = "application/x-newsroom-entry"
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CHIP = 12


class EntryModel(QAbstractTableModel):
    """Rows of entries; emits `named` with a new name, `ordered` with all numbers, and `more` near the end."""

    named = Signal(object, str)
    ordered = Signal(object)
    more = Signal()

    def __init__(self, kind: Kind, wardrobe: Wardrobe, zone: str, parent: QObject, *, allowed: bool) -> None:
        super().__init__(parent)
        self._kind, self._wardrobe, self._zone, self._allowed = kind, wardrobe, zone, allowed
        self._unfinished = self._asked = False
        self.shown: list[Entry] = []

    @property
    def movable(self) -> bool:
        """Tell whether the rows have an order that can be changed."""
        return self._allowed and self._kind in {Kind.SECTION, Kind.GENRE}

    def show_all(self, entries: Sequence[Entry], *, unfinished: bool = False) -> None:
        """Show these entries; more of them may follow."""
        self.beginResetModel()
        self.shown = list(entries)
        self._unfinished, self._asked = unfinished, False
        self.endResetModel()

    def append(self, entries: Sequence[Entry], *, unfinished: bool) -> None:
        """Show more entries behind those that are shown."""
        self._unfinished, self._asked = unfinished, False
        if entries:
            first = len(self.shown)
            self.beginInsertRows(_NOWHERE, first, first + len(entries) - 1)
            self.shown += entries
            self.endInsertRows()

    def row_of(self, name: str) -> int:
        """Give the row of a name, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.shown) if name in {one.name, one.title}), -1)

    @property
    def unfinished(self) -> bool:
        """Tell whether more entries follow."""
        return self._unfinished

    def ask_more(self) -> None:
        """Ask for more entries where there are some, once; a tree would fetch them all unseen."""
        if self._unfinished and not self._asked:
            self._asked = True
            self.more.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        entry, column = self.shown[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry) if column in {NAME, TOLD} else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in {STORIES, OPEN}:
            return _RIGHT
        if role == Qt.ItemDataRole.DecorationRole and column == NAME and entry.colour:
            return chip(entry.colour, faint=entry.retired)
        if role == Qt.ItemDataRole.ForegroundRole and (entry.retired or column != NAME):
            palette = self._wardrobe.palette
            return QColor(palette.faint if entry.retired else palette.muted)
        return None

    def _words(self, entry: Entry, column: int) -> str:
        if column == NAME:
            return title_of(entry)
        if column in {STORIES, OPEN}:
            return QLocale().toString(entry.live if column == STORIES else entry.open)
        if column == USED:
            return short(entry.used, self._zone) if entry.used else "–"
        return told_of(entry)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the head of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {STORIES, OPEN}:
            return _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section]) if COLUMNS[section] else ""
        return None

    # Another name

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be written and rows be dragged, where that is allowed."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags
        if self._allowed and index.column() == NAME:
            found |= Qt.ItemFlag.ItemIsEditable
        return found | Qt.ItemFlag.ItemIsDragEnabled if self.movable else found

    def setData(self, index: Index, value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row shows it when it has it."""
        entry, wanted = self.shown[index.row()], " ".join(str(value).split())
        if wanted and wanted != title_of(entry):
            self.named.emit(entry, wanted)
        return False

    # Another order

    def supportedDropActions(self) -> Qt.DropAction:
        """Let rows be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Name what a dragged row is."""
        return [ROW]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give a dragged row."""
        data = QMimeData()
        data.setData(ROW, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move a dragged row before another one."""
        if not data.hasFormat(ROW):
            return False
        here = parent.row() if parent.isValid() else row
        self.move(int(bytes(data.data(ROW).data())), len(self.shown) if here < 0 else here)
        return False

    def move(self, row: int, before: int) -> None:
        """Move a row before another one and ask for the new order."""
        after = before - (before > row)
        if not self.movable or after == row or not 0 <= after < len(self.shown):
            return
        self.beginMoveRows(_NOWHERE, row, row, _NOWHERE, before)
        self.shown.insert(after, self.shown.pop(row))
        self.endMoveRows()
        self.ordered.emit(tuple(one.id for one in self.shown))


def title_of(entry: Entry) -> str:
    """Give what people read; the program's own genres in their language."""
    return _(entry.title) if entry.kind is Kind.GENRE else entry.title


def told_of(entry: Entry) -> str:
    """Give what else is to be said of an entry, in few words."""
    parts = []
    if entry.kind is Kind.PERSON:
        parts += [_(entry.role.label), entry.sign_off]
    if entry.kind is Kind.GENRE and not entry.wants_lead:
        parts.append(_("without lead"))
    if entry.retired:
        parts.append(_("no longer here") if entry.kind is Kind.PERSON else _("retired"))
    if entry.former:
        parts.append(_("formerly {names}", names=", ".join(entry.former[:3])))
    return " · ".join(filter(None, parts))


def _tip(entry: Entry) -> str:
    names = _("formerly {names}", names=", ".join(entry.former)) if entry.former else ""
    return "\n".join(filter(None, (title_of(entry), names)))


def chip(colour: str, *, faint: bool = False) -> QIcon:
    """Give a chip of a colour."""
    drawn = QPixmap(CHIP * 2, CHIP * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setOpacity(0.4 if faint else 1.0)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, CHIP - 2, CHIP - 2, 3, 3)
    painter.end()
    return QIcon(drawn)

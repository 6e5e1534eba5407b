"""Every replacement before it is made, to be chosen from: a list with check boxes under headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from newsroom.gui.editor.find.preview_delegate import PreviewDelegate, place_of
from newsroom.gui.parts import label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.text.searching import Find

Index = QModelIndex | QPersistentModelIndex
FIND = Qt.ItemDataRole.UserRole
_CHECKED, _HALF, _OPEN = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
_SIZE = (720, 520)


@dataclass(frozen=True, slots=True)
class Group:
    """Finds under one heading; locked says why none of them can be replaced."""

    title: str
    finds: tuple[Find, ...]
    locked: str = ""


class PreviewModel(QAbstractItemModel):
    """Groups and their finds, each with a check box; made for thousands."""

    turned = Signal()

    def __init__(self, groups: Sequence[Group], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups = list(groups)
        self._off: set[tuple[int, int]] = set()

    def show(self, groups: Sequence[Group]) -> None:
        """Show other groups, all of their finds chosen."""
        self.beginResetModel()
        self._groups = list(groups)
        self._off.clear()
        self.endResetModel()
        self.turned.emit()

    def chosen(self) -> tuple[tuple[Find, ...], ...]:
        """Give for each group the finds that are chosen."""
        return tuple(
            ()
            if group.locked
            else tuple(find for row, find in enumerate(group.finds) if (place, row) not in self._off)
            for place, group in enumerate(self._groups)
        )

    def count(self) -> int:
        """Give how many finds are chosen."""
        return sum(map(len, self.chosen()))

    def total(self) -> int:
        """Give how many finds there are."""
        return sum(len(group.finds) for group in self._groups)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own way
        """Give the index of a heading, or of a find under one: its id is the heading's number and one."""
        return self.createIndex(row, column, 0 if not parent.isValid() else parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has another one of that name
        """Give the heading of a find."""
        heading = index.internalId()
        return self.createIndex(int(heading) - 1, 0, 0) if heading else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Give how many headings there are, or finds under one."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].finds)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Give the one column there is."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, the find, or whether it is chosen."""
        heading = int(index.internalId())
        group = self._groups[heading - 1 if heading else index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return None if group.locked else self._state(heading, index.row())
        if not heading:
            return self._heading(group, role)
        find = group.finds[index.row()]
        if role == FIND:
            return find
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{place_of(find)}{find.before}{find.old} → {find.new}{find.after}"
        return None

    def _heading(self, group: Group, role: int) -> object:
        words = f"{group.title} ({len(group.finds)})"
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{words} · {group.locked}" if group.locked else words
        return (group.locked or words) if role == Qt.ItemDataRole.ToolTipRole else None

    def _state(self, heading: int, row: int) -> Qt.CheckState:
        if heading:
            return _OPEN if (heading - 1, row) in self._off else _CHECKED
        off = sum(place == row for place, _row in self._off)
        if not off:
            return _CHECKED
        return _HALF if off < len(self._groups[row].finds) else _OPEN

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what is not locked be checked."""
        heading = int(index.internalId())
        free = not self._groups[heading - 1 if heading else index.row()].locked
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return on | Qt.ItemFlag.ItemIsUserCheckable if free else on

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a find or all of a heading, or leave them out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        heading, row = int(index.internalId()), index.row()
        rows = [row] if heading else range(len(self._groups[row].finds))
        places = {(heading - 1 if heading else row, one) for one in rows}
        self._off = self._off - places if value == _CHECKED.value else self._off | places
        self.layoutChanged.emit()
        self.turned.emit()
        return True


class Preview(QTreeView):
    """Shows the replacements; Space chooses, the groups are open."""

    def __init__(self, groups: Sequence[Group] = ()) -> None:
        super().__init__()
        self.preview = PreviewModel(groups, self)
        self.setModel(self.preview)
        self.setAccessibleName(_("Replacements"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setItemDelegate(PreviewDelegate(self))
        self.expandAll()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other replacements."""
        self.preview.show(groups)
        self.expandAll()


class PreviewDialog(Prompt):
    """The replacements in one story; emits `chosen` with the finds by group."""

    chosen = Signal(object)

    def __init__(self, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent, _("Preview of replacements"), "")
        self.resize(*_SIZE)
        self.view = Preview(groups)
        self.count = label("", "muted")
        self.stack(_("Preview of replacements"), self.view, foot=self.count)
        self.view.preview.turned.connect(self._count)
        self.accepted.connect(self._answer)
        self._count()

    def _count(self) -> None:
        count = self.view.preview.count()
        self.count.setText(_("{n} of {all} chosen", n=count, all=self.view.preview.total()))
        self.yes.setText(ngettext("Replace {n}", "Replace {n}", count))
        self.yes.setEnabled(bool(count))

    def _answer(self) -> None:
        self.chosen.emit(self.view.preview.chosen())

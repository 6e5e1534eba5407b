"""The table of styles: a part of a story, an example of it, and the style's name, which is written in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from newsroom.domain.style_map import BY_KEY, ELEMENTS, LONGEST, StyleKind, StyleMap, proper
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.formats.icml.style_names import StyleNames

PART, EXAMPLE, STYLE, FOUND = range(4)
_KEY = Qt.ItemDataRole.UserRole
_WIDTHS = (230, 220, 240)
_TALL = 30


class _Names(QStyledItemDelegate):
    """Writes a name with the names of the page to choose from."""

    def __init__(self, table: StyleTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give a line that completes what the page has."""
        line = QLineEdit(parent)
        line.setMaxLength(LONGEST)
        key = index.model().index(index.row(), PART, index.parent()).data(_KEY)
        line.setAccessibleName(_("Style for {element}", element=_(BY_KEY[key].title)))
        names = self._table.page.names.get(BY_KEY[key].kind, ()) if self._table.page else ()
        completer = QCompleter(list(names), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lay the line where the name stands."""
        editor.setGeometry(option.rect)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show quietly what an element without a name of its own is set in."""
        super().initStyleOption(option, index)
        key = index.model().index(index.row(), PART, index.parent()).data(_KEY)
        if key and not index.data():
            option.text = f"({self._table.name(key)})" if self._table.name(key) else "–"
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give room for the line that a name is written in."""
        return QSize(super().sizeHint(option, index).width(), _TALL)


class StyleTable(QTreeWidget):
    """Emits `edited` when a name was written."""

    edited = Signal()

    def __init__(self, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self.page: StyleNames | None = None
        self._allowed = allowed
        self._usual = StyleMap()
        self.setAccessibleName(_("InDesign styles"))
        self.setColumnCount(FOUND + 1)
        self.setHeaderLabels([_("Part of the story"), _("Example"), _("Style in InDesign"), _("In the page")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(STYLE, _Names(self))
        for column, width in enumerate(_WIDTHS):
            self.header().resizeSection(column, width)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(EXAMPLE, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(FOUND, True)
        self._rows = {key: row for group in self._groups() for key, row in group}
        self.itemActivated.connect(self._write)
        self.itemDoubleClicked.connect(self._write)
        self.itemClicked.connect(lambda row, column: self._write(row, column) if column == STYLE else None)
        self.setCurrentItem(next(iter(self._rows.values())))
        self.itemChanged.connect(self._changed)

    def _groups(self) -> list[list[tuple[str, QTreeWidgetItem]]]:
        done = []
        for kind in StyleKind:
            head = QTreeWidgetItem(self, [_(kind.label)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            bold = QFont(self.font())
            bold.setBold(True)
            head.setFont(PART, bold)
            head.setFirstColumnSpanned(True)
            done.append(
                [(one.key, _row(head, one.key, self._allowed)) for one in ELEMENTS if one.kind is kind]
            )
            head.setExpanded(True)
        return done

    def show_names(self, names: StyleMap) -> None:
        """Show the names of a map."""
        self._usual = StyleMap({}, names.language)
        self.blockSignals(True)
        for key, row in self._rows.items():
            row.setText(STYLE, names.own(key))
        self.blockSignals(False)
        self._weigh()

    def take(self, names: Mapping[str, str]) -> None:
        """Write names into the table."""
        self.show_names(StyleMap({**self.names(), **names}, self._usual.language))
        self.edited.emit()

    def names(self) -> dict[str, str]:
        """Give the names as they are written now, by element."""
        return {key: proper(row.text(STYLE)) for key, row in self._rows.items()}

    def name(self, key: str) -> str:
        """Give the name of the style that an element is set in as the table stands."""
        return StyleMap(self.names(), self._usual.language).name(key)

    def reset(self) -> None:
        """Write the usual names."""
        self.take({key: self._usual.own(key) for key in self._rows})

    def compare(self, page: StyleNames) -> None:
        """Show which of the names a page has, and offer its names while one is written."""
        self.page = page
        self.setColumnHidden(FOUND, False)
        self._weigh()

    def missing(self) -> tuple[str, ...]:
        """Give the elements whose style the page does not have."""
        if self.page is None:
            return ()
        map_ = StyleMap(self.names(), self._usual.language)
        return tuple(
            key
            for key in self._rows
            if (name := map_.name(key)) and not self.page.has(BY_KEY[key].kind, name)
        )

    def fitting(self) -> dict[str, str]:
        """Give the page's styles for elements whose own it does not have, as far as their names say so."""
        fits = self.page.fitting if self.page else {}
        return {key: fits[key] for key in self.missing() if key in fits}

    def _weigh(self) -> None:
        missing = set(self.missing())
        map_ = StyleMap(self.names(), self._usual.language)
        self.blockSignals(True)
        for key, row in self._rows.items():
            name = map_.name(key)
            words = "" if not self.page or not name else _("missing") if key in missing else _("yes")
            row.setText(FOUND, words)
            row.setToolTip(STYLE, "" if row.text(STYLE) else _without(key, name))
        self.blockSignals(False)

    def _write(self, row: QTreeWidgetItem, _column: int) -> None:
        if self._allowed and row.data(PART, _KEY):
            self.editItem(row, STYLE)

    def _changed(self, row: QTreeWidgetItem, column: int) -> None:
        if column == STYLE and row.data(PART, _KEY):
            self.blockSignals(True)
            row.setText(STYLE, proper(row.text(STYLE)))
            self.blockSignals(False)
            self._weigh()
            self.edited.emit()


def _without(key: str, name: str) -> str:
    """Give what happens where an element has no style of its own."""
    if BY_KEY[key].kind is StyleKind.CHARACTER:
        return _("Without a style the letters are formatted directly, or stay as they are.")
    return _("Set in “{style}”.", style=name)


def _row(head: QTreeWidgetItem, key: str, allowed: bool) -> QTreeWidgetItem:
    element = BY_KEY[key]
    row = QTreeWidgetItem(head, [_(element.title), _(element.example) if element.example else "", "", ""])
    row.setData(PART, _KEY, key)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    row.setFlags(flags | Qt.ItemFlag.ItemIsEditable if allowed else flags)
    return row

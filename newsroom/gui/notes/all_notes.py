"""The notes of all stories as a list: one line a note, page after page as it is scrolled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QDialog, QHeaderView, QTableView, QWidget

from newsroom.domain.note_listing import NoteScope
from newsroom.gui.browser.times import recent
from newsroom.gui.faults import words_of
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.listing import Cursor, Page
    from newsroom.domain.note_listing import NoteLine
    from newsroom.gui.tasks import Tasks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COLUMNS = (N_("Note"), N_("Story"), N_("Who"), N_("When"), N_("State"))


class NoteLines(QAbstractTableModel):
    """The lines that are loaded; more are asked for on a worker when the end is seen."""

    filled = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._zone = desk, tasks, desk.zone
        self._scope, self._resolved = NoteScope.MY_STORIES, False
        self.lines: list[NoteLine] = []
        self._next: Cursor | None = None
        self._asked = 0
        self._waiting = False

    def show(self, scope: NoteScope, *, resolved: bool) -> None:
        """Show the notes of a scope from their first page on."""
        self._scope, self._resolved = scope, resolved
        self._ask(None)

    def _ask(self, after: Cursor | None) -> None:
        self._asked += 1
        self._waiting = True
        work = partial(self._desk.lists.notes, self._scope, resolved=self._resolved, after=after)
        self._tasks.read(work, partial(self._take, self._asked, after is None), self.failed.emit)

    def _take(self, asked: int, first: bool, page: Page[NoteLine]) -> None:
        if asked != self._asked:
            return  # another list is wanted by now
        self._waiting, self._next = False, page.next
        if first:
            self.beginResetModel()
            self.lines = list(page.items)
            self.endResetModel()
        elif page.items:
            last = len(self.lines)
            self.beginInsertRows(_NOWHERE, last, last + len(page.items) - 1)
            self.lines += page.items
            self.endInsertRows()
        self.filled.emit()

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether another page can be had."""
        return not parent.isValid() and self._next is not None and not self._waiting

    def fetchMore(self, _parent: Index) -> None:
        """Get the next page."""
        self._ask(self._next)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many lines are loaded."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the title of a column."""
        if role == Qt.ItemDataRole.DisplayRole and way is Qt.Orientation.Horizontal:
            return _(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands in a cell; pointed at, the note whole."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(line)[index.column()]
        return line.text if role == Qt.ItemDataRole.ToolTipRole else None

    def _cells(self, line: NoteLine) -> tuple[str, ...]:
        when = recent(line.latest, self._desk.clock(), self._zone)
        words = " ".join(line.text.split())
        return (words, line.headline or _("No headline"), line.author, when, _state(line))


def _state(line: NoteLine) -> str:
    parts = [_("resolved") if line.resolved else _("open")]
    if not line.placed:
        parts.append(_("without place"))
    return ", ".join(parts)


class AllNotes(QDialog):
    """The list with its choices; a line leads to its note."""

    opened = Signal(int, str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Notes of all stories"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        self.lines = NoteLines(desk, tasks, self)
        self.scope = Choice(_("Which notes"))
        for scope in NoteScope:
            self.scope.addItem(_(scope.label), scope.value)
        self.scope.setMinimumContentsLength(18)
        self.resolved = QCheckBox(_("Show resolved notes"))
        self.told = label("", "muted", wrap=True)
        self.table = self._make_table()
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._show)
        self.resolved.toggled.connect(self._show)
        self.lines.filled.connect(self._tell)
        self.lines.failed.connect(self._fail)
        self._show()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.lines)
        table.setAccessibleName(_("Notes"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((0, 210, 120, 120, 140)):
            stretches = QHeaderView.ResizeMode.Stretch if not width else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(column, stretches)
            if width:
                table.setColumnWidth(column, width)
        table.activated.connect(self._open)
        return table

    def _lay_out(self) -> None:
        choices = across(gap=12)
        choices.addWidget(self.scope)
        choices.addWidget(self.resolved)
        choices.addStretch(1)
        ways = across(gap=8)
        ways.addWidget(self.told, 1)
        self.go = button(_("Go to the note"), self._open_current, "primary")
        close = button(_("Close"), self.reject)
        for way in (close, self.go):
            ways.addWidget(way)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addLayout(choices)
        column.addWidget(self.table, 1)
        column.addLayout(ways)

    def _show(self, *_changed: object) -> None:
        self.lines.show(NoteScope(self.scope.currentData()), resolved=self.resolved.isChecked())

    def _tell(self) -> None:
        self.told.setText("" if self.lines.lines else _("There are no such notes."))
        self.go.setEnabled(bool(self.lines.lines))
        if self.lines.lines and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
            self.table.setFocus()

    def _fail(self, error: BaseException) -> None:
        self.told.setText(words_of(error))

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self.lines.lines[index.row()]
            self.accept()
            self.opened.emit(line.story, line.name)

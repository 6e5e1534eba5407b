"""The page of one kind: its entries as rows, and what can be done with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QPushButton, QTreeView, QWidget

from newsroom.domain.catalogue import LONGEST, Entry, Kind
from newsroom.gui.catalogue.entry_model import NAME, OPEN, STORIES, TOLD, USED, EntryModel, title_of
from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.throttle import AfterPause
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.gui.theme.wardrobe import Wardrobe

_WIDTHS = {NAME: 300, STORIES: 80, OPEN: 70, USED: 130}
_PAUSE = 150
_ADDING = {
    Kind.SECTION: (N_("New section"), N_("It is offered for stories at once.")),
    Kind.GENRE: (N_("New genre"), N_("It is offered for stories at once.")),
    Kind.PERSON: (N_("New person"), N_("The name, as in a byline.")),
    Kind.KEYWORD: (N_("New keyword"), N_("It is offered before a story has it.")),
}


class EntryPage(QWidget):
    """Emits what is asked for: the verb and the entry, or what else it needs."""

    added = Signal(str)
    asked = Signal(str, object)
    """A verb, `merge`, `colour`, `role`, `lead`, `retire` or `delete`, and the entry."""
    sought = Signal(str)
    twins_asked = Signal()
    left_alone = Signal()
    """A name is written no more."""

    def __init__(self, kind: Kind, wardrobe: Wardrobe, zone: str, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self.kind, self._allowed = kind, allowed
        self._all: tuple[Entry, ...] = ()
        self.model = EntryModel(kind, wardrobe, zone, self, allowed=allowed)
        self.line = QLineEdit(placeholderText=_("Find …"))
        self.line.setAccessibleName(_("Find in {list}", list=_(kind.label)))
        self.line.setClearButtonEnabled(True)
        self.view = self._make_view()
        self.none = label("", "muted", wrap=True)
        self.count = label("", "muted")
        self.verbs = {name: self._action(name, *told) for name, told in self._possible().items()}
        self.ways = {name: self._button(name, act) for name, act in self.verbs.items()}
        self._seeking = AfterPause(self._seek, _PAUSE, self)
        self._lay_out()
        self._connect()

    def _make_view(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.model)
        view.setAccessibleName(_(self.kind.label))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        if self.model.movable:
            view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            view.setDragDropOverwriteMode(False)
        head = view.header()
        head.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)
        return view

    def _possible(self) -> dict[str, tuple[str, str]]:
        """Give the verbs of this kind, each with its words and its key."""
        own = {
            Kind.SECTION: {"colour": (_("Colour …"), "")},
            Kind.GENRE: {"lead": (_("Lead wanted"), "")},
            Kind.PERSON: {"role": (_("Role …"), "")},
            Kind.KEYWORD: {},
        }
        return {
            "rename": (_("Rename"), "F2"),
            "merge": (_("Merge …"), "Ctrl+M"),
            **own[self.kind],
            "retire": (self._retiring(retired=False), ""),
            "delete": (_("Delete"), "Del"),
        }

    def _retiring(self, *, retired: bool) -> str:
        if retired:
            return _("Bring back")
        return _("No longer here") if self.kind is Kind.PERSON else _("Retire")

    def _action(self, name: str, words: str, key: str) -> QAction:
        action = QAction(words, self.view)
        if key and name != "rename":  # F2 is the view's own
            action.setShortcut(QKeySequence.fromString(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._ask(name))
        self.view.addAction(action)
        return action

    def _button(self, name: str, action: QAction) -> QPushButton:
        made = button(action.text(), lambda: self._ask(name))
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        self.add = button(_("Add …"), self._add)
        self.add.setAutoDefault(False)
        head = across(gap=8)
        head.addWidget(self.line, 1)
        if self.kind is Kind.KEYWORD:
            self.twins = button(_("Likely twins …"), self.twins_asked.emit)
            self.twins.setAutoDefault(False)
            self.twins.setEnabled(self._allowed)
            head.addWidget(self.twins)
        foot = across(gap=8)
        foot.addWidget(self.add)
        for way in self.ways.values():
            foot.addWidget(way)
        foot.addStretch(1)
        foot.addWidget(self.count)
        column = down(self, 8)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._seeking.ask())
        self.view.selectionModel().selectionChanged.connect(self._weigh)
        self.view.verticalScrollBar().valueChanged.connect(self._near_end)
        self.view.itemDelegate().closeEditor.connect(lambda: QTimer.singleShot(0, self.left_alone.emit))
        for key, step in (("Alt+Up", -1), ("Alt+Down", 2)):
            move = QAction(self.view)
            move.setShortcut(QKeySequence.fromString(key))
            move.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            move.triggered.connect(self._mover(step))
            if self.model.movable:
                self.view.addAction(move)
                move.setText(_("Move up") if step < 0 else _("Move down"))
        self._weigh()

    def _near_end(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if value + bar.pageStep() >= bar.maximum():
            self.model.ask_more()

    def _mover(self, step: int) -> Callable[[], None]:
        def move() -> None:
            row = self.view.currentIndex().row()
            if row >= 0 and 0 <= row + step <= len(self.model.shown):
                self.model.move(row, row + step)
                self.view.setCurrentIndex(self.model.index(row + (1 if step > 0 else -1), NAME))

        return move

    # What is shown

    def show_all(self, entries: Sequence[Entry], *, unfinished: bool = False) -> None:
        """Show these entries; the one that was chosen stays chosen."""
        chosen = self.chosen()
        self._all = tuple(entries)
        self.model.show_all(self._matching(), unfinished=unfinished)
        self._tell_count()
        self.choose(chosen.name if chosen else "")

    @property
    def writing(self) -> bool:
        """Tell whether a name is being written."""
        fields = self.view.viewport().findChildren(QLineEdit)
        return any(field.isVisible() for field in fields)

    def renew(self, entries: Sequence[Entry], *, unfinished: bool = False) -> None:
        """Show these entries if they are others than those shown; what is looked at stays."""
        before = self._matching()
        self._all = tuple(entries)
        if self._matching() == before and self.model.unfinished == unfinished:
            return
        height = self.view.verticalScrollBar().value()
        self.show_all(entries, unfinished=unfinished)
        self.view.verticalScrollBar().setValue(height)

    def append(self, entries: Sequence[Entry], *, unfinished: bool) -> None:
        """Show more entries behind those that are shown."""
        self.model.append(entries, unfinished=unfinished)
        self._tell_count()

    def choose(self, name: str) -> None:
        """Choose an entry by its name, where it is shown."""
        row = self.model.row_of(name)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, NAME))
        self._weigh()

    def edit(self, name: str) -> None:
        """Let the name of an entry be written anew."""
        self.choose(name)
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())

    def chosen(self) -> Entry | None:
        """Give the chosen entry, or nothing."""
        rows = self.view.selectionModel().selectedRows()
        return self.model.shown[rows[0].row()] if rows else None

    def _matching(self) -> list[Entry]:
        words = self.line.text().casefold().split()
        if self.kind is Kind.KEYWORD:  # the library has looked already
            return list(self._all)
        return [one for one in self._all if all(word in title_of(one).casefold() for word in words)]

    def _seek(self) -> None:
        if self.kind is Kind.KEYWORD:
            self.sought.emit(self.line.text())
        else:
            self.show_all(self._all)

    def _tell_count(self) -> None:
        count = len(self.model.shown)
        more = "+" if self.model.unfinished else ""
        self.count.setText(
            ngettext("{n} entry", "{n} entries", count).replace(str(count), f"{count}{more}", 1)
        )
        found = bool(self.line.text().strip())
        self.none.setText(_("Nothing has these words.") if found else _("Nothing here yet."))
        self.none.setVisible(not count)

    def _weigh(self, *_why: object) -> None:
        entry = self.chosen()
        self.add.setEnabled(self._allowed)
        for name, action in self.verbs.items():
            able = self._allowed and entry is not None and (name != "delete" or not entry.stories)
            action.setEnabled(able)
            self.ways[name].setEnabled(able)
        self._reword("retire", self._retiring(retired=entry is not None and entry.retired))
        if self.kind is Kind.GENRE:
            self._reword("lead", _("No lead wanted") if entry and entry.wants_lead else _("Lead wanted"))

    def _reword(self, name: str, words: str) -> None:
        self.verbs[name].setText(words)
        self.ways[name].setText(words)
        self.ways[name].setAccessibleName(words)

    # What is asked for

    def _add(self) -> None:
        title, words = _ADDING[self.kind]
        question = LineQuestion(self.window(), _(title), _(words), _("Add"), needed=True)
        question.line.setMaxLength(LONGEST)
        question.ask(self.added.emit)

    def _ask(self, name: str) -> None:
        entry = self.chosen()
        if entry is None or not self.verbs[name].isEnabled():
            return
        if name == "rename":
            self.edit(entry.name)
        else:
            self.asked.emit(name, entry)

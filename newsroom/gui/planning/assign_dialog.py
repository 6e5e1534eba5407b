"""The question who shall have stories until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QLineEdit, QWidget

from newsroom.gui.panels.time_field import TimeField
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newsroom.domain.assignment import Assignment
    from newsroom.domain.person import Person
    from newsroom.gui.tasks import Tasks

    Clock = tuple[Tasks, Callable[[], datetime], str]

_WIDTH = 420


class AssignDialog(QDialog):
    """A name, completed while it is typed, and a time in words; emits both."""

    decided = Signal(str, object)

    def __init__(
        self, count: int, people: Sequence[Person], now: Assignment | None, clock: Clock, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Assign"))
        self.setMinimumWidth(_WIDTH)
        tasks, self._clock, zone = clock
        self._names = {
            key: one.name for one in people for key in (*one.names, one.sign_off.casefold()) if key
        }
        self.name = QLineEdit(now.person if now else "")
        self.name.setAccessibleName(_("Person"))
        self.name.setPlaceholderText(_("Name or sign-off"))
        completer = QCompleter([one.name for one in people], self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.due = TimeField(tasks, _("Due"))
        self.due.show_time(now.due if now else None, zone)
        self.due.edit.setPlaceholderText(_("such as 15:30 or tomorrow 9:00"))
        self.told = label("", "bad", wrap=True)
        self.yes = button(_("Assign"), self.accept, "primary")
        self.yes.setDefault(True)
        self.nobody = button(_("Nobody’s"), self._to_nobody)
        self.nobody.setAutoDefault(False)
        self.nobody.setVisible(now is not None or count > 1)
        self._lay_out(count)
        self.name.textChanged.connect(self._weigh)
        self.due.edit.textChanged.connect(self._weigh)
        self.due.changed.connect(self._weigh)
        self.accepted.connect(self._tell)
        self.name.selectAll()
        self._weigh()

    def _lay_out(self, count: int) -> None:
        column = down(self, 8)
        column.setContentsMargins(20, 18, 20, 16)
        title = ngettext("Who shall have {n} story?", "Who shall have {n} stories?", count)
        column.addWidget(label(title if count > 1 else _("Who shall have the story?"), "title", wrap=True))
        for words, field in ((_("Person"), self.name), (_("Due"), self.due)):
            column.addWidget(label(words, "muted"))
            column.addWidget(field)
        column.addWidget(self.told)
        row = across(gap=8)
        row.addWidget(self.nobody)
        row.addStretch(1)
        cancel = button(_("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        column.addSpacing(4)
        column.addLayout(row)

    def _named(self) -> str:
        return self._names.get(" ".join(self.name.text().split()).casefold(), "")

    def _weigh(self) -> None:
        typed, due = self.name.text().strip(), self.due.time()
        past = due is not None and due < self._clock()
        wrong = bool(self.due.edit.property("wrong"))
        if past:
            self.told.setText(_("This time has passed. Name a later one, or none."))
        elif typed and not self._named():
            self.told.setText(_("Nobody here is called that. Choose from the list."))
        else:
            self.told.clear()
        self.told.setVisible(bool(self.told.text()))
        self.yes.setEnabled(bool(self._named()) and not past and not wrong)

    def _tell(self) -> None:
        self.decided.emit(self._named(), self.due.time())

    def _to_nobody(self) -> None:
        self.reject()
        self.decided.emit("", None)

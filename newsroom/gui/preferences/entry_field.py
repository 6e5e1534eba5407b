"""The field of one setting, by what the setting holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from newsroom.desk.housekeeping import proper
from newsroom.domain.errors import WrongValue
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import down, label, number
from newsroom.gui.preferences.file_box import FileBox
from newsroom.settings import Kind
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from newsroom.settings import Setting

_ROWS = 84
_WIDEST = 420


class EntryField(QWidget):
    """Shows a setting with its help; `settled` gives a new value that fits, and a wrong one is explained."""

    settled = Signal(str, object)
    file_chosen = Signal(str, object)
    """The path of a file that the setting shall name, or None."""
    file_copied = Signal(str, object)

    def __init__(self, known: Setting, value: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = known
        self._value = value
        self.title = _(known.title)
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        column = down(self, 3)
        column.setContentsMargins(0, 0, 0, 0)
        self.field = self._field(column)
        self.field.setAccessibleName(self.title)
        self.field.setAccessibleDescription(_(known.help) if known.help else "")
        column.addWidget(self.wrong)

    def _field(self, column: QVBoxLayout) -> QWidget:
        known = self.known
        if known.kind is Kind.SWITCH:
            switch = QCheckBox(self.title)
            switch.setChecked(bool(self._value))
            switch.toggled.connect(self._settle)
            column.addWidget(switch)
            self._add_help(column, indent=24)
            return switch
        words = label(self.title, "head", wrap=True)
        column.addWidget(words)
        self._add_help(column)
        made = self._box()
        made.setMaximumWidth(_WIDEST)
        words.setBuddy(made)
        column.addWidget(made)
        return made

    def _add_help(self, column: QVBoxLayout, indent: int = 0) -> None:
        if self.known.help:
            words = label(_(self.known.help), "muted", wrap=True)
            words.setContentsMargins(indent, 0, 0, 0)
            column.addWidget(words)

    def _box(self) -> QWidget:
        kind = self.known.kind
        if kind is Kind.NUMBER:
            return self._number()
        if kind is Kind.CHOICE:
            return self._choice()
        if kind is Kind.FILE:
            return self._file()
        return self._lines() if kind in {Kind.WORDS, Kind.ENTRIES} else self._line()

    def _number(self) -> QWidget:
        box = number()
        box.setRange(self.known.least, self.known.most)
        box.setValue(int(str(self._value)))
        box.setFixedWidth(88)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._settle)
        return box

    def _choice(self) -> QWidget:
        box = Choice(self.title)
        for value, words in self.known.choices.items():
            box.addItem(_(words), value)
        box.setCurrentIndex(max(box.findData(self._value), 0))
        box.setFixedWidth(240)
        box.activated.connect(lambda _place: self._settle(box.currentData()))
        return box

    def _file(self) -> QWidget:
        box = FileBox(self.known, self._value)
        box.chosen.connect(lambda path: self.file_chosen.emit(self.known.name, path))
        box.copied.connect(lambda path: self.file_copied.emit(self.known.name, path))
        return box

    def take(self, value: object) -> None:
        """Show the file that is kept now."""
        self._value = value
        if isinstance(self.field, FileBox):
            self.explain("")
            self.field.show_value(value)

    def _line(self) -> QWidget:
        line = QLineEdit(str(self._value))
        line.editingFinished.connect(lambda: self._settle(line.text().strip()))
        return line

    def _lines(self) -> QWidget:
        """Give a field with one word or entry a line, the parts of an entry behind bars."""
        held = self._value if isinstance(self._value, tuple) else ()
        lines = (" | ".join(one).rstrip(" |") if isinstance(one, tuple) else str(one) for one in held)
        area = QPlainTextEdit("\n".join(lines))
        area.setTabChangesFocus(True)
        area.setFixedHeight(_ROWS)
        area.installEventFilter(self)
        return area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over what was written when the field is left."""
        if isinstance(watched, QPlainTextEdit) and event.type() == QEvent.Type.FocusOut:
            self._settle(self._read(watched.toPlainText()))
        return super().eventFilter(watched, event)

    def _read(self, written: str) -> tuple[object, ...]:
        lines = [line.strip() for line in written.split("\n") if line.strip()]
        if self.known.kind is Kind.WORDS:
            return tuple(lines)
        return tuple(tuple(part.strip() for part in line.split("|")) for line in lines)

    def finish(self) -> None:
        """Take over what is being written."""
        if isinstance(self.field, QPlainTextEdit):
            self._settle(self._read(self.field.toPlainText()))
        elif isinstance(self.field, QLineEdit):
            self._settle(self.field.text().strip())

    def _settle(self, value: object) -> None:
        try:
            wanted = proper(self.known, value)
        except WrongValue as error:
            self.explain(tell(error.message))
            return
        self.explain("")
        if wanted != self._value:
            self._value = wanted
            self.settled.emit(self.known.name, wanted)

    def explain(self, words: str) -> None:
        """Say beside the field what is wrong; nothing where all is well."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def matches(self, typed: str) -> bool:
        """Tell whether title, help, name or group hold what was typed."""
        known = self.known
        words = f"{self.title} {_(known.help) if known.help else ''} {known.name} {_(known.group)}"
        return all(part in words.casefold() for part in typed.casefold().split())

    def focus(self) -> None:
        """Go into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

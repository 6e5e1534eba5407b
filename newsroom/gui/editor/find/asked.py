"""The fields in which a person says what is looked for and what shall take its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton

from newsroom.gui.parts import restyle
from newsroom.text.pattern import LONGEST, Sought
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout


class Asked(QObject):
    """Words, replacement and the switches beside them; whoever shows them lays them out."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words = _field(_("Find"))
        self.new = _field(_("Replace with"))
        self.case = _switch("Aa", _("Case counts"))
        self.whole = _switch("|ab|", _("Whole words only"))
        self.expression = _switch(".*", _("Regular expression; $1 stands for its first group"))
        for field in (self.words, self.new):
            field.textChanged.connect(self.changed)
        for switch in self.switches:
            switch.toggled.connect(self.changed)

    @property
    def switches(self) -> tuple[QToolButton, ...]:
        """Give the switches in order."""
        return (self.case, self.whole, self.expression)

    def sought(self) -> Sought:
        """Give what is looked for."""
        return Sought(
            self.words.text(), self.whole.isChecked(), self.case.isChecked(), self.expression.isChecked()
        )

    def replacement(self) -> str:
        """Give what shall take its place."""
        return self.new.text()

    def mark_wrong(self, wrong: bool) -> None:
        """Show that what is looked for cannot be, or no longer."""
        if self.words.property("wrong") != wrong:
            self.words.setProperty("wrong", wrong)
            restyle(self.words)

    def lay_switches(self, row: QHBoxLayout) -> None:
        """Put the switches into a row."""
        for switch in self.switches:
            row.addWidget(switch)


def _field(name: str) -> QLineEdit:
    made = QLineEdit(placeholderText=name)
    made.setAccessibleName(name)
    made.setMaxLength(LONGEST)
    made.setMinimumWidth(120)
    return made


def _switch(sign: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setCheckable(True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setProperty("look", "switch")
    made.setFixedSize(34, 28)
    return made


def tool(icon: str, name: str, pressed: Callable[[], None]) -> QToolButton:
    """Make a button with an icon alone; icon is the role it is dressed by."""
    made = QToolButton()
    made.setProperty("role", icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFixedSize(28, 28)
    made.clicked.connect(pressed)
    return made

"""The form in which one rule is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from newsroom.domain.house_rule import HouseRule
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 440
_LONGEST = 200


class RuleForm(QDialog):
    """Calls with the rule as it was written; a word is needed, and that it is not the wanted one."""

    def __init__(self, parent: QWidget, rule: HouseRule, call: Callable[[HouseRule], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("House rule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._call = call
        self.word = _line(_("Word or phrase"), rule.word)
        self.wanted = _line(_("Wanted"), rule.wanted)
        self.reason = _line(_("Reason"), rule.reason)
        self.quotes = QCheckBox(_("In quotations too"))
        self.quotes.setChecked(rule.in_quotes)
        self.keep = button(_("Keep"), self.accept, "primary")
        self.keep.setDefault(True)
        self._lay_out()
        for part in (self.word, self.wanted):
            part.textChanged.connect(self._weigh)
        self.accepted.connect(self._answer)
        self._weigh()

    def _lay_out(self) -> None:
        column = down(self, 4)
        column.setContentsMargins(20, 18, 20, 16)
        for part in (self.word, self.wanted, self.reason):
            head = label(part.accessibleName(), "head")
            head.setBuddy(part)
            column.addWidget(head)
            column.addWidget(part)
            column.addSpacing(8)
        column.addWidget(self.quotes)
        column.addSpacing(8)
        words = _("Inflected forms are found too. Without a wanted word the finding only tells.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(8)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.keep)
        column.addLayout(row)

    def rule(self) -> HouseRule:
        """Give the rule as it is written now."""
        word, wanted, reason = (
            " ".join(part.text().split()) for part in (self.word, self.wanted, self.reason)
        )
        return HouseRule(word, wanted, reason, self.quotes.isChecked())

    def _weigh(self) -> None:
        rule = self.rule()
        self.keep.setEnabled(any(map(str.isalnum, rule.word)) and rule.word != rule.wanted)

    def _answer(self) -> None:
        self._call(self.rule())


def _line(name: str, words: str) -> QLineEdit:
    made = QLineEdit(words)
    made.setAccessibleName(name)
    made.setMaxLength(_LONGEST)
    return made

"""The question which keywords many stories get, and which they lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsroom.gui.panels.keyword_field import KeywordField
from newsroom.gui.parts import down, label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


class KeywordsDialog(Prompt):
    """Two lines of keywords; emits what to add and what to remove."""

    decided = Signal(object, object)

    def __init__(self, number: int, known: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent, _("Keywords"), _("Change"))
        self.add, self.remove = KeywordField(), KeywordField()
        fields = down(gap=8)
        for field, words in ((self.add, _("Add")), (self.remove, _("Remove"))):
            field.offer(tuple(known))
            field.setAccessibleName(words)
            field.setPlaceholderText(_("Parted by commas"))
            field.textChanged.connect(self._weigh)
            fields.addWidget(label(words, "muted"))
            fields.addWidget(field)
        title = ngettext("Keywords of {n} story", "Keywords of {n} stories", number)
        self.stack(title, fields)
        self.accepted.connect(self._tell)
        self._weigh()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.add.words() or self.remove.words()))

    def _tell(self) -> None:
        self.decided.emit(self.add.words(), self.remove.words())

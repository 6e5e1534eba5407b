"""The question into which edition, and on which page, stories shall go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from newsroom.gui.browser.times import date_words
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import down, label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.edition import EditionLine

_WIDTH = 420


class ToEditionDialog(Prompt):
    """An edition, or the name of a new one, and a page; emits its number, the name and the page."""

    decided = Signal(int, str, str)

    def __init__(self, count: int, editions: Sequence[EditionLine], parent: QWidget) -> None:
        super().__init__(parent, _("Add to edition"), _("Add"), width=_WIDTH)
        self.edition = Choice(_("Edition"))
        for one in editions:
            self.edition.addItem(f"{one.name} · {date_words(one.day)}", one.id)
        self.edition.addItem(_("New edition for today"), 0)
        self.name, self.page = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(_("Name of the new edition"))
        self.name.setPlaceholderText(_("Name of the new edition"))
        self.page.setAccessibleName(_("Page or section"))
        self.page.setPlaceholderText(_("at the end where it is empty"))
        title = ngettext("Add {n} story to an edition", "Add {n} stories to an edition", count)
        self.stack(title, self._fields())
        self.edition.currentIndexChanged.connect(self._weigh)
        self.name.textChanged.connect(self._weigh)
        self.accepted.connect(self._tell)
        self._weigh()

    def _fields(self) -> QLayout:
        fields = down(gap=8)
        fields.addWidget(label(_("Edition"), "muted"))
        fields.addWidget(self.edition)
        fields.addWidget(self.name)
        fields.addWidget(label(_("Page or section"), "muted"))
        fields.addWidget(self.page)
        return fields

    def _weigh(self) -> None:
        new = not self.edition.currentData()
        self.name.setVisible(new)
        self.yes.setEnabled(not new or bool(self.name.text().strip()))

    def _tell(self) -> None:
        self.decided.emit(self.edition.currentData(), self.name.text(), self.page.text())

"""The head of the story list: which day it is of, how far it is, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.parts import across, button, label
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from newsroom.desk.plan import Planned
    from newsroom.gui.board.dress import Dress


class DayHead(QWidget):
    """Buttons and a title; emits the name of what is asked for."""

    asked = Signal(str)

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self.setObjectName("listHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEAD_HEIGHT)
        self.back = self._arrow("left", _("The day before (Page up)"), "earlier")
        self.on = self._arrow("right", _("The day after (Page down)"), "later")
        self.today = button(_("Today"), partial(self.asked.emit, "today"), "quiet")
        self.title, self.said = label("", "columnTitle"), label("")
        self.draft = button(_("Make drafts"), partial(self.asked.emit, "draft"), "quiet")
        self.draft.setToolTip(_("Make drafts of the chosen topics (Ctrl+D)"))
        self.edition = button(_("Into an edition …"), partial(self.asked.emit, "edition"), "quiet")
        self.print = button(_("Print …"), partial(self.asked.emit, "print"), "quiet")
        self.export = button(_("Export …"), partial(self.asked.emit, "export"), "quiet")
        row = across(self, 2)
        row.setContentsMargins(8, 0, 8, 0)
        for part in (self.back, self.today, self.on):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(12)
        row.addWidget(self.said, 1)
        for part in (self.draft, self.edition, self.print, self.export):
            row.addWidget(part)
        self.dress()

    def _arrow(self, icon: str, words: str, name: str) -> QPushButton:
        made = button("", partial(self.asked.emit, name), "quiet")
        made.setProperty("role", icon)
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made

    def dress(self) -> None:
        """Put icons on, in the colours worn."""
        for made in (self.back, self.on):
            made.setIcon(self._dress.icons.icon(made.property("role"), "muted"))

    def tell(self, planned: Sequence[Planned]) -> None:
        """Say how many topics there are, and of how many stories were made."""
        begun = sum(one.card is not None for one in planned)
        words = ngettext("{n} topic", "{n} topics", len(planned))
        stories = ngettext("{n} story made of them", "{n} stories made of them", begun)
        self.said.setText(
            f"{words} · {stories}" if begun else words if planned else _("No topics yet. Return begins one.")
        )
        for way in (self.print, self.export, self.edition):
            way.setEnabled(bool(planned))

    def allow(self, *, drafts: bool) -> None:
        """Enable what can be done with what is chosen."""
        self.draft.setEnabled(drafts)

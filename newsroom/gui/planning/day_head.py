"""The head of the story list: which day it is of, how far it is, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsroom.gui.day_bar import DayBar
from newsroom.gui.parts import button
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk.plan import Planned
    from newsroom.gui.board.dress import Dress


_STEPS = {-1: "earlier", 1: "later"}


class DayHead(DayBar):
    """Emits besides the name of what is asked for."""

    asked = Signal(str)

    def __init__(self, dress: Dress) -> None:
        super().__init__(dress, _("The day before (Page up)"), _("The day after (Page down)"))
        self.step_asked.connect(lambda step: self.asked.emit(_STEPS[step]))
        self.today_asked.connect(partial(self.asked.emit, "today"))
        self.draft = button(_("Make drafts"), partial(self.asked.emit, "draft"), "quiet")
        self.draft.setToolTip(_("Make drafts of the chosen topics (Ctrl+D)"))
        self.edition = button(_("Into an edition …"), partial(self.asked.emit, "edition"), "quiet")
        self.print = button(_("Print …"), partial(self.asked.emit, "print"), "quiet")
        self.export = button(_("Export …"), partial(self.asked.emit, "export"), "quiet")
        for part in (self.draft, self.edition, self.print, self.export):
            self.row.addWidget(part)

    def tell(self, planned: Sequence[Planned]) -> None:
        """Say how many topics there are, and of how many stories were made."""
        begun = sum(one.card is not None for one in planned)
        words = ngettext("{n} topic", "{n} topics", len(planned))
        stories = ngettext("{n} story made of them", "{n} stories made of them", begun)
        self.said.setText(
            f"{words} · {stories}" if begun else words if planned else _("No topics yet. Return begins one.")
        )
        self._act(bool(planned))

    def rest(self) -> None:
        """Offer only other days, while there is no list to act on."""
        self._act(False)
        self.allow(drafts=False)

    def _act(self, can: bool) -> None:
        for way in (self.print, self.export, self.edition):
            way.setEnabled(can)

    def allow(self, *, drafts: bool) -> None:
        """Enable what can be done with what is chosen."""
        self.draft.setEnabled(drafts)

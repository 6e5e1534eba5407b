"""The bar over two versions: which they are, how many places differ, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from newsroom.gui.browser.times import recent
from newsroom.gui.comparing.difference_bar import DifferenceBar
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.timeline import Event
    from newsroom.gui.icons import Icons

_HEIGHT = 44
_WIDEST = 240


class CompareBar(DifferenceBar):
    """Emits besides the two versions that are wanted."""

    wanted = Signal(int, int)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, _HEIGHT)
        self.old, self.new = Choice(_("Older version")), Choice(_("Newer version"))
        self.folded = QCheckBox(_("Only differences"))
        self._lay_out()
        for box in (self.old, self.new):
            box.setMaximumWidth(_WIDEST)
            box.setMinimumContentsLength(20)
            box.activated.connect(self._tell)
        self.folded.toggled.connect(self.shown)

    def _lay_out(self) -> None:
        row = across(self, 8)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.old, 2)
        row.addWidget(label("→", "muted"))
        row.addWidget(self.new, 2)
        row.addStretch(1)
        row.addWidget(self.places)
        for part in (self.up, self.down, self.folded, self.way):
            row.addWidget(part)

    def offer(self, events: Sequence[Event], zone: str, now: datetime) -> None:
        """Offer all versions that are kept, the newest first."""
        for box in (self.old, self.new):
            box.clear()
            for event in events:
                for version in reversed(event.kept):
                    when = recent(event.time, now, zone)
                    words = _("Version {n} ({time}, {person})", n=version, time=when, person=event.person)
                    box.addItem(words, version)

    def choose(self, old: int, new: int) -> None:
        """Show which two are looked at."""
        self.old.setCurrentIndex(self.old.findData(old))
        self.new.setCurrentIndex(self.new.findData(new))

    def _tell(self) -> None:
        one, other = self.old.currentData(), self.new.currentData()
        if one is not None and other is not None:
            self.wanted.emit(min(one, other), max(one, other))

"""The bar over two versions: which they are, how many places differ, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from newsroom.gui.browser.times import recent
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, label, named
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.timeline import Event
    from newsroom.gui.icons import Icons

_HEIGHT = 44
_WIDEST = 240


class CompareBar(QWidget):
    """Emits the two versions that are wanted, the way they are shown, and steps from place to place."""

    wanted = Signal(int, int)
    shown = Signal()
    stepped = Signal(int)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        named(self, "compareBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._icons = icons
        self.old, self.new = Choice(_("Older version")), Choice(_("Newer version"))
        self.places = label("", "muted")
        self.up = button("", lambda: self.stepped.emit(-1))
        self.down = button("", lambda: self.stepped.emit(1))
        self.up.setAccessibleName(_("Difference before"))
        self.down.setAccessibleName(_("Next difference"))
        self.up.setToolTip(_("Difference before") + " (P)")
        self.down.setToolTip(_("Next difference") + " (N)")
        self.way = Choice(_("How versions are shown"))
        self.way.addItem(_("Side by side"), False)
        self.way.addItem(_("In one text"), True)
        self.way.setMinimumContentsLength(13)
        self.folded = QCheckBox(_("Only differences"))
        self._lay_out()
        for box in (self.old, self.new):
            box.setMaximumWidth(_WIDEST)
            box.setMinimumContentsLength(20)
            box.activated.connect(self._tell)
        self.way.activated.connect(self.shown)
        self.folded.toggled.connect(self.shown)
        icons.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        row = across(self, 8)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.old, 2)
        row.addWidget(label("→", "muted"))
        row.addWidget(self.new, 2)
        row.addStretch(1)
        row.addWidget(self.places)
        for part in (self.up, self.down):
            part.setFixedWidth(32)
            row.addWidget(part)
        row.addWidget(self.folded)
        row.addWidget(self.way)

    def _dress(self) -> None:
        self.up.setIcon(self._icons.icon("up"))
        self.down.setIcon(self._icons.icon("down"))

    @property
    def inline(self) -> bool:
        """Tell whether both stand in one text."""
        return bool(self.way.currentData())

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

    def tell_places(self, at: int, count: int) -> None:
        """Say how many places differ, and at which one is looking."""
        words = ngettext("{n} place", "{n} places", count)
        if at >= 0 and count:
            words = _("{places} · {at} of {count}", places=words, at=at + 1, count=count)
        self.places.setText(words)
        for part in (self.up, self.down):
            part.setEnabled(count > 0)

    def _tell(self) -> None:
        one, other = self.old.currentData(), self.new.currentData()
        if one is not None and other is not None:
            self.wanted.emit(min(one, other), max(one, other))

"""A bar over two versions: the places that differ, steps from one to the next, and how both are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import button, label, named
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.gui.icons import Icons

_BUTTON = 34


class DifferenceBar(QWidget):
    """Emits steps from place to place, and that both shall be shown otherwise; who makes one lays it out."""

    stepped = Signal(int)
    shown = Signal()

    def __init__(self, icons: Icons, height: int) -> None:
        super().__init__()
        named(self, "compareBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(height)
        self._icons = icons
        self.places = label("", "muted")
        self.up = button("", lambda: self.stepped.emit(-1))
        self.down = button("", lambda: self.stepped.emit(1))
        for part, words, key in (
            (self.up, _("Difference before"), "P"),
            (self.down, _("Next difference"), "N"),
        ):
            part.setAccessibleName(words)
            part.setToolTip(f"{words} ({key})")
            part.setFixedWidth(_BUTTON)
        self.way = Choice(_("How versions are shown"))
        self.way.addItem(_("Side by side"), False)
        self.way.addItem(_("In one text"), True)
        self.way.setMinimumContentsLength(13)
        self.way.activated.connect(self.shown)
        icons.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.up.setIcon(self._icons.icon("arrow-up"))
        self.down.setIcon(self._icons.icon("arrow-down"))

    @property
    def inline(self) -> bool:
        """Tell whether both stand in one text."""
        return bool(self.way.currentData())

    def tell_places(self, at: int, count: int) -> None:
        """Say how many places differ, and at which one is looking."""
        words = ngettext("{n} place", "{n} places", count) if count else _("No differences")
        if at >= 0 and count:
            words = _("{places} · {at} of {count}", places=words, at=at + 1, count=count)
        self.places.setText(words)
        for part in (self.up, self.down):
            part.setEnabled(count > 0)

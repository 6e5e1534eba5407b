"""The bar over two versions in a review: since when, from which version to which, and the places that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.desk.reviewing import Since
from newsroom.gui.browser.times import near
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, label, named
from newsroom.gui.review.elided import Elided
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk.reviewing import Review
    from newsroom.domain.listing import Revision
    from newsroom.gui.icons import Icons

_HEIGHT = 46
_SINCE = {
    Since.APPROVED: N_("Changes since the last approval"),
    Since.STANDS: N_("Approved, and unchanged since"),
    Since.RETURNED: N_("Changes since it was returned"),
    Since.READ: N_("Changed while you were reading"),
    Since.NOTHING: N_("Not approved before"),
}


class ChangeBar(QWidget):
    """Emits steps from place to place, and that both shall be shown otherwise."""

    stepped = Signal(int)
    shown = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        named(self, "compareBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self._icons = icons
        self.title = label("", "head")
        self.versions = Elided()
        self.places = label("")
        self.up = button("", lambda: self.stepped.emit(-1))
        self.down = button("", lambda: self.stepped.emit(1))
        for part, words, key in (
            (self.up, _("Difference before"), "P"),
            (self.down, _("Next difference"), "N"),
        ):
            part.setAccessibleName(words)
            part.setToolTip(f"{words} ({key})")
            part.setFixedWidth(34)
        self.way = Choice(_("How versions are shown"))
        self.way.addItem(_("Side by side"), False)
        self.way.addItem(_("In one text"), True)
        self.way.setMinimumContentsLength(13)
        self.way.activated.connect(self.shown)
        self._lay_out()
        icons.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        row = across(self, 12)
        row.setContentsMargins(17, 0, 14, 0)
        row.addWidget(self.title)
        row.addWidget(self.versions)
        row.addStretch(1)
        for part in (self.places, self.up, self.down, self.way):
            row.addWidget(part)

    def _dress(self) -> None:
        self.up.setIcon(self._icons.icon("arrow-up"))
        self.down.setIcon(self._icons.icon("arrow-down"))

    @property
    def inline(self) -> bool:
        """Tell whether both stand in one text."""
        return bool(self.way.currentData())

    def show_review(self, review: Review, zone: str, now: datetime) -> None:
        """Say which two versions are beside each other, and why these."""
        base, newest = review.base, review.newest
        self.title.setText(_(_SINCE[base.since if base else Since.NOTHING]))
        words = [_version(base.revision, zone, now)] if base else []
        words.append(_version(newest, zone, now))
        self.versions.tell("    →    ".join(words))
        for part in (self.places, self.up, self.down, self.way):
            part.setVisible(base is not None and base.since is not Since.STANDS)

    def tell_places(self, at: int, count: int) -> None:
        """Say how many places differ, and at which one is looking."""
        words = ngettext("{n} place", "{n} places", count)
        if at >= 0 and count:
            words = _("{places} · {at} of {count}", places=words, at=at + 1, count=count)
        self.places.setText(words)
        for part in (self.up, self.down):
            part.setEnabled(count > 0)


def _version(revision: Revision, zone: str, now: datetime) -> str:
    time = near(revision.time, now, zone)
    return _("Version {n} ({time}, {person})", n=revision.version, time=time, person=revision.person)

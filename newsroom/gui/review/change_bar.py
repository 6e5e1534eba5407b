"""The bar over two versions in a review: since when, from which version to which, and the places that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.reviewing import Since
from newsroom.gui.browser.times import near
from newsroom.gui.comparing.difference_bar import DifferenceBar
from newsroom.gui.parts import across, label
from newsroom.gui.review.elided import Elided
from newsroom.translation import N_, _

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
    Since.WAITS: N_("Returned, and unchanged since"),
    Since.READ: N_("Changed while you were reading"),
    Since.NOTHING: N_("Not approved before"),
}
_SAME = frozenset({Since.STANDS, Since.WAITS})
"""Where both versions read the same, there is nothing to step through."""


class ChangeBar(DifferenceBar):
    """Says besides since when, and which two versions are beside each other."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, _HEIGHT)
        self.title = label("", "head")
        self.versions = Elided()
        self._lay_out()

    def _lay_out(self) -> None:
        row = across(self, 12)
        row.setContentsMargins(17, 0, 14, 0)
        row.addWidget(self.title)
        row.addWidget(self.versions)
        row.addStretch(1)
        for part in (self.places, self.up, self.down, self.way):
            row.addWidget(part)

    def show_review(self, review: Review, zone: str, now: datetime) -> None:
        """Say which two versions are beside each other, and why these."""
        base, newest = review.base, review.newest
        self.title.setText(_(_SINCE[base.since if base else Since.NOTHING]))
        same = base is None or base.since in _SAME
        words = [_version(one, zone, now) for one in ((base.revision, newest) if base else (newest,))]
        self.versions.tell("    →    ".join(dict.fromkeys(words)))
        for part in (self.places, self.up, self.down, self.way):
            part.setVisible(not same)


def _version(revision: Revision, zone: str, now: datetime) -> str:
    time = near(revision.time, now, zone)
    return _("Version {n} ({time}, {person})", n=revision.version, time=time, person=revision.person)

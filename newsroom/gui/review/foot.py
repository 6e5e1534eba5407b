"""The line under a review: embargo, planned time, and whether the journal holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from newsroom.domain.workflow import State
from newsroom.gui.browser.times import city, short
from newsroom.gui.parts import across, label, named, restyle
from newsroom.gui.theme.tokens import FOOT_HEIGHT
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk.reviewing import Review
    from newsroom.domain.article import Article
    from newsroom.translation import Message


class ReviewFoot(QWidget):
    """Facts that decide when a story may go out, and proof of its history."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "statusBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(FOOT_HEIGHT)
        self.embargo, self.planned = label(""), label("")
        self.proof = label("")
        row = across(self, 20)
        row.setContentsMargins(14, 0, 14, 0)
        for part in (self.embargo, self.planned):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.proof)

    def show_review(self, review: Review, zone: str) -> None:
        """Say until when the story is held, and for when it is planned."""
        article = review.article
        self.embargo.setText(_("Embargo: {time}", time=_held(article, zone)))
        time = article.publish_time
        planned = f"{short(time, zone)} {city(zone)}" if time else _open_time(article)
        self.planned.setText(_("Planned: {time}", time=planned))

    def wait(self) -> None:
        """Say that the journal is being verified."""
        self._say(_("Verifying the journal …"), "", "")

    def tell_proof(self, faults: Sequence[Message]) -> None:
        """Say whether the story's journal and versions are as they were written."""
        if not faults:
            self._say(_("Journal verified, unchanged"), "", "")
            return
        more = ngettext("{n} finding in the journal", "{n} findings in the journal", len(faults))
        self._say(f"{more}: {tell(faults[0])}", "over", "\n".join(map(tell, faults)))

    def _say(self, words: str, reach: str, more: str) -> None:
        self.proof.setText(words)
        self.proof.setToolTip(more)
        self.proof.setProperty("reach", reach)
        restyle(self.proof)


def _open_time(article: Article) -> str:
    return _("no time: reserve copy") if article.state is State.APPROVED else _("no time")


def _held(article: Article, zone: str) -> str:
    if article.embargo_line:
        return _("cannot be read")
    return f"{short(article.embargo, zone)} {city(zone)}" if article.embargo else _("none")

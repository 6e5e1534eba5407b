"""What happened to the open story: its saved versions, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.workflow import Transition
from newsroom.gui.browser.times import short
from newsroom.gui.panels.when_seen import WhenSeen
from newsroom.gui.parts import across, down, emptied, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.domain.listing import Revision
    from newsroom.gui.theme.tokens import Palette

ACTIONS = {
    "saved": N_("Saved"),
    "imported": N_("Imported"),
    "came-back": N_("Came back with changes"),
    "renewed": N_("Brought up to date with its file"),
    "merged": N_("Came back from another library"),
    "joined": N_("Joined with another story"),
    "joined-away": N_("Joined to another story, which goes on"),
    "approval-voided": N_("Edited, approval void"),
    "trashed": N_("Moved to the trash"),
    "restored": N_("Restored"),
    "undone": N_("Undone"),
    "refiled": N_("Filed anew"),
    "renamed": N_("Name changed in the catalogue"),
    "retimed": N_("Time changed"),
    Transition.SUBMIT.value: N_("Submitted"),
    Transition.RETURN.value: N_("Returned"),
    Transition.APPROVE.value: N_("Approved"),
    Transition.SCHEDULE.value: N_("Scheduled"),
    Transition.PUBLISH.value: N_("Published"),
    Transition.UPDATE.value: N_("Update begun"),
    Transition.CORRECT.value: N_("Correction begun"),
    Transition.WITHDRAW.value: N_("Withdrawn"),
    Transition.REWORK.value: N_("Back to draft"),
}
COLOURS = {
    "came-back": "accent",
    Transition.SUBMIT.value: "warn",
    Transition.RETURN.value: "bad",
    Transition.APPROVE.value: "good",
    Transition.PUBLISH.value: "accent",
    Transition.SCHEDULE.value: "accent",
    Transition.WITHDRAW.value: "bad",
}


class Dot(QWidget):
    """A coloured dot in front of an entry; its words say the same."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(12, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(1, 6, 9, 9)


class History(QWidget):
    """The list of versions."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._column = down(self, 12)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Revision, ...] = ()
        self._zone = "UTC"
        self._drawing = WhenSeen(self, self._draw)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self._drawing.ask()

    def show_all(self, revisions: tuple[Revision, ...], zone: str) -> None:
        """Show these versions, the newest first; the same again change nothing."""
        if (revisions, zone) != (self._shown, self._zone):
            self._shown, self._zone = revisions, zone
            self._drawing.ask()

    def _draw(self) -> None:
        emptied(self._column)
        for revision in sorted(self._shown, key=lambda one: one.version, reverse=True):
            self._column.addWidget(self._entry(revision))
        if not self._shown:
            self._column.addWidget(label(_("Not saved yet."), "muted"))

    def _entry(self, revision: Revision) -> QWidget:
        made = QWidget()
        row = across(made, 8)
        row.setContentsMargins(0, 0, 0, 0)
        dot = Dot(getattr(self._palette, COLOURS.get(revision.action, "off")))
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        column = down(gap=0)
        column.addWidget(label(_(ACTIONS.get(revision.action, revision.action))))
        version = _("version {n}", n=revision.version)
        about = (revision.person, short(revision.time, self._zone), version)
        column.addWidget(label(" · ".join(part for part in about if part), "tiny", wrap=True))
        if revision.note:
            column.addWidget(label(revision.note, "muted", wrap=True))
        row.addLayout(column, 1)
        return made

"""What happened to the open story: its saved versions, newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.timeline import said
from newsroom.domain.workflow import Transition
from newsroom.gui.browser.times import short
from newsroom.gui.panels.when_seen import WhenSeen
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.domain.listing import Revision
    from newsroom.gui.theme.tokens import Palette

SHOWN = 30
"""So many versions stand in the panel; the history shows all."""

COLOURS = {
    "came-back": "accent",
    "snapshot": "accent",
    "version-restored": "accent",
    "approval-voided": "bad",
    Transition.SUBMIT.value: "warn",
    Transition.RETURN.value: "bad",
    Transition.APPROVE.value: "good",
    Transition.PUBLISH.value: "accent",
    Transition.SCHEDULE.value: "accent",
    Transition.UNSCHEDULE.value: "muted",
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
    """The list of versions, the newest ones, each with the way to what it changed."""

    asked = Signal(int)
    """A version is to be looked at; 0 asks for the whole history."""

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
        if self._shown:
            words = _("History and comparison …")
            self._column.addWidget(button(words, partial(self.asked.emit, 0)))
        for revision in sorted(self._shown, key=lambda one: one.version, reverse=True)[:SHOWN]:
            self._column.addWidget(self._entry(revision))
        if len(self._shown) > SHOWN:
            more = len(self._shown) - SHOWN
            words = ngettext("{n} version more in the history", "{n} versions more in the history", more)
            self._column.addWidget(label(words, "muted", wrap=True))
        if not self._shown:
            self._column.addWidget(label(_("Not saved yet."), "muted"))

    def _entry(self, revision: Revision) -> QWidget:
        made = QWidget()
        row = across(made, 8)
        row.setContentsMargins(0, 0, 0, 0)
        dot = Dot(getattr(self._palette, COLOURS.get(revision.action, "off")))
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        column = down(gap=0)
        column.addWidget(label(said(revision.action)))
        about = (revision.person, short(revision.time, self._zone))
        line = across(gap=6)
        line.addWidget(label(" · ".join(part for part in about if part), "tiny", wrap=True), 1)
        way = button(_("version {n}", n=revision.version), partial(self.asked.emit, revision.version), "link")
        way.setToolTip(_("Show what this version changed"))
        line.addWidget(way)
        column.addLayout(line)
        if revision.note:
            column.addWidget(label(revision.note, "muted", wrap=True))
        row.addLayout(column, 1)
        return made

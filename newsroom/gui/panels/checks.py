"""The findings on the open story, each with its place, its fix and a way to dismiss it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from newsroom.domain.finding import Finding, Severity
from newsroom.gui.panels.when_seen import WhenSeen
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.icons import Icons


def icon_of(finding: Finding) -> str:
    """Give the icon's role: what is required stops, what is recommended warns."""
    return "bad" if finding.severity is Severity.REQUIRED else "warn"


def picture(icons: Icons, role: str, colour: str = "") -> QLabel:
    """Make the small icon in front of a finding, in its own colour or another."""
    made = label("")
    made.setFixedWidth(20)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    paint(made, icons, role, colour)
    return made


def paint(place: QLabel, icons: Icons, role: str, colour: str = "") -> None:
    """Put an icon into its place, in its own colour or another."""
    place.setPixmap(icons.pixmap(role, colour or role, 16))


class FindingCard(QFrame):
    """One finding with its ways on."""

    jumped = Signal(object)
    fixed = Signal(object)
    dismissed = Signal(object)

    def __init__(
        self, finding: Finding, icons: Icons, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", "card")
        self._finding = finding
        words = tell(finding.message)
        column = down(gap=2)
        column.addWidget(label(words, wrap=True))
        column.addLayout(self._ways(words, writable=writable))
        row = across(self, 6)
        row.setContentsMargins(10, 8, 10, 6)
        row.addWidget(picture(icons, icon_of(finding)))
        row.addLayout(column, 1)

    def _ways(self, words: str, *, writable: bool) -> QHBoxLayout:
        """Give a button for each way on; a story that can only be read has none but to look."""
        ways = across(gap=8)
        named = [button(_("Show"), self._jump, "link")]
        ways.addWidget(named[0])
        if writable and self._finding.fix is not None:
            fix = button(tell(self._finding.fix.label), self._fix, "link")
            fix.setAccessibleDescription(words)
            ways.addWidget(fix)
        if writable:
            named.append(button(_("Dismiss"), self._dismiss, "link"))
            ways.addWidget(named[1])
        ways.addStretch(1)
        for made in named:
            made.setAccessibleName(f"{made.text()}: {words}")
        return ways

    def _jump(self) -> None:
        self.jumped.emit(self._finding)

    def _fix(self) -> None:
        self.fixed.emit(self._finding)

    def _dismiss(self) -> None:
        self.dismissed.emit(self._finding)


AT_ONCE = 30
"""So many cards are shown; more are made when they are asked for, as each takes its time."""


class Checks(QWidget):
    """All findings, those that stop the story first."""

    jumped = Signal(object)
    fixed = Signal(object)
    dismissed = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[Finding, ...] = ()
        self._writable = True
        self._most = AT_ONCE
        self._column = down(self, 8)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._drawing = WhenSeen(self, self._draw)
        icons.changed.connect(self._drawing.ask)
        self._drawing.ask()

    def show_all(self, findings: Iterable[Finding], *, writable: bool) -> None:
        """Show these findings, to be mended where the story can be written; the same again change nothing."""
        ranked = tuple(sorted(findings, key=_rank))
        if (ranked, writable) != (self._shown, self._writable):
            self._shown, self._writable = ranked, writable
            self._drawing.ask()

    def _draw(self) -> None:
        emptied(self._column)
        for finding in self._shown[: self._most]:
            card = FindingCard(finding, self._icons, writable=self._writable)
            card.jumped.connect(self.jumped)
            card.fixed.connect(self.fixed)
            card.dismissed.connect(self.dismissed)
            self._column.addWidget(card)
        if not self._shown:
            self._column.addWidget(AllWell(self._icons))
        left = len(self._shown) - self._most
        if left > 0:
            words = ngettext("Show {n} more", "Show {n} more", min(left, AT_ONCE))
            self._column.addWidget(button(words, self._show_more))

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._draw()


def _rank(finding: Finding) -> tuple[bool, int, int]:
    return (finding.severity is not Severity.REQUIRED, finding.place.block, finding.place.start)


class AllWell(QWidget):
    """The line that stands where nothing was found."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._picture = icons, picture(icons, "good")
        row = across(self, 6)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture)
        row.addWidget(label(_("Nothing to report."), "muted"), 1)
        icons.changed.connect(self._dress)

    def _dress(self) -> None:
        paint(self._picture, self._icons, "good")

"""Stories whose headline is like the open one's, each a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from newsroom.gui.browser.times import short
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.gui.theme import type as faces
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.lookalike import Lookalike


class LookalikeCard(QFrame):
    """One lookalike: what it is, how like, and what to do about it."""

    opened = Signal(int)
    parted = Signal(str)

    def __init__(
        self, like: Lookalike, zone: str, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", "like")
        self._like = like
        headline = label(like.headline, wrap=True)
        headline.setFont(faces.serif(14))
        kind = label(_(like.kind.label), "warn")
        kind.setToolTip(_("Words in common: {words}", words=", ".join(like.shared)) if like.shared else "")
        facts = (short(like.time, zone), _(like.state.label), like.authors)
        about = label(" · ".join(part for part in facts if part), "tiny", wrap=True)
        column = down(self, 2)
        column.setContentsMargins(10, 8, 10, 6)
        column.addWidget(headline)
        row = across(gap=8)
        row.addWidget(about, 1)
        row.addWidget(kind)
        column.addLayout(row)
        column.addLayout(self._ways(writable=writable))

    def _ways(self, *, writable: bool) -> QHBoxLayout:
        ways = [button(_("Open"), self._open, "link")]
        if writable:
            ways.append(button(_("Not a duplicate"), self._part, "link"))
        row = across(gap=8)
        for made in ways:
            made.setAccessibleName(f"{made.text()}: {self._like.headline}")
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _open(self) -> None:
        self.opened.emit(self._like.id)

    def _part(self) -> None:
        self.parted.emit(self._like.uid)


class Lookalikes(QWidget):
    """The cards, or one quiet line where there is no lookalike."""

    opened = Signal(int)
    parted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = down(self, 8)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Lookalike, ...] | None = None
        self._writable = True
        self.show_all((), "UTC", writable=True)

    def show_all(self, likes: tuple[Lookalike, ...], zone: str, *, writable: bool) -> None:
        """Show these lookalikes, likest first; the same ones again change nothing."""
        if (likes, writable) == (self._shown, self._writable):
            return
        self._shown, self._writable = likes, writable
        emptied(self._column)
        for like in likes:
            card = LookalikeCard(like, zone, writable=writable)
            card.opened.connect(self.opened)
            card.parted.connect(self.parted)
            self._column.addWidget(card)
        if not likes:
            self._column.addWidget(label(_("None in the library."), "muted"))

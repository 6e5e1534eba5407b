"""Stories that are like the open one, each a card with why, and what was decided of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from newsroom.domain.lookalike import Verdict, reasons
from newsroom.gui.browser.times import short
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.gui.theme import type as faces
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QPushButton

    from newsroom.domain.lookalike import Decision, Lookalike

    Decided = Sequence[tuple[Decision, str]]

_MOST_SHARED = 6
_WHOLE = 100


def why(like: Lookalike) -> str:
    """Say why a story is alike."""
    words = ", ".join(map(_, reasons(like.kind, like.body)))
    return f"{words} ({like.share} %)" if like.body and like.share < _WHOLE else words


class LookalikeCard(QFrame):
    """One lookalike: what it is, why it is alike, and what to do about it."""

    opened = Signal(int)
    beside = Signal(int)
    compared = Signal(object)
    decided = Signal(object, object)

    def __init__(
        self, like: Lookalike, zone: str, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", "like")
        self._like = like
        headline = label(like.headline or _("No headline"), wrap=True)
        headline.setFont(faces.serif(14))
        facts = (_(like.state.label), short(like.time, zone), like.section, like.authors)
        column = down(self, 3)
        column.setContentsMargins(10, 8, 10, 6)
        column.addWidget(label(why(like), "warn", wrap=True))
        column.addWidget(headline)
        column.addWidget(label(" · ".join(part for part in facts if part), "tiny", wrap=True))
        if like.shared:
            words = _("Words in common: {words}", words=", ".join(like.shared[:_MOST_SHARED]))
            column.addWidget(label(words, "tiny", wrap=True))
        column.addLayout(self._row(self._looking()))
        if writable:
            column.addLayout(self._row(self._deciding()))

    def _looking(self) -> Iterator[QPushButton]:
        yield button(_("Compare"), self._compare, "link")
        yield button(_("Beside"), self._open_beside, "link")
        yield button(_("Open"), self._open, "link")

    def _deciding(self) -> Iterator[QPushButton]:
        for verdict, words in (
            (Verdict.NOT_A_DUPLICATE, _("Not a duplicate")),
            (Verdict.UPDATE_OF, _("Update of it")),
        ):
            yield button(words, partial(self._decide, verdict), "link")

    def _row(self, ways: Iterator[QPushButton]) -> QHBoxLayout:
        row = across(gap=8)
        for made in ways:
            made.setAccessibleName(f"{made.text()}: {self._like.headline}")
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _open(self) -> None:
        self.opened.emit(self._like.id)

    def _open_beside(self) -> None:
        self.beside.emit(self._like.id)

    def _compare(self) -> None:
        self.compared.emit(self._like)

    def _decide(self, verdict: Verdict, _checked: bool = False) -> None:
        self.decided.emit(self._like, verdict)


class DecidedLine(QWidget):
    """What was decided of another story, by whom and when, with the way back."""

    taken_back = Signal(object)

    def __init__(self, decision: Decision, headline: str, zone: str, *, writable: bool) -> None:
        super().__init__()
        self._decision = decision
        words = {
            Verdict.NOT_A_DUPLICATE: _("Not a duplicate: {headline}", headline=headline),
            Verdict.UPDATE_OF: _("Update: {headline}", headline=headline),
        }[decision.verdict]
        column = down(self, 0)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(label(words, "muted", wrap=True))
        row = across(gap=8)
        row.addWidget(label(f"{decision.person} · {short(decision.time, zone)}", "tiny"))
        if writable:
            row.addWidget(button(_("Undo"), self._take_back, "link"))
        row.addStretch(1)
        column.addLayout(row)

    def _take_back(self) -> None:
        self.taken_back.emit(self._decision)


class Lookalikes(QWidget):
    """The cards, or one quiet line where there is no lookalike; below what was decided."""

    opened = Signal(int)
    beside = Signal(int)
    compared = Signal(object)
    decided = Signal(object, object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = down(self, 8)
        whole.setContentsMargins(0, 0, 0, 0)
        self._column, self._below = down(gap=8), down(gap=0)
        whole.addLayout(self._column)
        whole.addLayout(self._below)
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
            card.beside.connect(self.beside)
            card.compared.connect(self.compared)
            card.decided.connect(self.decided)
            self._column.addWidget(card)
        if not likes:
            self._column.addWidget(label(_("None in the library."), "muted"))

    def show_decided(self, decided: Decided, zone: str, *, writable: bool) -> None:
        """Show what was decided of this story and others."""
        emptied(self._below)
        for decision, headline in decided:
            row = DecidedLine(decision, headline, zone, writable=writable)
            row.taken_back.connect(self.taken_back)
            self._below.addWidget(row)

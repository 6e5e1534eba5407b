"""Stories that are like the open one, each a card with why; below them what was decided of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from newsroom.domain.lookalike import PRIVATE, Verdict
from newsroom.gui.browser.times import short
from newsroom.gui.doubles.words import reason
from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.gui.theme import type as faces
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from newsroom.desk.doubles import Decided
    from newsroom.domain.lookalike import Lookalike

_MOST_SHARED = 8
_SHOWN = 6
Way = tuple[str, "Callable[[], None]"]


def _go(way: Callable[[], None], _checked: bool = False) -> None:
    way()


def _named(like: Lookalike) -> str:
    """Give what a like story is called; of another's draft no more is told than whose it is."""
    return _(PRIVATE, name=like.authors) if like.private else like.headline or _("No headline")


class LookalikeCard(QFrame):
    """One lookalike: why it is one, what it is, and what to do about it."""

    opened = Signal(int)
    beside = Signal(int)
    compared = Signal(int)
    decided = Signal(object, object)
    """The story, and what is decided of it and the open one."""

    def __init__(
        self, like: Lookalike, zone: str, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", "like")
        self._like = like
        headline = label(_named(like), wrap=True)
        headline.setFont(faces.serif(14))
        owner = "" if like.private else like.authors
        facts = (_(like.state.label), short(like.time, zone), like.section, owner)
        column = down(self, 3)
        column.setContentsMargins(10, 8, 10, 6)
        column.addWidget(label(reason(like), "warn", wrap=True))
        column.addWidget(headline)
        column.addWidget(label(" · ".join(part for part in facts if part), "tiny", wrap=True))
        if like.shared:
            words = ", ".join(like.shared[:_MOST_SHARED])
            column.addWidget(label(_("Words in common: {words}", words=words), "tiny", wrap=True))
        if not like.private:
            column.addLayout(self._row(self._looking()))
        if writable:
            column.addLayout(self._row(self._deciding()))

    def _looking(self) -> Sequence[Way]:
        story = self._like.id
        return (
            (_("Compare"), partial(self.compared.emit, story)),
            (_("Beside"), partial(self.beside.emit, story)),
            (_("Open"), partial(self.opened.emit, story)),
        )

    def _deciding(self) -> Sequence[Way]:
        other = (_("Not a duplicate"), partial(self.decided.emit, self._like, Verdict.NOT_A_DUPLICATE))
        update = (_("Update of it"), partial(self.decided.emit, self._like, Verdict.UPDATE_OF))
        return (other,) if self._like.private else (other, update)

    def _row(self, ways: Sequence[Way]) -> QHBoxLayout:
        row = across(gap=12)
        for words, way in ways:
            made = button(words, partial(_go, way), "link")
            made.setAccessibleName(f"{words}: {_named(self._like)}")
            row.addWidget(made)
        row.addStretch(1)
        return row


class DecidedLine(QWidget):
    """What was decided of another story, by whom and when, and the way back."""

    opened = Signal(int)
    taken_back = Signal(object)

    def __init__(self, told: Decided, zone: str, *, writable: bool) -> None:
        super().__init__()
        decision = told.decision
        words = {
            (Verdict.NOT_A_DUPLICATE, True): _("Not a duplicate of “{headline}”", headline=told.headline),
            (Verdict.UPDATE_OF, True): _("Update of “{headline}”", headline=told.headline),
            (Verdict.UPDATE_OF, False): _("Updated by “{headline}”", headline=told.headline),
        }[decision.verdict, told.updates or decision.verdict is Verdict.NOT_A_DUPLICATE]
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(words, "muted", wrap=True))
        row = across(gap=12)
        facts = (decision.person, short(decision.time, zone))
        row.addWidget(label(" · ".join(fact for fact in facts if fact), "tiny"))
        for name, way in (
            (_("Open"), partial(self.opened.emit, told.id)),
            *(((_("Take back"), partial(self.taken_back.emit, decision)),) if writable else ()),
        ):
            made = button(name, partial(_go, way), "link")
            made.setAccessibleName(f"{name}: {told.headline}")
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)


class Lookalikes(QWidget):
    """The cards, or one quiet line where there is no lookalike, and what was decided."""

    opened = Signal(int)
    beside = Signal(int)
    compared = Signal(int)
    decided = Signal(object, object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = down(self, 8)
        whole.setContentsMargins(0, 0, 0, 0)
        self._cards, self._lines = down(gap=8), down(gap=8)
        whole.addLayout(self._cards)
        whole.addLayout(self._lines)
        self._shown: tuple[Lookalike, ...] | None = None
        self._told: tuple[Decided, ...] = ()
        self._writable = True
        self.show_all((), "UTC", writable=True)

    def show_all(self, likes: tuple[Lookalike, ...], zone: str, *, writable: bool) -> None:
        """Show these lookalikes, likest first; the same ones again change nothing."""
        if (likes, writable) == (self._shown, self._writable):
            return
        self._shown, self._writable = likes, writable
        emptied(self._cards)
        self._add(likes[:_SHOWN], zone)
        if len(likes) > _SHOWN:
            words = _("{n} more", n=len(likes) - _SHOWN)
            more = button(words, None, "link")
            more.clicked.connect(partial(self._show_rest, more, likes[_SHOWN:], zone))
            self._cards.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not likes:
            self._cards.addWidget(label(_("None in the library."), "muted"))

    def _show_rest(
        self, more: QPushButton, likes: Sequence[Lookalike], zone: str, _checked: bool = False
    ) -> None:
        more.hide()
        more.deleteLater()
        self._add(likes, zone)

    def _add(self, likes: Sequence[Lookalike], zone: str) -> None:
        for like in likes:
            card = LookalikeCard(like, zone, writable=self._writable)
            for name in ("opened", "beside", "compared", "decided"):
                getattr(card, name).connect(getattr(self, name))
            self._cards.addWidget(card)

    def show_decided(self, told: tuple[Decided, ...], zone: str, *, writable: bool) -> None:
        """Show what was decided of the open story and others."""
        if told == self._told:
            return
        self._told = told
        emptied(self._lines)
        for one in told:
            made = DecidedLine(one, zone, writable=writable)
            made.opened.connect(self.opened)
            made.taken_back.connect(self.taken_back)
            self._lines.addWidget(made)

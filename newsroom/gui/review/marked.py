"""What is marked on the cards of lists and boards: legal blocks, void approvals, second eyes; and who has a story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.reviewing import Signs
    from newsroom.domain.approved import SecondLook
    from newsroom.domain.card import StoryCard
    from newsroom.gui.tasks import Tasks

_TOGETHER = 40
_MINUTE = 30_000
_MOST = 4_000
"""So many cards are remembered; then those that are seen are asked for again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a card: icon, colour of the palette, words."""

    icon: str
    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a story beside its card."""

    voided: bool = False
    blocked: bool = False
    holder: str = ""


NOTHING = About()


class Marked(QObject):
    """Asks the desk, off the window's thread, for the cards that are painted; emits when it knows more."""

    changed = Signal()
    due_changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._known: dict[tuple[int, int], About] = {}
        self._stale: set[tuple[int, int]] = set()
        self._wanted: dict[tuple[int, int], StoryCard] = {}
        self.due: dict[int, SecondLook] = {}
        self._soon = AfterPause(self._ask, _TOGETHER, self, limit=2 * _TOGETHER)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._tick)

    def of(self, card: StoryCard) -> Mark | None:
        """Give the gravest mark of a card; what is not known yet is asked for, and painted then."""
        about, look = self._about(card), self.due.get(card.id)
        if about.blocked:
            return Mark("law", "bad", _("Legal block"))
        if look is not None:
            return Mark(
                "eyes", "bad" if self.late(look) else "warn", left_words(look.due, self._desk.clock())
            )
        return Mark("warn", "bad", _("Approval void")) if about.voided else None

    def holder(self, card: StoryCard) -> str:
        """Give the name of the person whom a story was given to, or nothing."""
        return self._about(card).holder

    def _about(self, card: StoryCard) -> About:
        key = (card.id, card.version)
        known = self._known.get(key)
        if known is None or key in self._stale:
            self._stale.discard(key)
            self._wanted[key] = card
            self._soon.ask()
        return known or NOTHING

    def refresh(self) -> None:
        """Ask anew for what is seen, and show meanwhile what was known."""
        self._stale = set(self._known)
        self.changed.emit()

    def late(self, look: SecondLook) -> bool:
        """Tell whether the time for second eyes has passed."""
        return look.due < self._desk.clock()

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, {}
        if wanted:
            cards = tuple(wanted.values())
            self._tasks.read(partial(self._desk.reviewing.signs, cards), partial(self._know, tuple(wanted)))

    def _know(self, asked: tuple[tuple[int, int], ...], signs: Signs) -> None:
        if len(self._known) > _MOST:
            self._known.clear()
        found = {
            key: About(key[0] in signs.voided, key[0] in signs.blocked, signs.holders.get(key[0], ""))
            for key in asked
        }
        news = any(self._known.get(key, NOTHING) != about for key, about in found.items())
        self._known |= found
        if news:
            self.changed.emit()

    # Second eyes

    def look(self) -> None:
        """Ask where second eyes are due."""
        self._tasks.read(self._desk.approval.looks_due, self._take)

    def _take(self, looks: tuple[SecondLook, ...]) -> None:
        due = {look.card.id: look for look in looks}
        (self._clock.start if due else self._clock.stop)()
        if due != self.due:
            self.due = due
            self.due_changed.emit()
            self.changed.emit()

    def _tick(self) -> None:
        """Show how the time runs, and what others looked at."""
        self.look()
        self.due_changed.emit()
        self.changed.emit()


def left_words(due: datetime, now: datetime) -> str:
    """Say how long there is until something is due, or for how long it has been."""
    minutes = int((due - now).total_seconds() // 60)
    if minutes >= 0:
        return ngettext("Second eyes: {n} min", "Second eyes: {n} min", minutes)
    return ngettext("Second eyes: {n} min late", "Second eyes: {n} min late", -minutes)

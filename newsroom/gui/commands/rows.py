"""What the palette offers: rows under headings, each with what it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from newsroom.gui.actions.actions import key_text
from newsroom.gui.actions.table import MENUS
from newsroom.gui.browser.times import short
from newsroom.text.choosing import choose
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.domain.card import StoryCard
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.browser.places import Place

MOST = 8
"""So many rows of a kind are offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: its words, a quiet word at its end, what it does; a heading does nothing."""

    words: str
    run: Callable[[], None] | None = None
    detail: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    icon: QIcon = field(default_factory=QIcon)


def under(heading: str, rows: Sequence[Offer]) -> list[Offer]:
    """Give rows under a heading, or nothing where there are none."""
    return [Offer(heading), *rows] if rows else []


def actions(made: Actions, but: str) -> list[Offer]:
    """Give every action that is possible now, but one, with its menu's words where it has a submenu."""
    return [
        Offer(_said(entry.submenu, entry.text), made[entry.id].trigger, key_text(entry.key), (), made[entry.id].icon())
        for entries in MENUS.values()
        for entry in entries
        if entry.id != but and made[entry.id].isEnabled()
    ]  # fmt: skip


def _said(submenu: str, text: str) -> str:
    words = _(text).replace("&", "")
    return f"{_(submenu)}: {words}" if submenu else words


def place(one: Place, go: Callable[[], None]) -> Offer:
    """Give a place of the sidebar."""
    return Offer(one.title, go, str(one.count) if one.count else "")


def story(
    card: StoryCard, zone: str, go: Callable[[], None], marks: tuple[tuple[int, int], ...] = ()
) -> Offer:
    """Give a story with its section, state and time."""
    told = (card.section, _(card.state.label), short(card.publish_time, zone))
    return Offer(card.headline or _("No headline"), go, " · ".join(filter(None, told)), marks)


def chosen(asked: str, rows: Sequence[Offer], most: int = MOST) -> list[Offer]:
    """Give the rows that are meant by what was typed, best first, what was typed marked in them."""
    from dataclasses import replace

    return [
        replace(rows[choice.number], marks=choice.marks)
        for choice in choose(asked, [row.words for row in rows], most)
    ]

"""The cards of notes in the margin beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.notes.card import NoteCard, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.gui.editor.margin import Margin
    from newsroom.gui.editor.text_edit import TextEdit

SOURCE = "notes"
MOST = 40
"""So many cards stand in the margin at most, those nearest to what is seen."""


class Beside:
    """Shows open notes in the margin, where the page is wide enough for one."""

    def __init__(self, margin: Margin, made: Callable[[NoteCard], None]) -> None:
        self._margin, self._made = margin, made
        self._cards: dict[str, NoteCard] = {}

    def card(self, name: str) -> NoteCard | None:
        """Give the card of a note, where it can be seen."""
        return self._cards.get(name) if self._margin.shown else None

    def show_all(self, shown: Iterable[tuple[Shown, TextEdit, int]]) -> None:
        """Show notes beside their positions."""
        rows: list[tuple[NoteCard, TextEdit, int]] = []
        cards: dict[str, NoteCard] = {}
        for one, edit, position in shown:
            card = self._cards.get(one.note.id)
            if card is None:
                card = NoteCard(one)
                card.resized.connect(self._margin.place)
                self._made(card)
            card.show_note(one)
            cards[one.note.id] = card
            rows.append((card, edit, position))
        self._cards = cards
        self._margin.show_cards(SOURCE, rows)
        self._margin.place_now()

    def light(self, name: str) -> None:
        """Let the card of a note stand out."""
        for one, card in self._cards.items():
            card.light(one == name)

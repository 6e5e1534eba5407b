"""The panel's page of all notes of the open story: open ones in the order of the text, then the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from newsroom.gui.notes.card import NoteCard, Shown
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QShowEvent

    from newsroom.domain.notes import Note

MOST = 40
"""So many cards are made at first; more where they are asked for."""


class NotesPage(QWidget):
    """Cards of notes under each other."""

    made = Signal(object)
    """A card was made, which its owner connects."""
    add_asked = Signal()
    all_asked = Signal()
    changed = Signal()
    """More or fewer notes shall be shown, or the page is seen again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, NoteCard] = {}
        self._most = MOST
        self.told = label("", "muted", wrap=True)
        self.resolved = QCheckBox(_("Show resolved notes"))
        self.add = button(_("Add note"), self.add_asked.emit, "link")
        self.all = button(_("Notes of all stories …"), self.all_asked.emit, "link")
        self.more = button(_("Show more"), self._show_more, "link")
        self.resolved.toggled.connect(self.changed)
        ways = across(gap=4)
        for way in (self.add, self.all):
            ways.addWidget(way)
        ways.addStretch(1)
        self._rows = down(gap=8)
        column = down(self, 8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(ways)
        column.addWidget(self.told)
        column.addWidget(self.resolved)
        column.addLayout(self._rows)
        column.addWidget(self.more)

    def card(self, name: str) -> NoteCard | None:
        """Give the card of a note, where it is shown."""
        return self._cards.get(name)

    def show_all(self, notes: Iterable[Note], shown: Callable[[Note], Shown]) -> None:
        """Show notes in this order; cards that stand already are kept. Nothing happens while nobody sees it."""
        if not self.isVisible():
            return
        every = tuple(notes)
        done = sum(note.resolved for note in every)
        wanted = [note for note in every if self.resolved.isChecked() or not note.resolved]
        self._tell(len(every) - done, done)
        self.more.setVisible(len(wanted) > self._most)
        self._lay([shown(note) for note in wanted[: self._most]])

    def showEvent(self, event: QShowEvent) -> None:
        """Have the notes shown as they are now."""
        super().showEvent(event)
        self.changed.emit()

    def _tell(self, waiting: int, done: int) -> None:
        parts = [ngettext("{n} open note", "{n} open notes", waiting)] if waiting or done else []
        parts += [ngettext("{n} resolved", "{n} resolved", done)] if done else []
        hint = _("No notes. Select words and press Ctrl+Alt+M to write one.")
        self.told.setText(" · ".join(parts) or hint)
        self.resolved.setVisible(bool(done))

    def _lay(self, wanted: list[Shown]) -> None:
        """Put the cards into this order, making those that are missing and dropping those that are gone."""
        if [one.note.id for one in wanted] == list(self._cards):
            for one in wanted:
                self._cards[one.note.id].show_note(one)
            return
        names = {one.note.id for one in wanted}
        for name in [name for name in self._cards if name not in names]:
            gone = self._cards.pop(name)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, one in enumerate(wanted):
            card = self._cards.get(one.note.id)
            if card is None:
                card = self._cards[one.note.id] = NoteCard(one, quoting=True)
                self.made.emit(card)
            card.show_note(one)
            if self._rows.indexOf(card) != place:
                self._rows.insertWidget(place, card)
        self._cards = {one.note.id: self._cards[one.note.id] for one in wanted}

    def light(self, name: str) -> None:
        """Let the card of a note stand out."""
        for one, card in self._cards.items():
            card.light(one == name)

    def _show_more(self) -> None:
        self._most += MOST
        self.changed.emit()

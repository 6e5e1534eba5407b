"""Notes and the other views of a story, as the house's script draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.notes import Reply, answered, resolved
from newsroom.gui.notes.desk_notes import PAGE, DeskNotes
from newsroom.gui.views.beside import Beside
from newsroom.gui.views.focus import Focus
from newsroom.gui.views.reading import PROOF, READING, OtherViews

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_WORDS = (
    (3, "Quelle? Agentur oder eigenes Gespräch?"),
    (12, "Das hatten wir anders. Bitte vor dem Druck noch einmal nachfragen."),
    (20, "Ganzer Satz raus?"),
)
_LONG = 6


class Views:
    """Goes into each view of an open story and leaves the one before it."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._program, self._wait = program, wait
        self._wiring, self._window = program.wiring, program.window
        self._noted = False

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {
            "notes": self._notes,
            "notes-beside": self._notes_beside,
            "focus": self._focus,
            "reading": self._reading,
            "proof": self._proof,
            "beside": self._beside,
        }

    def _write_notes(self) -> None:
        if self._noted:
            return
        self._noted = True
        notes, edit = self._wiring.feature(DeskNotes), self._wiring.editor.body_edit
        long = [word for word in edit.toPlainText().split() if len(word) > _LONG]
        for place, words in _WORDS:
            edit.setTextCursor(edit.document().find(long[place]))
            edit.setFocus()
            notes.writer.add()
            notes.writer.take(words)
            notes.writer.end(keep=True)
        self._answer()
        edit.setTextCursor(edit.document().find(long[_WORDS[0][0]]))
        notes.refresh()

    def _answer(self) -> None:
        """Answer the first note, resolve the last."""
        book, now = self._wiring.editor.notes, self._wiring.desk.clock()
        first, *_others, last = book.notes
        book.put(answered(first, Reply("Rike Jansen", now, "Liegt vor, kommt gleich.")))
        book.put(resolved(last))

    def _notes(self) -> None:
        self._write_notes()
        self._window.panel.show_page(PAGE)

    def _notes_beside(self) -> None:
        self._write_notes()
        self._window.columns.show_story_alone(True)
        self._wiring.feature(DeskNotes).refresh()

    def _focus(self) -> None:
        self._window.columns.show_story_alone(False)
        self._wiring.feature(Focus).enter()

    def _reading(self) -> None:
        self._wiring.feature(Focus).leave()
        self._wiring.feature(OtherViews).toggle(READING)

    def _proof(self) -> None:
        views = self._wiring.feature(OtherViews)
        views.toggle(PROOF)
        self._wait(views.proof_shown)

    def _beside(self) -> None:
        self._wiring.feature(OtherViews).leave()
        beside, story = self._wiring.feature(Beside), self._wiring.session.article
        assert story is not None
        cards = self._wiring.desk.lists.page().items
        beside.open(next(card.id for card in cards if card.id != story.id))
        self._wait(lambda: beside.viewer is not None)

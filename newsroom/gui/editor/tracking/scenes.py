"""Tracked changes, as the house's script draws them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.inline import text
from newsroom.domain.ledger import Ledger
from newsroom.gui.editor.tracking.feature import PAGE, Tracking
from newsroom.gui.editor.tracking.hand import TrackingHand
from newsroom.gui.editor.tracking.reading import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_WORDS = (
    "Die Reederei hat am Mittwoch erklärt, dass die Fähre nach Lindholm wieder ablegt, sobald der Wind nachlässt.",
    "„Das ist erst der Anfang“, sagte die Hafenmeisterin. Sie rechnet mit zwei Fahrten am Tag.",
    "Beobachter sehen das anders.",
)
_MINE = (("Mittwoch", "Donnerstag"), ("hat ", ""), ("anders.", "anders. Einzelheiten nannten sie nicht."))
_THEIRS = (("erst ", ""), ("zwei", "drei"))


class TrackedScenes:
    """Changes of two people in a new story, which nobody keeps."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._wait = wait
        self._wiring, self._window = program.wiring, program.window

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {"changes": self._marked, "changes-hidden": self._hidden}

    def _marked(self) -> None:
        self._wiring.session.begin()
        self._wait(lambda: self._wiring.session.article is not None and not self._wiring.session.article.id)
        editor = self._wiring.editor
        editor.headline.set_text("Fähre nach Lindholm legt wieder ab")
        editor.body_edit.set_body(Body(tuple(Paragraph(text(words)) for words in _WORDS)))
        desk = self._wiring.desk
        other = Ledger("Kurt Lange", now=lambda: desk.clock() - timedelta(hours=1))
        other.changes = editor.changes.ledger.changes
        self._write(other, _THEIRS)
        self._write(editor.changes.ledger, _MINE)
        tracking = self._wiring.feature(Tracking)
        tracking.toggle()
        tracking.refresh()
        self._window.panel.show_page(PAGE)
        self._wait(lambda: tracking.page.list.count() > 1)

    def _write(self, ledger: Ledger, changes: tuple[tuple[str, str], ...]) -> None:
        edit = self._wiring.editor.body_edit
        hand = TrackingHand(edit, ledger)
        for old, new in changes:
            hand.insert(edit.document().find(old), new)

    def _hidden(self) -> None:
        self._wiring.feature(Tracking).view(View.HIDDEN)
        self._wait(lambda: self._wiring.editor.look.hides_changes)

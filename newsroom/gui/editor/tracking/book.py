"""The tracked changes of the open story: who writes, whether it is tracked, and which changes stand in the text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import Change, change_ids
from newsroom.domain.ledger import Ledger
from newsroom.gui.editor.hand import PlainHand
from newsroom.gui.editor.tracking.hand import TrackingHand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content
    from newsroom.gui.editor.text_edit import TextEdit


def _now() -> datetime:
    return datetime.now(UTC)


class ChangeBook:
    """Keeps every change it has seen since the story was opened, for undo can bring its marks back."""

    def __init__(self, edits: Iterable[TextEdit]) -> None:
        self._edits = tuple(edits)
        self._author = ""
        self._clock: Callable[[], datetime] = _now
        self._known: dict[int, tuple[Block, frozenset[str]]] = {}
        self._hues: dict[str, int] = {}
        self.ledger = Ledger("")
        self.tracks = False

    def sign(self, author: str, clock: Callable[[], datetime]) -> None:
        """Say who writes, and by which clock."""
        self._author, self._clock = author, clock

    def open(self, changes: Iterable[Change]) -> None:
        """Take the changes of a story that is opened; nothing is tracked until that is asked for."""
        self.ledger = Ledger(self._author, changes, self._clock)
        self._known.clear()
        self._hues = {self._author: 0}
        self.track(False)

    def track(self, on: bool) -> None:
        """Track what is written from now on, or write plainly."""
        self.tracks = on
        for edit in self._edits:
            edit.hand = TrackingHand(edit, self.ledger) if on else PlainHand(edit)

    def hue(self, name: str) -> int:
        """Give the number of an author's colour: 0 for who writes, then as they come."""
        change = self.ledger.changes.get(name)
        author = change.author if change is not None else ""
        return self._hues.setdefault(author, len(self._hues))

    def settle(self, lead: Content, body: Body) -> tuple[Change, ...]:
        """Give the changes that stand in a text as it is now."""
        if not self.ledger.changes:
            return ()
        ids = set(change_ids(Body((Paragraph(lead),))))
        known = {}
        for block in body.blocks:
            found = self._known.get(id(block))
            if found is None or found[0] is not block:
                found = (block, change_ids(Body((block,))))
            known[id(block)] = found
            ids |= found[1]
        self._known = known
        return self.ledger.standing(ids)

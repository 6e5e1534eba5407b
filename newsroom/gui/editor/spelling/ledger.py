"""What is known about the spelling of each block of a field; a block that changed is to be asked about again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.gui.editor.spelling.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from newsroom.gui.editor.spelling.wording import Wording
    from newsroom.text.spelling import Doubt


@dataclass(eq=False, slots=True)
class Entry:
    """What is known about one block: its doubts, in positions of the block, and whether they are of its text now."""

    doubts: tuple[Doubt, ...] = ()
    fresh: bool = False


class Ledger(QObject):
    """Keeps an entry for each block of one field's document, in step with every change."""

    changed = Signal()
    """The text changed: something is to be asked about."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.edit = edit
        self._document = edit.document()
        self.entries = [Entry() for _ in range(self._document.blockCount())]
        self._undone = 0
        self._document.documentLayout()  # without a layout a document tells of no change
        self._document.contentsChange.connect(self._follow)

    def spoil(self) -> None:
        """Ask about every block again; what is shown stays until the answer."""
        self.entries = [Entry(entry.doubts) for entry in self.entries]

    def clear(self) -> None:
        """Know nothing any more."""
        self.entries = [Entry() for _ in range(self._document.blockCount())]

    def stale(self, first: int = 0, last: int | None = None) -> Iterator[tuple[Entry, Wording]]:
        """Give the entries that are to be asked about among some blocks, with their text."""
        end = len(self.entries) if last is None else last + 1
        for number in range(first, min(end, len(self.entries))):
            entry = self.entries[number]
            if not entry.fresh:
                yield entry, wording(self._document.findBlockByNumber(number))

    def of(self, block: QTextBlock) -> tuple[Doubt, ...]:
        """Give the doubts of a block."""
        number = block.blockNumber()
        return self.entries[number].doubts if 0 <= number < len(self.entries) else ()

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Put new entries for the blocks between the edges of a change; in one block, words around it stay marked.

        Undo and redo of a step that joined blocks tell of too narrow a change: after these all is asked again.
        """
        count = self._document.blockCount()
        undone, self._undone = self._undone, self._document.availableRedoSteps()
        first = self._document.findBlock(position)
        number = max(first.blockNumber(), 0)
        if undone != self._undone and count != len(self.entries):
            self.clear()
        elif (
            count == len(self.entries) and position + max(removed, added) < first.position() + first.length()
        ):
            shifted = _shifted(self.entries[number].doubts, position - first.position(), removed, added)
            self.entries[number] = Entry(shifted)
        else:
            self._splice(number, position + added, count)
        self.changed.emit()

    def _splice(self, first: int, end: int, count: int) -> None:
        block = self._document.findBlock(min(end, self._document.characterCount() - 1))
        last = max(block.blockNumber(), first)
        grown = count - len(self.entries)
        self.entries[first : max(last + 1 - grown, first)] = [Entry() for _ in range(first, last + 1)]


def _shifted(doubts: tuple[Doubt, ...], at: int, removed: int, added: int) -> tuple[Doubt, ...]:
    """Give the doubts that a change inside a block did not touch, where they stand now."""
    kept: list[Doubt] = []
    for doubt in doubts:
        if doubt.end < at:
            kept.append(doubt)
        elif doubt.start > at + removed:
            by = added - removed
            kept.append(replace(doubt, start=doubt.start + by, end=doubt.end + by))
    return tuple(kept)

"""A long body put into a text piece by piece, so that the window answers in between; one undo takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Box, Table, block_text
from newsroom.gui.editor.bridge.properties import Kind, kind_of
from newsroom.gui.editor.inserting import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from newsroom.domain.body import Block
    from newsroom.gui.editor.text_edit import TextEdit

HEAVIEST = 120
"""So many short blocks, or what takes as long, are put in without a pause."""

_LETTERS = 400
"""So many letters take as long as a block by itself."""


def slices(body: Body) -> tuple[Body, ...]:
    """Give a body in pieces of about the same weight; a block is never cut."""
    return tuple(map(Body, _pieces(body)))


def _pieces(body: Body) -> Iterator[tuple[Block, ...]]:
    held: list[Block] = []
    weight = 0
    for block in body.blocks:
        heavy = _weight(block)
        if held and weight + heavy > HEAVIEST:
            yield tuple(held)
            held, weight = [], 0
        held.append(block)
        weight += heavy
    yield tuple(held)


def _weight(block: Block) -> int:
    parts = sum(map(len, block.rows)) if isinstance(block, Table) else len(getattr(block, "blocks", ()))
    return 1 + parts + len(block_text(block)) // _LETTERS if isinstance(block, Table | Box) else _light(block)


def _light(block: Block) -> int:
    return 1 + len(block_text(block)) // _LETTERS


class SlicedWriting(QObject):
    """Puts pieces in at a place, one each turn of the window; keys that are pressed meanwhile follow after."""

    ended = Signal()

    def __init__(self, edit: TextEdit, place: QTextCursor, pieces: tuple[Body, ...]) -> None:
        super().__init__(edit)
        self._edit, self._place = edit, place
        self._pieces = list(pieces)
        self._keys: list[QKeyEvent] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Put the first piece in at once, the others when the window is idle."""
        self._edit.key_takers.insert(0, self._hold)
        put(self._edit, self._place, self._pieces.pop(0), goes_on=True)
        self._timer.start(0)

    def _hold(self, event: QKeyEvent) -> bool:
        self._keys.append(event.clone())
        return True

    def _go_on(self) -> None:
        if not self._pieces:
            self.stop()
            self.ended.emit()
            return
        step = QTextCursor(self._edit.document())
        step.joinPreviousEditBlock()
        try:
            if kind_of(self._place.blockFormat()) is not Kind.FILLER:
                self._edit.hand.split(self._place, Kind.PARAGRAPH)
            self._edit.hand.put(self._place, self._pieces.pop(0))
        finally:
            step.endEditBlock()

    def stop(self) -> None:
        """Put nothing more in and give back the keys that were pressed."""
        self._timer.stop()
        if self._hold in self._edit.key_takers:
            self._edit.key_takers.remove(self._hold)
        keys, self._keys = self._keys, []
        for key in keys:
            QCoreApplication.postEvent(self._edit, key)

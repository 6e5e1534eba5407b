"""Notes on the clipboard: cut or copied text takes its notes along, into another story too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsroom.domain.note_places import spans
from newsroom.domain.notes import as_values, from_values

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from newsroom.domain.body import Body
    from newsroom.domain.notes import Notes
    from newsroom.gui.notes.book import NoteBook

MIME = "application/x-newsroom-notes"


class Carrier:
    """Packs the notes of what is copied and takes in those of what is pasted."""

    def __init__(self, book: NoteBook) -> None:
        self._book = book

    def pack(self, body: Body, data: QMimeData) -> None:
        """Add the notes that stand in a copied body, for nobody but ourselves."""
        names = {name for block in body.blocks for name, _start, _end in spans(block)}
        notes = self._book.carried(names)
        if notes:
            data.setData(MIME, json.dumps([as_values(note) for note in notes]).encode())

    def take_in(self, data: QMimeData) -> bool:
        """Know the notes of what is about to be pasted, and leave the paste itself to others."""
        if data.hasFormat(MIME):
            self._book.carry(unpacked(bytes(data.data(MIME).data())))
        return False


def unpacked(data: bytes) -> Notes:
    """Give the notes that were packed; none where the bytes are not ours."""
    try:
        return tuple(from_values(entry) for entry in json.loads(data))
    except (ValueError, TypeError, RecursionError):
        return ()

"""The entries of the page's changes in reading order, and where in the fields they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.change_list import Entry, entries, has_changes
from newsroom.domain.marks import TRACKED, Marks
from newsroom.gui.editor.bridge.properties import Prop, marks_of
from newsroom.gui.editor.editing import blocks_in, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextCursor

    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import TextEdit


class Row(NamedTuple):
    """An entry and the field it stands in."""

    edit: TextEdit
    entry: Entry

    def cursor(self) -> QTextCursor:
        """Give a cursor over where the entry begins."""
        return self.edit.select(self.entry.block, self.entry.start, self.entry.end)


class Roll:
    """Finds the changes of the page."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor = editor
        self.rows: tuple[Row, ...] = ()

    def find(self) -> None:
        """Find the changes as they stand now."""
        known = self._editor.changes.ledger.changes
        if not known:
            self.rows = ()
            return
        lead, text = self._editor.edits
        found = (
            (lead, entries(Body((Paragraph(lead.content()),)), known)),
            (text, entries(text.body(), known)),
        )
        self.rows = tuple(Row(edit, entry) for edit, several in found for entry in several)

    def authors(self) -> tuple[str, ...]:
        """Give who changed something, each once, in order."""
        return tuple(dict.fromkeys(row.entry.author for row in self.rows))

    def by(self, author: str) -> frozenset[str]:
        """Give the ids of all changes of an author."""
        return frozenset(name for row in self.rows if row.entry.author == author for name in row.entry.ids)

    def around(self, ids: frozenset[str]) -> frozenset[str]:
        """Give ids together with those of the entries that they belong to."""
        found = (row.entry.ids for row in self.rows if not ids.isdisjoint(row.entry.ids))
        return ids | frozenset(name for several in found for name in several)

    def beside(self, edit: TextEdit, step: int) -> Row | None:
        """Give the next entry after the caret of a field, or the one before it; round at the end."""
        if not self.rows:
            return None
        order = {field: place for place, field in enumerate(self._editor.edits)}
        here = (order[edit], edit.textCursor().position())
        places = [((order[row.edit], row.cursor().selectionStart()), row) for row in self.rows]
        beyond = [row for place, row in places if (place > here if step > 0 else place < here)]
        if not beyond:
            return self.rows[0 if step > 0 else -1]
        return beyond[0 if step > 0 else -1]


def ids_at(cursor: QTextCursor) -> frozenset[str]:
    """Give the changes in a selection, or at the caret."""
    return frozenset(
        mark.value
        for marks in _marks_at(cursor)
        if has_changes(marks)
        for mark in marks
        if mark.kind in TRACKED
    )


def _marks_at(cursor: QTextCursor) -> Iterator[Marks]:
    from PySide6.QtGui import QTextCursor

    wide = QTextCursor(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        wide.setPosition(max(start - 1, cursor.block().position()))
        wide.setPosition(
            min(end + 1, cursor.block().position() + cursor.block().length() - 1), wide.MoveMode.KeepAnchor
        )
    for _start, _end, form, _kind in stretches(wide):
        yield marks_of(form)
    for block in blocks_in(cursor):
        last = block.position() + block.length() - 1
        if start <= last <= end:
            yield marks_of(block.blockFormat(), Prop.END_MARKS)

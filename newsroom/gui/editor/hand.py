"""The hand that writes into a story: the one way its text is changed, so that a change can be tracked.

Keys, paste, fixes, replacements and tool bar all go through the hand of the field they change. `Hand` is what
is asked of one; `PlainHand` changes the text as it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QTextCursor

from newsroom.gui.editor import editing
from newsroom.gui.editor.borders import walled
from newsroom.gui.editor.bridge import insert

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlockFormat

    from newsroom.domain.body import Body
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.bridge.properties import Kind
    from newsroom.gui.editor.text_edit import TextEdit


class Reach(StrEnum):
    """How far a key takes text away."""

    BACK = "back"
    AHEAD = "ahead"
    WORD_BACK = "word-back"
    WORD_AHEAD = "word-ahead"
    LINE_AHEAD = "line-ahead"


WAYS = {
    Reach.BACK: QTextCursor.MoveOperation.PreviousCharacter,
    Reach.AHEAD: QTextCursor.MoveOperation.NextCharacter,
    Reach.WORD_BACK: QTextCursor.MoveOperation.PreviousWord,
    Reach.WORD_AHEAD: QTextCursor.MoveOperation.NextWord,
    Reach.LINE_AHEAD: QTextCursor.MoveOperation.EndOfBlock,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cursor is in its paragraph, as the final text has it."""

    form: QTextBlockFormat
    starts: bool
    empty: bool


class Hand(Protocol):
    """Changes the text of one field; a cursor handed in stands behind what was written afterwards."""

    def spot(self, cursor: QTextCursor) -> Spot:
        """Tell where a cursor is; what is struck counts as gone."""

    def type(self, text: str) -> None:
        """Put typed text in the place of the field's selection, with the marks that are typed now."""

    def erase(self, reach: Reach) -> None:
        """Take away the field's selection, or what a key reaches."""

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put text in the place of a selection; it looks like the first word that it replaces."""

    def remove(self, cursor: QTextCursor) -> None:
        """Take a selection away."""

    def put(self, cursor: QTextCursor, body: Body) -> None:
        """Put a body in the place of a selection."""

    def split(self, cursor: QTextCursor, kind: Kind) -> None:
        """End the block at a cursor and begin one of a kind, in the place of a selection."""

    def change_marks(self, cursor: QTextCursor, change: Callable[[Marks], Marks]) -> None:
        """Send the marks of a selection through a function."""

    def set_kind(self, cursor: QTextCursor, kind: Kind, *, level: int = 0, ordered: bool = False) -> None:
        """Turn the blocks of a selection into a kind."""


class PlainHand:
    """Changes the text and leaves no trace but in the undo history."""

    def __init__(self, edit: TextEdit) -> None:
        self._edit = edit

    def spot(self, cursor: QTextCursor) -> Spot:
        """Tell where a cursor is in its block."""
        return Spot(cursor.blockFormat(), cursor.atBlockStart(), not cursor.block().text())

    def type(self, text: str) -> None:
        """Put typed text in the place of the field's selection."""
        cursor = self._edit.textCursor()
        form = self._edit.typing_format()
        if editing.spans(cursor):
            with editing.one_look(cursor, self._edit.look):
                cursor.insertText(text, form)
        else:
            cursor.insertText(text, form)
        self._edit.setTextCursor(cursor)

    def erase(self, reach: Reach) -> None:
        """Take away the field's selection, or what a key reaches."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() and walled(cursor, back=reach in {Reach.BACK, Reach.WORD_BACK}):
            return
        with editing.one_look(cursor, self._edit.look):
            _erase(cursor, reach)
        self._edit.setTextCursor(cursor)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put text in the place of a selection, as one undo step."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        with editing.one_look(cursor, self._edit.look):
            cursor.setPosition(min(start + 1, end))
            form = cursor.charFormat()  # the first word's, not that of what stands before it
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text, form)

    def remove(self, cursor: QTextCursor) -> None:
        """Take a selection away, as one undo step."""
        with editing.one_look(cursor, self._edit.look):
            cursor.removeSelectedText()

    def put(self, cursor: QTextCursor, body: Body) -> None:
        """Put a body in the place of a selection, as one undo step."""
        document, look = cursor.document(), self._edit.look
        number = document.findBlock(cursor.selectionStart()).blockNumber()
        with editing.one_step(document):
            insert(cursor, body, look)
            for block in (document.findBlockByNumber(number), cursor.block()):
                editing.dress(block, look)  # words that stood there may have come into another kind

    def split(self, cursor: QTextCursor, kind: Kind) -> None:
        """End the block at a cursor and begin one of a kind."""
        editing.split(cursor, self._edit.look, kind)

    def change_marks(self, cursor: QTextCursor, change: Callable[[Marks], Marks]) -> None:
        """Send the marks of a selection through a function, as one undo step."""
        editing.change_marks(cursor, self._edit.look, change)

    def set_kind(self, cursor: QTextCursor, kind: Kind, *, level: int = 0, ordered: bool = False) -> None:
        """Turn the blocks of a selection into a kind, as one undo step."""
        editing.set_kind(cursor, self._edit.look, kind, level=level, ordered=ordered)


def _erase(cursor: QTextCursor, reach: Reach) -> None:
    if not cursor.hasSelection() and reach is Reach.BACK:
        cursor.deletePreviousChar()
    elif not cursor.hasSelection() and reach is Reach.AHEAD:
        cursor.deleteChar()
    else:
        if not cursor.hasSelection():
            cursor.movePosition(WAYS[reach], QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

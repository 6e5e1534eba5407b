"""Characters that no key types: spaces that hold together, hyphens, dashes, the quotation marks of the language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.text.typing import Manner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.gui.room import Room

SIGNS = {
    "no-break-space": "\u00a0",
    "narrow-space": "\u202f",
    "soft-hyphen": "\u00ad",
    "no-break-hyphen": "\u2011",
    "en-dash": "–",
    "em-dash": "—",
    "ellipsis": "…",
}


class Signs(QObject):
    """Puts characters where the caret is, in any field of the page."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its actions do."""
        return {
            **{name: partial(self._type, sign) for name, sign in SIGNS.items()},
            "quote-marks": self.quote,
        }

    def _type(self, sign: str, _checked: bool = False) -> None:
        field = self._room.editor.focused()
        if field.isReadOnly():
            return
        if isinstance(field, TextEdit):
            field.hand.type(sign)
            field.ensureCursorVisible()
        else:
            field.insertPlainText(sign)

    def quote(self, _checked: bool = False) -> None:
        """Put the selection between quotation marks, or the caret between two that are empty."""
        field = self._room.editor.focused()
        if field.isReadOnly():
            return
        marks = self._manner().marks
        cursor = field.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        with one_step(field.document()):
            for place, mark in ((end, marks.close), (start, marks.open)):
                field.setTextCursor(_at(field.textCursor(), place))
                self._type(mark)
        field.setTextCursor(_at(field.textCursor(), end + 1))
        if end > start:
            field.moveCursor(QTextCursor.MoveOperation.NextCharacter)

    def _manner(self) -> Manner:
        story, house = self._room.session.article, self._room.desk.house
        language = story.spoken_language if story else ""
        return Manner(language or house.language, house.quotes, frozenset())


def _at(cursor: QTextCursor, position: int) -> QTextCursor:
    cursor.setPosition(position)
    return cursor

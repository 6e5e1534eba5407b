"""Puts the text of a snippet in the place of its abbreviation, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from newsroom.domain.body import plain_text
from newsroom.domain.inline import LineBreak
from newsroom.domain.snippet import CURSOR, filled, meant
from newsroom.gui.editor import clipboard
from newsroom.gui.editor.bridge import read_selection
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.typing.behind import behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from newsroom.domain.body import Body
    from newsroom.domain.inline import Content
    from newsroom.gui.editor.line_field import LineField
    from newsroom.gui.editor.typing.afterthought import Afterthought
    from newsroom.gui.editor.typing.behind import Behind

Values = dict[str, str]


class Expander:
    """Knows the snippets and the keys that expand them; both may be changed at any time."""

    def __init__(self, edit: LineField | TextEdit, afterthought: Afterthought) -> None:
        self._edit, self._afterthought = edit, afterthought
        self.snippets: Mapping[str, Body] = {}
        self.key = "off"
        self.values: Callable[[], Values] = dict
        edit.key_takers.append(self._take)

    def _take(self, event: QKeyEvent) -> bool:
        """Expand by Tab; tell whether there was something to expand."""
        if event.key() != Qt.Key.Key_Tab or event.modifiers() or self.key not in {"tab", "both"}:
            return False
        if self._edit.isReadOnly() or self._edit.textCursor().hasSelection() or not self.snippets:
            return False
        return self._expand(behind(self._edit.textCursor()), 0)

    def by_space(self, read: Behind) -> bool:
        """Expand by the space that was just typed, which stays; tell whether there was something to expand."""
        return self.key in {"space", "both"} and read.text[-1:] == " " and self._expand(read, 1)

    def _expand(self, read: Behind, spaces: int) -> bool:
        words = read.text[: len(read.text) - spaces]
        found = meant(words, "" if spaces else self._ahead(), self.snippets)
        if not found:
            return False
        span = read.span(len(words) - len(found), len(words))
        self._put(span, filled(self.snippets[found], {**self.values(), "selection": ""}), spaces)
        return True

    def _ahead(self) -> str:
        cursor = self._edit.textCursor()
        return "" if cursor.atBlockEnd() else cursor.document().characterAt(cursor.position())

    def insert(self, body: Body) -> None:
        """Put a snippet in the place of the selection, which its field may hold."""
        cursor = self._edit.textCursor()
        chosen = self._chosen(cursor)
        span = (cursor.selectionStart(), cursor.selectionEnd())
        self._put(span, filled(body, {**self.values(), **({} if chosen else {"selection": ""})}, chosen), 0)

    def _chosen(self, cursor: QTextCursor) -> Content:
        if not cursor.hasSelection():
            return ()
        return clipboard.flat(read_selection(cursor), LineBreak())

    def _put(self, span: tuple[int, int], body: Body, spaces: int) -> None:
        with self._afterthought.step() as cursor:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
            end = self._write(cursor, body)
            mark = cursor.document().find(CURSOR, span[0])
            if mark.isNull() or mark.selectionEnd() > end:
                cursor.setPosition(end + spaces)
                self._edit.setTextCursor(cursor)
            else:
                self._remove(mark)
                self._edit.setTextCursor(mark)

    def _write(self, cursor: QTextCursor, body: Body) -> int:
        """Write a body in the place of a selection and give the place behind it."""
        if not isinstance(self._edit, TextEdit):
            cursor.insertText(clipboard.one_line(plain_text(body)))
            return cursor.position()
        self._edit.setTextCursor(cursor)
        self._edit.insert_body(body)
        return self._edit.textCursor().position()

    def _remove(self, mark: QTextCursor) -> None:
        if isinstance(self._edit, TextEdit):
            self._edit.hand.remove(mark)
        else:
            mark.removeSelectedText()

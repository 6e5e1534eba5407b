"""Reacts to what is typed into one field: snippets, Markdown's signs, typography, each a step of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.marks import BOLD, ITALIC
from newsroom.gui.editor.borders import area_of
from newsroom.gui.editor.bridge.properties import Kind, kind_of
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.typing.afterthought import Afterthought
from newsroom.gui.editor.typing.behind import behind
from newsroom.gui.editor.typing.expander import Expander
from newsroom.gui.editor.typing_keys import in_table
from newsroom.text.signs import FIRST, LONGEST_START, Start, beginning, emphasis
from newsroom.text.typing import Manner, typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.marks import Mark, Marks
    from newsroom.gui.editor.line_field import LineField
    from newsroom.gui.editor.typing.behind import Behind
    from newsroom.text.signs import Beginning, Emphasis
    from newsroom.text.typing import Edit

_CALM = frozenset({Kind.PARAGRAPH, Kind.FILLER})
_MADE = {
    Start.QUOTE: (Kind.QUOTE, False),
    Start.BULLETS: (Kind.ITEM, False),
    Start.NUMBERS: (Kind.ITEM, True),
    Start.CROSSHEAD: (Kind.CROSSHEAD, False),
}
_TELLING = frozenset("\"'´`‘‹-")
"""What may stand before a letter that tells more about it."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What typing into a story makes: its typography, and which signs of Markdown are read."""

    manner: Manner = field(default_factory=lambda: Manner(""))
    blocks: bool = True
    marks: bool = True


class Typist:
    """Follows the typing in one field; `habits` may be changed at any time."""

    def __init__(self, edit: LineField | TextEdit) -> None:
        self.habits = Habits()
        self._edit = edit
        self.afterthought = Afterthought(edit)
        edit.key_takers.append(self.afterthought.take)
        self.expander = Expander(edit, self.afterthought)
        edit.reactions.append(self._react)
        edit.line_endings.append(self._conclude)

    def _react(self, _edit: object, text: str) -> None:
        cursor = self._edit.textCursor()
        if not text or self._tells_nothing(cursor, text):
            return
        read = behind(cursor)
        if read.pieces and not (self.expander.by_space(read) or self._begins(read) or self._emphasises(read)):
            self._typeset(read)

    def _conclude(self) -> None:
        """Read a line that is about to end as if a space had ended its last word."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            return
        read = behind(cursor)
        if read.pieces:
            ended = read.ended()
            if not self._emphasises(ended):
                self._typeset(ended)

    def _tells_nothing(self, cursor: QTextCursor, text: str) -> bool:
        """Tell at once of most letters that nothing becomes of them."""
        if not text[-1].isalnum():
            return False
        before = cursor.position() - len(text) - 1
        return before < 0 or cursor.document().characterAt(before) not in _TELLING

    # Markdown

    def _begins(self, read: Behind) -> bool:
        """Make a quote, list or crosshead of the paragraph whose start was typed."""
        edit, words = self._edit, read.text
        if not isinstance(edit, TextEdit) or edit.single or not self.habits.blocks:
            return False
        cursor = edit.textCursor()
        size = cursor.positionInBlock()
        if size > LONGEST_START or len(words) != size or in_table(cursor):
            return False
        if kind_of(cursor.blockFormat()) not in _CALM:
            return False
        found = beginning(words, _start_before(cursor), self.habits.manner.language)
        if found is None:
            return False
        with self.afterthought.step():
            if found.takes_the_one_before:
                self._begin(edit, cursor.block().previous().position(), len(FIRST), found)
            self._begin(edit, edit.textCursor().block().position(), size, found)
        return True

    def _begin(self, edit: TextEdit, at: int, size: int, found: Beginning) -> None:
        """Take away the sign at the start of a block and make the block what it says."""
        kind, ordered = _MADE[found.start]
        sign = _over(edit.textCursor(), at, at + size)
        edit.hand.remove(QTextCursor(sign))
        sign.setPosition(at)
        edit.hand.set_kind(sign, kind, level=found.level, ordered=ordered)

    def _emphasises(self, read: Behind) -> bool:
        found = emphasis(read.text) if self.habits.marks else None
        if found is None or not isinstance(self._edit, TextEdit):
            return False
        with self.afterthought.step():
            self._emphasise(self._edit, read, found)
        return True

    def _emphasise(self, edit: TextEdit, read: Behind, found: Emphasis) -> None:
        """Mark the words, then take the signs away, the last first."""
        cursor = edit.textCursor()
        mark = BOLD if found.bold else ITALIC
        words = read.span(found.start + found.sign, found.end - found.sign)
        edit.hand.change_marks(_over(cursor, *words), _with(mark))
        for start in (found.end - found.sign, found.start):
            edit.hand.remove(_over(cursor, *read.span(start, start + found.sign)))

    # Typography

    def _typeset(self, read: Behind) -> None:
        words = read.text
        edits = typeset(words, self.habits.manner)
        if edits:
            with self.afterthought.step() as cursor:
                for edit in reversed(edits):
                    self._replace(cursor, read, edit, at_caret=edit.end == len(words))

    def _replace(self, cursor: QTextCursor, read: Behind, edit: Edit, *, at_caret: bool) -> None:
        place = _over(cursor, *read.span(edit.start, edit.end))
        field = self._edit
        if not isinstance(field, TextEdit):
            place.insertText(edit.text)
        elif edit.text:
            field.hand.insert(place, edit.text)
        else:
            field.hand.remove(place)
        if at_caret:
            place.clearSelection()
            field.setTextCursor(place)


def _start_before(cursor: QTextCursor) -> str:
    """Give how the paragraph before a cursor's starts, as many characters as a first number has."""
    block = cursor.block().previous()
    calm = block.isValid() and kind_of(block.blockFormat()) in _CALM
    if not calm or area_of(block) is not area_of(cursor.block()) or block.length() <= len(FIRST) + 1:
        return ""
    return behind(_over(cursor, block.position(), block.position() + len(FIRST))).text


def _over(cursor: QTextCursor, start: int, end: int) -> QTextCursor:
    made = QTextCursor(cursor)
    made.setPosition(start)
    made.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return made


def _with(mark: Mark) -> Callable[[Marks], Marks]:
    return lambda marks: marks | {mark}

"""Spaces minded where words are cut out of a field, put into it or dragged; one Backspace leaves them as they were.

Undo takes cut or paste back whole, as word processors do.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Paragraph, block_text
from newsroom.domain.inline import Run, normal
from newsroom.gui.editor.bridge.properties import OBJECT_CHARACTER
from newsroom.gui.editor.typing.behind import ahead, behind
from newsroom.text.seams import GAPS, closed_up, gaps, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QTextEdit

_WHOLE = "application/x-newsroom-whole-words"
_MOST = 100_000
"""What is longer is no part of a paragraph."""


class Seams:
    """Minds the spaces of one field while it is on; remove takes a selection of the field away."""

    def __init__(self, field: QTextEdit, remove: Callable[[QTextCursor], None]) -> None:
        self._field, self._remove = field, remove
        self.on = False
        self._made: tuple[int, int, Callable[[], None]] | None = None
        """Revision and caret after the spaces were minded, and what leaves them as they were."""

    # Out

    def cut(self) -> None:
        """Take the selection away, and of two spaces that would meet there one."""
        chosen = self._field.textCursor()
        span = (chosen.selectionStart(), chosen.selectionEnd())
        wider = self.wider(chosen)
        minded = span != (wider.selectionStart(), wider.selectionEnd())
        self._field.setTextCursor(wider)
        self._remove(wider)
        if minded:
            self._remember(partial(self._cut_as_told, span))

    def wider(self, chosen: QTextCursor) -> QTextCursor:
        """Give a selection with the space that is to go with it."""
        start, end = chosen.selectionStart(), chosen.selectionEnd()
        made = QTextCursor(chosen)
        if not self.on or start == end:
            return made
        first, last = closed_up(_before(chosen), chosen.selectedText(), _behind(chosen))
        letter = chosen.document().characterAt
        start -= bool(first) and letter(start - 1) in GAPS
        end += bool(last) and letter(end) in GAPS
        return _over(made, start, end)

    def _cut_as_told(self, span: tuple[int, int]) -> None:
        self._field.undo()
        chosen = _over(self._field.textCursor(), *span)
        self._field.setTextCursor(chosen)
        self._remove(chosen)

    # In

    def whole(self, chosen: QTextCursor) -> bool:
        """Tell whether a selection is whole words, which alone are given spaces where they go."""
        return whole(_before(chosen), chosen.selectedText(), _behind(chosen))

    def note(self, data: QMimeData, chosen: QTextCursor) -> None:
        """Note on what is copied whether it is whole words."""
        if self.whole(chosen):
            data.setData(_WHOLE, b"1")

    def gaps(self, place: QTextCursor, words: str) -> tuple[str, str]:
        """Give the spaces that whole words need in the place of a selection."""
        return gaps(_before(place), words, _behind(place)) if self.on else ("", "")

    @contextmanager
    def parted(self, body: Body, place: QTextCursor, *, whole: bool) -> Iterator[Body]:
        """Give a body, where it is but whole words, with the spaces it needs in a place; it is put there inside."""
        lead, trail = self.gaps(place, words) if whole and (words := _words_of(body)) else ("", "")
        end = QTextCursor(place)
        end.setPosition(place.selectionEnd())
        start = QTextCursor(end)
        start.setKeepPositionOnInsert(True)
        yield _spaced(body, lead, trail) if lead or trail else body
        if self._field.textCursor().position() == end.position():
            self.pasted(start.position() if lead else None, end.position() - 1 if trail else None)

    def pasted(self, lead: int | None, trail: int | None) -> None:
        """Remember where spaces were put beside what was pasted, the caret standing behind it."""
        places = [place for place in (trail, lead) if place is not None]
        letter = self._field.document().characterAt
        if places and all(letter(place) == " " for place in places):
            self._remember(partial(self._without, places))

    def _without(self, places: list[int]) -> None:
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        for place in places:
            self._remove(_over(cursor, place, place + 1))
        cursor.endEditBlock()

    # Back

    def _remember(self, undo: Callable[[], None]) -> None:
        self._made = (*self._now(), undo)

    def _now(self) -> tuple[int, int]:
        return self._field.document().revision(), self._field.textCursor().position()

    def take(self, event: QKeyEvent) -> bool:
        """Leave the spaces as they were where Backspace was pressed at once; tell whether it was."""
        if event.key() != Qt.Key.Key_Backspace or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        made, self._made = self._made, None
        if made is None or made[:2] != self._now() or self._field.textCursor().hasSelection():
            return False
        made[2]()
        return True


def _words_of(body: Body) -> str:
    """Give the words of a body that flows into the text around it, else nothing."""
    flows = len(body.blocks) == 1 and isinstance(body.blocks[0], Paragraph)
    return block_text(body.blocks[0]) if flows else ""


def _spaced(body: Body, lead: str, trail: str) -> Body:
    (block,) = body.blocks
    assert isinstance(block, Paragraph)
    return Body((replace(block, content=normal((Run(lead), *block.content, Run(trail)))),))


def whole_words(data: QMimeData, words: str, own: str) -> bool:
    """Tell whether the words that were copied are whole: as noted by ourselves, else where there are several."""
    if data.hasFormat(_WHOLE) or data.hasFormat(own):
        return data.hasFormat(_WHOLE)
    return len(words) < _MOST and len(words.split(None, 1)) > 1


def _before(cursor: QTextCursor) -> str:
    at = QTextCursor(cursor)
    at.setPosition(cursor.selectionStart())
    return behind(at).text.replace(OBJECT_CHARACTER, "")


def _behind(cursor: QTextCursor) -> str:
    at = QTextCursor(cursor)
    at.setPosition(cursor.selectionEnd())
    return ahead(at).text.replace(OBJECT_CHARACTER, "")


def _over(cursor: QTextCursor, start: int, end: int) -> QTextCursor:
    made = QTextCursor(cursor)
    made.setPosition(start)
    made.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return made

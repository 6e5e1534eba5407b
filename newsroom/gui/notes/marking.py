"""The marks of notes in a field's text: putting them on, taking them off.

A note is no change of the text, so that its marks are put on without the hand that tracks changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.inline import Anchor
from newsroom.domain.marks import Mark, MarkKind
from newsroom.gui.editor.bridge import insert
from newsroom.gui.editor.bridge.properties import Prop
from newsroom.gui.editor.bridge.reading import fragments
from newsroom.gui.editor.editing import blocks_in, change_marks, one_step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.editor.text_edit import TextEdit


def stretch(edit: TextEdit) -> QTextCursor:
    """Give what a new note is about: the selection, the word at the caret, or the caret alone."""
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    if not cursor.selectedText().strip():
        cursor = QTextCursor(edit.textCursor())
        cursor.setPosition(cursor.position())
    return cursor


def put_on(edit: TextEdit, cursor: QTextCursor, name: str) -> None:
    """Mark a stretch as a note's, or put its anchor at a point, as one undo step."""
    if not cursor.hasSelection():
        insert(QTextCursor(cursor), Body((Paragraph((Anchor(name),)),)), edit.look)
        return
    mark = Mark(MarkKind.NOTE, name)
    change_marks(cursor, edit.look, lambda marks: marks | {mark})


def take_off(edit: TextEdit, stretches: Iterable[QTextCursor], name: str) -> None:
    """Take a note's marks and anchors off stretches of a field, as one undo step."""
    mark = Mark(MarkKind.NOTE, name)
    with one_step(edit.document()):
        for cursor in stretches:
            if cursor.hasSelection():
                change_marks(cursor, edit.look, lambda marks: marks - {mark})
            for anchor in _anchors(cursor, name):
                anchor.removeSelectedText()


def _anchors(cursor: QTextCursor, name: str) -> list[QTextCursor]:
    """Give the anchors of a note in the blocks of a stretch, last first."""
    found: list[QTextCursor] = []
    for block in blocks_in(cursor):
        for fragment in fragments(block):
            stored = fragment.charFormat().stringProperty(Prop.OBJECT)
            if stored and json.loads(stored).get("anchor") == name:
                one = QTextCursor(block)
                one.setPosition(fragment.position())
                one.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                found.append(one)
    return found[::-1]

"""Marks and kinds of what is selected in a field, as tool bar, keys and palette ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.marks import MarkKind
from newsroom.gui.editor import editing
from newsroom.gui.editor.bridge.looks import char_format
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of, marks_of

if TYPE_CHECKING:
    from newsroom.domain.marks import Mark
    from newsroom.gui.editor.text_edit import TextEdit

_KEPT = frozenset({MarkKind.NOTE, MarkKind.INSERTED, MarkKind.DELETED, MarkKind.FORMATTED})


def toggle_mark(edit: TextEdit, mark: Mark) -> None:
    """Put a mark on the selection or take it off where all of it has it; else on what is typed next."""
    if edit.isReadOnly():
        return
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        marks = marks_of(edit.currentCharFormat())
        wanted = editing.toggled(marks, mark, on=mark not in marks)
        edit.setCurrentCharFormat(char_format(edit.look, edit.kind()[0], wanted))
        return
    on = mark not in editing.common_marks(cursor)
    edit.hand.change_marks(cursor, lambda marks: editing.toggled(marks, mark, on=on))


def clear_marks(edit: TextEdit) -> None:
    """Take emphasis and links off the selection; notes and tracked changes stay."""
    edit.hand.change_marks(edit.textCursor(), lambda marks: frozenset(m for m in marks if m.kind in _KEPT))


def set_kind(edit: TextEdit, kind: Kind, *, ordered: bool = False, level: int = 0) -> None:
    """Turn the blocks of the selection into a kind; asking for what they are makes them paragraphs."""
    if edit.isReadOnly() or edit.single:
        return
    form = edit.hand.spot(edit.textCursor()).form
    level = max(level, 1) if kind is Kind.CROSSHEAD else level
    same = kind_of(form) is kind
    if kind is Kind.ITEM:
        same = same and form.boolProperty(Prop.ORDERED) == ordered
    elif kind is Kind.CROSSHEAD:
        same = same and form.intProperty(Prop.LEVEL) == level
    if same and kind is not Kind.PARAGRAPH:
        kind, level = Kind.PARAGRAPH, 0
    edit.hand.set_kind(edit.textCursor(), kind, level=level, ordered=ordered)

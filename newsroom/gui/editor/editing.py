"""Small verbs for editing a story's document: marks over a stretch, the kind of a block, one undo step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsroom.domain.body import Crosshead, ListItem
from newsroom.domain.marks import NONE, MarkKind, Marks, without
from newsroom.gui.editor.bridge.looks import block_format, char_format, list_format
from newsroom.gui.editor.bridge.properties import Inset, Kind, Prop, kind_of, kind_of_block, marks_of
from newsroom.gui.editor.bridge.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextDocument

    from newsroom.domain.body import TextBlock
    from newsroom.domain.marks import Mark
    from newsroom.gui.editor.look import EditorLook

CHANGEABLE = frozenset({Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.QUOTE, Kind.ITEM, Kind.FILLER})
"""The kinds of blocks that one key turns into each other."""
_BOUNDED = frozenset({MarkKind.LINK, MarkKind.NOTE, MarkKind.INSERTED})


@contextmanager
def one_step(document: QTextDocument) -> Iterator[QTextCursor]:
    """Give a cursor whose edits are undone as one; the step is closed whatever happens inside."""
    caret = QTextCursor(document)
    field = document.parent()
    if isinstance(field, QTextEdit):  # undo takes the caret to where the step was begun
        caret.setPosition(field.textCursor().position())
    caret.beginEditBlock()
    try:
        yield QTextCursor(document)
    finally:
        caret.endEditBlock()


@contextmanager
def one_look(cursor: QTextCursor, look: EditorLook) -> Iterator[None]:
    """Let words that come into another block, where blocks are joined inside, look like that one's; one undo step."""
    document = cursor.document()
    before = document.blockCount()
    cursor.beginEditBlock()
    try:
        yield
        if document.blockCount() < before:
            dress(cursor.block(), look)
    finally:
        cursor.endEditBlock()


def spans(cursor: QTextCursor) -> bool:
    """Tell whether a selection reaches over the end of a block."""
    document = cursor.document()
    return document.findBlock(cursor.selectionStart()) != document.findBlock(cursor.selectionEnd())


def blocks_in(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Give the blocks that a selection touches, or the one the cursor is in."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        yield block
        block = block.next()


def at_edge(cursor: QTextCursor, *, up: bool) -> bool:
    """Tell whether the cursor stands in the first line of its document as shown, or in the last."""
    block = cursor.block()
    if (block.previous() if up else block.next()).isValid():
        return False
    layout = block.layout()
    line = layout.lineForTextPosition(cursor.positionInBlock()).lineNumber()
    return line <= 0 if up else line >= layout.lineCount() - 1


def stretches(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat, Kind]]:
    """Give start, end, format and block kind of each evenly formatted stretch in the selection."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in blocks_in(cursor):
        kind = kind_of(block.blockFormat())
        for fragment in fragments(block):
            start = max(fragment.position(), first)
            end = min(fragment.position() + fragment.length(), last)
            if start < end:
                yield start, end, fragment.charFormat(), kind


def change_marks(cursor: QTextCursor, look: EditorLook, change: Callable[[Marks], Marks]) -> None:
    """Send the marks of the selected text through a function, as one undo step."""
    todo = [stretch for stretch in stretches(cursor) if stretch[2].objectType() != Inset.PICTURE]
    with one_step(cursor.document()) as hand:
        for start, end, form, kind in todo:
            _apply(hand, start, end, restyled(form, look, kind, change(marks_of(form))))


def set_marks(cursor: QTextCursor, look: EditorLook, marks: Marks) -> None:
    """Give the selected text, which lies in one block, these marks."""
    for start, end, form, kind in list(stretches(cursor)):
        _apply(cursor, start, end, restyled(form, look, kind, marks))


def _apply(hand: QTextCursor, start: int, end: int, form: QTextCharFormat) -> None:
    hand.setPosition(start)
    hand.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    hand.setCharFormat(form)


def restyled(form: QTextCharFormat, look: EditorLook, kind: Kind, marks: Marks) -> QTextCharFormat:
    """Give the format of a stretch anew for a kind of block and marks; what object it is stays."""
    if form.objectType() == Inset.PICTURE:
        return form
    made = char_format(look, kind, marks)
    if form.hasProperty(Prop.OBJECT):
        made.setProperty(Prop.OBJECT, form.stringProperty(Prop.OBJECT))
        made.setObjectType(form.objectType())
    return made


def common_marks(cursor: QTextCursor) -> Marks:
    """Give the marks that all of the selected text carries."""
    found = [marks_of(form) for _, _, form, _ in stretches(cursor)]
    return frozenset.intersection(*found) if found else NONE


def toggled(marks: Marks, mark: Mark, *, on: bool) -> Marks:
    """Give marks with one of them put on or taken off; a link takes the place of another."""
    kept = without(marks, mark.kind)
    return kept | {mark} if on else kept


def typing_marks(marks: Marks, cursor: QTextCursor) -> Marks:
    """Give the marks that typed text takes over.

    Never those of a deletion or a format change; a link, a note and an insertion go on inside only.
    """
    kept = without(marks, MarkKind.DELETED, MarkKind.FORMATTED)
    if cursor.hasSelection():
        return kept
    beyond = NONE if cursor.atBlockEnd() else _marks_behind(cursor)
    before = NONE if cursor.atBlockStart() else marks_of(cursor.charFormat())
    return frozenset(mark for mark in kept if mark.kind not in _BOUNDED or mark in beyond & before)


def _marks_behind(cursor: QTextCursor) -> Marks:
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return marks_of(ahead.charFormat())


def split(cursor: QTextCursor, look: EditorLook, kind: Kind) -> None:
    """Split the block: what stood at its end, a tracked mark too, goes with the second half."""
    cursor.beginEditBlock()
    try:
        cursor.removeSelectedText()
        form = cursor.blockFormat()
        at_end = cursor.atBlockEnd()
        end, boxed = marks_of(form, Prop.END_MARKS), form.boolProperty(Prop.BOXED)
        level, ordered = form.intProperty(Prop.LEVEL), form.boolProperty(Prop.ORDERED)
        if end:
            form.setProperty(Prop.END_MARKS, "")
            cursor.setBlockFormat(form)
        kind = kind if at_end or kind_of(form) is not Kind.CROSSHEAD else Kind.CROSSHEAD
        kind = Kind.PARAGRAPH if kind is Kind.FILLER else kind
        same = kind is kind_of(form)
        made = block_format(
            look, kind, level=level if same else 0, ordered=ordered and same, end=end, boxed=boxed
        )
        if same and kind is Kind.ITEM:
            made.setObjectIndex(form.objectIndex())
        cursor.insertBlock(made)
        if at_end:
            cursor.setBlockCharFormat(char_format(look, kind, NONE))
    finally:
        cursor.endEditBlock()


def set_kind(
    cursor: QTextCursor, look: EditorLook, kind: Kind, *, level: int = 0, ordered: bool = False
) -> None:
    """Turn the blocks of the selection into a kind, as one undo step; tables and pictures stay."""
    chosen = [block.blockNumber() for block in blocks_in(cursor) if may_turn(block)]
    with one_step(cursor.document()) as hand:
        for number in chosen:
            _turn(hand, number, look, kind, level, ordered=ordered)


def may_turn(block: QTextBlock) -> bool:
    """Tell whether a block can become one of another kind."""
    return kind_of(block.blockFormat()) in CHANGEABLE and QTextCursor(block).currentTable() is None


def set_boxed(hand: QTextCursor, number: int, look: EditorLook, *, inside: bool) -> None:
    """Put a text block into a box or take it out; a box's title becomes a paragraph."""
    form = hand.document().findBlockByNumber(number).blockFormat()
    kind = Kind.PARAGRAPH if kind_of(form) in {Kind.BOX_TITLE, Kind.FILLER} else kind_of(form)
    level, ordered = form.intProperty(Prop.LEVEL), form.boolProperty(Prop.ORDERED)
    end = marks_of(form, Prop.END_MARKS)
    _wear(hand, number, look, block_format(look, kind, level=level, ordered=ordered, end=end, boxed=inside))


def _turn(hand: QTextCursor, number: int, look: EditorLook, kind: Kind, level: int, *, ordered: bool) -> None:
    form = hand.document().findBlockByNumber(number).blockFormat()
    end, boxed = marks_of(form, Prop.END_MARKS), form.boolProperty(Prop.BOXED)
    made = block_format(look, kind, level=level, ordered=ordered, end=end, boxed=boxed)
    _wear(hand, number, look, made)


def turn(hand: QTextCursor, number: int, look: EditorLook, line: TextBlock) -> None:
    """Make a block the kind of a line and its end what the line's is; its text stays."""
    kind = kind_of_block(line)
    level = line.level if isinstance(line, Crosshead | ListItem) else 0
    ordered = isinstance(line, ListItem) and line.ordered
    boxed = hand.document().findBlockByNumber(number).blockFormat().boolProperty(Prop.BOXED)
    made = block_format(look, kind, level=level, ordered=ordered, end=line.marks, boxed=boxed)
    _wear(hand, number, look, made)


def _wear(hand: QTextCursor, number: int, look: EditorLook, made: QTextBlockFormat) -> None:
    """Give a block another format, and its text the looks that go with it."""
    block = hand.document().findBlockByNumber(number)
    parts = _parts(block)
    kind = kind_of(made)
    hand.setPosition(block.position())
    leave_list(hand)
    hand.setBlockFormat(made)
    if kind is Kind.ITEM:
        _join_list(hand, made.intProperty(Prop.LEVEL), ordered=made.boolProperty(Prop.ORDERED))
    hand.setBlockCharFormat(char_format(look, kind, NONE))
    _dress(hand, parts, look, kind)


def dress(block: QTextBlock, look: EditorLook) -> None:
    """Let all words of a block look as its kind wants."""
    _dress(QTextCursor(block.document()), _parts(block), look, kind_of(block.blockFormat()))


def _parts(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    return [(f.position(), f.position() + f.length(), f.charFormat()) for f in fragments(block)]


def _dress(
    hand: QTextCursor, parts: list[tuple[int, int, QTextCharFormat]], look: EditorLook, kind: Kind
) -> None:
    for start, stop, old in parts:
        made = restyled(old, look, kind, marks_of(old))
        if made != old:
            _apply(hand, start, stop, made)


def leave_list(hand: QTextCursor) -> None:
    """Take the block of a cursor out of its list."""
    current = hand.currentList()
    if current is not None:
        current.remove(hand.block())


def _join_list(hand: QTextCursor, level: int, *, ordered: bool) -> None:
    """Put a block into the list of the block before it where that fits, else begin one."""
    before = hand.block().previous()
    form = before.blockFormat()
    fits = (
        kind_of(form) is Kind.ITEM
        and form.intProperty(Prop.LEVEL) == level
        and form.boolProperty(Prop.ORDERED) == ordered
    )
    neighbour = before.textList() if before.isValid() and fits else None
    if neighbour is not None:
        neighbour.add(hand.block())
    else:
        hand.createList(list_format(level, ordered=ordered))

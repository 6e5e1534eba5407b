"""Wearing another look without losing the undo history.

Colours and sizes stand in the formats of a document, and formats are part of its undo history. So another look
is a step of its own, which is taken off before the step below it is undone and put on again afterwards. What
was undone across a change of look cannot be redone: the new dress lies in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.looks import block_format, char_format, dress_table
from newsroom.gui.editor.bridge.properties import Prop, kind_of, marks_of
from newsroom.gui.editor.bridge.reading import fragments
from newsroom.gui.editor.editing import one_step, restyled

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from newsroom.gui.editor.look import EditorLook


class Dressing:
    """Knows which steps of a document's undo history are a change of look and no edit."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._steps: list[tuple[int, int]] = []

    def forget(self) -> None:
        """Forget all; the document was filled anew."""
        self._steps.clear()

    @property
    def plain(self) -> bool:
        """Tell whether there is nothing to undo or redo."""
        return not (self._document.isUndoAvailable() or self._document.isRedoAvailable())

    def depth(self) -> int:
        """Give how many steps can be undone, a change of look on top not counted."""
        return self._steps[-1][0] if self._worn() else self._document.availableUndoSteps()

    def _worn(self) -> bool:
        """Tell whether the last step is a change of look."""
        deep = self._document.availableUndoSteps()
        while self._steps and self._steps[-1][1] > deep:
            self._steps.pop()
        return bool(self._steps) and self._steps[-1][1] == deep

    def put_on(self, look: EditorLook) -> None:
        """Give every block and run another look, as the last step."""
        if self._worn():
            self._take_off()
        before = self._document.availableUndoSteps()
        _dress(self._document, look)
        self._steps.append((before, self._document.availableUndoSteps()))

    def _take_off(self) -> None:
        self._steps.pop()
        self._document.undo()

    def undo(self, cursor: QTextCursor, look: EditorLook) -> None:
        """Undo the last edit; the cursor goes where it was."""
        worn = self._worn()
        if worn and not self._steps[-1][0]:
            return
        if worn:
            self._take_off()
        self._document.undo(cursor)
        if worn:
            self.put_on(look)


def _dress(document: QTextDocument, look: EditorLook) -> None:
    with one_step(document) as hand:
        block = document.begin()
        while block.isValid():
            _dress_block(hand, block, look)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                dress_table(look, frame)


def _dress_block(hand: QTextCursor, block: QTextBlock, look: EditorLook) -> None:
    form = block.blockFormat()
    kind = kind_of(form)
    parts = [(one.position(), one.position() + one.length(), one.charFormat()) for one in fragments(block)]
    hand.setPosition(block.position())
    hand.mergeBlockFormat(
        block_format(
            look,
            kind,
            level=form.intProperty(Prop.LEVEL),
            ordered=form.boolProperty(Prop.ORDERED),
            end=marks_of(form, Prop.END_MARKS),
            boxed=form.boolProperty(Prop.BOXED),
        )
    )
    hand.setBlockCharFormat(char_format(look, kind, NONE))
    for start, end, old in parts:
        hand.setPosition(start)
        hand.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        hand.setCharFormat(restyled(old, look, kind, marks_of(old)))

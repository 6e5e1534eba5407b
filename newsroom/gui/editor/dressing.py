"""Wearing another look without a trace of it in the undo history.

Colours stand in the formats of a document, and formats are part of its history. So what was written in another
look stays as it is: over it, block by block and as nobody undoes it, lies what the look of now wants otherwise.
What is seen is dressed first, the rest bit by bit, and what is edited meanwhile at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextFormat, QTextLayout

from newsroom.gui.bit_by_bit import BitByBit
from newsroom.gui.editor.bridge.looks import worn_format
from newsroom.gui.editor.bridge.properties import Inset, Kind, kind_of, marks_of
from newsroom.gui.editor.bridge.reading import fragments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFragment

    from newsroom.gui.editor.look import EditorLook

_GROUND = int(QTextFormat.Property.ForegroundBrush)


class Dressing(QObject):
    """Lays the look of now over the blocks of a document that were written in another one."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._look: EditorLook | None = None
        self._over: dict[tuple[int, Kind], QTextCharFormat | None] = {}
        self._rest = BitByBit(self)
        self._redoable = False
        document.contentsChange.connect(self._changed)

    def forget(self) -> None:
        """Forget all; the document was filled anew, in the look of now."""
        self._look = None
        self._rest.begin(iter(()))

    @property
    def plain(self) -> bool:
        """Tell whether there is nothing to undo or redo."""
        return not (self._document.isUndoAvailable() or self._document.isRedoAvailable())

    @property
    def busy(self) -> bool:
        """Tell whether some blocks still wear another look."""
        return self._rest.busy

    def depth(self) -> int:
        """Give how many steps can be undone."""
        return self._document.availableUndoSteps()

    def put_on(self, look: EditorLook, seen: Iterable[QTextBlock]) -> None:
        """Wear another look: what is seen at once, the rest bit by bit."""
        self._look = look
        self._over.clear()
        for block in list(seen):
            self._wear(block)
        self._rest.begin(self._wear_all())

    def _wear_all(self) -> Iterator[None]:
        number = 0
        while number < self._document.blockCount():
            self._wear(self._document.findBlockByNumber(number))
            number += 1
            yield

    def _wear(self, block: QTextBlock) -> None:
        kind = kind_of(block.blockFormat())
        ranges = []
        for fragment in fragments(block):
            over = self._over_of(fragment, kind)
            if over is not None:
                ranges.append(_range(fragment.position() - block.position(), fragment.length(), over))
        layout = block.layout()
        if ranges or layout.formats() or kind is Kind.PICTURE:
            layout.setFormats(ranges)
            self._document.markContentsDirty(block.position(), block.length())

    def _over_of(self, fragment: QTextFragment, kind: Kind) -> QTextCharFormat | None:
        """Give what lies over a fragment, or nothing where it looks as it shall."""
        key = (fragment.charFormatIndex(), kind)
        if key not in self._over:
            assert self._look is not None
            self._over[key] = _other(self._look, fragment.charFormat(), kind)
        return self._over[key]

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """Dress what was written; undo and redo may tell of too narrow a change, so after these all is looked at."""
        before, self._redoable = self._redoable, self._document.isRedoAvailable()
        if self._look is None:
            return
        end = min(position + added, self._document.characterCount() - 1)
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= end:
            self._wear(block)
            block = block.next()
        if before or self._redoable:
            self._rest.begin(self._wear_all())


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _other(look: EditorLook, old: QTextCharFormat, kind: Kind) -> QTextCharFormat | None:
    """Give what a look wants otherwise than a format has it; words without a colour wear the field's own."""
    if old.objectType() == Inset.PICTURE:
        return None
    wanted = worn_format(look, kind, marks_of(old))
    now, then = old.properties(), wanted.properties()
    same = all(now.get(name) == value for name, value in then.items() if name != _GROUND)
    plain = not old.hasProperty(_GROUND)
    colour = look.text if plain else old.foreground().color().name()
    return (
        None if same and wanted.foreground().color().name() == colour and not look.hides_changes else wanted
    )

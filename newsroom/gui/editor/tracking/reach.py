"""How far a key reaches in a text with struck words: these are passed over as if they were gone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextLayout

from newsroom.domain.body import TEXT_BLOCKS
from newsroom.domain.inline import LineBreak, Run
from newsroom.domain.marks import NONE, MarkKind, has
from newsroom.domain.tracking import paragraph_end, paragraph_start
from newsroom.gui.editor.borders import Area, area_of
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR, OBJECT_CHARACTER, Kind, kind_of
from newsroom.gui.editor.hand import Reach
from newsroom.gui.editor.tracking.region import Region, position_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.inline import Content
    from newsroom.gui.editor.tracking.region import Item

_BACK = frozenset({Reach.BACK, Reach.WORD_BACK})
_WORDS = frozenset({Reach.WORD_BACK, Reach.WORD_AHEAD})
_BMP = "\uffff"


def goes_back(reach: Reach) -> bool:
    """Tell whether a key takes what stands before the caret."""
    return reach in _BACK


@dataclass(frozen=True, slots=True)
class Living:
    """The final text of the paragraph around a caret: its places in the document, one for each character."""

    text: str
    places: tuple[int, ...]
    caret: int
    region: Region
    first: int
    last: int


def living(cursor: QTextCursor) -> Living:
    """Give what lives in the paragraph of a cursor."""
    document, block = cursor.document(), cursor.block()
    number = block.blockNumber()
    region = Region(document, number, number, area_of(block), NONE)
    lines = region.lines
    here = region.index(number)
    first, last = paragraph_start(lines, here), paragraph_end(lines, here)
    text: list[str] = []
    places: list[int] = []
    for item in region.items[first : last + 1]:
        if isinstance(item.line, TEXT_BLOCKS):
            start = position_at(document.findBlockByNumber(item.first), 0)
            for offset, char in _living(item.line.content):
                text.append(char)
                places.append(start + offset)
    caret = bisect_left(places, cursor.position())
    return Living("".join(text), tuple(places), caret, region, first, last)


def _living(content: Content) -> Iterator[tuple[int, str]]:
    """Give what lives, each character with how far from the start Qt counts it, to which some are two."""
    at = 0
    for piece in content:
        text = piece.text if isinstance(piece, Run) else _sign(piece)
        lives = not has(piece.marks, MarkKind.DELETED)
        for char in text:
            if lives:
                yield at, char
            at += 1 + (char > _BMP)


def _sign(piece: object) -> str:
    return LINE_SEPARATOR if isinstance(piece, LineBreak) else OBJECT_CHARACTER


def lives_behind(found: Living) -> bool:
    """Tell whether the paragraph goes on behind the caret in the final text."""
    return found.caret < len(found.text)


def find(found: Living, cursor: QTextCursor, reach: Reach) -> tuple[int, int]:
    """Give the stretch that a key takes away; an empty one where it takes nothing."""
    here = cursor.position()
    if reach in _BACK:
        if not found.caret:
            return _border_before(cursor, found), here
        return found.places[_stop(found, reach)], here
    if reach is Reach.LINE_AHEAD and found.caret == len(found.text):
        return here, here
    if found.caret == len(found.text):
        return here, _border_behind(cursor, found)
    last = len(found.text) if reach is Reach.LINE_AHEAD else _stop(found, reach)
    wide = 1 + (found.text[last - 1] > _BMP)
    return here, found.places[last - 1] + wide


def drops(found: Living, cursor: QTextCursor, reach: Reach) -> bool:
    """Tell whether a key takes away an empty paragraph beside a picture."""
    if found.text or found.region.area is not Area.STORY or reach is Reach.LINE_AHEAD:
        return False
    item = _item_before(found) if reach in _BACK else _item_behind(found)
    if item is None:
        return False
    block = cursor.document().findBlockByNumber(item.first)
    return kind_of(block.blockFormat()) is Kind.PICTURE


def _item_before(found: Living) -> Item | None:
    return found.region.items[found.first - 1] if found.first else found.region.before()


def _item_behind(found: Living) -> Item | None:
    items = found.region.items
    return items[found.last + 1] if found.last + 1 < len(items) else found.region.behind()


def _stop(found: Living, reach: Reach) -> int:
    """Give how many characters stand before where a key stops; Qt is asked where words and letters end."""
    if reach is Reach.BACK:
        return found.caret - 1
    layout = QTextLayout(found.text)
    mode = QTextLayout.CursorMode.SkipWords if reach in _WORDS else QTextLayout.CursorMode.SkipCharacters
    wide = len(found.text[: found.caret].encode("utf-16-le")) // 2
    move = layout.previousCursorPosition if reach in _BACK else layout.nextCursorPosition
    stop = move(wide, mode)
    return len(found.text.encode("utf-16-le")[: 2 * stop].decode("utf-16-le", "ignore"))


def _border_before(cursor: QTextCursor, found: Living) -> int:
    """Give the end of the paragraph before, where there is one that this one can join."""
    item = _item_before(found)
    if item is None or not _joins(found, item):
        return cursor.position()
    block = cursor.document().findBlockByNumber(item.last)
    return block.position() + block.length() - 1


def _border_behind(cursor: QTextCursor, found: Living) -> int:
    """Give the start of the paragraph behind, where there is one that can join this one."""
    item = _item_behind(found)
    if item is None or not _joins(found, item):
        return cursor.position()
    return cursor.document().findBlockByNumber(item.first).position()


def _joins(found: Living, item: Item) -> bool:
    return isinstance(item.line, TEXT_BLOCKS) and found.region.area is not Area.ALONE

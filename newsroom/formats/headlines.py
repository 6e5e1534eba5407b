"""The headline that many files repeat as their first paragraph: taken out, told, and undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsroom.domain.article import ImportNote
from newsroom.domain.body import TEXT_BLOCKS, Block, block_text
from newsroom.text.terms import same_headline_key
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOOKED_AT = 2
"""The headline is looked for in so many paragraphs."""

Part = TypeVar("Part")


def take_repeated(
    headline: str, parts: Sequence[Part], words: Callable[[Part], str]
) -> tuple[tuple[Part, ...], tuple[ImportNote, ...]]:
    """Take the headline out of the first two parts that have words, unless there is only one such part."""
    wanted = same_headline_key(headline)
    spoken = [place for place, part in enumerate(parts) if words(part)]
    for place in spoken[:LOOKED_AT] if len(spoken) > 1 and wanted else ():
        said = words(parts[place])
        if same_headline_key(said) == wanted:
            return (*parts[:place], *parts[place + 1 :]), (_note(said),)
    return tuple(parts), ()


def words_of(block: Block) -> str:
    """Give the words of a block of text; pictures, tables and boxes have none that repeat a headline."""
    return block_text(block) if isinstance(block, TEXT_BLOCKS) else ""


def _note(removed: str) -> ImportNote:
    message = msg(N_("The headline stood again at the beginning of the text; it was taken out."))
    return ImportNote("headline-repeated", message, removed)

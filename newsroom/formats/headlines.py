"""The headline that many files repeat as their first paragraph: taken out, told, and undoable."""

from __future__ import annotations

from newsroom.domain.article import ImportNote
from newsroom.text.terms import same_headline_key
from newsroom.translation import N_, msg

LOOKED_AT = 2
"""The headline is looked for in so many paragraphs."""


def take_repeated(headline: str, blocks: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[ImportNote, ...]]:
    """Take the headline out of the first two paragraphs, unless it is the only one."""
    wanted = key(headline)
    for place, block in enumerate(blocks[:LOOKED_AT] if len(blocks) > 1 and wanted else ()):
        if key(block) == wanted:
            return (*blocks[:place], *blocks[place + 1 :]), (repeated_note(block),)
    return blocks, ()


def repeated_note(removed: str) -> ImportNote:
    """Give the note on a repeated headline that was taken out."""
    message = msg(N_("The headline stood again at the beginning of the text; it was taken out."))
    return ImportNote("headline-repeated", message, removed)


def key(text: str) -> str:
    """Give a text without case, quotes, dashes and spaces, to compare by."""
    return same_headline_key(text)

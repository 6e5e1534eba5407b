"""Snippets: text that an abbreviation stands for, with fields that are filled when it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain import codec
from newsroom.domain.body import TEXT_BLOCKS, Body, Box, Picture, Table, block_text, normal_body
from newsroom.domain.errors import UnreadableText
from newsroom.domain.inline import Inline, Run, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content

CURSOR = "{cursor}"
"""Where the caret stands afterwards; it stays in the text until that is found."""
SELECTION = "selection"
FIELDS = ("date", "time", "weekday", "author", "initials", "dateline", SELECTION, "cursor")
"""What may stand in braces."""
LONGEST = 40
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """An abbreviation without spaces, and what it stands for."""

    abbreviation: str
    body: Body

    @property
    def label(self) -> str:
        """Give its first words, for a list."""
        words = " ".join(" ".join(block_text(block) for block in self.body.blocks).split())
        return words[:80]


def read_snippets(stored: Iterable[tuple[str, str]]) -> tuple[Snippet, ...]:
    """Read snippets as settings keep them; one that cannot be read is left out."""
    return tuple(_read(stored))


def _read(stored: Iterable[tuple[str, str]]) -> Iterator[Snippet]:
    for abbreviation, text in stored:
        try:
            yield Snippet(abbreviation, codec.loads(text))
        except UnreadableText:
            continue


def write_snippets(snippets: Iterable[Snippet]) -> tuple[tuple[str, str], ...]:
    """Give snippets as settings keep them."""
    return tuple((one.abbreviation, codec.dumps(one.body)) for one in snippets)


def fits(abbreviation: str) -> bool:
    """Tell whether an abbreviation can be typed in one go."""
    whole = abbreviation.isprintable() and not any(char.isspace() for char in abbreviation)
    return whole and 0 < len(abbreviation) <= LONGEST


def meant(before: str, after: str, snippets: Mapping[str, Body]) -> str:
    """Give the longest abbreviation that ends at the caret, and is no part of a word; or nothing."""
    if _in_word(after[:1]):
        return ""
    found = (
        key
        for key in snippets
        if before.endswith(key) and not (_in_word(before[: -len(key)][-1:]) and _in_word(key[0]))
    )
    return max(found, key=len, default="")


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def filled(body: Body, values: Mapping[str, str], selection: Content = ()) -> Body:
    """Give a body whose fields are filled; the caret's place and unknown fields stay as they are."""
    return normal_body(Body(tuple(_fill_block(block, values, selection) for block in body.blocks)))


def fill_words(words: str, values: Mapping[str, str]) -> str:
    """Give plain words whose fields are filled."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), words)


def _fill_block(block: Block, values: Mapping[str, str], selection: Content) -> Block:
    def fill(content: Content) -> Content:
        return normal(piece for one in content for piece in _fill(one, values, selection))

    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=fill(block.content))
    if isinstance(block, Picture):
        return replace(block, caption=fill(block.caption))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(fill, row)) for row in block.rows))
    if isinstance(block, Box):
        inner = tuple(replace(one, content=fill(one.content)) for one in block.blocks)
        return Box(fill(block.title), inner)
    return block


def _fill(piece: Inline, values: Mapping[str, str], selection: Content) -> Iterator[Inline]:
    if not isinstance(piece, Run):
        yield piece
        return
    before, field, after = piece.text.partition("{selection}")
    yield Run(fill_words(before, values), piece.marks)
    if field:
        yield from selection
        yield from _fill(Run(after, piece.marks), values, ())

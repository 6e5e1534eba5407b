"""The words of a story that stand apart from its text: footnotes, and of pictures the credit and alternative text.

Offsets of footnotes count the texts of all footnotes of a block, or of the lead, parted by line feeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Picture, contents
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.inline import Footnote, length, plain
from newsroom.domain.marks import MarkKind, has
from newsroom.domain.strands import Strand, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content

APART = (Field.FOOTNOTE, Field.CREDIT, Field.ALTERNATIVE)


def apart(article: Article) -> Iterator[Strand]:
    """Give the words that stand apart, footnotes first; those without a character are left out."""
    yield from _footnotes(HEADER, (article.lead,))
    for number, block in enumerate(article.body.blocks):
        if not _gone(block):
            yield from _footnotes(number, contents(block))
    for field in APART[1:]:
        for number, block in enumerate(article.body.blocks):
            words = getattr(block, field.value) if isinstance(block, Picture) and not _gone(block) else ""
            if words:
                yield Strand(field, number, words, (Stretch(0, number, 0, len(words)),), (number, 0))


def _gone(block: Block) -> bool:
    return isinstance(block, Picture) and has(block.marks, MarkKind.DELETED)


def _footnotes(number: int, texts: Iterable[Content]) -> Iterator[Strand]:
    at = offset = 0
    for content in texts:
        for piece in content:
            if isinstance(piece, Footnote):
                words = plain(piece.content)
                if words and not has(piece.marks, MarkKind.DELETED):
                    stretches = (Stretch(0, number, at, len(words)),)
                    yield Strand(Field.FOOTNOTE, number, words, stretches, (number, offset))
                at += len(words) + 1
            offset += length(piece)
        offset += 1


def footnote_at(texts: Iterable[Content], offset: int) -> tuple[int, int]:
    """Give which of the footnotes of a block an offset stands in, and where that one begins; -1 for none."""
    begin = 0
    notes = (piece for content in texts for piece in content if isinstance(piece, Footnote))
    for number, note in enumerate(notes):
        end = begin + len(plain(note.content))
        if begin <= offset <= end:
            return number, begin
        begin = end + 1
    return -1, 0

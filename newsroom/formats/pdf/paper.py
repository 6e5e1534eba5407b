"""The text of a story as plain data for the template: its blocks, and the words in them with their marks."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    block_text,
)
from newsroom.domain.inline import Footnote, LineBreak, Run, plain
from newsroom.domain.marks import MarkKind, value_of
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content, Inline
    from newsroom.formats.pdf.gallery import Gallery

Json = dict[str, Any]
_LINKS = ("http://", "https://", "mailto:")
_GIANT = re.compile(r"[^\s\u00ad\u200b-]{46,}")
_PIECE = 15
_WIDE_TABLE, _SHORT_TABLE = 4, 15
_LEAST_SHARE, _MOST_SHARE = 4, 40
_HEADINGS_FROM = 2
_SHORT_BOX = 600


class Paper:
    """Lays out one story for a form of so many columns; gathers its footnotes."""

    def __init__(self, gallery: Gallery, columns: int) -> None:
        self.notes: list[list[Json]] = []
        self._gallery, self._columns = gallery, columns
        self._level = _HEADINGS_FROM - 1

    def above(self, blocks: Sequence[Json]) -> list[Json]:
        """Give the picture that stands under the headline, across all columns: the first, where it is wide."""
        if self._columns == 1:
            return []
        pictures = [one for one in blocks if one["kind"] == "picture"]
        return [one for one in pictures[:1] if one["wide"]]

    def blocks(self, blocks: Iterable[Block]) -> list[Json]:
        """Give the blocks; numbered entries carry their number, which begins anew after any other block."""
        done: list[Json] = []
        numbers: defaultdict[int, int] = defaultdict(int)
        for block in blocks:
            if not isinstance(block, ListItem):
                numbers.clear()
            else:
                for deeper in [level for level in numbers if level > block.level]:
                    del numbers[deeper]
                numbers[block.level] += block.ordered
            number = numbers[block.level] if isinstance(block, ListItem) else 0
            done += [{**one, "number": number} for one in self._block(block)]
        return done

    def _block(self, block: Block) -> Iterator[Json]:
        if isinstance(block, Paragraph):
            yield {"kind": "paragraph", "content": self.inline(block.content)}
        elif isinstance(block, Crosshead):
            yield self._crosshead(block)
        elif isinstance(block, Quote):
            yield {"kind": "quote", "content": self.inline(block.content)}
        elif isinstance(block, ListItem):
            content = self.inline(block.content)
            yield {"kind": "item", "level": block.level, "ordered": block.ordered, "content": content}
        elif isinstance(block, Picture):
            yield self._picture(block)
        elif isinstance(block, Table):
            yield self._table(block)
        elif isinstance(block, Box):
            yield self._box(block)

    def _box(self, block: Box) -> Json:
        """Give a box; a short one is never parted."""
        whole = sum(len(block_text(inner)) for inner in block.blocks) <= _SHORT_BOX
        whole = whole and all(isinstance(inner, TEXT_BLOCKS) for inner in block.blocks)
        title = self.inline(block.title)
        return {"kind": "box", "title": title, "blocks": self.blocks(block.blocks), "whole": whole}

    def _crosshead(self, block: Crosshead) -> Json:
        """Give a crosshead whose level follows that of the one before, as readers with a screen reader need it."""
        self._level = min(block.level + 1, self._level + 1)
        return {"kind": "crosshead", "level": self._level, "content": self.inline(block.content)}

    def _picture(self, block: Picture) -> Json:
        hung = self._gallery.hang(block.asset, block.name)
        said = block.alternative or plain(block.caption) or block.name
        return {
            "kind": "picture",
            "file": hung.file,
            "wide": hung.wide,
            "across": False,
            "missing": _("Picture: {name}", name=block.name or block.alternative or "–"),
            "alternative": said or _("Picture"),
            "content": self.inline(block.caption),
            "credit": block.credit,
        }

    def _table(self, block: Table) -> Json:
        rows = [[{"content": self.inline(cell)} for cell in row] for row in block.rows]
        head, width = block.header_rows, len(rows[0])
        across = self._columns > 1 and width >= _WIDE_TABLE and len(rows) <= _SHORT_TABLE
        return {
            "kind": "table",
            "width": width,
            "shares": _shares(block),
            "across": across,
            "head": rows[:head],
            "rows": rows[head:],
        }

    def inline(self, content: Content | tuple[Run | LineBreak, ...]) -> list[Json]:
        """Give words with their marks; giant ones may end a line, so that they stay on the page."""
        return [made for piece in content for made in self._piece(piece)]

    def _piece(self, piece: Inline) -> Iterator[Json]:
        if isinstance(piece, Run):
            target = value_of(piece.marks, MarkKind.LINK) or ""
            marks = sorted(mark.kind.value for mark in piece.marks)
            address = target if target.lower().startswith(_LINKS) else ""
            yield {"kind": "text", "text": _breakable(piece.text), "marks": marks, "link": address}
        elif isinstance(piece, LineBreak):
            yield {"kind": "break"}
        elif isinstance(piece, Footnote):
            content = self.inline(piece.content)
            self.notes.append(content)
            yield {"kind": "note", "content": content, "number": len(self.notes)}


def _breakable(words: str) -> str:
    return _GIANT.sub(_opened, words)


def _opened(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))


def _shares(block: Table) -> list[int]:
    """Give what each column gets of a table's width, by what stands in its longest cells."""
    longest = [max(len(plain(row[at])) for row in block.rows) for at in range(len(block.rows[0]))]
    return [min(max(wide, _LEAST_SHARE), _MOST_SHARE) for wide in longest]

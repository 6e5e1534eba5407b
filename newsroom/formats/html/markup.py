"""Body as HTML, every character of it escaped: elements that say what a block is, and no style."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from newsroom.domain.body import Block, Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table
from newsroom.domain.inline import Content, Footnote, Inline, LineBreak, Run
from newsroom.domain.marks import Mark, MarkKind, value_of
from newsroom.formats.addresses import safe_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsroom.formats.html.images import Image

_TAGS = {
    MarkKind.BOLD: "strong",
    MarkKind.ITALIC: "em",
    MarkKind.UNDERLINE: "u",
    MarkKind.STRIKE: "s",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
}


class Html(str):
    """Words that are HTML already, every character of them escaped where it had to be."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give them as they are, to templates that escape all else."""
        return str(self)


SIZES = "(min-width: 46rem) 42rem, 92vw"
"""How wide a picture is shown, by which a browser chooses among its sizes: as the style has the column."""


@dataclass(slots=True)
class Markup:
    """Writes a story's blocks and gathers its footnotes, which stand at the end."""

    image: Callable[[Picture], Image | None] = lambda _picture: None
    opening: str = ""
    """The dateline, which opens the first paragraph and is gone then."""
    back: str = "↩"
    """What the way back from a footnote is called by those who hear the page."""
    footnotes: list[Footnote] = field(default_factory=list)
    shown: list[tuple[Picture, Image]] = field(default_factory=list)
    """The pictures that were met and whose bytes are there."""

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Give blocks as HTML, one element a line."""
        return "\n".join(self._grouped(blocks))

    def content(self, content: Content) -> str:
        """Give content as HTML; neighbours under one link share its element."""
        if not any(map(_address, content)):
            return "".join(map(self._inline, content))
        return "".join(
            self._linked(address, list(pieces)) for address, pieces in groupby(content, key=_address)
        )

    def notes(self) -> str:
        """Give the footnotes that were met as a list, or nothing."""
        items = (
            f'<li id="fn-{number}">{self.content(note.content)}'
            f' <a href="#fnref-{number}" aria-label="{escape(self.back)} {number}">↩</a></li>'
            for number, note in enumerate(self.footnotes, 1)
        )
        return '<ol class="footnotes">\n' + "\n".join(items) + "\n</ol>" if self.footnotes else ""

    def _linked(self, address: str, pieces: Sequence[Inline]) -> str:
        words = "".join(map(self._inline, pieces))
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    def _inline(self, piece: Inline) -> str:
        if isinstance(piece, Run):
            words = _escaped(piece.text)
            return _marked(words, sorted(piece.marks)) if piece.marks else words
        if isinstance(piece, LineBreak):
            return "<br>"
        if isinstance(piece, Footnote):
            self.footnotes.append(piece)
            number = len(self.footnotes)
            return f'<sup class="footnote"><a href="#fn-{number}" id="fnref-{number}">{number}</a></sup>'
        return ""

    def _grouped(self, blocks: Iterable[Block]) -> Iterator[str]:
        for kind, group in groupby(blocks, key=type):
            members = list(group)
            if kind is ListItem:
                yield self._list([block for block in members if isinstance(block, ListItem)])
            elif kind is Quote:
                inner = "\n".join(self._paragraph(block) for block in members)
                yield f"<blockquote>\n{inner}\n</blockquote>"
            else:
                yield from filter(None, map(self._block, members))

    def _block(self, block: Block) -> str:
        if isinstance(block, Crosshead):
            return f"<h{block.level + 1}>{self.content(block.content)}</h{block.level + 1}>"
        if isinstance(block, Picture):
            return self._figure(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Box):
            title = f"<h2>{self.content(block.title)}</h2>\n" if block.title else ""
            return f'<aside class="box">\n{title}{self.blocks(block.blocks)}\n</aside>'
        return self._paragraph(block)

    def _paragraph(self, block: Block) -> str:
        if not isinstance(block, Paragraph | Quote):
            return ""
        opening = ""
        if isinstance(block, Paragraph) and self.opening:
            opening, self.opening = f"{self._dateline()} ", ""
        return f"<p>{opening}{self.content(block.content)}</p>"

    def _dateline(self) -> str:
        return f'<span class="dateline">{escape(self.opening)}</span>'

    def _list(self, items: Sequence[ListItem]) -> str:
        """Write items of one level as lists; deeper ones stand inside the item before them."""
        done: list[str] = []
        for ordered, entries in groupby(_nested(items), key=lambda entry: entry[0].ordered):
            tag = "ol" if ordered else "ul"
            lines = (f"<li>{self._item(item, inner)}</li>" for item, inner in entries)
            done.append(f"<{tag}>\n" + "\n".join(lines) + f"\n</{tag}>")
        return "\n".join(done)

    def _item(self, item: ListItem, inner: Sequence[ListItem]) -> str:
        return self.content(item.content) + (f"\n{self._list(inner)}\n" if inner else "")

    def _table(self, table: Table) -> str:
        head = "\n".join(self._row(row, "th") for row in table.rows[: table.header_rows])
        rows = "\n".join(self._row(row, "td") for row in table.rows[table.header_rows :])
        parts = (
            "<table>",
            head and f"<thead>\n{head}\n</thead>",
            rows and f"<tbody>\n{rows}\n</tbody>",
            "</table>",
        )
        return "\n".join(filter(None, parts))

    def _row(self, row: Sequence[Content], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{self.content(cell)}</{tag}>" for cell in row) + "</tr>"

    def _figure(self, picture: Picture) -> str:
        credit = f'<span class="credit">{escape(picture.credit)}</span>' if picture.credit else ""
        caption = " ".join(filter(None, (self.content(picture.caption), credit)))
        below = f"\n<figcaption>{caption}</figcaption>" if caption else ""
        return f"<figure>\n{self._image(picture)}{below}\n</figure>"

    def _image(self, picture: Picture) -> str:
        """Give a picture's element; where its bytes are missing, a place that says so."""
        found = self.image(picture)
        if not found:
            return f'<p class="missing">[{escape(picture.alternative or picture.name or "…")}]</p>'
        later = ' loading="lazy"' if self.shown and found.linked else ""
        steps = f' srcset="{escape(found.srcset)}" sizes="{SIZES}"' if found.srcset else ""
        self.shown.append((picture, found))
        return (
            f'<img src="{escape(found.src)}"{steps} width="{found.width}" height="{found.height}"'
            f' alt="{escape(picture.alternative)}"{later}>'
        )


def _address(piece: Inline) -> str:
    if not piece.marks or not isinstance(piece, Run | LineBreak):
        return ""
    return safe_address(value_of(piece.marks, MarkKind.LINK) or "")


def _escaped(words: str) -> str:
    """Escape text between tags; a third of the time of looking for quotation marks too."""
    if "&" in words or "<" in words or ">" in words:
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def _marked(words: str, marks: Sequence[Mark]) -> str:
    for mark in reversed(marks):
        tag = _TAGS.get(mark.kind)
        words = f"<{tag}>{words}</{tag}>" if tag else words
    return words


def _nested(items: Sequence[ListItem]) -> Iterator[tuple[ListItem, list[ListItem]]]:
    level = items[0].level
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > level:
            end += 1
        yield items[at], list(items[at + 1 : end])
        at = end

"""Blocks from a sanitised tree, as a browser would break its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    TextBlock,
)
from newsroom.domain.inline import Content, Footnote, LineBreak, Run, normal, plain
from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    NONE,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Mark,
    Marks,
    link,
)
from newsroom.formats.addresses import safe_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

TAGS: dict[str, Mark] = {
    "b": BOLD,
    "strong": BOLD,
    "i": ITALIC,
    "em": ITALIC,
    "cite": ITALIC,
    "u": UNDERLINE,
    "ins": UNDERLINE,
    "s": STRIKE,
    "strike": STRIKE,
    "del": STRIKE,
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
}
"""What the tags of HTML mean that say how words look."""

_HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}
_FLOW_WORDS = "p div section article header footer main aside nav address dl dt dd figcaption caption hr"
_FLOW = frozenset(_FLOW_WORDS.split())
_FIELDS = frozenset({"kicker", "deck", "lead", "byline", "sign-off"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MOST_COLUMNS = 50

Make = Paragraph | Quote | ListItem | Crosshead
Piece = Run | LineBreak | Footnote
Pieces = list[Piece]


@dataclass(slots=True)
class Story:
    """Gathers the blocks of a page, and the fields that stand on it."""

    blocks: list[Block] = field(default_factory=list)
    fields: dict[str, Content] = field(default_factory=dict)
    pieces: Pieces = field(default_factory=list)
    model: TextBlock = field(default_factory=Paragraph)
    footnotes: list[Content] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    quotes: str = "„“"
    """What a browser would put around a quotation in the text, by the page's language."""

    def take(self, node: LexborNode, marks: Marks = NONE) -> None:
        """Take in all that stands inside an element."""
        for child in _children(node):
            if child.is_text_node:
                self.pieces.append(Run(child.text_content or "", marks))
            elif child.is_element_node:
                self._element(child, marks)

    def flush(self) -> None:
        """End the block that is being gathered."""
        pieces, self.pieces = self.pieces, []
        self.blocks.extend(replace(self.model, content=content) for content in settled(pieces))

    def _element(self, node: LexborNode, marks: Marks) -> None:
        tag = node.tag or ""
        classes = frozenset((node.attributes.get("class") or "").split())
        if self._known(node, tag, classes):
            return
        named = (classes & _FIELDS) - self.fields.keys()  # one that comes again is text like the rest
        if named:
            self._field(node, min(named))
        elif tag == "span" and "dateline" in classes and "dateline" not in self.fields:
            self.fields["dateline"] = self._inner(node)
        elif tag == "q":
            self.pieces.append(Run(self.quotes[0], marks))
            self.take(node, marks)
            self.pieces.append(Run(self.quotes[1], marks))
        elif tag == "br":
            self.pieces.append(LineBreak(marks))
        elif tag in _BLOCKS:
            self.flush()
            _BLOCKS[tag](self, node)
            self.flush()
        elif tag in _FLOW:
            self.flush()
            self._box(node) if "box" in classes else self.take(node, marks)
            self.flush()
        else:
            self.take(node, _marked(marks, tag, node))

    def _known(self, node: LexborNode, tag: str, classes: frozenset[str]) -> bool:
        """Take what our own pages say about the story, where it stands in its place on them."""
        place = node.parent.tag if node.parent else ""
        if place == "header" and "notice" in classes:
            self.notices.append(_words(node))
        elif place == "footer" and "source" in classes:
            self.fields.setdefault("source", self._inner(node))
        elif tag == "sup" and "footnote" in classes:
            return self._footnote(_words(node))
        elif tag == "ol" and "footnotes" in classes:
            return bool(self.footnotes)
        else:
            return place == "header" and "meta" in classes
        return True

    def _inner(self, node: LexborNode) -> Content:
        """Give an element's text as one content; blocks in it are parted by line breaks."""
        story = Story(fields={"headline": ()}, footnotes=self.footnotes, quotes=self.quotes)
        story.take(node)
        story.flush()
        joined: list[object] = []
        for block in story.blocks:
            if isinstance(block, TEXT_BLOCKS):
                joined += [*([LineBreak()] if joined else []), *block.content]
        return normal(joined)  # type: ignore[arg-type]  # pieces of content

    def _footnote(self, number: str) -> bool:
        if not number.isdecimal() or not 0 < int(number) <= len(self.footnotes):
            return False
        content = self.footnotes[int(number) - 1]
        self.pieces.append(Footnote(tuple(piece for piece in content if isinstance(piece, Run | LineBreak))))
        return True

    def read_footnotes(self, node: LexborNode) -> None:
        """Read the list of footnotes, ahead of the places in the text where they belong."""
        for item in node.css("ol.footnotes > li"):
            for back in item.css("a"):
                if (back.attributes.get("href") or "").startswith("#fnref"):
                    back.decompose()
            self.footnotes.append(self._inner(item))

    def _field(self, node: LexborNode, name: str) -> None:
        self.flush()
        self.fields.setdefault(name, self._inner(node))

    def _within(self, model: TextBlock, node: LexborNode) -> None:
        before, self.model = self.model, model
        self.take(node)
        self.flush()
        self.model = before

    def heading(self, node: LexborNode) -> None:
        """Take a heading: the first of the page is its headline, the others are crossheads."""
        content = self._inner(node)
        if node.tag == "h1" and "headline" not in self.fields:
            self.fields["headline"] = content
        elif content:
            self.blocks.append(Crosshead(content, _HEADINGS[node.tag or "h2"]))

    def quote(self, node: LexborNode) -> None:
        """Take what stands in a quotation."""
        self._within(Quote(), node)

    def list(self, node: LexborNode) -> None:
        """Take the items of a list; lists inside stand one level deeper."""
        level = self.model.level + 1 if isinstance(self.model, ListItem) else 0
        self._within(ListItem(ordered=node.tag == "ol", level=level), node)

    def item(self, node: LexborNode) -> None:
        """Take one item of a list."""
        self.take(node)

    def preformatted(self, node: LexborNode) -> None:
        """Take lines that stand as they were typed."""
        lines = node.text().strip("\n").split("\n")
        pieces: Pieces = []
        for line in lines:
            pieces += [Run(line), LineBreak()]
        self.blocks.append(replace(self.model, content=normal(pieces[:-1])))

    def figure(self, node: LexborNode) -> None:
        """Take a figure: its picture or picture's place with the caption, or what else it holds."""
        image = node.css_first("img, p.missing")
        if image is None:
            self.take(node)
            return
        caption = node.css_first("figcaption")
        credit = caption.css_first(".credit") if caption else None
        words = credit.text() if credit else ""
        if credit:
            credit.decompose()
        found = _picture(image)
        self.blocks.append(replace(found, caption=self._inner(caption) if caption else (), credit=words))

    def image(self, node: LexborNode) -> None:
        """Take a picture that stands alone."""
        self.blocks.append(_picture(node))

    def table(self, node: LexborNode) -> None:
        """Take a table; one of a single cell is only a frame."""
        rows = [[cell for cell in _children(row) if cell.tag in {"td", "th"}] for row in node.css("tr")]
        rows = [row for row in rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:
            self.take(rows[0][0])
            return
        heads = 0
        while heads < len(rows) and all(cell.tag == "th" for cell in rows[heads]):
            heads += 1
        self.blocks.append(Table(tuple(tuple(self._cells(row)) for row in rows), heads))

    def _cells(self, row: Sequence[LexborNode]) -> Iterator[Content]:
        for cell in row:
            yield self._inner(cell)
            span = cell.attributes.get("colspan") or "1"
            yield from [()] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0)

    def _box(self, node: LexborNode) -> None:
        inner = Story(fields={"headline": ()}, footnotes=self.footnotes, quotes=self.quotes)
        inner.take(node)
        inner.flush()
        title: Content = ()
        if inner.blocks and isinstance(inner.blocks[0], Crosshead):
            title = inner.blocks.pop(0).content  # type: ignore[union-attr]  # a crosshead, as just asked
        texts = tuple(block for block in inner.blocks if isinstance(block, TEXT_BLOCKS))
        self.blocks.append(Box(title, texts))
        self.blocks.extend(block for block in inner.blocks if not isinstance(block, TEXT_BLOCKS))


_BLOCKS: dict[str, Callable[[Story, LexborNode], None]] = {
    **dict.fromkeys(_HEADINGS, Story.heading),
    "blockquote": Story.quote,
    "ul": Story.list,
    "ol": Story.list,
    "li": Story.item,
    "pre": Story.preformatted,
    "figure": Story.figure,
    "img": Story.image,
    "table": Story.table,
}


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _marked(marks: Marks, tag: str, node: LexborNode) -> Marks:
    if tag == "a":
        address = safe_address(node.attributes.get("href") or "")
        return marks | {link(address)} if address and not address.startswith("#") else marks
    return marks | {TAGS[tag]} if tag in TAGS else marks


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _picture(node: LexborNode) -> Picture:
    if node.tag != "img":
        return Picture("", alternative=node.text().strip("[]"))
    found = node.attributes
    return Picture("", alternative=found.get("alt") or "", name=found.get("src") or "")


def settled(pieces: Sequence[Piece]) -> Iterator[Content]:
    """Give the paragraphs of pieces: white space as a browser shows it, two line breaks part paragraphs."""
    paragraph: Pieces = []
    for piece in pieces:
        last = paragraph[-1] if paragraph else None
        if isinstance(piece, LineBreak) and isinstance(last, LineBreak):
            yield from _ended(paragraph)
            paragraph = []
        elif isinstance(piece, LineBreak):
            _trim(paragraph)
            paragraph += [piece] if paragraph else []
        elif isinstance(piece, Run):
            paragraph += _spaced(piece, last)
        else:
            paragraph.append(piece)
    yield from _ended(paragraph)


def _spaced(run: Run, last: Piece | None) -> Pieces:
    """Give a run with single spaces, and none where one stands before it already."""
    words = _SPACE.sub(" ", run.text)
    if last is None or isinstance(last, LineBreak) or (isinstance(last, Run) and last.text.endswith(" ")):
        words = words.removeprefix(" ")
    return [Run(words, run.marks)] if words else []


def _trim(paragraph: Pieces) -> None:
    if paragraph and isinstance(last := paragraph[-1], Run):
        paragraph[-1] = replace(last, text=last.text.rstrip(" "))


def _ended(paragraph: Pieces) -> Iterator[Content]:
    while paragraph and (
        isinstance(last := paragraph[-1], LineBreak) or (isinstance(last, Run) and not last.text.strip(" "))
    ):
        paragraph.pop()
    _trim(paragraph)
    content = normal(paragraph)
    if plain(content).strip() or any(isinstance(piece, Footnote) for piece in content):
        yield content

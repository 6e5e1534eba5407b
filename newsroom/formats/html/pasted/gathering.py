"""Blocks from the tree of a paste: structure and emphasis are kept, all else is counted and dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import MAX_LEVEL, Block, Crosshead, ListItem, Paragraph, Quote, TextBlock, contents
from newsroom.domain.inline import Content, Footnote, LineBreak, Run, normal, plain
from newsroom.domain.marks import link
from newsroom.formats.html.blocks import Piece, settled
from newsroom.formats.html.pasted import footnotes, tables, word
from newsroom.formats.html.pasted.links import meant
from newsroom.formats.html.pasted.looks import PLAIN, Look, Wardrobe
from newsroom.formats.html.pasted.lost import Lost
from newsroom.formats.html.pasted.mending import tidied, without_bold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from selectolax.lexbor import LexborNode

_FLOW_WORDS = (
    "p div section article header footer main aside nav address dl dt dd figure figcaption caption hr center"
    " fieldset legend details summary body html form"
)
_FLOW = frozenset(_FLOW_WORDS.split())
_GONE = {
    **dict.fromkeys(["script", "noscript"], "script"),
    **dict.fromkeys(
        ["iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "applet"], "object"
    ),
    **dict.fromkeys(["button", "input", "select", "textarea"], "control"),
    **dict.fromkeys(["style", "head", "title", "meta", "link", "template", "xml", "col", "colgroup"], ""),
}
_DIGITS = re.compile(r"\d{1,3}")
_HEADING = re.compile(r"h[1-6]")
_JUNK = re.compile("[\ufeff\u200b]")
_TINY = frozenset({"0", "1", "2"})
_LONGEST_EMOJI = 8


@dataclass(slots=True)
class Shared:
    """What one paste has once: its style sheets, its footnotes, and the count of what is left out."""

    wardrobe: Wardrobe = field(default_factory=Wardrobe)
    lost: Lost = field(default_factory=Lost)
    footnotes: dict[str, Content] = field(default_factory=dict)
    counts_remarks: bool = False
    """Comments of the markup are comments of the text, as LibreOffice writes them."""


@dataclass(slots=True)
class Gatherer:
    """Gathers blocks; crossheads carry the level of their HTML until all are known."""

    shared: Shared
    blocks: list[Block] = field(default_factory=list)
    model: TextBlock = field(default_factory=Paragraph)
    dressed: bool = True
    """Whether type and colour here are ordinary text's; those of headings, links and notes are their nature."""
    _pieces: list[Piece] = field(default_factory=list)
    _item_open: bool = False

    def take(self, node: LexborNode, look: Look = PLAIN) -> None:
        """Take in all that stands inside an element."""
        child = node.child
        while child is not None:
            if child.is_text_node:
                self._words(child.text_content or "", look)
            elif child.is_element_node:
                self._element(child, look)
            elif (
                self.shared.counts_remarks and child.is_comment_node and "Fragment" not in (child.html or "")
            ):
                self.shared.lost.counts["comment"] += 1
            child = child.next

    def flush(self) -> None:
        """End the block that is being gathered."""
        pieces, self._pieces = self._pieces, []
        for content in settled(pieces) if pieces else ():
            clean = tidied(content)
            if self._item_open and isinstance(self.model, ListItem) and self._goes_on(clean):
                continue
            self._item_open = isinstance(self.model, ListItem)
            self.blocks.append(replace(self.model, content=clean))

    def _goes_on(self, content: Content) -> bool:
        """Join a further paragraph of a list's entry to it by a line break, where it is the last block."""
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, ListItem) or replace(last, content=()) != self.model:
            return False
        self.blocks[-1] = replace(last, content=normal((*last.content, LineBreak(), *content)))
        return True

    def inside(self, node: LexborNode, look: Look, *, dressed: bool = True) -> Content:
        """Give an element's text as one content; blocks in it are parted by line breaks."""
        inner = Gatherer(self.shared, dressed=dressed and self.dressed)
        inner.take(node, look)
        inner.flush()
        joined: list[Piece] = []
        for content in (content for block in inner.blocks for content in contents(block)):
            joined += [*([LineBreak()] if joined else []), *content]  # type: ignore[list-item]  # no anchors are read
        return normal(joined)

    def _words(self, words: str, look: Look) -> None:
        words = _JUNK.sub("", words)
        if look.as_typed and "\n" in words:
            for number, line in enumerate(words.split("\n")):
                self._pieces += [LineBreak()] if number else []
                self._pieces.append(Run(line, look.marks))
            return
        if self.dressed and words.strip():
            self.shared.lost.seen(look, len(words))
        self._pieces.append(Run(words, look.marks))

    def _element(self, node: LexborNode, look: Look) -> None:
        tag, attributes = node.tag or "", node.attributes
        tag = "span" if word.was_inserted(tag, attributes) else tag
        look = self.shared.wardrobe.worn(look, tag, attributes)
        if self._dropped(node, tag, attributes, look):
            return
        if tag in _KINDS:
            _KINDS[tag](self, node, look)
        elif _HEADING.fullmatch(tag) or attributes.get("role") == "heading":
            self._heading(node, look, _level(tag, attributes))
        elif tag in _FLOW:
            self._flow(node, look)
        else:
            self.take(node, look)

    def _dropped(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None], look: Look) -> bool:
        """Count what does not come along; tell whether this does not."""
        counts = self.shared.lost.counts
        kind = _GONE.get(tag)
        if kind is None and (look.hidden or "hidden" in attributes):
            kind = "hidden" if node.text().strip() else ""
        if kind is None and ("style" in attributes or tag == "del"):
            kind = word.left_out(tag, self.shared.wardrobe.said(tag, attributes), attributes) or None
        if kind and kind != "aside" and not (tag == "input" and attributes.get("type") == "hidden"):
            counts[kind] += 1
        return kind is not None

    def _flow(self, node: LexborNode, look: Look) -> None:
        self.flush()
        model = self._model(node)
        if isinstance(model, Crosshead):
            self._heading(node, look, model.level)
        elif model is not None:
            self._item_open = False
            self._within(model, node, look)
        else:
            self.take(node, look)
            self.flush()

    def _model(self, node: LexborNode) -> TextBlock | None:
        classes = frozenset((node.attributes.get("class") or "").lower().split())
        if not classes and "style" not in node.attributes:
            return None
        return word.model_of(node, classes, self.shared.wardrobe.said(node.tag or "", node.attributes))

    def _within(self, model: TextBlock, node: LexborNode, look: Look) -> None:
        self.flush()
        before, self.model = self.model, model
        self.take(node, look)
        self.flush()
        self.model, self._item_open = before, False

    def _heading(self, node: LexborNode, look: Look, level: int) -> None:
        self.flush()
        content = self.inside(node, look, dressed=False)
        if plain(content).strip():
            self.blocks.append(Crosshead(without_bold(content), level))

    def link(self, node: LexborNode, look: Look) -> None:
        """Take a link: to a footnote, to somewhere safe, or only its words."""
        address = (node.attributes.get("href") or "").strip()
        note = footnotes.leads_to(address)
        if footnotes.leads_back(address):
            return
        if note:
            self._note(note)
            return
        target = meant(address)
        if target and not target.startswith("#"):
            marks = frozenset(mark for mark in look.marks if mark.kind != "underline") | {link(target)}
            look = replace(look, marks=marks)
        elif address and not address.startswith("#"):
            self.shared.lost.counts["link"] += 1
        before, self.dressed = self.dressed, self.dressed and not target
        self.take(node, look)
        self.dressed = before

    def _note(self, name: str) -> None:
        content = self.shared.footnotes.get(name)
        if content is None:
            self.shared.lost.counts["footnote"] += 1
        else:
            self._pieces.append(Footnote(tuple(p for p in content if isinstance(p, Run | LineBreak))))

    def line_break(self, _node: LexborNode, _look: Look) -> None:
        """Take a line break; two part paragraphs."""
        self._pieces.append(LineBreak())

    def quotation(self, node: LexborNode, look: Look) -> None:
        """Take a quotation in the text, with the marks a browser would show."""
        self._pieces.append(Run("„", look.marks))
        self.take(node, look)
        self._pieces.append(Run("“", look.marks))

    def quote(self, node: LexborNode, look: Look) -> None:
        """Take what stands in a quotation."""
        self._within(Quote(), node, look)

    def list(self, node: LexborNode, look: Look) -> None:
        """Take the entries of a list; lists inside stand one level deeper."""
        level = self.model.level + 1 if isinstance(self.model, ListItem) else 0
        self._within(ListItem(ordered=node.tag == "ol", level=level), node, look)

    def item(self, node: LexborNode, look: Look) -> None:
        """Take one entry of a list, at the level it says or stands at."""
        self.flush()
        self._item_open = False
        before = self.model
        said = node.attributes.get("aria-level") or node.attributes.get("data-aria-level") or ""
        model = before if isinstance(before, ListItem) else ListItem()
        if _DIGITS.fullmatch(said):
            model = replace(model, level=min(max(int(said) - 1, 0), MAX_LEVEL))
        self.model = model
        self.take(node, look)
        self.flush()
        self.model, self._item_open = before, False

    def table(self, node: LexborNode, look: Look) -> None:
        """Take a table; one that is only a frame gives what stands in it."""
        self.flush()
        rows, heads = tables.rows_of(node)
        if tables.is_frame(node, rows):
            for cell in (cell for row in rows for cell in row):
                self._flow(cell, self.shared.wardrobe.worn(look, cell.tag or "", cell.attributes))
            return
        self.blocks.append(tables.table_of(rows, heads, lambda cell: self._cell(cell, look)))

    def _cell(self, cell: LexborNode, look: Look) -> Content:
        head = cell.tag == "th"
        worn = self.shared.wardrobe.worn(look, cell.tag or "", cell.attributes)
        content = self.inside(cell, worn, dressed=not head)
        return without_bold(content) if head else content

    def preformatted(self, node: LexborNode, look: Look) -> None:
        """Take lines that stand as they were typed."""
        self.flush()
        self.take(node, replace(look, as_typed=True))
        self.flush()

    def image(self, node: LexborNode, look: Look) -> None:
        """Leave a picture out; one that stands for a letter is that letter, one too small to be seen is nothing."""
        found = node.attributes
        letter = found.get("alt") or ""
        if (
            letter
            and len(letter) <= _LONGEST_EMOJI
            and not letter.isascii()
            and not any(map(str.isalpha, letter))
        ):
            self._pieces.append(Run(letter, look.marks))
        elif found.get("width") not in _TINY and found.get("height") not in _TINY:
            self.shared.lost.counts["picture"] += 1


_KINDS: dict[str, Callable[[Gatherer, LexborNode, Look], None]] = {
    "a": Gatherer.link,
    "br": Gatherer.line_break,
    "q": Gatherer.quotation,
    "blockquote": Gatherer.quote,
    "ul": Gatherer.list,
    "ol": Gatherer.list,
    "li": Gatherer.item,
    "table": Gatherer.table,
    "pre": Gatherer.preformatted,
    "img": Gatherer.image,
    "image": Gatherer.image,
}


def _level(tag: str, attributes: Mapping[str, str | None]) -> int:
    said = attributes.get("aria-level") or ""
    if _HEADING.fullmatch(tag):
        return int(tag[1])
    return int(said) if _DIGITS.fullmatch(said) else 1

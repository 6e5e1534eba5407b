"""Blocks from CommonMark, by the tokens of markdown-it; the only file that knows it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from newsroom.domain.body import Block, Crosshead, ListItem, Paragraph, Picture, Quote, Table, TextBlock
from newsroom.domain.inline import Content, LineBreak, Run, normal, plain, text
from newsroom.domain.marks import BOLD, ITALIC, NONE, STRIKE, Marks, link
from newsroom.formats.addresses import picture_name, safe_address
from newsroom.translation import Message, msgs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKS = {"strong": BOLD, "em": ITALIC, "s": STRIKE}
_LEVELS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}


def blocks_of(words: str) -> tuple[tuple[Block, ...], tuple[Message, ...]]:
    """Give the blocks of a text and what of it was left out."""
    walk = _Walk()
    walk.take(_parser().parse(words))
    return tuple(walk.blocks), tuple(walk.losses())


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign]  # unsafe links are dropped and counted here
    parser.inline.ruler.before("emphasis", "gender_star", _gender_star)
    return parser


def _any_link(url: str) -> bool:
    return bool(url)


def _gender_star(state: StateInline, silent: bool) -> bool:
    """Take an asterisk between two letters as a letter: Bürger*innen is one word, and never emphasis."""
    at, words = state.pos, state.src
    if words[at] != "*" or not (
        0 < at < len(words) - 1 and words[at - 1].isalpha() and words[at + 1].isalpha()
    ):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens and keeps where it is: in a quote, in lists, in a table."""

    blocks: list[Block] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    quotes: int = 0
    heading: str = ""
    rows: list[list[Content]] = field(default_factory=list)
    heads: int = 0
    fresh: bool = False
    lost_links: int = 0
    lost_pictures: int = 0

    def take(self, tokens: Sequence[Token]) -> None:
        """Take in a text's tokens."""
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type in {"fence", "code_block"}:
                self.blocks.append(replace(self._model(), content=text(token.content.rstrip("\n"))))
            else:
                self._frame(token)

    def losses(self) -> list[Message]:
        """Say what was left out."""
        done: list[Message] = []
        if self.lost_links:
            done.append(
                msgs(
                    "{n} unsafe link was removed; its text is kept.",
                    "{n} unsafe links were removed; their text is kept.",
                    self.lost_links,
                )
            )
        if self.lost_pictures:
            done.append(
                msgs(
                    "{n} picture was left out; its place is kept.",
                    "{n} pictures were left out; their places are kept.",
                    self.lost_pictures,
                )
            )
        return done

    def _frame(self, token: Token) -> None:
        """Open or close what stands around the text."""
        kind, opens = token.type.rpartition("_")[0], token.nesting == 1
        if kind in {"bullet_list", "ordered_list"}:
            self.lists.append(kind == "ordered_list") if opens else self.lists.pop()
        elif kind == "list_item":
            self.fresh = opens
        elif kind == "blockquote":
            self.quotes += token.nesting
        elif kind == "heading":
            self.heading = token.tag if opens else ""
        elif kind == "tr" and opens:
            self.rows.append([])
        elif kind == "thead" and not opens:
            self.heads = len(self.rows)
        elif kind == "table" and not opens:
            self.blocks.append(Table(tuple(map(tuple, self.rows)), self.heads))
            self.rows, self.heads = [], 0

    def _inline(self, token: Token) -> None:
        content, pictures = self._content(token.children or [])
        if self.rows:
            self.rows[-1].append(content)
        elif plain(content).strip():
            self.blocks.append(replace(self._model(), content=content))
            self.fresh = False
        self.blocks.extend(pictures)

    def _model(self) -> TextBlock:
        if self.heading:
            return Crosshead(level=_LEVELS[self.heading])
        if self.lists and self.fresh:
            return ListItem(ordered=self.lists[-1], level=len(self.lists) - 1)
        return Quote() if self.quotes else Paragraph()

    def _content(self, tokens: Sequence[Token]) -> tuple[Content, list[Block]]:
        done: list[Run | LineBreak] = []
        pictures: list[Block] = []
        marks: Marks = NONE
        links: list[Marks] = []
        for token in tokens:
            kind = token.type.rpartition("_")[0]
            if token.type == "image":
                pictures.append(self._picture(token))
            elif kind == "link":
                marks = self._linked(token, marks, links)
            elif kind in _MARKS:
                marks = marks | {_MARKS[kind]} if token.nesting == 1 else marks - {_MARKS[kind]}
            elif token.type == "hardbreak":
                done.append(LineBreak(marks))
            else:
                done.append(Run(" " if token.type == "softbreak" else token.content, marks))
        return normal(done), pictures

    def _linked(self, token: Token, marks: Marks, links: list[Marks]) -> Marks:
        if token.nesting != 1:
            return marks - links.pop()
        address = safe_address(str(token.attrGet("href") or ""))
        self.lost_links += not address
        links.append(frozenset({link(address)}) if address else NONE)
        return marks | links[-1]

    def _picture(self, token: Token) -> Picture:
        name = picture_name(_spoken(str(token.attrGet("src") or "")))
        self.lost_pictures += not name
        caption, _, credit = str(token.attrGet("title") or "").partition("|")
        return Picture("", text(caption.strip()), credit.strip(), alternative=token.content, name=name)


def _spoken(address: str) -> str:
    """Undo the percent signs that Markdown puts into an address."""
    from urllib.parse import unquote

    return unquote(address)

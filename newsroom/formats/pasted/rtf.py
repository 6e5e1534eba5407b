"""RTF from a clipboard that holds nothing else: its words, paragraphs, emphasis and links."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from newsroom.domain.body import Block, Body, ListItem, Paragraph, Table, normal_body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Content, Footnote, LineBreak, Run, normal, plain
from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    NONE,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Marks,
    link,
)
from newsroom.formats.addresses import safe_address
from newsroom.translation import N_, msg

MOST_BYTES = 20 << 20
DEEPEST = 200

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_GONE_WORDS = (
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf"
    " listtable listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles annotation atnid"
    " atnauthor atnref atndate bkmkstart bkmkend nonshppict pntxta pntxtb field_type ftnsep revtbl tc xe"
)
_GONE = frozenset(_GONE_WORDS.split())
_MARKS = {"b": BOLD, "i": ITALIC, "ul": UNDERLINE, "strike": STRIKE, "super": SUPERSCRIPT, "sub": SUBSCRIPT}
_SIGNS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    marks: Marks = NONE
    gone: bool = False
    skip: int = 1
    """So many letters stand for programs that do not know the Unicode one."""
    link: bool = False
    address: str = ""


def read(data: bytes) -> Body:
    """Give the body of an RTF text; raises Refused past a limit."""
    if len(data) > MOST_BYTES:
        raise Refused(msg(N_("The text is too large: at most {most} MB are read."), most=MOST_BYTES >> 20))
    reader = _Reader()
    for token in _TOKEN.finditer(data):
        reader.token(token)
    reader.end_paragraph()
    reader.end_table()
    return normal_body(Body(tuple(reader.blocks)))


@dataclass(slots=True)
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    rows: list[tuple[Content, ...]] = field(default_factory=list)
    cells: list[Content] = field(default_factory=list)
    pieces: list[Run | LineBreak | Footnote] = field(default_factory=list)
    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    codec: str = "cp1252"
    raw: bytearray = field(default_factory=bytearray)
    skip: int = 0
    order: str = ""
    listed: bool = False
    high: int = 0

    def token(self, token: re.Match[bytes]) -> None:
        """Take one token."""
        word, number, code, symbol, brace, words = token.groups()
        if code:
            self._byte(int(code, 16))
        elif words:
            self._bytes_end()
            self._words(words.decode("latin-1"))
        else:
            self._bytes_end()
            if brace:
                self._brace(brace)
            elif word:
                self._word(word.decode(), int(number) if number else None)
            elif symbol:
                self._symbol(symbol.decode("latin-1"))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self.outer) >= DEEPEST:
                raise Refused(msg(N_("The text is nested too deeply.")))
            self.outer.append(self.group)
        elif self.outer:
            self.group = self.outer.pop()

    def _byte(self, value: int) -> None:
        if self.skip:
            self.skip -= 1
        else:
            self.raw.append(value)

    def _bytes_end(self) -> None:
        if self.raw:
            self._text(bytes(self.raw).decode(self.codec, "replace"))
            self.raw.clear()

    def _words(self, words: str) -> None:
        if self.skip:
            left = min(self.skip, len(words))
            words, self.skip = words[left:], self.skip - left
        self._text(words)

    def _text(self, words: str) -> None:
        if self.group.link:
            self.order += words
        elif not self.group.gone and words:
            marks, address = self.group.marks, self.group.address
            marks = marks - {UNDERLINE} | {link(address)} if address else marks
            self.pieces.append(Run(words, marks))

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.group = replace(self.group, gone=True)
        elif symbol in "\r\n":
            self.end_paragraph()
        elif symbol in _SYMBOLS:
            self._text(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        if word == "fldinst":
            self.group, self.order = replace(self.group, gone=False, link=True), ""
        elif word == "fldrslt":
            found = _LINK.search(self.order)
            self.group = replace(self.group, address=safe_address(found[1]) if found else "")
        elif word in {"listtext", "pntext"}:
            self.listed, self.group = True, replace(self.group, gone=True)
        elif word in _GONE or word == "footnote":
            self.group = replace(self.group, gone=True)
        elif not self.group.gone:
            self._plain_word(word, number)

    def _plain_word(self, word: str, number: int | None) -> None:
        if word in {"par", "sect", "page"}:
            self.end_paragraph()
        elif word in {"cell", "row"}:
            self._cell(word)
        elif word == "line":
            self.pieces.append(LineBreak(self.group.marks))
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word == "u" and number is not None:
            self._unicode(number % 0x10000)
        elif word == "uc":
            self.group = replace(self.group, skip=min(max(number or 0, 0), 8))
        elif word == "ansicpg":
            self.codec = _codec(number or 0)
        elif word in {"plain", "ulnone", "nosupersub"} or word in _MARKS:
            self.group = replace(self.group, marks=_marked(self.group.marks, word, number))

    def _unicode(self, code: int) -> None:
        """Take a letter of UTF-16; the first half of a pair waits for the second."""
        self.skip = self.group.skip
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the halves of pairs
            self.high = code
            return
        if 0xDC00 <= code < 0xE000 and self.high:  # noqa: PLR2004 - the halves of pairs
            code = 0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00)
        self.high = 0
        self._text(chr(code))

    def _cell(self, word: str) -> None:
        if word == "cell":
            self.cells.append(self._content())
        elif self.cells:
            self.rows.append(tuple(self.cells))
            self.cells = []

    def _content(self) -> Content:
        pieces, self.pieces = self.pieces, []
        return normal(pieces)

    def end_paragraph(self) -> None:
        """End a paragraph; inside a cell that is a line break."""
        self._bytes_end()
        content = self._content()
        listed, self.listed = self.listed, False
        if not plain(content).strip():
            return
        self.end_table()
        self.blocks.append(ListItem(content) if listed else Paragraph(content))

    def end_table(self) -> None:
        """Put the rows that were read into the text."""
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
            self.rows = []


def _codec(number: int) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def _marked(marks: Marks, word: str, number: int | None) -> Marks:
    if word == "plain":
        return NONE
    if word == "ulnone":
        return marks - {UNDERLINE}
    if word == "nosupersub":
        return marks - {SUPERSCRIPT, SUBSCRIPT}
    return marks - {_MARKS[word]} if number == 0 else marks | {_MARKS[word]}

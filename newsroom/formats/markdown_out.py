"""A story as Markdown: a head with its fields, then the text in CommonMark; pictures lie beside the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.article import Priority
from newsroom.domain.body import Block, Box, Crosshead, ListItem, Picture, Quote, Table, Unknown, contents
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Footnote, LineBreak, Run, plain
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, MarkKind, value_of
from newsroom.formats import Written
from newsroom.formats.bylines import named
from newsroom.formats.guard.pictures import look
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.domain.article import Article
    from newsroom.domain.inline import Content
    from newsroom.domain.marks import Mark
    from newsroom.formats import Writing

_SIGNS = re.compile(r"[\\`*_\[\]<>~&|!]")
_OPENING = re.compile(r"^([ \t]*)([#+=>-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_BREAKS = re.compile(r"^(?:\\\n)+|(?:\\\n)+$")
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_MARKS = ((BOLD, "**"), (ITALIC, "*"), (STRIKE, "~~"))
_HELD = frozenset({BOLD.kind, ITALIC.kind, STRIKE.kind, MarkKind.LINK})
_WORDS = {
    "kicker": "kicker",
    "subheadline": "subheadline",
    "section": "section",
    "genre": "genre",
    "dateline": "dateline",
    "source": "source",
    "teaser": "teaser",
    "sign-off": "sign_off",
    "rights": "rights",
    "correction": "correction_note",
}


def write(article: Article, writing: Writing) -> Written:
    """Give a story as Markdown with its pictures beside it."""
    page = _Page(writing)
    head = "".join(f"{name}: {value}\n" for name, value in _fields(article, writing))
    title = f"# {_escaped(article.headline)}" if article.headline else ""
    text = "\n\n".join(filter(None, (title, *page.text(article))))
    opening = f"---\n{head}---\n\n" if head else ""
    return Written(f"{opening}{text}\n".encode(), tuple(_losses(article)), page.beside)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give several stories in one text, each under its headline, parted by rules."""
    pages: list[str] = []
    page = _Page(writing)
    losses: dict[Message, None] = {}
    for article in articles:
        title = _escaped(article.headline or article.slug or "…")
        byline = _escaped(", ".join(map(named, article.authors)))
        lead = _escaped(plain(content_for_readers(article.lead)))
        head = (f"# {title}", _marked(byline, "*"), _marked(lead, "**"))
        pages.append("\n\n".join(filter(None, (*head, *page.text(article)))))
        losses |= dict.fromkeys(_losses(article))
    return Written(("\n\n---\n\n".join(pages) + "\n").encode(), tuple(losses), page.beside)


def _fields(article: Article, writing: Writing) -> Iterator[tuple[str, str]]:
    """Give the lines of the head, in the names that the reader knows."""
    for name, field in _WORDS.items():
        yield from _line(name, getattr(article, field))
    yield from _line("lead", plain(content_for_readers(article.lead)))
    yield from _line("byline", ", ".join(map(named, article.authors)))
    yield from _line("keywords", ", ".join(article.keywords))
    if article.publish_time:
        local = article.publish_time.astimezone(ZoneInfo(writing.house.zone))
        yield "publish time", local.isoformat(" ", "minutes" if not local.second else "seconds")
    if article.spoken_language:
        yield "language", article.spoken_language
    if article.priority is not Priority.NORMAL:
        yield "priority", article.priority.value


def _line(name: str, value: str) -> Iterator[tuple[str, str]]:
    words = " ".join(value.split())
    quoted = words[:1] in {'"', "'", "["} or words[-1:] in {'"', "'"}
    if words:
        yield name, '"' + words.replace('"', '\\"') + '"' if quoted else words


def _escaped(words: str) -> str:
    """Give words so that none of their signs means anything."""
    plainly = _SIGNS.sub(lambda sign: "\\" + sign[0], " ".join(words.split("\n")))
    return _OPENING.sub(_disarmed, plainly)


def _disarmed(found: re.Match[str]) -> str:
    """Give what would open a list or a heading as plain signs: behind a number its full stop."""
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"


def _marked(words: str, sign: str) -> str:
    """Put signs close around words, leaving space at their edges outside, as CommonMark wants it."""
    found = _EDGES.match(words)
    if not found or not found[2]:
        return words
    return f"{found[1]}{sign}{found[2]}{sign}{found[3]}"


class _Page:
    """Writes blocks; gathers the pictures beside the file and the footnotes at its end."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._notes: list[str] = []
        self.beside: dict[str, bytes] = {}

    def text(self, article: Article) -> Iterator[str]:
        """Give the parts of a story's text that empty lines part."""
        first = len(self._notes)
        items: list[ListItem] = []
        for block in for_readers(article.body).blocks:
            if isinstance(block, ListItem):
                items.append(block)
                continue
            yield from self._list(items)
            items = []
            yield self._block(block)
        yield from self._list(items)
        yield from self._notes[first:]

    def _block(self, block: Block) -> str:
        if isinstance(block, Crosshead):
            return f"{'#' * (block.level + 1)} {self._line(block.content)}"
        if isinstance(block, Quote):
            return _quoted(self._content(block.content))
        if isinstance(block, Picture):
            return self._picture(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Box):
            inner = [_marked(self._line(block.title), "**"), *map(self._block, block.blocks)]
            return _quoted("\n\n".join(filter(None, inner)))
        return "" if isinstance(block, Unknown) else self._content(block.content)

    def _list(self, items: Sequence[ListItem]) -> Iterator[str]:
        """Give list items as one list; each stands under the marker of the one that it belongs to."""
        lines: list[str] = []
        widths: list[int] = []
        for item in items:
            level = min(item.level, len(widths))
            indent, sign = " " * sum(widths[:level]), "1." if item.ordered else "-"
            widths[level:] = [len(sign) + 1]
            inner = " " * (len(indent) + len(sign) + 1)
            lines.append(f"{indent}{sign} " + self._content(item.content).replace("\n", f"\n{inner}"))
        if lines:
            yield "\n".join(lines)

    def _table(self, block: Table) -> str:
        wide = max(map(len, block.rows))
        rows = [[self._line(cell) for cell in row] + [""] * (wide - len(row)) for row in block.rows]
        rows.insert(1, ["---"] * wide)
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _picture(self, block: Picture) -> str:
        data = self._writing.picture(block.asset) if block.asset else None
        name = block.name
        if data:
            size = look(data)
            name = f"{self._writing.stem or 'bild'}-{block.asset[:8]}.{size.kind if size else 'bin'}"
            self.beside[name] = data
        caption = " | ".join(filter(None, (plain(block.caption), block.credit)))
        title = (
            ' "' + caption.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
            if caption
            else ""
        )
        return f"![{_escaped(block.alternative)}](<{name}>{title})"

    def _line(self, content: Content) -> str:
        return self._content(content).replace("\\\n", " ").replace("\n", " ")

    def _content(self, content: Content) -> str:
        words = "".join(map(self._piece, content))
        return _OPENING.sub(_disarmed, _BREAKS.sub("", words).strip(" \t"))

    def _piece(self, piece: object) -> str:
        if isinstance(piece, LineBreak):
            return "\\\n"
        if isinstance(piece, Footnote):
            self._notes.append(f"[^{len(self._notes) + 1}]: " + self._line(piece.content))
            return f"[^{len(self._notes)}]"
        return self._run(piece) if isinstance(piece, Run) else ""

    def _run(self, piece: Run) -> str:
        words = _SIGNS.sub(lambda sign: "\\" + sign[0], piece.text)
        for mark, sign in _MARKS:
            words = _marked(words, sign) if mark in piece.marks else words
        address = value_of(piece.marks, MarkKind.LINK)
        return f"[{words}](<{address}>)" if address else words


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _losses(article: Article) -> Iterator[Message]:
    blocks = for_readers(article.body).blocks
    pieces = [piece for block in blocks for content in contents(block) for piece in content]
    if any(_unheld(mark) for piece in pieces for mark in getattr(piece, "marks", ())):
        yield msg(N_("Underlined, raised and lowered text stands as plain text."))
    if any(isinstance(block, Box) for block in blocks):
        yield msg(N_("Boxes stand as quotes."))
    if any(isinstance(block, Table) and block.header_rows != 1 for block in blocks):
        yield msg(N_("A table's first row stands as its head."))
    unknown = sum(isinstance(block, Unknown) for block in blocks)
    if unknown:
        yield msgs(
            "{n} part of a newer program was left out.",
            "{n} parts of a newer program were left out.",
            unknown,
        )
    if any(getattr(piece, "marks", ()) for piece in content_for_readers(article.lead)):
        yield msg(N_("The lead stands as plain text."))


def _unheld(mark: Mark) -> bool:
    return mark.kind not in _HELD

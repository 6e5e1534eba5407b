"""Two versions of a story beside each other, field by field, as they are read: words, facts and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import AUTO
from newsroom.domain.body import TEXT_BLOCKS, Body, Box, Crosshead, ListItem, Picture, Table, block_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.codec import dumps, dumps_content
from newsroom.domain.comparison import Row, compare
from newsroom.domain.inline import Footnote, plain
from newsroom.domain.words import language_name
from newsroom.translation import N_, _, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.comparison import Look
    from newsroom.domain.inline import Content

BODY = "body"
PICTURES = "pictures"
_READ = (
    ("kicker", N_("Kicker")),
    ("headline", N_("Headline")),
    ("subheadline", N_("Subheadline")),
    ("lead", N_("Lead")),
    (BODY, N_("Text")),
)
_BESIDE = (
    ("teaser", N_("Teaser")),
    ("web_headline", N_("Web headline")),
    ("section", N_("Section")),
    ("genre", N_("Genre")),
    ("dateline", N_("Dateline")),
    ("authors", N_("Authors")),
    ("sign_off", N_("Sign-off")),
    ("keywords", N_("Keywords")),
    ("language", N_("Language")),
    ("priority", N_("Priority")),
    ("publish_time", N_("Publish time")),
    ("embargo", N_("Embargo")),
    ("ordered_length", N_("Ordered length")),
    ("source", N_("Source")),
    ("rights", N_("Rights")),
    ("ai_use", N_("AI")),
    ("links", N_("Linked stories")),
    ("slug", N_("Slug")),
    ("editors_note", N_("Editor's note")),
    ("correction_note", N_("Correction note")),
)
_ALWAYS = frozenset({"kicker", "headline", "subheadline", "lead", BODY, "teaser", "web_headline"})
"""Read beside each other even where both are the same; facts are told where they differ, or are words."""
_WORDS = frozenset({"section", "dateline", "sign_off", "source", "editors_note", "correction_note"})


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two versions; title is an English catalogue text, field is named as in `Article`."""

    title: str
    rows: tuple[Row, ...]
    field: str = ""
    blocks: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Of the text: in which block of the reader's body each line of either side stands."""
    assets: tuple[tuple[str, str], ...] = ()
    """Of pictures: for each row the SHA-256 of the picture on either side, or nothing."""

    @property
    def same(self) -> bool:
        """Tell whether the field reads the same in both."""
        return all(row.same for row in self.rows)


def compared(old: Article, new: Article, zone: str = "UTC") -> tuple[Compared, ...]:
    """Give the fields that hold something in either version; what is marked as deleted is not read.

    Facts beside the text, such as times and keywords, are there where they differ; times are of the zone.
    """
    fields = [_field(name, title, old, new) for name, title in _READ]
    fields.append(_pictures(old, new))
    fields += (
        Compared(title, compare(_line(old, name, zone), _line(new, name, zone)), name)
        for name, title in _BESIDE
    )
    return tuple(
        field for field in fields if field.rows and (field.field in _ALWAYS | _WORDS or not field.same)
    )


def _field(name: str, title: str, old: Article, new: Article) -> Compared:
    if name == BODY:
        ours, theirs = (tuple(_lines(for_readers(article.body))) for article in (old, new))
        looks = [line.look for line in ours], [line.look for line in theirs]
        rows = compare([line.text for line in ours], [line.text for line in theirs], looks)
        blocks = tuple(line.block for line in ours), tuple(line.block for line in theirs)
        return Compared(title, rows, name, blocks)
    if name == "lead":
        leads = [content_for_readers(article.lead) for article in (old, new)]
        texts = [[plain(lead)] if plain(lead) else [] for lead in leads]
        kinds = [[(None, dumps_content(lead))] * bool(plain(lead)) for lead in leads]
        return Compared(title, compare(texts[0], texts[1], (kinds[0], kinds[1])), name)
    return Compared(title, compare(_line(old, name, ""), _line(new, name, "")), name)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is read, in which block it stands, its kind, and how it is set."""

    text: str
    block: int
    look: Look


def _lines(body: Body) -> Iterator[_Line]:
    for number, block in enumerate(body.blocks):
        for text, kind in _read(block):
            if text:
                yield _Line(text, number, (kind, dumps(Body((block,)))))


def _read(block: Block) -> Iterator[tuple[str, object]]:
    """Give the lines of a block and of what kind each is."""
    if isinstance(block, TEXT_BLOCKS):
        yield block_text(block), _kind(block)
        yield from _footnotes(block.content)
    elif isinstance(block, Table):
        for row in block.rows:
            yield "\t".join(plain(cell) for cell in row), "table"
    elif isinstance(block, Box):
        yield plain(block.title), "box title"
        for inner in block.blocks:
            yield plain(inner.content), ("box", _kind(inner))
            yield from _footnotes(inner.content)
    elif isinstance(block, Picture):
        yield plain(block.caption), "caption"


def _kind(block: Block) -> object:
    level = block.level if isinstance(block, Crosshead | ListItem) else 0
    return type(block).__name__, level, isinstance(block, ListItem) and block.ordered


def _footnotes(content: Content) -> Iterator[tuple[str, object]]:
    for piece in content:
        if isinstance(piece, Footnote):
            yield f"* {plain(piece.content)}", "footnote"


def _pictures(old: Article, new: Article) -> Compared:
    """Give the pictures of two versions with what is said beside them; another picture or crop counts too."""
    sides = [
        [block for block in for_readers(one.body).blocks if isinstance(block, Picture)] for one in (old, new)
    ]
    texts = [[_of_picture(one) for one in side] for side in sides]
    looks = [[((one.asset, one.crop, one.source_type), None) for one in side] for side in sides]
    rows = compare(texts[0], texts[1], (looks[0], looks[1]))
    assets = tuple((_asset(sides[0], row.places[0]), _asset(sides[1], row.places[1])) for row in rows)
    return Compared(N_("Pictures"), rows, PICTURES, assets=assets)


def _of_picture(one: Picture) -> str:
    told = (one.name or one.asset[:8] or _("Picture"), one.credit, one.creator, one.alternative)
    return " · ".join(part for part in told if part)


def _asset(side: list[Picture], place: int | None) -> str:
    return "" if place is None else side[place].asset


def _line(article: Article, name: str, zone: str) -> list[str]:
    told = _TOLD.get(name)
    words = told(article, zone) if told else getattr(article, name)
    return [words] if words else []


def _time(value: datetime | None, zone: str) -> str:
    if value is None:
        return ""
    from newsroom.text import dates

    return dates.show(value, zone, language())


def _length(article: Article, _zone: str) -> str:
    length = article.ordered_length
    return f"{length.amount} {_(length.unit.label)}" if length else ""


def _language(article: Article, _zone: str) -> str:
    """Give the language that was set; what is only detected is no fact of the story."""
    return "" if article.language == AUTO else _(language_name(article.language))


_TOLD: dict[str, Callable[[Article, str], str]] = {
    "authors": lambda article, _zone: "; ".join(f"{one.role} {one.name}".strip() for one in article.authors),
    "keywords": lambda article, _zone: ", ".join(article.keywords),
    "language": _language,
    "priority": lambda article, _zone: _(article.priority.label),
    "publish_time": lambda article, zone: _time(article.publish_time, zone),
    "embargo": lambda article, zone: _time(article.embargo, zone) or article.embargo_line,
    "ordered_length": _length,
    "ai_use": lambda article, _zone: _(article.ai_use.label),
    "links": lambda article, _zone: ", ".join(f"{_(link.kind.label)} {link.uid}" for link in article.links),
}

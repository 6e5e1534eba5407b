"""Plain text: a short first paragraph is the headline, empty lines part the paragraphs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, ImportNote
from newsroom.domain.body import paragraphs
from newsroom.formats import Audience, Format, Incoming, Written
from newsroom.formats.embargo_line import take_embargo
from newsroom.formats.encodings import decode, glimpse
from newsroom.formats.headlines import take_repeated
from newsroom.formats.plain import losses_of, plain_lines
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.formats import Reading, Writing

LONGEST_HEADLINE = 160
"""A longer first paragraph is text."""

WRAPPED_FROM = 50
"""Lines inside a paragraph that are so long, all but the last, were wrapped by a program."""

PARTING = "\n\n* * *\n\n"
"""What stands between two stories of one file."""

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_TAGGED = re.compile(r"\s*<(?:!doctype html|[a-z][a-z0-9]*)\b[^<]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style)\b[^>]*>[^<]*</\1\s*>|<!--[^<>]*-->", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the one story of a plain text."""
    decoded = decode(data, reading.encoding)
    words = _without_tags(decoded.text) if _TAGGED.match(decoded.text) else decoded.text
    held = take_embargo(words.split("\n"), reading.house.zone)
    blocks = tuple(block for block in map(_tidy, _BLANK.split("\n".join(held.lines))) if block)
    joined = tuple(map(_unwrapped, blocks))
    headline, rest = _take_headline(joined)
    rest, repeated = take_repeated(headline, rest, str)
    notes = (*decoded.notes, *held.notes, *_joined_note(joined != blocks), *repeated)
    article = Article.new(
        headline=headline,
        embargo=held.until,
        embargo_line=held.unread,
        body=paragraphs(rest),
        imported=True,
        import_notes=notes,
    )
    return (Incoming(article, encoding=decoded.encoding),)


def _without_tags(markup: str) -> str:
    """Give a page's text where someone asked for that: tags part lines, scripts and styles are nothing."""
    return unescape(_TAG.sub("\n\n", _UNSEEN.sub("", markup)))


def _tidy(block: str) -> str:
    return "\n".join(line.strip(" \t") for line in block.strip("\n").split("\n")).strip()


def _unwrapped(block: str) -> str:
    lines = block.split("\n")
    wrapped = len(lines) > 1 and all(len(line) >= WRAPPED_FROM for line in lines[:-1])
    return " ".join(lines) if wrapped else block


def _joined_note(joined: bool) -> tuple[ImportNote, ...]:
    if not joined:
        return ()
    return (ImportNote("lines-joined", msg(N_("Lines of equal length were joined to paragraphs."))),)


def _take_headline(blocks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    first, _, more = blocks[0].partition("\n") if blocks else ("", "", "")
    if not first or len(first) > LONGEST_HEADLINE or (len(blocks) == 1 and first.endswith((".", "…", ":"))):
        return "", blocks
    return first, (more, *blocks[1:]) if more else blocks[1:]


def write(article: Article, writing: Writing) -> Written:
    """Write what readers read, as plain text with a line feed at the end."""
    return collect((article,), writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Write several stories as one plain text, parted by a line of stars."""
    del writing
    losses = dict.fromkeys(loss for article in articles for loss in losses_of(article.body))
    text = PARTING.join(map(_words, articles))
    return Written(f"{text}\n".encode(), tuple(losses))


def _words(article: Article) -> str:
    from newsroom.domain.changes import content_for_readers
    from newsroom.domain.inline import plain

    head = (article.kicker, article.headline, article.subheadline, plain(content_for_readers(article.lead)))
    return "\n\n".join(filter(None, (*head, *plain_lines(article.body), correction(article))))


def correction(article: Article) -> str:
    """Give what readers are told of a correction, in the story's language; nothing where nothing was corrected."""
    from newsroom.formats.html.notices import words_for

    note = article.correction_note.strip()
    return f"{words_for(article.spoken_language)['correction']}: {note}" if note else ""


def sniff(data: bytes, name: str) -> int:
    """Tell how surely this is plain text: bytes that decode, best with the usual ending."""
    text = glimpse(data[:4_000])
    if len(_NOISE.findall(text)) > max(len(text) // 50, 16):
        return 0
    return 30 if name.casefold().endswith((".txt", ".text")) else 10


FORMAT = Format(
    name="text",
    title=N_("Plain text"),
    extensions=(".txt", ".text"),
    mime="text/plain",
    audience=Audience.READER,
    read=read,
    write=write,
    collect=collect,
    sniff=sniff,
)

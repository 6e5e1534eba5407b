"""A story from any HTML: parsed, measured, sanitised, and only then made into blocks."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import AUTO, Article
from newsroom.domain.body import Body, normal_body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Content, plain
from newsroom.formats import Incoming, stamps
from newsroom.formats.bylines import people, without_form
from newsroom.formats.encodings import decode
from newsroom.formats.headlines import take_repeated, words_of
from newsroom.formats.html.blocks import Story
from newsroom.formats.html.carried import Found, carry
from newsroom.formats.html.mhtml import opened
from newsroom.formats.html.notices import read_notices
from newsroom.formats.html.sanitising import sanitise
from newsroom.formats.html.tree import check_depth, check_text, check_tree
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from newsroom.domain.article import ImportNote
    from newsroom.formats import Reading
    from newsroom.formats.encodings import Decoded

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SOURCE = re.compile(r"^(?:Quelle|Source): ")
_WHOLE = re.compile(r"<(?:!doctype|html|head|body|title)\b", re.IGNORECASE)
_SEEN = 2_048


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the one story of a page or fragment, without anything that could act."""
    from selectolax.lexbor import LexborHTMLParser

    decoded = decode(data, reading.encoding or _declared(data))
    check_text(decoded.text)
    tree = LexborHTMLParser(decoded.text)
    if tree.root is None:
        return ()
    if _is_foreign(tree, decoded.text):
        return (_foreign(tree, decoded, reading),)
    check_depth(tree.root)
    if tree.css_first("body.index .teasers") is not None:
        raise Refused(msg(N_("This is an index of stories. Import the pages that it leads to.")))
    root, found = _root(tree), Found()
    if root is not None:
        carry(root, found)
    losses = check_tree(tree.root)
    story = _story(root, _quotes(_language(tree)))
    story.blocks = [found.named(block) for block in story.blocks]
    article = _article(story, tree, reading, decoded.notes)
    pictures = found.shown(article.body.blocks)
    return (Incoming(article, losses=losses, encoding=decoded.encoding, pictures=pictures),)


def _is_foreign(tree: LexborHTMLParser, text: str) -> bool:
    """Tell whether this is a whole page that others made, in which the story must be looked for."""
    maker = tree.css_first('meta[name="generator"]')
    ours = maker is not None and (maker.attributes.get("content") or "").startswith("Newsroom")
    return not ours and bool(_WHOLE.search(text))


def _foreign(
    tree: LexborHTMLParser,
    decoded: Decoded,
    reading: Reading,
    parts: Mapping[str, bytes] | None = None,
    base: str = "",
) -> Incoming:
    from newsroom.formats.html.saved import read_saved

    found = read_saved(tree, decoded.text, reading, parts, base)
    article = replace(found.article, import_notes=(*decoded.notes, *found.article.import_notes))
    return replace(found, article=article, encoding=decoded.encoding)


def read_archive(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the story of a page that a browser saved with all its parts in one file."""
    from selectolax.lexbor import LexborHTMLParser

    archive = opened(data)
    decoded = decode(archive.page, reading.encoding or _known(archive.charset) or _declared(archive.page))
    check_text(decoded.text)
    tree = LexborHTMLParser(decoded.text)
    if tree.root is None:
        return ()
    return (_foreign(tree, decoded, reading, archive.parts, archive.address),)


def _declared(data: bytes) -> str:
    """Give the encoding a page declares, where its bytes are not UTF-8 anyway."""
    found = _CHARSET.search(data[:_SEEN])
    try:
        data.decode()
    except UnicodeDecodeError:
        return _known(found[1].decode().lower()) if found else ""
    return ""


def _known(name: str) -> str:
    """Give the encoding that is meant: browsers read Latin-1 as Windows-1252, and a false Unicode is none."""
    try:
        found = codecs.lookup(name).name
        "".encode(found)
    except (LookupError, UnicodeError):
        return ""
    if found.startswith("utf"):
        return ""
    return "cp1252" if found in {"iso8859-1", "ascii"} else found


def _root(tree: LexborHTMLParser) -> LexborNode | None:
    articles = tree.css("article")
    if len(articles) == 1:
        return articles[0]
    return tree.css_first("main") or tree.body


def _quotes(language: str) -> str:
    return "„“" if language == AUTO or language.lower().startswith("de") else "“”"


def _story(root: LexborNode | None, quotes: str) -> Story:
    from selectolax.lexbor import LexborHTMLParser

    story = Story(quotes=quotes)
    clean = LexborHTMLParser(sanitise(root.html or "")).body if root is not None else None
    if clean is not None:
        story.read_footnotes(clean)
        story.take(clean)
        story.flush()
    return story


def _article(
    story: Story, tree: LexborHTMLParser, reading: Reading, notes: tuple[ImportNote, ...]
) -> Article:
    fields = story.fields
    house, zone = reading.house, reading.house.zone
    headline = _line(fields.get("headline", ())) or _title(tree)
    blocks, repeated = take_repeated(headline, story.blocks, words_of)
    said = read_notices(story.notices, zone)
    return Article.new(
        headline=headline,
        kicker=_line(fields.get("kicker", ())),
        subheadline=_line(fields.get("deck", ())),
        authors=people(without_form(_line(fields.get("byline", ())), house.byline_pattern, "{name}")),
        sign_off=without_form(_line(fields.get("sign-off", ())), house.sign_off_pattern, "{initials}"),
        lead=fields.get("lead", ()),
        dateline=_place(_line(fields.get("dateline", ())), reading.house.dateline_pattern),
        source=_SOURCE.sub("", _line(fields.get("source", ()))),
        body=normal_body(Body((*said.paragraphs, *blocks))),
        section=_meta(tree, "article:section"),
        keywords=tuple(_metas(tree, "article:tag")),
        publish_time=_published(tree, zone),
        embargo=said.embargo,
        embargo_line=said.embargo_line,
        correction_note=said.correction_note,
        ai_use=said.ai_use,
        language=_language(tree),
        imported=True,
        import_notes=(*notes, *repeated, *said.notes),
    )


def _line(content: Content) -> str:
    return " ".join(plain(content).split())


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("head > title")
    return _meta(tree, "og:title") or (" ".join(node.text().split()) if node else "")


def _place(opening: str, pattern: str) -> str:
    before, _, after = pattern.partition("{place}")
    return opening.removeprefix(before).removesuffix(after).strip(" –-")


def _meta(tree: LexborHTMLParser, name: str) -> str:
    return next(iter(_metas(tree, name)), "")


def _metas(tree: LexborHTMLParser, name: str) -> list[str]:
    found = (node.attributes.get("content") or "" for node in tree.css(f'meta[property="{name}"]'))
    return [" ".join(words.split()) for words in found if words.strip()]


def _published(tree: LexborHTMLParser, zone: str) -> datetime | None:
    node = tree.css_first("article header time[datetime]")
    said = _meta(tree, "article:published_time") or ((node.attributes.get("datetime") or "") if node else "")
    stamp = stamps.read(said, zone)
    return stamp.when if stamp and stamp.timed else None


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("article[lang]") or tree.css_first("html[lang]")
    said = (node.attributes.get("lang") or "") if node else ""
    return said if _LANGUAGE.fullmatch(said) else AUTO

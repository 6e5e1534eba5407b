"""The canonical wire text: UTF-8, line feeds, the headline once, no line feed at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import plain
from newsroom.formats import Written
from newsroom.formats.plain import block_lines, losses_of
from newsroom.formats.wire.dateline import is_agency, write_dateline
from newsroom.formats.wire.header import LABEL, write_header
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.formats import Writing
    from newsroom.settings import House

_NO_PLACE = {
    "kicker": N_("kicker"),
    "subheadline": N_("subheadline"),
    "teaser": N_("teaser"),
    "web_headline": N_("web headline"),
    "authors": N_("byline"),
    "sign_off": N_("sign-off"),
    "keywords": N_("keywords"),
    "embargo": N_("embargo"),
    "embargo_line": N_("embargo line"),
    "rights": N_("rights"),
    "ai_use": N_("AI label"),
    "correction_note": N_("correction note"),
}


def write(article: Article, writing: Writing) -> Written:
    """Write a story as canonical wire text, times in the house's zone."""
    return Written(_text(article, writing).encode(), tuple(_all_losses(article, writing)))


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Write several stories as one wire text: each begins with its header line, by which readers part them."""
    losses = dict.fromkeys(loss for article in articles for loss in _all_losses(article, writing))
    alone = len(articles) == 1
    text = "\n\n".join(_text(article, writing, bare="" if alone else LABEL) for article in articles)
    return Written(text.encode(), tuple(losses))


def _text(article: Article, writing: Writing, bare: str = "") -> str:
    """Give a story's text; bare is the header line of one that has neither time nor section."""
    header = write_header(_local(article, writing), _line(article.section)) or bare
    return "\n\n".join(filter(None, (header, _line(article.headline), *_paragraphs(article, writing))))


def _local(article: Article, writing: Writing) -> datetime | None:
    return article.publish_time and article.publish_time.astimezone(ZoneInfo(writing.house.zone))


def _all_losses(article: Article, writing: Writing) -> Iterator[Message]:
    yield from _losses(article, writing.house)
    yield from _time_losses(_local(article, writing))
    yield from losses_of(article.body)


def _line(words: str) -> str:
    return words.replace("\n", " ").strip()


def _paragraphs(article: Article, writing: Writing) -> Iterator[str]:
    opening = write_dateline(article.dateline, article.source, writing.house)
    lead = _tidy(plain(content_for_readers(article.lead)))
    blocks = (line for block in for_readers(article.body).blocks for line in block_lines(block))
    for words in filter(None, (lead, *map(_tidy, blocks))):
        yield opening + words
        opening = ""


def _tidy(text: str) -> str:
    """Give a block without empty lines, which would part it, and without spaces at the edges."""
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def _losses(article: Article, house: House) -> Iterator[Message]:
    for name, label in _NO_PLACE.items():
        if getattr(article, name):
            yield msg(N_("Wire text cannot hold this field: {field}."), field=msg(label))
    if article.lead:
        yield msg(N_("The lead was written as the first paragraph: wire text has no lead."))
    if article.source and not (article.dateline and is_agency(article.source, house.agencies)):
        yield msg(N_("Wire text cannot hold this field: {field}."), field=msg(N_("source")))


def _time_losses(when: datetime | None) -> Iterator[Message]:
    if when and (when.second or when.microsecond):
        yield msg(N_("The seconds of the publish time were left out."))
    if when and when.fold:
        yield msg(
            N_("The publish time falls into the doubled hour of the clock change; wire text cannot tell.")
        )

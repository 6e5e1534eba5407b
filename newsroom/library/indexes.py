"""What the search and the likeness index hold of a story; each kind of database keeps it in its own way.

A story stands in them under its sort key. What stands in them must be taken out by the very words that went
in: the forms that made them are written down, and a library whose forms are not ours gets its indexes built
anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.body import Picture, contents, plain_text
from newsroom.domain.changes import final, final_content
from newsroom.domain.inline import Footnote, plain
from newsroom.library import database
from newsroom.library.bodies import words_of
from newsroom.library.labels import PART, joined, labelled
from newsroom.text import shingles, terms
from newsroom.text.likeness import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from newsroom.domain.article import Article
    from newsroom.domain.body import Body
    from newsroom.domain.inline import Content

OWN_VERSION = 3
"""Number of what we put into the indexes and how."""


class Indexed(NamedTuple):
    """What the indexes hold of one story."""

    key: int
    words: str
    stems: str
    terms: str
    sample: frozenset[int] = frozenset()
    """The rows of its text by which like texts are found."""


def form() -> str:
    """Give the form of the indexes: everything that decides what stands in them."""
    return f"{OWN_VERSION}/{shingles.VERSION}/{terms.form()}"


def indexed(article: Article, key: int) -> Indexed:
    """Give what the indexes hold of a story."""
    parts = searchable(article)
    language = article.spoken_language
    words, stems = labelled(article)
    whole = joined(parts)
    joint = f" {PART} "
    return Indexed(
        key,
        joint.join((*words, *map(terms.folded, parts), *whole)),
        joint.join((*stems, *(terms.stems(part, language) for part in (*parts, *whole)))),
        " ".join(index_terms(article.headline)),
        shingles.sample(shingles.rows_of(words_of(article))),
    )


def searchable(article: Article) -> tuple[str, ...]:
    """Give the texts of a story that a search looks into."""
    tracked = bool(article.changes)
    body = final(article.body) if tracked else article.body
    lead = final_content(article.lead) if tracked else article.lead
    parts = (
        article.headline,
        article.kicker,
        article.subheadline,
        plain(lead),
        plain_text(body),
        article.web_headline,
        article.teaser,
        article.dateline,
        *article.keywords,
        *(byline.name for byline in article.authors),
        article.correction_note,
        *_asides(lead, body),
    )
    return tuple(filter(None, parts))


def _asides(lead: Content, body: Body) -> Iterator[str]:
    """Give what readers find beside the text: footnotes, and what is told of pictures."""
    for block in body.blocks:
        if isinstance(block, Picture):
            yield from (block.credit, block.alternative)
    for content in (lead, *(content for block in body.blocks for content in contents(block))):
        for piece in content:
            if isinstance(piece, Footnote):
                yield plain(piece.content)


def put(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Put stories into the indexes."""
    if entries:
        database.of(connection).put(connection, entries)


def take(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Take stories out of the indexes, by exactly what was put in."""
    if entries:
        database.of(connection).take(connection, entries)

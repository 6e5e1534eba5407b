"""What the search and the likeness index hold of a story, and how they are written, changed and rebuilt.

Both are contentless FTS5 tables whose row number is the story's sort key, so that newest-first needs no
sort. What stands in them must be taken out by the very words that went in: the forms that made them are
written down, and a library whose forms are not ours gets its indexes built anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from newsroom.domain.body import plain_text
from newsroom.domain.changes import final, final_content
from newsroom.domain.inline import plain
from newsroom.text import terms
from newsroom.text.likeness import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from newsroom.domain.article import Article

OWN_VERSION = 1
"""Number of what we put into the indexes and how."""

PART = "\ue000"
"""A token between fields that no word folds to: phrases do not reach across it."""

TABLES = (
    "CREATE VIRTUAL TABLE search USING fts5(words, stems, content='', prefix='1 2 3', tokenize='ascii')",
    "INSERT INTO search(search, rank) VALUES ('hashsize', 67108864)",
    "CREATE VIRTUAL TABLE likeness USING fts5(terms, content='', detail='none', columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE likeness_terms USING fts5vocab('likeness', 'row')",
)
EMPTYING = (
    "INSERT INTO search(search) VALUES ('delete-all')",
    "INSERT INTO likeness(likeness) VALUES ('delete-all')",
)

_PUT = "INSERT INTO search(rowid, words, stems) VALUES (?, ?, ?)"
_TAKE = "INSERT INTO search(search, rowid, words, stems) VALUES ('delete', ?, ?, ?)"
_PUT_LIKE = "INSERT INTO likeness(rowid, terms) VALUES (?, ?)"
_TAKE_LIKE = "INSERT INTO likeness(likeness, rowid, terms) VALUES ('delete', ?, ?)"


class Indexed(NamedTuple):
    """What the indexes hold of one story."""

    key: int
    words: str
    stems: str
    terms: str


def form() -> str:
    """Give the form of the indexes: everything that decides what stands in them."""
    return f"{OWN_VERSION}/{terms.form()}"


def indexed(article: Article, key: int) -> Indexed:
    """Give what the indexes hold of a story."""
    parts = searchable(article)
    language = article.spoken_language
    joint = f" {PART} "
    return Indexed(
        key,
        joint.join(map(terms.folded, parts)),
        joint.join(terms.stems(part, language) for part in parts),
        " ".join(index_terms(article.headline)),
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
    )
    return tuple(filter(None, parts))


def put(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Put stories into the indexes."""
    _run(connection, _PUT, _PUT_LIKE, list(entries))


def take(connection: Connection, entries: Iterable[Indexed]) -> None:
    """Take stories out of the indexes, by exactly what was put in."""
    _run(connection, _TAKE, _TAKE_LIKE, list(entries))


def _run(connection: Connection, search: str, likeness: str, entries: list[Indexed]) -> None:
    if entries:
        connection.exec_driver_sql(search, [(found.key, found.words, found.stems) for found in entries])
        connection.exec_driver_sql(likeness, [(found.key, found.terms) for found in entries])


def settle(connection: Connection) -> None:
    """Merge the indexes into one piece each, after many stories came in at once."""
    connection.execute(text("INSERT INTO search(search) VALUES ('optimize')"))
    connection.execute(text("INSERT INTO likeness(likeness) VALUES ('optimize')"))

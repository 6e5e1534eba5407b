"""Texts of the library that are like a text: candidates by a sample of their rows, judged by all their rows.

What stands in very many stories is the ending of an agency or a notice of the house: it makes nothing alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, delete, select, text

from newsroom.domain.body import plain_text
from newsroom.domain.changes import final, final_content
from newsroom.domain.codec import loads, loads_content
from newsroom.domain.inline import plain
from newsroom.domain.lookalike import BodyKind
from newsroom.library.adding import add
from newsroom.library.rows import ARTICLE, SHINGLE, TEXT
from newsroom.text.shingles import LongRows, long_rows, overlap, rows_of, sample

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import Connection, TextClause

    from newsroom.domain.article import Article
    from newsroom.text.shingles import Overlap

MOST_ASKED = 64
"""So many rows of a sample are asked for at most, the lowest numbers: of another text too these are the lowest."""

COMMON = 50
"""What stands in so many stories tells nothing of two of them."""

MOST_JUDGED = 6
"""So many candidates are compared row by row, those that share most of the sample."""

ALIKE = 0.3
"""From this share of both texts on they are near doubles. Chosen on one half of the labelled pairs; `tests/quality` says
what it finds in the other."""

CONTAINED = 0.6
"""From this share of the shorter text on it stands in the longer one."""

SAME = 0.995
_PROMISING = 0.2
_TEXTS = (
    select(ARTICLE.c.id, TEXT.c.lead, TEXT.c.body)
    .join(TEXT)
    .where(ARTICLE.c.id.in_(bindparam("ids", expanding=True)), ARTICLE.c.in_trash.is_(False))
)
_FORGET = delete(SHINGLE).where(
    SHINGLE.c.number == bindparam("was"), SHINGLE.c.article_id == bindparam("story")
)


class Alike(NamedTuple):
    """How the text of a story is like the one asked about."""

    story: int
    kind: BodyKind
    share: int


def words_of(article: Article) -> str:
    """Give the text by which stories are compared: lead and body as readers get them."""
    tracked = bool(article.changes)
    lead = final_content(article.lead) if tracked else article.lead
    body = final(article.body) if tracked else article.body
    return f"{plain(lead)}\n{plain_text(body)}"


def write(connection: Connection, changed: Iterable[tuple[int, frozenset[int], frozenset[int]]]) -> None:
    """Keep the samples of stories: each with its number, the sample so far and the new one."""
    taken: list[dict[str, int]] = []
    put: list[dict[str, int]] = []
    for story, before, now in changed:
        taken += [{"was": number, "story": story} for number in before - now]
        put += [{"number": number, "article_id": story} for number in now - before]
    if taken:
        connection.execute(_FORGET, taken)
    add(connection, SHINGLE, put)


def empty(connection: Connection) -> None:
    """Forget all samples."""
    connection.execute(delete(SHINGLE))


def alike(connection: Connection, article: Article) -> tuple[Alike, ...]:
    """Give the stories whose text is like this one's, the likest first; those in the trash never."""
    words = words_of(article)
    asked = sorted(sample(rows_of(words)))[:MOST_ASKED]
    if not asked:
        return ()
    mine = long_rows(words)
    promising = _promising(connection, asked, article.id)
    found = [
        Alike(story, kind, round(100 * max(shared.mine, shared.theirs)))
        for story, theirs in _rows(connection, promising).items()
        if (kind := judged(shared := overlap(mine, theirs))) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, -one.story)))


def judged(shared: Overlap) -> BodyKind | None:
    """Say how alike two texts are that share so much, or nothing."""
    if min(shared.mine, shared.theirs) >= SAME:
        return BodyKind.SAME
    if min(shared.mine, shared.theirs) >= ALIKE:
        return BodyKind.NEAR
    if shared.theirs >= CONTAINED:
        return BodyKind.CONTAINS
    return BodyKind.CONTAINED if shared.mine >= CONTAINED else None


def _promising(connection: Connection, asked: list[int], exclude: int) -> list[int]:
    """Give the stories that share most of the sample, without what very many share."""
    holders = defaultdict(list)
    values = {f"n{place}": number for place, number in enumerate(asked)}
    for number, story in connection.execute(_holders(len(asked)), values):
        holders[number].append(story)
    rare = {number: stories for number, stories in holders.items() if len(stories) <= COMMON}
    counted = Counter(story for stories in rare.values() for story in stories if story != exclude)
    least = _PROMISING * (len(asked) - len(holders) + len(rare))
    return [story for story, number in counted.most_common(MOST_JUDGED) if number >= min(least, 2)]


@cache
def _holders(number: int) -> TextClause:
    """Give the statement that asks for the stories of so many rows, no more of each than tell something."""
    one = "SELECT * FROM (SELECT number, article_id FROM shingle WHERE number = :n{place} LIMIT {most}) AS one{place}"
    parts = (one.format(place=place, most=COMMON + 1) for place in range(number))
    return text(" UNION ALL ".join(parts))


def _rows(connection: Connection, stories: Collection[int]) -> Mapping[int, LongRows]:
    if not stories:
        return {}
    found = connection.execute(_TEXTS, {"ids": list(stories)})
    return {story: long_rows(_words(lead, body)) for story, lead, body in found}


def _words(lead: str, body: str) -> str:
    return f"{plain(final_content(loads_content(lead)))}\n{plain_text(final(loads(body)))}"

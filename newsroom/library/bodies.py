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
from newsroom.text.shingles import asked, every, kept_of_all, long_rows, overlap, rows_of, step_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Connection, TextClause

    from newsroom.domain.article import Article
    from newsroom.text.shingles import Overlap

MOST_ASKED = 128
"""So many rows are asked for at most, first those that a text of any length would have kept."""

COMMON = 50
"""What stands in so many stories tells nothing of two of them."""

MOST_JUDGED = 10
"""So many candidates are compared row by row, those that share most of the sample."""

ALIKE = 0.3
"""From this share of both texts on they are near doubles. Chosen on one half of the labelled pairs; `tests/quality` says
what it finds in the other."""

CONTAINED = 0.6
"""From this share of the shorter text on it stands in the longer one."""

SAME = 0.995
_FEWEST = 4
"""Where what very many hold is left out, so many rows of the sample are to be there on both sides."""

_MANY = 24
"""Of so many rows asked for, one that is shared is too little to look at a text."""

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
    mine = rows_of(words)
    wanted = sorted(asked(mine), key=_closeness)[:MOST_ASKED]
    if not wanted:
        return ()
    promising, common = _promising(connection, wanted, article.id)
    long = long_rows(words) if promising else frozenset()
    found = [
        Alike(story, kind, round(100 * max(shared.mine, shared.theirs)))
        for story, theirs in _read(connection, promising)
        if not common or _alike_without(mine, rows_of(theirs), common)
        if (kind := judged(shared := overlap(long, long_rows(theirs)))) is not None
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


def _closeness(number: int) -> tuple[bool, int]:
    return not kept_of_all(number), number


def _alike_without(mine: frozenset[int], theirs: frozenset[int], common: frozenset[int]) -> bool:
    """Tell whether two texts are alike too in what not very many others hold; the index keeps a sample of that."""
    step = step_of(theirs)
    mine, theirs = every(mine, step) - common, every(theirs, step) - common
    if min(len(mine), len(theirs)) < _FEWEST:
        return False
    return judged(overlap(mine, theirs)) is not None


def _promising(connection: Connection, wanted: list[int], exclude: int) -> tuple[list[int], frozenset[int]]:
    """Give the stories that share most of the rows, and the rows that very many stories share, which count for nothing."""
    holders = defaultdict(list)
    values = {f"n{place}": number for place, number in enumerate(wanted)}
    for number, story in connection.execute(_holders(len(wanted)), values):
        holders[number].append(story)
    common = frozenset(number for number, stories in holders.items() if len(stories) > COMMON)
    counted = Counter(
        story for number in holders.keys() - common for story in holders[number] if story != exclude
    )
    least = 2 if len(wanted) - len(common) >= _MANY else 1
    return [story for story, number in counted.most_common(MOST_JUDGED) if number >= least], common


@cache
def _holders(number: int) -> TextClause:
    """Give the statement that asks for the stories of so many rows, no more of each than tell something."""
    one = "SELECT * FROM (SELECT number, article_id FROM shingle WHERE number = :n{place} LIMIT {most}) AS one{place}"
    parts = (one.format(place=place, most=COMMON + 1) for place in range(number))
    return text(" UNION ALL ".join(parts))


def _read(connection: Connection, stories: Collection[int]) -> Iterator[tuple[int, str]]:
    if stories:
        for story, lead, body in connection.execute(_TEXTS, {"ids": list(stories)}):
            yield story, _words(lead, body)


def _words(lead: str, body: str) -> str:
    return f"{plain(final_content(loads_content(lead)))}\n{plain_text(final(loads(body)))}"

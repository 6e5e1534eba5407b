"""A story's other version, in print or on the web: what of it was considered, and what was not yet.

A version keeps a copy of the other one's text as it was last considered. What the other reads now differs
from that copy in changes, each of which is taken over or left; either way the copy is brought up by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.alignment import aligned, likeness
from newsroom.domain.body import EMPTY, Body, Unknown, block_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.codec import dumps
from newsroom.domain.marks import MarkKind, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content

FIELDS = ("kicker", "headline", "subheadline", "lead")
BODY = "body"


@dataclass(frozen=True, slots=True)
class Wording:
    """What readers of a version get that the other may take over: its lines, its lead, its text."""

    kicker: str = ""
    headline: str = ""
    subheadline: str = ""
    lead: Content = ()
    body: Body = EMPTY


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The other version, by its uid, with its wording as it was last considered here."""

    uid: str
    considered: Wording


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of the other version; before or after is None where a block came or went.

    In a field both are its text or content, in the body blocks; place is the considered body's block that
    is changed, or before which one came.
    """

    field: str
    before: Any
    after: Any
    place: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """Where a change of the other version belongs in one's own body.

    From first up to last stands what it replaces; same tells that it reads as it did in the other version.
    """

    first: int
    last: int
    same: bool = True


def wording_of(article: Article) -> Wording:
    """Give what readers get of a story as it stands, its tracked changes taken as accepted."""
    return Wording(
        article.kicker,
        article.headline,
        article.subheadline,
        content_for_readers(article.lead),
        for_readers(article.body),
    )


def pending(considered: Wording, now: Wording) -> tuple[Difference, ...]:
    """Give the changes that were neither taken over nor left, those of the lines first."""
    lines = (
        Difference(name, getattr(considered, name), getattr(now, name))
        for name in FIELDS
        if getattr(considered, name) != getattr(now, name)
    )
    return (*lines, *_of_blocks(considered.body.blocks, now.body.blocks))


def _of_blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[Difference]:
    """Give the changes of blocks; a block became another only where it is of its kind."""
    ours, theirs = ([_key(block) for block in side] for side in (old, new))
    words = [[block_text(block) for block in side] for side in (old, new)]
    at = 0
    for place, target in aligned(words[0], words[1], (ours, theirs)):
        at = at if place is None else place
        before = None if place is None else old[place]
        after = None if target is None else new[target]
        if place is not None and target is not None and ours[place] == theirs[target]:
            pass
        elif before is not None and after is not None and type(before) is not type(after):
            yield Difference(BODY, before, None, at)
            yield Difference(BODY, None, after, at + 1)
        else:
            yield Difference(BODY, before, after, at)
        at += place is not None


def _key(block: Block) -> str:
    return dumps(Body((block,)))


def settled(considered: Wording, difference: Difference) -> Wording:
    """Give the considered wording with one of its pending changes brought in, taken over or left."""
    if difference.field != BODY:
        return replace(considered, **{difference.field: difference.after})
    blocks, place = considered.body.blocks, difference.place
    brought = () if difference.after is None else (difference.after,)
    gone = place + (difference.before is not None)
    return replace(considered, body=Body((*blocks[:place], *brought, *blocks[gone:])))


def home(own: Body, considered: Wording, difference: Difference) -> Home | None:
    """Give where a change of a block belongs in one's own body; None where what it changes is not there."""
    blocks = considered.body.blocks
    if difference.before is not None:
        return _found(own, difference.before, difference.place)
    for place in range(difference.place - 1, -1, -1):
        before = _found(own, blocks[place], place)
        if before is not None:
            return Home(before.last, before.last)
    return Home(0, 0)


def _found(own: Body, wanted: Block, near: int) -> Home | None:
    """Give where a block stands, or the one that is most like it; of equals the one nearest to a place."""
    read = {place: block for place, one in enumerate(own.blocks) if (block := _as_read(one))}
    rank = {place: number for number, place in enumerate(read)}  # what is struck counts for nothing
    places = sorted(read, key=lambda place: abs(rank[place] - near))
    key, words = _key(wanted), block_text(wanted)
    for place in places:
        if _key(read[place]) == key:
            return Home(place, place + 1)
    alike = [place for place in places if type(read[place]) is type(wanted)]
    scores = {place: likeness(block_text(read[place]), words) for place in alike}
    best = max(alike, key=lambda place: scores[place], default=None)
    return Home(best, best + 1, same=False) if best is not None and scores[best] else None


def _as_read(block: Block) -> Block | None:
    """Give a block as readers get it, or None where all of it is struck."""
    found = for_readers(Body((block,))).blocks
    struck = not isinstance(block, Unknown) and has(block.marks, MarkKind.DELETED)
    return None if not found or (struck and not block_text(found[0])) else found[0]

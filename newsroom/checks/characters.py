"""Characters that nobody sees, and words that look like others: in the headline, the byline and links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsroom.checks.rule import Rule, found, replaces
from newsroom.domain.body import TEXT_BLOCKS
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Anchor, length
from newsroom.domain.marks import MarkKind, value_of
from newsroom.text.invisible import Unseen, invisible
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Proof
    from newsroom.domain.finding import Finding
    from newsroom.domain.inline import Content

_TEXTS = {
    Unseen.BIDI: N_("A hidden character turns the direction of the text here."),
    Unseen.ZERO_WIDTH: N_("A character without width hides here."),
    Unseen.MIXED_SCRIPT: N_("“{word}” mixes letters of several scripts and may not be what it looks like."),
}


def unseen(proof: Proof, kind: Unseen) -> Iterator[Finding]:
    """Find one kind of suspect characters in headline, byline and links."""
    for place, text, mendable in _places(proof):
        for suspect in invisible(text):
            if suspect.kind is kind:
                yield _told(place, text, suspect.start, suspect.end, kind, mendable=mendable)


def _told(place: Place, text: str, start: int, end: int, kind: Unseen, *, mendable: bool) -> Finding:
    here = Place(place.field, place.block, start, end) if mendable else place
    removable = mendable and kind is not Unseen.MIXED_SCRIPT
    fix = replaces(msg(N_("Take it out")), here, "") if removable else None
    return found(here, msg(_TEXTS[kind], word=text[start:end]), text, fix=fix)


def _places(proof: Proof) -> Iterator[tuple[Place, str, bool]]:
    """Give place and text of what is judged, and whether offsets in the text are offsets of the place."""
    article = proof.article
    yield Place(Field.HEADLINE), article.headline, True
    for byline in article.authors:
        yield Place(Field.AUTHORS), byline.name, False
    for number, block in enumerate(article.body.blocks):
        if isinstance(block, TEXT_BLOCKS):
            yield from _links(number, block.content)
    yield from _links(HEADER, article.lead)


def _links(block: int, content: Content) -> Iterator[tuple[Place, str, bool]]:
    offset = 0
    for piece in content:
        size = length(piece)
        address = None if isinstance(piece, Anchor) else value_of(piece.marks, MarkKind.LINK)
        if address:
            field = Field.LEAD if block == HEADER else Field.BODY
            yield Place(field, block, offset, offset + size), address, False
        offset += size


RULES = (
    Rule(name="bidi", title=N_("No hidden direction marks"), judge=partial(unseen, kind=Unseen.BIDI)),
    Rule(name="zero-width", title=N_("No hidden characters"), judge=partial(unseen, kind=Unseen.ZERO_WIDTH)),
    Rule(
        name="mixed-script",
        title=N_("Words are of one script"),
        judge=partial(unseen, kind=Unseen.MIXED_SCRIPT),
    ),
)

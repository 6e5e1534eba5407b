"""Bringing back what a story once was: all of it, one field, or one paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.alignment import aligned
from newsroom.domain.body import TEXT_BLOCKS, Body, Paragraph, Picture, block_text
from newsroom.domain.changes import change_ids, for_readers
from newsroom.domain.counterpart import BODY, Difference, Wording, home
from newsroom.domain.errors import WrongValue
from newsroom.domain.ledger import Pen
from newsroom.domain.taking_over import Plain, content_taken_over, taken_over
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.ledger import Ledger

STAYS = (
    "id", "version", "uid", "slug", "state", "trashed", "approved_by", "approved_hash", "approved_at", "publish_time",
    "embargo", "embargo_line", "links", "counterpart", "dismissed", "imported", "created_by", "created", "modified",
)  # fmt: skip
"""What stays as it is when an earlier version comes back: where the story stands, its hours, what belongs to it.
The embargo above all: no way back lifts it."""


def restored(now: Article, former: Article) -> Article:
    """Give a story with the text and the facts of an earlier version; notes that were made since are kept."""
    known = {note.id for note in former.notes}
    notes = (*former.notes, *(note for note in now.notes if note.id not in known))
    return replace(former, notes=notes, **{name: getattr(now, name) for name in STAYS})


def with_field(now: Article, former: Article, field: str, ledger: Ledger | None = None) -> Article:
    """Give a story with one field as it was in an earlier version; a lead is tracked where there is a ledger."""
    if field != "lead":
        return replace(now, **{field: getattr(former, field)})
    content = content_taken_over(now.lead, former.lead, Pen(ledger) if ledger else Plain())
    return _changed(replace(now, lead=content), ledger)


def with_paragraph(
    now: Article,
    two: tuple[Article, Article],
    places: tuple[int | None, int | None],
    ledger: Ledger | None = None,
) -> Article:
    """Give a story with a paragraph as it was in an earlier version.

    Two are the versions that were compared, places the blocks of their readers' bodies: what stands at the
    second becomes what stands at the first. With a ledger the change is tracked. Raises WrongValue where the
    paragraph is no longer in the story.
    """
    old, new = (for_readers(article.body) for article in two)
    before = None if places[1] is None else new.blocks[places[1]]
    after = None if places[0] is None else old.blocks[places[0]]
    at = places[1] if places[1] is not None else _before(old, new, places[0] or 0)
    pen = Pen(ledger) if ledger else Plain()
    body = now.body
    for one in _steps(Difference(BODY, before, after, at)):
        where = home(body, Wording(body=new), one)
        if where is None:
            raise WrongValue(
                msg(
                    N_(
                        "This paragraph is no longer in the text. Restore the whole version, or copy the words."
                    )
                )
            )
        body = taken_over(body, where, one, pen)
    return _changed(replace(now, body=body), ledger)


def _steps(one: Difference) -> tuple[Difference, ...]:
    """Give a change as one or, where a block is of another kind, as one that comes and one that goes."""
    kinds = [
        TEXT_BLOCKS if isinstance(block, TEXT_BLOCKS) else type(block) for block in (one.before, one.after)
    ]
    pictures = isinstance(one.before, Picture) and isinstance(one.after, Picture)
    other = pictures and one.before.asset != one.after.asset
    if one.before is None or one.after is None or (kinds[0] == kinds[1] and not other):
        return (one,)
    return (replace(one, before=None, place=one.place + 1), replace(one, after=None))


def _before(old: Body, new: Body, place: int) -> int:
    """Give before which block of the new body a block belongs that stands in the old one alone."""
    at = 0
    texts = [[block_text(block) for block in body.blocks] for body in (old, new)]
    for one, other in aligned(texts[0], texts[1]):
        if one == place:
            return at
        at = at if other is None else other + 1
    return at


def _changed(story: Article, ledger: Ledger | None) -> Article:
    """Give a story with the changes that its text names now."""
    if ledger is None:
        return story
    standing = ledger.standing(change_ids(Body((Paragraph(story.lead), *story.body.blocks))))
    return replace(story, changes=standing)

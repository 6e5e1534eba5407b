"""Putting the typography of a story right, on demand: what is tidied is never a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.body import contents
from newsroom.domain.finding import HEADER, Field, Place, Replacement
from newsroom.domain.inline import Run, length, plain
from newsroom.domain.marks import MarkKind, has
from newsroom.text.typography import rules_for
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.inline import Content
    from newsroom.settings import House
    from newsroom.text.tidying import Change

_RULES = frozenset({"de", "de-CH", "en"})
"""The languages whose typography is known; others are left as they are."""
_NEAR = 32
REASONS = {
    "spaces": N_("Spaces"),
    "space-before-punctuation": N_("Space before a punctuation mark"),
    "straight-quotes": N_("Quotation marks"),
    "apostrophe": N_("Apostrophe"),
    "hyphen-as-dash": N_("Dash"),
    "no-break-space": N_("No-break space"),
}
"""Why a place is tidied, as it is said."""


@dataclass(frozen=True, slots=True)
class Within:
    """A stretch of one field, from block and offset to block and offset."""

    field: Field
    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, place: Place) -> bool:
        """Tell whether a place lies within; header fields have but one block."""
        block = max(place.block, 0)
        inside = self.start <= (block, place.start) and (block, place.end) <= self.end
        return place.field is self.field and inside


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One place to tidy: what stands there and around it, what shall stand there, and why."""

    replacement: Replacement
    old: str
    before: str
    after: str
    reason: str


def suggestions(article: Article, house: House, within: Within | None = None) -> tuple[Suggestion, ...]:
    """Give what puts right spaces, quotation marks, apostrophes and dashes: headlines, lead, text, captions, tables and boxes."""
    from newsroom.text.tidying import tidy

    language = article.spoken_language or house.language
    rules = rules_for(language)
    if rules not in _RULES:
        return ()
    style = house.quotes if rules == "de" else ""
    found = (
        _suggestion(one.place(change), one.words, change)
        for one in _texts(article)
        for change in tidy(one.words, language, style).changes
        if not any(start < change.end and change.start < end for start, end in one.gone)
    )
    return tuple(one for one in found if within is None or within.holds(one.replacement.place))


def tidying(article: Article, house: House) -> tuple[Replacement, ...]:
    """Give all of it as replacements."""
    return tuple(one.replacement for one in suggestions(article, house))


def _suggestion(place: Place, words: str, change: Change) -> Suggestion:
    before = words[max(change.start - _NEAR, 0) : change.start]
    if change.start > _NEAR:
        before = before[before.find(" ") + 1 :]
    after = words[change.end : change.end + _NEAR]
    if change.end + _NEAR < len(words) and " " in after.strip():
        after = after[: after.rindex(" ")]
    return Suggestion(Replacement(place, change.new), change.old, before, after, REASONS[change.reason])


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of a story: a field, a paragraph, a caption, a cell; and what of it is deleted but still shown."""

    field: Field
    words: str
    block: int = HEADER
    offset: int = 0
    """Where it begins in the plain text of its block."""
    gone: tuple[tuple[int, int], ...] = ()

    def place(self, change: Change) -> Place:
        return Place(self.field, self.block, self.offset + change.start, self.offset + change.end)


def _texts(article: Article) -> Iterator[_Text]:
    """Give each text of a story."""
    yield _Text(Field.KICKER, article.kicker)
    yield _Text(Field.HEADLINE, article.headline)
    yield _Text(Field.SUBHEADLINE, article.subheadline)
    yield _Text(Field.LEAD, plain(article.lead), gone=tuple(_deleted(article.lead)))
    for number, block in enumerate(article.body.blocks):
        offset = 0
        for content in contents(block):
            words = plain(content)
            yield _Text(Field.BODY, words, number, offset, tuple(_deleted(content)))
            offset += len(words) + 1


def _deleted(content: Content) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in content:
        if isinstance(piece, Run) and has(piece.marks, MarkKind.DELETED):
            yield at, at + len(piece.text)
        at += length(piece)

"""Where a story holds what is looked for, with the words around it, as it is read: what is deleted is not found."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from newsroom.domain.finding import HEADER, Field, Replacement
from newsroom.text.pattern import SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.finding import Place
    from newsroom.domain.strands import Strand
    from newsroom.text.pattern import Match, Pattern

AROUND = 48
"""So many characters before and after a find are shown with it."""


@dataclass(frozen=True, slots=True)
class Find:
    """One find: its places, more than one where something deleted stands between, and what would stand there."""

    places: tuple[Place, ...]
    old: str
    new: str
    before: str = ""
    after: str = ""
    anchor: tuple[int, int] | None = None
    """Where in the text it hangs, where it stands in a footnote or tells of a picture."""

    @property
    def field(self) -> Field:
        """Give the field it stands in."""
        return self.places[0].field

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Give what replacing it does: the new text goes to the first place, the others are emptied."""
        first, *others = self.places
        return (Replacement(first, self.new), *(Replacement(place, "") for place in others))


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of one field, from block and offset to block and offset: a search stays inside it."""

    field: Field
    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, find: Find) -> bool:
        """Tell whether a find lies inside."""
        if find.anchor is not None:
            block = find.anchor[0]
            mine = self.field is (Field.LEAD if block == HEADER else Field.BODY)
            return mine and self.start <= find.anchor <= self.end
        first, last = find.places[0], find.places[-1]
        inside = self.start <= (first.block, first.start) and (last.block, last.end) <= self.end
        return find.field is self.field and inside


def search(
    texts: Iterable[Strand], pattern: Pattern, scope: Scope | None = None, until: float | None = None
) -> Iterator[Find]:
    """Give the finds in texts, in order; raises WrongValue where it takes longer than may be."""
    deadline = until if until is not None else monotonic() + SECONDS
    for strand in texts:
        for match in pattern.matches(strand.text, deadline):
            find = _find(strand, match)
            if scope is None or scope.holds(find):
                yield find


def _find(strand: Strand, match: Match) -> Find:
    text = strand.text
    before, after = text[max(match.start - AROUND, 0) : match.start], text[match.end : match.end + AROUND]
    places = strand.places(match.start, match.end)
    return Find(places, match.text, match.new, before, after, strand.anchor)

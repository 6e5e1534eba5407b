"""What a stretch of text can carry: emphasis, a link, a note, a tracked change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """The kinds of marks; those from LINK on carry a value."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    NOTE = "note"
    INSERTED = "inserted"
    DELETED = "deleted"
    FORMATTED = "formatted"


TRACKED = frozenset({MarkKind.INSERTED, MarkKind.DELETED, MarkKind.FORMATTED})
SINGLE = TRACKED | {MarkKind.LINK}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One mark; value is the address of a link, the id of a note or the id of a tracked change."""

    kind: MarkKind
    value: str = ""


Marks = frozenset[Mark]
NONE: Marks = frozenset()
BOLD = Mark(MarkKind.BOLD)
ITALIC = Mark(MarkKind.ITALIC)
UNDERLINE = Mark(MarkKind.UNDERLINE)
STRIKE = Mark(MarkKind.STRIKE)
SUPERSCRIPT = Mark(MarkKind.SUPERSCRIPT)
SUBSCRIPT = Mark(MarkKind.SUBSCRIPT)


def link(address: str) -> Mark:
    """Make the mark of a link."""
    return Mark(MarkKind.LINK, address)


def value_of(marks: Marks, kind: MarkKind) -> str | None:
    """Give the value of the mark of this kind, or None where there is none."""
    return next((mark.value for mark in sorted(marks) if mark.kind is kind), None)


def has(marks: Marks, kind: MarkKind) -> bool:
    """Tell whether a mark of this kind is among the marks."""
    return any(mark.kind is kind for mark in marks)


def without(marks: Marks, *kinds: MarkKind) -> Marks:
    """Give the marks less those of the kinds named."""
    return frozenset(mark for mark in marks if mark.kind not in kinds)


def settled(marks: Marks) -> Marks:
    """Give the marks in normal form: of each kind that stands once, the least; superscript over subscript."""
    if len(marks) <= 1:
        return marks
    kept = {mark for mark in marks if mark.kind not in SINGLE}
    for kind in SINGLE:
        same = [mark for mark in marks if mark.kind is kind]
        if same:
            kept.add(min(same))
    if SUPERSCRIPT in kept:
        kept.discard(SUBSCRIPT)
    return frozenset(kept)

"""Numbers, times and words of the newsroom as the language in use writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.lookalike import PRIVATE, reasons
from newsroom.translation import _, language

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.lookalike import Lookalike
    from newsroom.domain.words import Labelled


def number(value: float, digits: int = 0) -> str:
    """Give a number with the separators of the language in use."""
    written = f"{value:,.{digits}f}"
    return written.translate(str.maketrans(",.", ".,")) if language() == "de" else written


def when(time: datetime | None, zone: str) -> str:
    """Give a time in the newsroom's zone, or nothing."""
    if time is None:
        return ""
    from newsroom.text import dates

    return dates.show(time, zone, language())


def word(member: Labelled) -> str:
    """Give the label of a state, a role or another word of the newsroom."""
    return _(member.label)


def named(match: Lookalike) -> str:
    """Give what a like story is called; of another's draft no more is told than whose it is."""
    return _(PRIVATE, name=match.authors) if match.private else match.headline


def alike(match: Lookalike) -> str:
    """Say how a match resembles what was asked for, and by which words."""
    shared = ", ".join(match.shared)
    why = ", ".join(map(_, reasons(match.kind, match.body)))
    return f"{why}: {shared}" if shared else why

"""The line that holds a story back: ``Sperrfrist: ...``, ``Frei ab ...``, ``Embargoed until ...``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import ImportNote
from newsroom.formats import stamps
from newsroom.formats.stamps import Stamp
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

EDGE = 5
"""So many lines at the beginning and at the end are looked at."""

LONGEST = 200

_LINE = re.compile(
    r"[\W_]*(?P<label>sperrfrist|embargo(?:ed)?(?: until| till| bis)?|hold for release|not for release before"
    r"|frei (?:ab|für)|freigegeben (?:ab|für))\b(?P<colon>\s*:)?(?P<rest>.*)",
    re.IGNORECASE,
)
_DAYS = (
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|heute|morgen|sofort|keine?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|none)|ausgabe|redebeginn"
)
_TIMELY = re.compile(rf"\d|{_DAYS}", re.IGNORECASE)
_CLOCKED = re.compile(rf"\d[.:] ?\d|\d ?uhr\b|{_DAYS}", re.IGNORECASE)
"""A film is "frei ab 12 Jahren": there a number alone is no time."""
_FREE = re.compile(r"\W*(?:keine?|none|entfällt|aufgehoben|lifted|(?:ab )?sofort)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Embargo:
    """The embargo of a story, or the line that could not be read; and the lines without it."""

    lines: tuple[str, ...]
    until: datetime | None = None
    unread: str = ""
    notes: tuple[ImportNote, ...] = ()


def take_embargo(lines: Sequence[str], zone: str, base: datetime | None = None) -> Embargo:
    """Take the first embargo line from the edges of a story, and read it; "Donnerstag" counts from the base."""
    spoken = [place for place, line in enumerate(lines) if line.strip()]
    for place in dict.fromkeys((*spoken[:EDGE], *spoken[-EDGE:])):
        found = _found(lines[place])
        if found:
            rest = (*lines[:place], *lines[place + 1 :])
            return _read(
                rest, lines[place].strip(), _time(found["rest"], zone, base), _FREE.fullmatch(found["rest"])
            )
    return Embargo(tuple(lines))


def _found(line: str) -> re.Match[str] | None:
    """Find an embargo: a colon or something of a time follows, for a headline may begin with the word."""
    found = _LINE.match(line) if len(line) <= LONGEST else None
    if not found or not (found["colon"] or _TIMELY.search(found["rest"])):
        return None
    if found["label"].casefold().startswith("frei") and not _CLOCKED.search(found["rest"]):
        return None
    return found


def _time(said: str, zone: str, base: datetime | None) -> Stamp | None:
    """Read a time of day on a day: a date in full, else one that counts from the base without a guess."""
    stamp = stamps.read(said, zone)
    if stamp or not base:
        return stamp if stamp and stamp.timed else None
    from newsroom.text import dates

    parsed = dates.parse(said, zone, base)
    return Stamp(parsed.when, timed=True) if parsed and not parsed.notes else None


def _read(lines: tuple[str, ...], line: str, stamp: Stamp | None, free: object) -> Embargo:
    if free:
        note = msg(N_("The line “{line}” was taken out: it says that there is no embargo."), line=line)
        return Embargo(lines, notes=(ImportNote("embargo-line", note, removed=line),))
    if stamp:
        note = msg(N_("The embargo was read from the line “{line}”."), line=line)
        return Embargo(
            lines, stamp.when, notes=(ImportNote("embargo-line", note, removed=line), *stamp.notes)
        )
    note = msg(
        N_("The embargo line “{line}” could not be read; readers' exports wait until you set it."), line=line
    )
    return Embargo(lines, unread=line, notes=(ImportNote("embargo-unread", note),))

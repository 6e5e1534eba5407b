"""The first line of a wire story: ``Veröffentlichungsdatum: 27.03.2025 11:25 / Welt Nachrichten``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import ImportNote
from newsroom.formats import stamps
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from datetime import datetime

LABEL = "Veröffentlichungsdatum:"
TIME_FORM = "%d.%m.%Y %H:%M"

_LABEL = re.compile(
    r"\s{0,3}(?:Ver(?:ö|o\u0308|oe)ffentlicht|Ver(?:ö|o\u0308|oe)ffentlichungs(?:datum|zeit)"
    r"|Publi(?:cation|shing|shed|sh)(?: (?:date|time))?)\s?:(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(r"(?<!\d)/|/(?!\d)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header line said."""

    publish_time: datetime | None = None
    section: str = ""
    notes: tuple[ImportNote, ...] = ()


def starts_story(line: str) -> bool:
    """Tell whether a line is the header line of a story."""
    return bool(_LABEL.match(line))


def starts_next_story(line: str) -> bool:
    """Tell whether a line between stories starts one: "Published: ..." may also be a sentence of the text."""
    found = _LABEL.match(line)
    if not found or line.lstrip()[:1].casefold() == "v":
        return bool(found)
    return stamps.read(_PART.split(found["rest"], maxsplit=1)[0], "UTC") is not None


def read_header(line: str, zone: str) -> Header:
    """Read a header line, whose time is the zone's where it names none."""
    found = _LABEL.match(line)
    said, *section = _PART.split(found["rest"] if found else "", maxsplit=1)
    words = " ".join(" ".join(section).split())
    stamp = stamps.read(said, zone)
    if stamp:
        return Header(stamp.when, words, stamp.notes)
    return Header(None, words, _unread(said.strip()))


def _unread(said: str) -> tuple[ImportNote, ...]:
    if not said:
        return ()
    return (
        ImportNote("time-unread", msg(N_("The publication date “{words}” could not be read."), words=said)),
    )


def write_header(publish_time: datetime | None, section: str) -> str:
    """Write a header line; the time is local already. Empty where there is nothing to say."""
    time = f" {publish_time.strftime(TIME_FORM)}" if publish_time else ""
    words = f" / {section}" if section else ""
    return f"{LABEL}{time}{words}" if time or words else ""

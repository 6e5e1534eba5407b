"""The place and agency that open a wire story: ``Berlin (dpa) - ``."""

from __future__ import annotations

import re

AGENCIES = [
    "dpa",
    "afp",
    "apa",
    "ap",
    "reuters",
    "rtr",
    "epd",
    "kna",
    "sid",
    "dapd",
    "sda",
    "keystone-sda",
    "ots",
    "dts",
    "tass",
    "ansa",
    "efe",
    "belga",
    "anp",
    "pap",
    "ctk",
    "čtk",
    "upi",
    "pa",
    "xinhua",
    "kyodo",
]

_AGENCY = rf"(?:{'|'.join(map(re.escape, AGENCIES))})(?:[-/][\w.-]+)*"
_OPENING = re.compile(
    rf"(?P<place>[^\W\d_](?:[^\W_]|[ ./,'’-]){{1,59}}?) \((?P<source>{_AGENCY})\)(?P<dash> [-–—] )(?=\S)",
    re.IGNORECASE,
)


def take_dateline(blocks: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Give place, agency and the paragraphs without them; the first paragraph's opening is looked at."""
    found = _OPENING.match(blocks[0]) if blocks else None
    if not found or not found["place"][0].isupper():
        return "", "", blocks
    return found["place"], found["source"], (blocks[0][found.end() :], *blocks[1:])


def write_dateline(place: str, source: str, pattern: str) -> str:
    """Write the opening of the first paragraph; an agency stands in it, another source does not."""
    if not place:
        return ""
    if is_agency(source):
        return f"{place} ({source}) - "
    return pattern.replace("{place}", place).strip() + " "


def is_agency(source: str) -> bool:
    """Tell whether a source is an agency, which a wire story names beside the place."""
    return bool(re.fullmatch(_AGENCY, source, re.IGNORECASE))

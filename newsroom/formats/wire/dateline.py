"""The place and agency that open a wire story: ``Berlin (dpa) - ``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.settings import House

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

_OPENING = r"(?P<place>[^\W\d_](?:[^\W_]|[ ./,'’-]){{1,59}}?) \((?P<source>{agency})\)(?P<dash> [-–—] )(?=\S)"


def _agency(others: tuple[str, ...]) -> str:
    """Give the pattern of an agency's sign: one of ours or of the house's, maybe with a desk behind it."""
    return rf"(?:{'|'.join(map(re.escape, (*AGENCIES, *others)))})(?:[-/][\w.-]+)*"


def take_dateline(blocks: tuple[str, ...], others: tuple[str, ...] = ()) -> tuple[str, str, tuple[str, ...]]:
    """Give place, agency and the paragraphs without them; the first paragraph's opening is looked at."""
    pattern = _OPENING.format(agency=_agency(others))
    found = re.match(pattern, blocks[0], re.IGNORECASE) if blocks else None
    if not found or not found["place"][0].isupper():
        return "", "", blocks
    return found["place"], found["source"], (blocks[0][found.end() :], *blocks[1:])


def write_dateline(place: str, source: str, house: House) -> str:
    """Write the opening of the first paragraph; an agency stands in it, another source does not."""
    if not place:
        return ""
    if is_agency(source, house.agencies):
        return f"{place} ({source}) - "
    return house.dateline_pattern.replace("{place}", place).strip() + " "


def is_agency(source: str, others: tuple[str, ...] = ()) -> bool:
    """Tell whether a source is an agency, which a wire story names beside the place."""
    return bool(re.fullmatch(_agency(others), source, re.IGNORECASE))

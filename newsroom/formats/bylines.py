"""People in a line of text: ``Von Ada Muster (Fotos) und Bo Beispiel``."""

from __future__ import annotations

import re

from newsroom.domain.article import Byline

_BY = re.compile(r"(?:von|by)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\bund\b|\band\b)\s*(?![^()]*\))")
_ROLE = re.compile(r"(?P<name>.*?)\s*\((?P<role>[^()]*)\)")


def people(line: str) -> tuple[Byline, ...]:
    """Give the people of a line, each with the role that stands in brackets behind the name."""
    names = _AND.split(_BY.sub("", line.strip(), count=1) if _BY.match(line.strip()) else line.strip())
    return tuple(_person(name.strip(" \"'")) for name in names if name.strip(" \"'"))


def _person(name: str) -> Byline:
    found = _ROLE.fullmatch(name)
    return Byline(found["name"], found["role"]) if found else Byline(name)

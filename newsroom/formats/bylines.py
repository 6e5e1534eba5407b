"""People in a line of text: ``Von Ada Muster (Fotos) und Bo Beispiel``, written in the form of the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.article import Byline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.settings import House

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


def named(byline: Byline) -> str:
    """Give a person with the role that they had."""
    return f"{byline.name} ({byline.role})" if byline.role else byline.name


def byline_of(authors: Iterable[Byline], house: House) -> str:
    """Give the line that names who made a story, or nothing."""
    names = ", ".join(map(named, authors))
    return house.byline_pattern.replace("{name}", names) if names else ""


def sign_off_of(sign_off: str, house: House) -> str:
    """Give the sign-off as the house writes it, or nothing."""
    words = sign_off.strip()
    return house.sign_off_pattern.replace("{initials}", words) if words else ""


def without_form(line: str, pattern: str, field: str) -> str:
    """Give what fills a field of a pattern in a line; a line in another form is given whole."""
    before, _, after = (part.strip() for part in pattern.partition(field))
    words = line.strip()
    if not (words.startswith(before) and words.endswith(after) and len(words) > len(before) + len(after)):
        return words
    return words[len(before) : len(words) - len(after)].strip()

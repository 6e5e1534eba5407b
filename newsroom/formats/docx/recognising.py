"""Kicker, headline, byline, lead and dateline of files without styles for them: by place, look and wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsroom.domain.changes import final_content
from newsroom.domain.inline import Inline, Run, plain
from newsroom.domain.marks import BOLD, TRACKED
from newsroom.formats import By, Recognised
from newsroom.formats.bylines import people
from newsroom.formats.docx.blocks_in import Flow, Line
from newsroom.formats.wire.dateline import take_dateline

if TYPE_CHECKING:
    from collections.abc import Callable

_EARLY = 3
"""Among so many first paragraphs a bold or large one is the headline."""
_HEAD = 6
"""So many first paragraphs may be byline and lead."""
_LONG = 60
"""A lead has more characters than these, a crosshead fewer."""
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*|von|van|de|der|den|zu|da|di|la|le|del)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,4}}(?:\s*\([^()]{{1,30}}\))?"
_BYLINE = re.compile(
    rf"(?:[Vv]on|VON|[Bb]y|BY|[Pp]ar|[Pp]or|[Dd]i|Text:|Autor(?:in)?:)\s+{_NAMES}(?:\s*(?:,|und|and|et|y|e|&)\s*{_NAMES})*"
)
_OPENER = re.compile(r"(?:par|por|di|text:|autor(?:in)?:)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"(?P<place>[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[ ./-]){0,38}?)\s?[-–—]\s(?=\S)")


@dataclass(slots=True)
class Guessed:
    """What was recognised, and the parts that are left as text."""

    parts: list[Flow]
    agencies: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    recognised: list[Recognised] = field(default_factory=list)

    def take(self, name: str, line: Line, value: object, by: By, sure: int) -> None:
        """Take a line for a field, and out of the text."""
        self.fields[name] = value
        self.recognised.append(recognised(name, line, by, sure))
        self.parts = [one for one in self.parts if one is not line]

    def lines(self) -> list[Line]:
        """Give the first paragraphs that say something."""
        said = (one for one in self.parts if isinstance(one, Line) and plain(one.content).strip())
        return list(islice(said, _HEAD + 1))

    def has(self, role: str) -> bool:
        """Tell whether a style says which line it is."""
        return any(isinstance(one, Line) and one.role == role for one in self.parts)


def recognised(name: str, line: Line, by: By, sure: int) -> Recognised:
    """Give which line was taken for a field."""
    return Recognised(name, line.number, said(line), by, sure)


def said(line: Line) -> str:
    """Give what a line says, changes accepted, in one row."""
    return " ".join(plain(final_content(line.content)).split())


def guess(parts: list[Flow], agencies: tuple[str, ...]) -> Guessed:
    """Give what can be told of a file that is not ours."""
    found = Guessed(parts, agencies)
    if not found.has("title"):
        _headline(found)
    steps: tuple[tuple[str, Callable[[Guessed], None]], ...] = (("author", _byline), ("lead", _lead))
    for role, step in steps:
        if not found.has(role):
            step(found)
    _dateline(found)
    return found


def _headline(found: Guessed) -> None:
    """Find the headline: a bold, large or first short paragraph."""
    lines = found.lines()
    early = [one for one in lines[:_EARLY] if one.role in {"", "heading"}]
    loud = next((one for one in early if one.short and (one.loud or one.role == "heading")), None)
    chosen = loud or (lines[0] if lines and lines[0].role in {"", "heading"} else None)
    if chosen is None:
        return
    before = lines[: lines.index(chosen)]
    if len(before) == 1 and before[0].short and before[0].role == "":
        found.take("kicker", before[0], said(before[0]), By.POSITION, 60)
    found.take("headline", chosen, said(chosen), By.POSITION, 80 if loud else 50)
    if chosen.role == "heading":
        found.parts = [_raised(one) for one in found.parts]


def _raised(one: Flow) -> Flow:
    """Lift the headings under a heading that became the headline."""
    if isinstance(one, Line) and one.role == "heading":
        return replace(one, level=max(one.level - 1, 1))
    return one


def _byline(found: Guessed) -> None:
    for line in found.lines()[:_HEAD]:
        if line.role == "" and line.short and _BYLINE.fullmatch(said(line)):
            found.take("authors", line, people(_OPENER.sub("", said(line))), By.PATTERN, 85)
            return


def _lead(found: Guessed) -> None:
    """Find the lead: a bold paragraph before all others, longer than a heading."""
    lines = [one for one in found.lines() if one.role == ""]
    if len(lines) < 2 or found.lines()[0] is not lines[0]:  # noqa: PLR2004 - a lead and what it leads to
        return
    first = lines[0]
    if first.loud and not lines[1].loud and len(said(first)) > _LONG:
        found.take("lead", first, tuple(map(_unbold, first.content)), By.POSITION, 70)


def _unbold(piece: Inline) -> Inline:
    return replace(piece, marks=piece.marks - {BOLD}) if isinstance(piece, Run) else piece


def _dateline(found: Guessed) -> None:
    """Find the place that opens the first paragraph: in capitals, or before the sign of an agency."""
    first = next((one for one in found.parts if isinstance(one, Line) and one.role == ""), None)
    opening = first.content[0] if first and first.content else None
    if first is None or not isinstance(opening, Run) or any(mark.kind in TRACKED for mark in opening.marks):
        return
    place, source, left = take_dateline((opening.text,), found.agencies)
    capitals = None if place else _CAPITALS.match(opening.text)
    if capitals:
        place, left = capitals["place"], (opening.text[capitals.end() :],)
    if not place:
        return
    found.fields |= {"dateline": place} | ({"source": source} if source else {})
    found.recognised.append(recognised("dateline", first, By.PATTERN, 90 if source else 75))
    rest = replace(first, content=(Run(left[0], opening.marks), *first.content[1:]))
    found.parts = [rest if one is first else one for one in found.parts]

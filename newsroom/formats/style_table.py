"""Which style each part of a story is set in, as a table: CSV, one element a line, safe to open in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.domain.style_map import BY_KEY, ELEMENTS, StyleMap, proper
from newsroom.formats.encodings import decode
from newsroom.formats.spreadsheet import bare, rows, written
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 500_000
_HEADS = ("element", "style", "kind")


@dataclass(frozen=True, slots=True)
class StylesRead:
    """The names of a table by element, and how many of its lines name no element."""

    names: Mapping[str, str]
    bad: int = 0


def write_styles(names: StyleMap) -> bytes:
    """Give the table as CSV in UTF-8 that spreadsheets recognise; no cell is a formula."""
    lines = ((part.key, names.own(part.key), part.kind.value) for part in ELEMENTS)
    return written(_HEADS, lines)


def read_styles(data: bytes) -> StylesRead:
    """Give the names of a table in any usual encoding, parted by tab, semicolon or comma; raises Refused."""
    if len(data) > MOST_BYTES:
        raise Refused(msg(N_("The file is too large for a table of styles.")))
    names: dict[str, str] = {}
    bad = 0
    for _line, row in rows(decode(data).text):
        key, name = (*(cell.strip() for cell in row), "", "")[:2]
        if key in BY_KEY:
            names[key] = proper(bare(name))
        else:
            bad += bool(any(row) and key.casefold() != _HEADS[0])
    if not names:
        raise Refused(msg(N_("This is no table of styles: no line names a part of a story.")))
    return StylesRead(names, bad)

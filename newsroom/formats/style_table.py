"""Which style each part of a story is set in, as a table: CSV, one element a line, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.domain.style_map import BY_KEY, ELEMENTS, StyleMap, proper
from newsroom.formats.encodings import decode
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 500_000
_HEADS = ("element", "style", "kind")
_FORMULA = ("=", "+", "-", "@")
_DELIMITERS = "\t;,"


@dataclass(frozen=True, slots=True)
class StylesRead:
    """The names of a table by element, and how many of its lines name no element."""

    names: Mapping[str, str]
    bad: int = 0


def write_styles(names: StyleMap) -> bytes:
    """Give the table as CSV in UTF-8 that spreadsheets recognise; no cell is a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for element in ELEMENTS:
        name = names.own(element.key)
        writer.writerow((element.key, f"'{name}" if name.startswith(_FORMULA) else name, element.kind.value))
    return out.getvalue().encode("utf-8-sig")


def read_styles(data: bytes) -> StylesRead:
    """Give the names of a table in any usual encoding, parted by tab, semicolon or comma; raises Refused."""
    if len(data) > MOST_BYTES:
        raise Refused(msg(N_("The file is too large for a table of styles.")))
    text = decode(data).text
    first = next((line for line in text.split("\n") if line.strip()), "")
    names: dict[str, str] = {}
    bad = 0
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count)))
    except csv.Error as error:
        raise Refused(msg(N_("The table cannot be read: {reason}."), reason=str(error))) from error
    for row in rows:
        key, name = (*(cell.strip() for cell in row), "", "")[:2]
        if key in BY_KEY:
            names[key] = proper(name[1:] if name.startswith("'") and name[1:].startswith(_FORMULA) else name)
        else:
            bad += bool(any(row) and key.casefold() != _HEADS[0])
    if not names:
        raise Refused(msg(N_("This is no table of styles: no line names a part of a story.")))
    return StylesRead(names, bad)

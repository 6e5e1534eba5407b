"""The names of the catalogue as a table: CSV, TSV or JSON, one name a row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats.encodings import decode
from newsroom.formats.spreadsheet import bare, contents, rows
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_BYTES = 20_000_000
MOST_ROWS = 200_000
LONGEST_CELL = 1_000
HEADS = {
    "name": "name", "title": "name", "section": "name", "keyword": "name", "ressort": "name",
    "schlagwort": "name", "textsorte": "name", "colour": "colour", "color": "colour", "farbe": "colour",
    "retired": "retired", "stillgelegt": "retired", "role": "role", "rolle": "role",
    "sign_off": "sign_off", "sign-off": "sign_off", "kürzel": "sign_off", "wants_lead": "wants_lead",
    "vorspann": "wants_lead",
}  # fmt: skip
"""The heads of columns that are understood, and what they mean."""

Row = dict[str, str]


def read_file(path: Path) -> tuple[Row, ...]:
    """Give the rows of a file, each with at least a name; raises Refused."""
    too_large = msg(N_("“{name}” is too large for a list of names."), name=path.name)
    return read_rows(contents(path, MOST_BYTES, too_large))


def read_rows(data: bytes) -> tuple[Row, ...]:
    """Give the rows of a table in any usual encoding; without heads its first column holds names. Raises Refused."""
    text = decode(data).text
    read = _of_json(text) if text.lstrip()[:1] in {"[", "{"} else _of_table(text)
    found = [row for row in read if row.get("name")]
    if len(found) > MOST_ROWS:
        raise Refused(msg(N_("The table has more than {n} rows."), n=MOST_ROWS))
    return tuple(found)


def _of_json(text: str) -> list[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(msg(N_("The table cannot be read: {reason}."), reason="JSON")) from error
    entries = (
        next((one for one in data.values() if isinstance(one, list)), []) if isinstance(data, dict) else data
    )
    return [_row(list(one), list(map(_cell, one.values()))) for one in map(_as_object, entries)]


def _as_object(entry: object) -> dict[str, object]:
    return entry if isinstance(entry, dict) else {"name": entry}


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value) if isinstance(value, str | int) else ""


def _of_table(text: str) -> list[Row]:
    found = [row for _line, row in rows(text) if any(row)]
    heads = [cell.strip().casefold() for cell in found[0]] if found else []
    if not any(HEADS.get(head) == "name" for head in heads):
        return [{"name": _tidied(row[0])} for row in found]
    return [_row(heads, row) for row in found[1:]]


def _row(heads: Sequence[str], cells: Sequence[str]) -> Row:
    """Give the cells that are understood; of two that mean the same the first."""
    found: Row = {}
    for head, cell in zip(heads, cells, strict=False):
        meaning = HEADS.get(str(head).casefold())
        if meaning and _tidied(cell):
            found.setdefault(meaning, _tidied(cell))
    return found


def _tidied(cell: str) -> str:
    return bare(" ".join(cell[:LONGEST_CELL].split()))

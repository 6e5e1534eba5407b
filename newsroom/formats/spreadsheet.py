"""Small tables of the house as files: read bounded and in any usual encoding, written so that no cell is a formula.

Spreadsheets take a cell that begins with one of a few signs for a formula. Written cells are kept from that by
an apostrophe, which is taken away again where one is read.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DELIMITERS = "\t;,"


def contents(path: Path, most: int, too_large: Message) -> bytes:
    """Give the bytes of a file; raises Refused where it cannot be read or has more than so many."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        text = N_("“{name}” cannot be read: {reason}.")
        raise Refused(msg(text, name=path.name, reason=error.strerror or type(error).__name__)) from error
    if len(data) > most:
        raise Refused(too_large)
    return data


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give rows with the line each ends in, parted by tab, semicolon or comma, whichever the first line has most.

    Raises Refused where this is no table.
    """
    first = next((line for line in text.split("\n") if line.strip()), "")
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count))
    try:
        yield from ((reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        raise Refused(msg(N_("The table cannot be read: {reason}."), reason=str(error))) from error


def bare(cell: str) -> str:
    """Give a cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def written(heads: Sequence[str], lines: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Give a table as CSV in UTF-8 that spreadsheets recognise; no cell is a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_guarded(cell) for cell in cells] for cells in lines)
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

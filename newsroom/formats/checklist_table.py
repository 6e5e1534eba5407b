"""The checklists of a house as a table: CSV or TSV, one demand a line, safe to open in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.checklist import MOMENTS, Demand, demand_of
from newsroom.domain.errors import Refused
from newsroom.formats.encodings import decode
from newsroom.formats.spreadsheet import bare, rows, written
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADS = ("rule", "transition", "severity", "genre", "section")
MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that demands nothing, and why."""

    line: int
    reason: Message


@dataclass(frozen=True, slots=True)
class ChecklistRead:
    """The demands of a table with their lines, and the lines that are none."""

    lines: tuple[tuple[int, Demand], ...]
    bad: tuple[BadLine, ...] = ()

    @property
    def demands(self) -> tuple[Demand, ...]:
        """Give the demands."""
        return tuple(demand for _, demand in self.lines)


def read(data: bytes) -> ChecklistRead:
    """Give the demands of a table in any usual encoding, parted by tab, semicolon or comma; raises Refused."""
    lines: list[tuple[int, Demand]] = []
    bad: list[BadLine] = []
    for line, cells in _rows(decode(data).text):
        if len(lines) >= MOST_LINES:
            raise Refused(msg(N_("The table has more than {n} lines."), n=MOST_LINES))
        found = _demand(cells)
        if isinstance(found, Message):
            bad.append(BadLine(line, found))
        else:
            lines.append((line, found))
    return ChecklistRead(tuple(lines), tuple(bad))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold something, with their lines, the head left out."""
    for line, cells in rows(text):
        clean = [bare(" ".join(cell.split())) for cell in cells]
        if any(clean) and tuple(cell.casefold() for cell in clean[:3]) != HEADS[:3]:
            yield line, clean


def _demand(cells: list[str]) -> Demand | Message:
    rule, when, severity, genre, section = (*cells, "", "", "", "", "")[:5]
    if not rule:
        return msg(N_("The rule is missing."))
    if when.lower() not in {"", *(moment.value for moment in MOMENTS)}:
        allowed = ", ".join(moment.value for moment in MOMENTS)
        return msg(N_("There is no checklist for “{name}”. Choose from: {all}."), name=when, all=allowed)
    demand = demand_of((rule, when.lower(), severity.lower(), genre, section))
    if demand is None:
        text = N_("“{value}” is not off, recommended or required.")
        return msg(text, value=severity)
    return demand


def write(demands: Iterable[Demand]) -> bytes:
    """Give the table as CSV in UTF-8 that spreadsheets recognise; no cell is a formula."""
    return written(HEADS, (demand.entry() for demand in demands))

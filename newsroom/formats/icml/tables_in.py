"""The cells of a table in their places: InDesign names each by column and row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsroom.formats.icml.flow_in import Paragraph

MOST_COLUMNS = 100


@dataclass(slots=True)
class Cells:
    """Takes cells in any order."""

    _found: dict[tuple[int, int], tuple[Paragraph, ...]] = field(default_factory=dict)

    def add(self, cell: _Element, lines: tuple[Paragraph, ...]) -> bool:
        """Put a cell in its place; tell whether it was a merged one, whose other places stay empty."""
        column, _colon, row = cell.get("Name", "").partition(":")
        place = (_number(row, 99_999), _number(column, MOST_COLUMNS - 1))
        self._found[place] = (*self._found.get(place, ()), *lines)
        return any(cell.get(name, "1") not in {"1", ""} for name in ("RowSpan", "ColumnSpan"))

    def rows(self) -> tuple[tuple[tuple[Paragraph, ...], ...], ...]:
        """Give the cells row by row; rows and columns that hold none are left out."""
        columns = sorted({column for _row, column in self._found})
        rows = sorted({row for row, _column in self._found})
        return tuple(tuple(self._found.get((row, column), ()) for column in columns) for row in rows)


def _number(text: str, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 6 else most  # noqa: PLR2004 - longer ones are none

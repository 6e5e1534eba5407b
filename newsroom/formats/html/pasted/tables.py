"""Tables of pasted text: which are tables at all, and their cells put in a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

    from newsroom.domain.inline import Content

MOST_COLUMNS = 50
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_Row = list["LexborNode"]


def rows_of(table: LexborNode) -> tuple[list[_Row], int]:
    """Give the cells of a table row by row, and how many rows head it."""
    rows: list[_Row] = []
    heads = 0
    for row in _rows(table):
        cells = [cell for cell in _children(row) if cell.tag in _CELLS]
        if cells:
            head = (row.parent is not None and row.parent.tag == "thead") or all(c.tag == "th" for c in cells)
            heads += head and heads == len(rows)
            rows.append(cells)
    return rows, heads


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in _children(table):
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in _children(child) if row.tag == "tr")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def is_frame(table: LexborNode, rows: list[_Row]) -> bool:
    """Tell whether a table only places things on a page: one column wide, holding tables, or saying so."""
    if (table.attributes.get("role") or "") in {"presentation", "none"}:
        return True
    return max(map(len, rows), default=0) <= 1 or any(
        cell.css_first("table") is not None for row in rows for cell in row
    )


def table_of(rows: list[_Row], heads: int, read: Callable[[LexborNode], Content]) -> Table:
    """Give a table; a cell over several columns or rows stands in its first place, the others are empty."""
    taken: dict[tuple[int, int], Content] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            if x >= MOST_COLUMNS:
                break
            down, across = _span(cell, "rowspan", len(rows) - y), _span(cell, "colspan", MOST_COLUMNS - x)
            taken.update(dict.fromkeys(((y + j, x + i) for j in range(down) for i in range(across)), ()))
            taken[y, x] = read(cell)
            x += across
    width = max((x for _, x in taken), default=-1) + 1
    return Table(tuple(tuple(taken.get((y, x), ()) for x in range(width)) for y in range(len(rows))), heads)


def _span(cell: LexborNode, name: str, most: int) -> int:
    said = cell.attributes.get(name) or ""
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) <= 4 else 1  # noqa: PLR2004 - no more digits mean anything

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import Refused
from newsroom.formats.spreadsheet import bare, contents, rows, written
from newsroom.translation import msg

if TYPE_CHECKING:
    from pathlib import Path

CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\n"), max_size=12)
TOO_LARGE = msg("The file is too large.")


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from(",;\t"))
def test_what_is_written_is_read_again_whatever_stands_in_the_cells(
    lines: list[tuple[str, str]], delimiter: str
) -> None:
    text = written(("one", "two"), lines, delimiter).decode("utf-8-sig")
    read = [tuple(map(bare, cells)) for _line, cells in rows(text)]
    kept = [tuple(map(bare, line)) for line in lines]
    assert read == [("one", "two"), *kept]


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-x", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula_to_a_spreadsheet(cell: str) -> None:
    _head, (_line, cells) = rows(written(("head", "more"), [(cell, "")]).decode("utf-8-sig"))
    assert cells == [f"'{cell}", ""]


def test_rows_come_with_the_line_they_end_in() -> None:
    assert list(rows('a;b\r\n"c\r\nd";e\r\n')) == [(1, ["a", "b"]), (3, ["c\r\nd", "e"])]


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        contents(tmp_path / "none.csv", 10, TOO_LARGE)
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 11)
    with pytest.raises(Refused) as told:
        contents(large, 10, TOO_LARGE)
    assert told.value.message == TOO_LARGE


def test_what_the_reader_of_tables_cannot_read_is_refused() -> None:
    with pytest.raises(Refused):
        list(rows('"' + "x" * 200_000 + '"'))

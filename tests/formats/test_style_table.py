from __future__ import annotations

import pytest

from newsroom.domain.errors import Refused
from newsroom.domain.style_map import BY_KEY, StyleMap
from newsroom.formats.style_table import read_styles, write_styles


def test_a_table_that_was_written_is_read_back():
    names = StyleMap({"headline": "Zeitung:H1", "quote": "=Zitat; groß", "bold": ""})
    read = read_styles(write_styles(names))
    assert read.names == {key: names.own(key) for key in BY_KEY}
    assert read.bad == 0


def test_no_cell_is_a_formula():
    assert b",'=1+1," in write_styles(StyleMap({"headline": "=1+1"}))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_a_spreadsheet_is_read_and_strange_lines_are_counted(delimiter):
    rows = (("element", "style"), ("headline", "Größe"), ("Quatsch", "x"), ("", ""), ("lead", ""))
    data = "\r\n".join(delimiter.join(row) for row in rows).encode("cp1252")
    read = read_styles(data)
    assert (read.names, read.bad) == ({"headline": "Größe", "lead": ""}, 1)


@pytest.mark.parametrize("data", [b"word;wanted\nHandy;Telefon", b"headline," * 100_000, b"\0\xff" * 50])
def test_what_is_no_table_of_styles_is_refused(data):
    with pytest.raises(Refused):
        read_styles(data)

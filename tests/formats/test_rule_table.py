"""The rules of the house as a table."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import Refused
from newsroom.domain.house_rule import HouseRule
from newsroom.formats.rule_table import LONGEST, MOST_BYTES, read_file, read_rules, write_rules
from newsroom.translation import tell


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_of_spreadsheets_are_read(delimiter, encoding):
    rows = [
        ("Wort", "gewünscht", "Grund", "Zitate"),
        ("Täter*in", "Täter", "Haus, Stil; 1", "ja"),
        ("Handy", "Gerät"),
    ]
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    read = read_rules(out.getvalue().encode(encoding))
    assert read.rules == (
        HouseRule("Täter*in", "Täter", "Haus, Stil; 1", in_quotes=True),
        HouseRule("Handy", "Gerät"),
    )
    assert read.bad == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Gerät", "The word is missing."),
        ("Handy,Handy", "The wanted word is the same."),
        (f"Handy,{'a' * (LONGEST + 1)}", f"A cell has more than {LONGEST} characters."),
        ("Handy,Gerät,,vielleicht", "“vielleicht” in the fourth column is neither yes nor no."),
        ("Auto,Gerät", "This word stands in the table before."),
    ],
)
def test_a_row_that_is_no_rule_is_told_with_its_line(row, reason):
    read = read_rules(f"word,wanted\nAuto,Wagen\n\n{row}\nRad,Fahrrad\n".encode())
    assert [rule.word for rule in read.rules] == ["Auto", "Rad"]
    assert [(bad.line, tell(bad.reason)) for bad in read.bad] == [(4, reason)]


def test_no_cell_that_is_written_is_a_formula():
    text = write_rules([HouseRule("=1+1", "@sum", "-2"), HouseRule("+49", "\ttab")]).decode("utf-8-sig")
    for row in list(csv.reader(StringIO(text)))[1:]:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


_CELLS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")) | st.just(" "),
    max_size=20,
).map(lambda text: " ".join(text.split()))


@given(
    st.lists(
        st.builds(
            HouseRule, _CELLS.map("a{}".format) | _CELLS.map("-a{}".format), _CELLS, _CELLS, st.booleans()
        ),
        unique_by=lambda rule: rule.word,
    )
)
def test_what_is_written_is_read_again(rules):
    kept = tuple(rule for rule in rules if rule.word != rule.wanted and not rule.word.startswith("'"))
    read = read_rules(write_rules(kept))
    assert read.rules == kept
    assert read.bad == ()


def test_a_file_that_is_no_table_is_refused(tmp_path):
    for name, data in (("image.csv", bytes(range(32)) * 400), ("large.csv", b"a" * (MOST_BYTES + 1))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refused):
            read_file(tmp_path / name)
    with pytest.raises(Refused):
        read_file(tmp_path / "missing.csv")


def test_a_cell_without_an_end_is_refused_or_told():
    try:
        read = read_rules(b'Handy,"' + b"a" * 400_000)
    except Refused:
        return
    assert not read.rules

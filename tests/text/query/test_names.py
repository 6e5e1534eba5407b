"""The names of the search language and the pages that tell of them are one list, in English and German."""

import re
from pathlib import Path

import pytest

from newsroom.text.query import names
from newsroom.text.terms import folded

DOCS = Path(__file__).parents[3] / "docs"
CLOSED = {"status": names.STATES, "has": names.THINGS, "is": names.TRAITS}


def lines(page):
    """Give the table of fields of a page, line by line: the names of both languages, and what is said of them."""
    told = (DOCS / page).read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in told if re.match(r"\| `[^`]+:`", line)]
    return [([name.strip("`:") for name in f"{one} {other}".split()], said) for one, other, said in rows]


@pytest.mark.parametrize("page", ["search.md", "search.de.md"])
def test_a_page_names_every_field_and_none_that_is_not_understood(page):
    told = [{names.FIELD_NAMES[folded(name)] for name in both} for both, _said in lines(page)]
    assert all(len(fields) == 1 for fields in told)
    assert {field for fields in told for field in fields} == set(names.FIELDS)
    written = {name for both, _said in lines(page) for name in both}
    for spoken in names.FIELDS.values():
        assert {names.offered(spoken, "en"), names.offered(spoken, "de")} <= written


@pytest.mark.parametrize(("page", "code"), [("search.md", "en"), ("search.md", "de"), ("search.de.md", "de")])
def test_a_page_names_every_value_that_is_offered(page, code):
    said = {folded(name): told for both, told in lines(page) for name in both}
    for field, values in CLOSED.items():
        written = set(re.findall(r"`([^`]+)`", said[field]))
        assert {names.offered(spoken, code) for spoken in values.values()} <= written


def test_every_name_of_a_value_is_understood_in_both_languages():
    for table, known in (
        (names.STATES, names.STATE_NAMES),
        (names.THINGS, names.THING_NAMES),
        (names.TRAITS, names.TRAIT_NAMES),
    ):
        for thing, spoken in table.items():
            assert {known[folded(name)] for said in spoken.values() for name in said} == {thing}

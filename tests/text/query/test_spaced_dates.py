"""Dates of several words behind a field's name, without quotes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.query import Term, Within
from newsroom.text.query.chips import split
from newsroom.text.query.reading import read
from newsroom.text.query.values import Standpoint

AT = Standpoint(datetime(2026, 11, 23, 10, 30, tzinfo=UTC), "Europe/Berlin", "Anna Berg")


def understood(text):
    """Give the first and the last day that are asked for, and the words beside them."""
    parts = [part for clause in read(text, AT).wanted for part in clause]
    (within,) = (part for part in parts if isinstance(part, Within))
    days = [time and f"{time:%Y-%m-%d}" for time in (within.since, within.until)]
    return (*days, *(" ".join(part.words) for part in parts if isinstance(part, Term)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("im:Februar 2025", ("2025-02-01", "2025-03-01")),
        ("im:Februar 2025 Hafen ", ("2025-02-01", "2025-03-01", "hafen")),
        ("im:Februar Hafen 2025 ", ("2026-02-01", "2026-03-01", "hafen", "2025")),
        ("ab:1. Mai", ("2026-05-01", None)),
        ("ab: 1. Mai 2025 Regen ", ("2025-05-01", None, "regen")),
        ("on:March 3, 2025 rain ", ("2025-03-03", "2025-03-04", "rain")),
        ("am:letzten Montag", ("2026-11-16", "2026-11-17")),
        ("seit:letzter Woche Sturm ", ("2026-11-16", None, "sturm")),
        ("vor:KW 12 2025 ", (None, "2025-03-17")),
        ("am:gestern 2 Tote ", ("2026-11-22", "2026-11-23", "2", "tote")),
        ("am:heute Hafen ", ("2026-11-23", "2026-11-24", "hafen")),
        ("am:gestern 14 Uhr ", ("2026-11-22", "2026-11-22")),
    ],
)
def test_a_date_goes_on_behind_a_space_as_far_as_it_is_one(text, meant):
    assert understood(text) == meant


def test_what_may_become_the_name_of_a_month_is_no_word_yet():
    assert not read("am:1. Ma", AT)
    assert read("am:1. Hafen", AT)


@pytest.mark.parametrize("text", ["am:99.99.9999", "nach:9999-12-31", "on:0001-01-01", "bis:31.2.2025"])
def test_a_day_that_is_none_is_words_also_while_it_is_typed(text):
    assert all(isinstance(part, Term) for clause in read(text, AT).wanted for part in clause)
    assert read(text, AT)


def test_a_chip_holds_the_whole_date_and_no_word_that_comes_beside_it():
    found = split("2025 im:Februar Hafen ", AT)
    assert [chip.value for chip in found.chips] == ["01.02.2026 to 28.02.2026"]
    assert understood(found.text()) == ("2026-02-01", "2026-03-01", "2025", "hafen")
    again = split("Hafen im:Februar 2025 ressort:Sport ", AT)
    assert understood(again.without(again.chips[1]) + " ") == ("2025-02-01", "2025-03-01", "hafen")


words = st.lists(
    st.sampled_from(["am:heute", "im:Mai", "Mai", "2025", "letzte", "Woche", "Uhr", "14", "x", "-am:KW", '"a"', "or"])
)  # fmt: skip


@given(words, st.booleans())
def test_chips_and_words_ask_for_the_same_whatever_stands_beside_a_date(pieces, ended):
    text = " ".join(pieces) + " " * ended
    found = split(text, AT)
    one, other = read(text + " ", AT), read(found.text().rstrip() + " ", AT)
    if "or" not in pieces:
        assert {frozenset(clause) for clause in one.wanted} == {frozenset(clause) for clause in other.wanted}
        assert set(one.unwanted) == set(other.unwanted)

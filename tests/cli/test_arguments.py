from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.cli.arguments import Common, part
from newsroom.cli.failures import Usage

OWN = ["list", "--limit", "3", "FIELD=VALUE"]


@given(
    st.permutations(
        [
            ["--library", "x.newsroom"],
            ["--lang=de"],
            ["--as", "Malin Torbeck"],
            ["--json"],
            *([w] for w in OWN),
        ]
    )
)
def test_common_options_stand_anywhere_and_the_rest_keeps_its_order(pieces):
    common, rest = part([word for piece in pieces for word in piece])
    assert common == Common("x.newsroom", "de", "Malin Torbeck", json=True)
    assert rest == [word for piece in pieces for word in piece if word in OWN]


def test_behind_two_dashes_nothing_is_an_option():
    assert part(["search", "--", "--json", "--lang"]) == (Common(), ["search", "--", "--json", "--lang"])


@pytest.mark.parametrize(
    "words",
    [["list", "--library"], ["--as", "--json", "list"], ["list", "--lang="], ["list", "--lang", "fr"]],
)
def test_a_missing_value_is_told(words):
    with pytest.raises(Usage):
        part(words)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.style_map import BY_KEY, ELEMENTS, StyleKind, StyleMap, entries, proper, style_map

P, C = StyleKind.PARAGRAPH, StyleKind.CHARACTER


def test_a_house_that_has_chosen_nothing_has_the_usual_names_of_its_language():
    assert style_map((), "de-AT").name("lead") == "Vorspann"
    assert style_map((), "en-GB").name("lead") == "Lead"
    assert style_map((), "fr").name("lead") == "Lead"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_paragraph_and_table_has_a_name_even_where_all_are_emptied(language):
    names = StyleMap(dict.fromkeys(BY_KEY, ""), language)
    assert all(names.name(one.key) for one in ELEMENTS if one.kind is not C)
    assert not any(names.name(one.key) for one in ELEMENTS if one.kind is C)


def test_an_element_without_a_name_is_set_as_another():
    names = StyleMap({"first": "", "paragraph": "GT"})
    assert names.name("first") == "GT"
    assert names.name("after-crosshead") == "GT"


def test_a_style_is_the_element_it_was_named_for_whatever_its_case():
    names = StyleMap({"headline": "Zeitung:H1"})
    assert names.element(P, "zeitung:h1") == "headline"
    assert names.element(C, "Zeitung:H1") == ""
    assert names.element(P, "") == ""


def test_a_name_that_many_share_means_the_plainest_of_them():
    names = StyleMap(dict.fromkeys(("kicker", "first", "paragraph", "sign-off"), "Grundtext"))
    assert names.element(P, "Grundtext") == "paragraph"
    assert StyleMap({"kicker": "X", "sign-off": "X"}).element(P, "X") == "kicker"


def test_only_what_differs_is_kept_and_what_is_unknown_is_left_out():
    names = {"headline": " H1 ", "lead": "Vorspann", "nonsense": "x"}
    assert entries(names, "de-DE") == (("headline", "H1"),)
    assert style_map((("headline", "H1"), ("newer", "x")), "de").chosen == {"headline": "H1"}


@given(st.text(max_size=130))
def test_a_proper_name_stays_as_it_is(name):
    once = proper(name)
    assert proper(once) == once
    assert len(once) <= 100
    assert once.isprintable()
    assert not once.startswith(":")

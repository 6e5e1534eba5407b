"""The one alignment: laws of words and paragraphs."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.alignment import aligned, likeness, moved, overlap, steps

WORDS = st.lists(st.sampled_from("abcde"), max_size=12)


def holds(ours, theirs):
    """Tell whether steps lead through both sides, and what is the same is."""
    at = to = 0
    kinds = []
    for same, first, last, start, end in steps(ours, theirs):
        assert (first, start) == (at, to)
        assert not same or ours[first:last] == theirs[start:end]
        at, to = last, end
        kinds.append(same)
    assert (at, to) == (len(ours), len(theirs))
    assert all(one != other for one, other in pairwise(kinds))
    return kinds


@given(WORDS, WORDS)
def test_steps_lead_through_both_sides(ours, theirs):
    holds(ours, theirs)


@pytest.mark.parametrize("seed", range(6))
def test_steps_of_long_texts_lead_through_both_sides_and_find_a_few_edits(seed):
    chance = random.Random(seed)
    ours = [f"w{int(chance.paretovariate(0.6))}" for _ in range(3_000)]
    theirs = list(ours)
    for _ in range(20):
        place = chance.randrange(len(theirs))
        theirs[place : place + chance.randrange(3)] = ["neu"] * chance.randrange(3)
    assert holds(ours, theirs).count(False) <= 20
    chance.shuffle(theirs)
    holds(ours, theirs)


def test_long_texts_without_a_word_in_common_differ_whole():
    assert list(steps(["a"] * 5_000, ["b"] * 5_000)) == [(False, 0, 5_000, 0, 5_000)]


@given(st.lists(st.text("ab ", max_size=6), max_size=6), st.lists(st.text("ab ", max_size=6), max_size=6))
def test_each_paragraph_stands_once_and_in_order(old, new):
    done = aligned(old, new)
    assert [one for one, _ in done if one is not None] == list(range(len(old)))
    assert [other for _, other in done if other is not None] == list(range(len(new)))
    elsewhere = moved(old, new, done)
    assert len(set(elsewhere.values())) == len(elsewhere)
    assert all((place, None) in done and (None, target) in done for place, target in elsewhere.items())


def test_words_count_as_often_as_they_stand():
    assert likeness("der der der", "der und oder") == pytest.approx(1 / 3)
    assert overlap("der der", "der Rat der Stadt") == 1.0

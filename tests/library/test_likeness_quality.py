"""Least recall and precision of like headlines and texts, on a second labelled set on which nothing was chosen.

`python -m tests.benchmarks doubles` prints all classes.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from newsroom.library.bodies import judged
from newsroom.settings import House
from newsroom.text.likeness import compare
from newsroom.text.shingles import long_rows, overlap
from tests.benchmarks.labelled import headlines, stories


def rates(samples, alike):
    """Give by class the share that is taken for alike."""
    told = defaultdict(list)
    for sample in samples:
        told[sample.kind].append(alike(sample))
    return {kind: sum(found) / len(found) for kind, found in told.items()}


@pytest.fixture(scope="module")
def of_headlines():
    least = House().lookalike_threshold

    def alike(sample):
        found = compare(sample.other, sample.one)
        return found.kind is not None and found.score >= least

    return rates(headlines.samples(), alike)


@pytest.fixture(scope="module")
def of_texts():
    return rates(
        stories.samples(), lambda one: judged(overlap(long_rows(one.one), long_rows(one.other))) is not None
    )


@pytest.mark.parametrize("kind", [*headlines.STRICT, "kicker", "typo and dropped"])
def test_a_headline_is_known_again_after_a_small_change(of_headlines, kind):
    assert of_headlines[kind] >= 0.98


@pytest.mark.parametrize(("kind", "least"), [("shortened", 0.85), ("synonym", 0.5)])
def test_a_headline_is_mostly_known_again_after_a_larger_change(of_headlines, kind, least):
    assert of_headlines[kind] >= least


@pytest.mark.parametrize("kind", ["other event", "stranger", "recurring format"])
def test_a_headline_of_another_story_is_hardly_ever_taken_for_alike(of_headlines, kind):
    assert of_headlines[kind] <= 0.02


@pytest.mark.parametrize("kind", [kind for kind in stories.EDITS if kind != "50 % changed"])
def test_a_text_is_known_again_after_it_was_edited(of_texts, kind):
    assert of_texts[kind] >= 0.95


def test_a_text_of_which_half_is_another_is_mostly_known_again(of_texts):
    assert of_texts["50 % changed"] >= 0.5


@pytest.mark.parametrize("kind", ["other story", "one sentence shared", "one sentence quoted"])
def test_a_text_on_something_else_is_never_taken_for_alike(of_texts, kind):
    assert of_texts[kind] == 0


@pytest.mark.parametrize("kind", ["match report", "weather report"])
def test_reports_of_two_days_are_seldom_taken_for_alike(of_texts, kind):
    assert of_texts[kind] <= 0.15

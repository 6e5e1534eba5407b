"""Floors under how well like headlines and texts are told apart, on the half that no threshold was chosen on."""

from __future__ import annotations

import pytest

from newsroom.library.bodies import judged
from newsroom.text.likeness import compare
from newsroom.text.shingles import long_rows, overlap
from tests.benchmarks.bench_quality import by_class, halves
from tests.quality.labelled import headlines, texts

HEADLINES = by_class(halves(headlines())[1])
TEXTS = by_class(halves(texts())[1])


def share(pairs, found):
    return sum(map(found, pairs)) / len(pairs)


def like_headline(pair):
    return compare(pair.first, pair.second).kind is not None


def like_text(pair):
    return judged(overlap(long_rows(pair.first), long_rows(pair.second))) is not None


@pytest.mark.parametrize(
    "kind", ["typo", "order", "added", "dropped", "umlaut form", "punctuation", "kicker"]
)
def test_a_headline_that_was_edited_is_found(kind):
    assert share(HEADLINES[kind], like_headline) >= 0.98


@pytest.mark.parametrize("kind", ["same topic, other event", "recurring", "unlike"])
def test_a_headline_of_another_event_gives_no_hint(kind):
    assert share(HEADLINES[kind], like_headline) <= 0.01


@pytest.mark.parametrize(
    "kind",
    ["typo", "order", "added", "dropped", "synonym", "umlaut form", "punctuation", "kicker", "shortened",
     "rewritten lead", "merged", "10 % exchanged", "30 % exchanged"],
)  # fmt: skip
def test_a_text_that_was_edited_is_found(kind):
    assert share(TEXTS[kind], like_text) >= 0.95


@pytest.mark.parametrize("kind", ["same topic, other event", "unlike"])
def test_a_text_of_another_event_gives_no_hint(kind):
    assert share(TEXTS[kind], like_text) <= 0.01


def test_the_set_is_large_enough_to_tell_anything():
    assert sum(map(len, HEADLINES.values())) + sum(map(len, TEXTS.values())) > 750

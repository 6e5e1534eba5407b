"""Floors under how well like headlines and texts are told apart, on the half that no threshold was chosen on."""

from __future__ import annotations

import pytest

from newsroom.library.bodies import judged
from newsroom.settings import House
from newsroom.text.likeness import compare
from newsroom.text.shingles import long_rows, overlap
from tests.quality import edits, text_edits
from tests.quality.labelled import by_class, halves, headlines, texts

HEADLINES = by_class(halves(headlines())[1])
TEXTS = by_class(halves(texts())[1])


def share(pairs, found):
    return sum(map(found, pairs)) / len(pairs)


def like_headline(pair):
    found = compare(pair.second, pair.first)
    return found.kind is not None and found.score >= House().lookalike_threshold


def like_text(pair):
    return judged(overlap(long_rows(pair.first), long_rows(pair.second))) is not None


@pytest.mark.parametrize("kind", [*edits.STRICT, "kicker", "typo and dropped"])
def test_a_headline_that_was_edited_is_found(kind):
    assert share(HEADLINES[kind], like_headline) >= 0.98


@pytest.mark.parametrize(("kind", "least"), [("shortened", 0.85), ("synonym", 0.5)])
def test_a_headline_is_mostly_known_again_after_a_larger_change(kind, least):
    assert share(HEADLINES[kind], like_headline) >= least


@pytest.mark.parametrize("kind", ["same topic, other event", "recurring", "unlike"])
def test_a_headline_of_another_event_gives_no_hint(kind):
    assert share(HEADLINES[kind], like_headline) <= 0.01


@pytest.mark.parametrize("kind", sorted(text_edits.EDITS.keys() - {"half picked", "50 % exchanged"}))
def test_a_text_that_was_edited_is_found(kind):
    assert share(TEXTS[kind], like_text) >= 0.95


@pytest.mark.parametrize(("kind", "least"), [("half picked", 0.9), ("50 % exchanged", 0.5)])
def test_a_text_of_which_half_is_left_is_mostly_known_again(kind, least):
    assert share(TEXTS[kind], like_text) >= least


@pytest.mark.parametrize("kind", ["unlike", "one sentence shared", "one sentence quoted"])
def test_a_text_of_another_event_gives_no_hint(kind):
    assert share(TEXTS[kind], like_text) <= 0.01


def test_stories_told_in_the_same_few_sentences_are_hardly_ever_taken_for_alike():
    assert share(TEXTS["same topic, other event"], like_text) <= 0.02


@pytest.mark.parametrize("kind", ["match report", "weather report"])
def test_reports_of_two_days_are_seldom_taken_for_alike(kind):
    assert share(TEXTS[kind], like_text) <= 0.15


def test_the_set_is_large_enough_to_tell_anything():
    assert sum(map(len, HEADLINES.values())) > 1_500
    assert sum(map(len, TEXTS.values())) > 1_500

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom import checks
from newsroom.domain.article import ImportNote
from newsroom.domain.body import Crosshead, body, paragraphs
from newsroom.domain.finding import Field, Severity
from newsroom.domain.inline import text
from newsroom.domain.lookalike import LikenessKind, Lookalike
from newsroom.domain.workflow import Transition
from newsroom.settings import House
from newsroom.translation import msg

HEADLINE = "Fähre nach Nordholm fährt wieder"


def test_a_clean_story_has_no_findings(story, context):
    assert checks.run(story, context) == ()


def test_a_missing_headline_is_required_on_submit(judge):
    (finding,) = judge("headline-missing", headline=" ")
    assert finding.severity is Severity.REQUIRED
    assert finding.place.field is Field.HEADLINE


@pytest.mark.parametrize(("size", "fires"), [(119, False), (120, True), (200, True)])
def test_a_headline_is_long_from_the_house_figure(judge, size, fires):
    assert bool(judge("headline-long", headline="x" * size)) is fires


@pytest.mark.parametrize("repeat", [HEADLINE, "FÄHRE NACH  NORDHOLM FÄHRT WIEDER", f"„{HEADLINE}“"])
@pytest.mark.parametrize("before", [[], ["Nordholm."]])
def test_the_headline_is_found_again_in_the_first_two_paragraphs(judge, repeat, before):
    (finding,) = judge("headline-repeated", body=paragraphs([*before, repeat, "Mehr Text."]))
    assert (finding.place.block, finding.place.start, finding.place.end) == (len(before), 0, len(repeat))


@pytest.mark.parametrize(
    "texts",
    [
        [HEADLINE],
        ["Die Fähre nach Nordholm fährt wieder, sagt der Reeder.", "Mehr."],
        ["Eins.", "Zwei.", HEADLINE],
    ],
)
def test_no_repeat_is_seen_in_a_substring_an_only_paragraph_or_further_down(judge, texts):
    assert not judge("headline-repeated", body=paragraphs(texts))


def test_a_crosshead_like_the_headline_is_no_repeat(judge):
    head = Crosshead(text(HEADLINE))
    assert not judge("headline-repeated", body=body(head, *paragraphs(["Eins.", "Zwei."]).blocks))


def test_what_the_import_took_out_is_told_until_dismissed(judge, story, context):
    note = ImportNote("headline-repeated", msg("The headline stood twice."), HEADLINE)
    (finding,) = judge("headline-repeated", import_notes=(note,))
    dismissed = replace(story, import_notes=(note,), dismissed=frozenset({finding.key}))
    assert checks.run(dismissed, context) == ()


def test_lookalikes_make_one_finding_in_words(judge, context):
    matches = (
        Lookalike(7, "u7", "Fähre nach Nordholm steht still", 88, LikenessKind.VERY_LIKE),
        Lookalike(9, "u9", "Fähre fährt wieder", 80, LikenessKind.LIKE),
    )
    (finding,) = judge("headline-like", context=replace(context, lookalikes=matches))
    assert finding.like == (7, 9)
    assert str(finding.message) == "Very like “Fähre nach Nordholm steht still” and 1 more"
    assert "%" not in str(finding.message)


def test_a_dismissed_likeness_comes_back_with_a_new_match(judge, story, context):
    first = Lookalike(7, "u7", "Fähre nach Nordholm steht still", 88, LikenessKind.VERY_LIKE)
    second = Lookalike(8, "u8", "Fähre nach Nordholm fährt", 90, LikenessKind.VERY_LIKE)
    (finding,) = judge("headline-like", context=replace(context, lookalikes=(first,)))
    dismissed = replace(story, dismissed=frozenset({finding.key}))
    assert not checks.run(dismissed, replace(context, lookalikes=(first,)))
    assert checks.run(dismissed, replace(context, lookalikes=(second, first)))


def test_a_house_turns_a_rule_off_for_one_transition(story, context):
    house = House(severities=(("headline-missing", "submit", "off"),))
    bare = replace(story, headline="")
    here = replace(context, house=house)
    assert not checks.run(bare, replace(here, moment=Transition.SUBMIT))
    assert checks.run(bare, replace(here, moment=Transition.APPROVE))

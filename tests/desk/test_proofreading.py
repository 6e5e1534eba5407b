"""Stories read for faults, and mended where the findings know how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk.mending import apart
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.finding import Field, Finding, Fix, Place, Replacement, Severity
from newsroom.domain.workflow import State
from newsroom.translation import msg

TWICE = "Der Hafen ist ist zu, und und das bleibt auch so, wie der Rat am Abend mitteilte."
ONCE = "Der Hafen ist zu, und das bleibt auch so, wie der Rat am Abend mitteilte."


@pytest.fixture
def keep(desk):
    """Keeps a story with doubled words in a state and gives it."""

    def do(**fields):
        story = desk.writing.new(headline="Der Hafen ist zu", body=paragraphs([TWICE]), **fields)
        return desk.library.stories.save(story, desk.person).article

    return do


def words(desk, story):
    return block_text(desk.writing.open(story.id).body.blocks[0])


def test_reading_alone_changes_nothing(desk, keep):
    story = keep()
    report = desk.proofing.read([story.id])
    assert "doubled-word" in {found.rule for found in dict(report.judged)[story.id]}
    assert (report.fixed, desk.writing.open(story.id).version) == ((), 1)


def test_all_fixes_of_a_story_are_one_version_by_the_person_at_the_desk(desk, keep):
    story = keep()
    report = desk.proofing.read([story.id], fix=True)
    (fixed,) = report.fixed
    assert words(desk, story) == ONCE
    assert [found.rule for found in fixed.findings] == ["doubled-word"] * 2
    assert "doubled-word" not in {found.rule for found in dict(report.judged)[story.id]}
    assert fixed.version == desk.writing.open(story.id).version == 2
    assert desk.library.history.revisions(story.id)[0].person == "Malin Torbeck"


def test_a_story_with_nothing_to_mend_gets_no_new_version(desk, keep):
    story = keep()
    desk.proofing.read([story.id], fix=True)
    assert desk.proofing.read([story.id], fix=True).fixed == ()
    assert desk.writing.open(story.id).version == 2


@pytest.mark.parametrize("state", [State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN])
def test_what_was_approved_is_left_as_it_is_and_the_others_are_mended(desk, keep, state):
    bound, free = keep(state=state), keep()
    report = desk.proofing.read([bound.id, free.id], fix=True)
    assert [one.id for one in report.refused] == [bound.id]
    assert [one.id for one in report.fixed] == [free.id]
    assert words(desk, bound) == TWICE
    assert "doubled-word" in {found.rule for found in dict(report.judged)[bound.id]}


def test_a_story_in_the_trash_is_left_there(desk, keep):
    story = keep()
    desk.writing.trash([story.id])
    report = desk.proofing.read([story.id], fix=True)
    assert "trash" in str(report.refused[0].message)
    assert words(desk, story) == TWICE


def test_what_was_dismissed_is_not_mended(desk, keep):
    story = keep()
    found = [one for one in desk.proofing.findings(story) if one.rule == "doubled-word"]
    kept = desk.writing.save(replace(story, dismissed=frozenset(one.key for one in found))).article
    assert desk.proofing.read([kept.id], fix=True).fixed == ()


def test_an_early_end_is_told(desk, keep):
    first, second = keep(), keep()
    report = desk.proofing.read([first.id, second.id], cancelled=iter([False, True]).__next__, fix=True)
    assert report.cancelled
    assert [one.id for one in report.fixed] == [first.id]


def finding(start, end):
    place = Place(Field.BODY, 0, start, end)
    fix = Fix(msg("Take it out"), (Replacement(place, ""),))
    return Finding("rule", Severity.RECOMMENDED, place, msg("Found"), fix=fix)


def test_of_two_fixes_that_meet_the_first_is_made():
    first, meets, apart_ = finding(0, 4), finding(4, 6), finding(8, 9)
    assert apart([first, meets, apart_, replace(apart_, fix=None)]) == (first, apart_)

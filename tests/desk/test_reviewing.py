"""A story as somebody who approves sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk.reviewing import Since, Tone
from newsroom.domain.body import paragraphs
from newsroom.domain.workflow import State, Transition

BEFORE, AFTER = "Die Fähre legt am Mittwoch ab.", "Die Fähre legt am Donnerstag ab."


@pytest.fixture
def editor(newsroom):
    return newsroom.with_person(newsroom.library.house.person("Jelto Wiarda"))


@pytest.fixture
def submitted(newsroom):
    story = newsroom.writing.new(
        headline="Fähre nach Lindholm", section="Region", body=paragraphs([BEFORE, "Der Hafen ist froh."])
    )
    return newsroom.approval.move(story, Transition.SUBMIT).article


def changed(desk, article):
    return desk.writing.save(replace(article, body=paragraphs([AFTER, "Der Hafen ist froh."]))).article


def test_a_story_that_was_never_approved_is_shown_whole(editor, submitted):
    review = editor.reviewing.of(submitted.id)
    assert review.base is None
    assert review.two.same
    assert Transition.APPROVE in review.ways
    assert review.newest.action == "submit"


def test_after_an_approval_the_changes_since_are_shown(newsroom, editor, submitted):
    approved = editor.approval.move(submitted, Transition.APPROVE).article
    now = changed(newsroom, approved)
    review = editor.reviewing.of(submitted.id)
    assert now.state is State.FOR_REVIEW
    assert (review.base.since, review.base.revision.version) == (Since.APPROVED, approved.version)
    assert [field.field for field in review.two.fields if not field.same] == ["body"]


def test_a_returned_story_is_compared_with_what_was_returned(newsroom, editor, submitted):
    returned = editor.approval.move(submitted, Transition.RETURN, "Wann genau?").article
    again = newsroom.approval.move(changed(newsroom, returned), Transition.SUBMIT).article
    review = editor.reviewing.of(again.id)
    assert (review.base.since, review.base.revision.version) == (Since.RETURNED, returned.version)
    assert not review.two.same


def test_what_changed_while_it_was_read_is_compared_with_what_was_read(newsroom, editor, submitted):
    now = changed(newsroom, submitted)
    review = editor.reviewing.of(submitted.id, read=submitted.version)
    assert (review.base.since, review.article.version) == (Since.READ, now.version)


def test_an_author_is_told_that_they_may_not_approve(newsroom, submitted):
    lines = (
        newsroom.with_person(newsroom.library.house.person("Malin Torbeck")).reviewing.of(submitted.id).lines
    )
    assert lines[0].tone is Tone.BAD


def test_required_findings_come_before_recommended_ones(editor, newsroom, submitted):
    empty = newsroom.writing.save(replace(submitted, headline="")).article
    review = editor.reviewing.of(empty.id)
    assert [finding.rule for finding in review.required] == ["headline-missing"]
    tones = [line.tone for line in review.lines if line.finding]
    assert tones == sorted(tones, key=lambda tone: tone is not Tone.BAD)


def test_an_editor_who_changed_words_is_told_that_the_author_hears_of_it(editor, submitted):
    now = changed(editor, submitted)
    review = editor.reviewing.of(now.id)
    assert review.lines[1].tone is Tone.CALM
    assert review.barred is None


def test_only_stories_whose_approval_was_voided_bear_the_mark(newsroom, editor, submitted):
    def marked():
        cards = newsroom.library.lists.cards_of((submitted.id,))
        return newsroom.reviewing.voided(cards)

    assert not marked()
    approved = editor.approval.move(submitted, Transition.APPROVE).article
    assert not marked()
    voided = changed(newsroom, approved)
    assert marked() == {submitted.id}
    editor.approval.move(voided, Transition.APPROVE)
    assert not marked()


def test_a_sound_story_has_nothing_against_it(editor, submitted):
    assert editor.reviewing.proof(submitted.id) == ()


def test_an_update_of_what_was_published_is_no_void_approval(newsroom, editor, submitted):
    approved = editor.approval.move(submitted, Transition.APPROVE).article
    out = editor.approval.move(approved, Transition.PUBLISH).article
    kept = changed(newsroom, newsroom.approval.move(out, Transition.UPDATE).article)
    assert kept.state is State.DRAFT
    assert not newsroom.reviewing.voided(newsroom.library.lists.cards_of((kept.id,)))

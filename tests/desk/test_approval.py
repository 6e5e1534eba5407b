from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.approved import OVERRIDDEN, Grade
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.channel import Channel
from newsroom.domain.errors import (
    ChecklistOpen,
    EditedElsewhere,
    Embargoed,
    FourEyes,
    NotAllowed,
    WrongValue,
)
from newsroom.domain.finding import Field, Place
from newsroom.domain.notice import NoticeKind
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State, Transition

EDITOR = Person("Jelto Wiarda", Role.EDITOR)
CHIEF = Person("Ragna Hollmann", Role.CHIEF)
TEXT = ["Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten und am Ende nichts entschieden."]


@pytest.fixture
def story(newsroom):
    fields = {"headline": "Hafen", "section": "Region", "body": paragraphs(TEXT)}
    draft = newsroom.writing.new(**fields, publish_time=newsroom.clock() + timedelta(hours=3))
    return newsroom.writing.save(draft).article


@pytest.fixture
def approved(newsroom, story):
    submitted = newsroom.approval.move(story, Transition.SUBMIT).article
    return newsroom.with_person(EDITOR).approval.move(submitted, Transition.APPROVE).article


def test_a_story_goes_from_draft_to_print(newsroom, approved):
    assert (approved.state, approved.approved_by) == (State.APPROVED, "Jelto Wiarda")
    assert approved.approved_hash == reader_hash(approved)
    published = newsroom.with_person(CHIEF).approval.move(approved, Transition.PUBLISH).article
    assert published.state is State.PUBLISHED
    actions = [revision.action for revision in newsroom.library.history.revisions(published.id)]
    assert sorted(actions) == sorted(["saved", "submit", "approve", "publish"])


def test_no_one_approves_their_own_story(newsroom, story):
    submitted = newsroom.approval.move(story, Transition.SUBMIT).article
    author = newsroom.with_person(newsroom.people.add("Malin Torbeck", Role.CHIEF))
    with pytest.raises(FourEyes):
        author.approval.move(submitted, Transition.APPROVE)
    assert Transition.APPROVE not in author.approval.possible(submitted)
    assert Transition.APPROVE in newsroom.with_person(EDITOR).approval.possible(submitted)


def test_a_journalist_does_not_publish(newsroom, approved):
    with pytest.raises(NotAllowed):
        newsroom.approval.move(approved, Transition.PUBLISH)


def test_text_that_was_changed_after_its_approval_is_not_published(newsroom, approved):
    with pytest.raises(NotAllowed):
        newsroom.with_person(CHIEF).approval.move(replace(approved, headline="Anders"), Transition.PUBLISH)


def test_a_headline_is_required_to_submit(newsroom):
    story = newsroom.writing.save(newsroom.writing.new(body=paragraphs(TEXT))).article
    with pytest.raises(NotAllowed, match="Not yet possible"):
        newsroom.approval.move(story, Transition.SUBMIT)


def test_an_embargo_keeps_a_story_from_being_published(newsroom, approved):
    held = newsroom.writing.save(replace(approved, embargo=newsroom.clock() + timedelta(days=1))).article
    with pytest.raises(Embargoed):
        newsroom.with_person(CHIEF).approval.move(held, Transition.PUBLISH)


def test_scheduling_needs_a_time_and_takes_one(newsroom, approved):
    chief = newsroom.with_person(CHIEF)
    with pytest.raises(WrongValue):
        chief.approval.move(replace(approved, publish_time=None), Transition.SCHEDULE)
    at = newsroom.clock() + timedelta(days=2)
    assert chief.approval.move(approved, Transition.SCHEDULE, at=at).article.publish_time == at


def test_returning_ends_the_approval_and_keeps_the_reason(newsroom, approved):
    returned = (
        newsroom.with_person(EDITOR).approval.move(approved, Transition.RETURN, "Zweite Quelle?").article
    )
    assert (returned.state, returned.approved_hash) == (State.RETURNED, "")
    assert newsroom.library.history.journal(returned.id)[-1].note == "Zweite Quelle?"


def test_a_correction_carries_its_note_to_readers(newsroom, approved):
    published = newsroom.with_person(CHIEF).approval.move(approved, Transition.PUBLISH).article
    corrected = newsroom.approval.move(published, Transition.CORRECT, "Der Name war falsch.").article
    assert (corrected.state, corrected.correction_note) == (State.DRAFT, "Der Name war falsch.")


# Four eyes


@pytest.fixture
def submitted(newsroom, story):
    return newsroom.approval.move(story, Transition.SUBMIT).article


@pytest.fixture
def editor(newsroom):
    return newsroom.with_person(EDITOR)


@pytest.fixture
def chief(newsroom):
    return newsroom.with_person(CHIEF)


def asked(newsroom, **values):
    """Change settings of the house."""
    newsroom.library.house.amend_settings(lambda house: replace(house, **values))


def test_an_editors_own_edits_do_not_bar_approval_and_the_author_is_told(newsroom, editor, submitted):
    edited = editor.writing.save(replace(submitted, headline="Der Hafen")).article
    editor.approval.move(edited, Transition.APPROVE)
    (given,) = newsroom.approval.approvals(edited.id)
    assert given.edited
    kinds = [notice.kind for notice in newsroom.notices.page().items]
    assert set(kinds) == {NoticeKind.APPROVED, NoticeKind.EDITED}


def test_what_is_changed_in_the_window_and_approved_at_once_counts_as_the_approvers_hand(
    newsroom, editor, submitted
):
    given = editor.approval.move(replace(submitted, headline="Der Hafen"), Transition.APPROVE).article
    assert newsroom.approval.approvals(given.id)[0].edited
    assert given.approved_hash == reader_hash(given)


def test_nobody_leaves_the_byline_in_the_window_to_approve_at_once(newsroom, editor, story):
    both = newsroom.writing.save(replace(story, authors=(*story.authors, Byline("Jelto Wiarda")))).article
    submitted = newsroom.approval.move(both, Transition.SUBMIT).article
    with pytest.raises(FourEyes):
        editor.approval.move(replace(submitted, authors=story.authors), Transition.APPROVE)


def test_a_strict_section_bars_the_last_hand(newsroom, editor, chief, submitted):
    asked(newsroom, strict_sections=("Region",))
    with pytest.raises(FourEyes, match="changed this text last"):
        editor.approval.move(replace(submitted, headline="Der Hafen"), Transition.APPROVE)
    edited = editor.writing.save(replace(submitted, headline="Der Hafen")).article
    assert Transition.APPROVE not in editor.approval.possible(edited)
    assert "another pair of eyes" in str(editor.approval.barred(edited, Transition.APPROVE))
    assert chief.approval.move(edited, Transition.APPROVE).article.state is State.APPROVED


def test_some_sections_want_two_approvals_of_the_same_text(newsroom, editor, chief, submitted):
    asked(newsroom, second_sections=("Region",))
    half = editor.approval.move(submitted, Transition.APPROVE).article
    assert (half.state, half.approved_hash) == (State.FOR_REVIEW, "")
    with pytest.raises(FourEyes, match="second person"):
        editor.approval.move(half, Transition.APPROVE)
    changed = newsroom.writing.save(replace(half, headline="Neu")).article
    assert chief.approval.move(changed, Transition.APPROVE).article.state is State.FOR_REVIEW
    again = newsroom.writing.open(changed.id)
    whole = editor.approval.move(again, Transition.APPROVE).article
    assert (whole.state, whole.approved_by) == (State.APPROVED, "Jelto Wiarda")
    grades = [one.grade for one in newsroom.approval.approvals(whole.id)]
    assert grades == [Grade.FIRST, Grade.FIRST, Grade.FULL]


def test_what_was_approved_in_an_easier_section_is_not_published_in_a_stricter_one(
    newsroom, editor, chief, submitted
):
    asked(newsroom, strict_sections=("Politik",), second_sections=("Meinung",))
    given = editor.approval.move(replace(submitted, headline="Der Hafen"), Transition.APPROVE).article
    for section in ("Politik", "Meinung"):
        given = chief.writing.save(replace(given, section=section)).article
        with pytest.raises(FourEyes, match="asks for another pair of eyes"):
            chief.approval.move(given, Transition.PUBLISH)
    given = chief.writing.save(replace(given, section="Region")).article
    assert chief.approval.move(given, Transition.PUBLISH).article.state is State.PUBLISHED


def test_a_first_approval_that_was_undone_counts_no_more(newsroom, editor, chief, submitted):
    asked(newsroom, second_sections=("Region",))
    half = editor.approval.move(submitted, Transition.APPROVE)
    editor.writing.undo(half.changes)
    again = newsroom.writing.open(submitted.id)
    assert chief.approval.move(again, Transition.APPROVE).article.state is State.FOR_REVIEW


def test_many_go_the_same_way_and_two_must_approve_them_too(newsroom, editor, chief, submitted):
    asked(newsroom, second_sections=("Region",))
    editor.moving.to_state([submitted.id], State.APPROVED)
    assert newsroom.writing.open(submitted.id).state is State.FOR_REVIEW
    chief.moving.to_state([submitted.id], State.APPROVED)
    assert newsroom.writing.open(submitted.id).state is State.APPROVED


def test_breaking_news_goes_out_alone_and_second_eyes_are_due(newsroom, editor, chief, story):
    with pytest.raises(NotAllowed, match="reason"):
        chief.approval.move(story, Transition.PUBLISH_ALONE)
    out = chief.approval.move(story, Transition.PUBLISH_ALONE, "Brand im Hafen").article
    (due,) = editor.approval.looks_due()
    assert (due.by, due.card.id, due.late) == ("Ragna Hollmann", out.id, False)
    assert due.due == newsroom.clock() + timedelta(minutes=30)
    assert NoticeKind.EYES_DUE in {one.kind for one in editor.notices.page().items}
    for desk, why in ((chief, "a colleague’s"), (newsroom, "an editor or duty editor can")):
        with pytest.raises(NotAllowed, match=why):
            desk.approval.look(out.id)
    editor.approval.look(out.id, "passt")
    assert editor.approval.looks_due() == ()
    assert [one.grade for one in newsroom.approval.approvals(out.id)] == [Grade.ALONE, Grade.LOOKED]
    with pytest.raises(NotAllowed, match="No second eyes"):
        editor.approval.look(out.id)


def test_in_a_library_of_one_person_the_rule_is_off_and_that_is_said(desk):
    assert "one person" in str(desk.approval.rule())
    mine = desk.writing.save(desk.writing.new(headline="Hafen", body=paragraphs(TEXT))).article
    waiting = desk.approval.move(mine, Transition.SUBMIT).article
    assert desk.approval.move(waiting, Transition.APPROVE).article.state is State.APPROVED
    assert Transition.PUBLISH_ALONE not in desk.approval.possible(mine)


def test_an_approval_by_the_author_ends_with_the_day_the_rule_begins(desk):
    mine = desk.writing.save(desk.writing.new(headline="Hafen", body=paragraphs(TEXT))).article
    waiting = desk.approval.move(mine, Transition.SUBMIT).article
    own = desk.approval.move(waiting, Transition.APPROVE).article
    for name in ("Malin Torbeck", "Jelto Wiarda"):
        desk.people.add(name, Role.CHIEF)
    assert "holds" in str(desk.approval.rule())
    with pytest.raises(FourEyes, match="by its author"):
        desk.approval.move(own, Transition.PUBLISH)


def test_a_print_version_is_approved_on_its_own(newsroom, editor, submitted):
    printed = newsroom.versions.derive(submitted).article
    editor.approval.move(submitted, Transition.APPROVE)
    assert newsroom.writing.open(printed.id).state is State.DRAFT
    assert newsroom.approval.approvals(printed.id) == ()
    waiting = newsroom.approval.move(newsroom.writing.open(printed.id), Transition.SUBMIT).article
    given = editor.approval.move(waiting, Transition.APPROVE).article
    newsroom.writing.save(replace(newsroom.writing.open(submitted.id), headline="Im Netz anders"))
    assert newsroom.writing.open(given.id).state is State.APPROVED
    assert newsroom.writing.open(submitted.id).state is State.FOR_REVIEW


# Bad input


def test_a_text_that_changed_a_second_ago_is_not_approved(newsroom, editor, submitted):
    read = reader_hash(submitted)
    changed = newsroom.writing.save(replace(submitted, headline="Anders")).article
    with pytest.raises(NotAllowed, match="Read it again"):
        editor.approval.move(changed, Transition.APPROVE, seen=read)
    with pytest.raises(NotAllowed, match="Read it again"):
        editor.approval.move(changed, Transition.APPROVE, seen=reader_hash(changed)[:6])
    with pytest.raises(EditedElsewhere, match="Malin Torbeck was quicker"):
        editor.approval.move(submitted, Transition.APPROVE)
    assert editor.approval.move(changed, Transition.APPROVE, seen=reader_hash(changed)[:16]).article


def test_of_two_who_approve_at_once_the_second_is_told(newsroom, editor, chief, submitted):
    editor.approval.move(submitted, Transition.APPROVE)
    with pytest.raises(EditedElsewhere, match=r"Jelto Wiarda was quicker.*“Approved”"):
        chief.approval.move(submitted, Transition.APPROVE)
    with pytest.raises(NotAllowed, match=r"What is: Return, Schedule, Publish\."):
        chief.approval.move(newsroom.writing.open(submitted.id), Transition.APPROVE)
    assert len(newsroom.approval.approvals(submitted.id)) == 1


def test_whoever_has_another_role_by_now_has_it_in_the_window_that_stayed_open_too(
    newsroom, editor, submitted
):
    newsroom.people.add("Jelto Wiarda", Role.JOURNALIST)
    with pytest.raises(NotAllowed, match="an editor or duty editor can"):
        editor.approval.move(submitted, Transition.APPROVE)


def test_nobody_approves_whom_the_library_does_not_know(newsroom, submitted):
    stranger = newsroom.with_person(Person("Niemand", Role.CHIEF))
    for way in (Transition.APPROVE, Transition.TRASH):
        with pytest.raises(NotAllowed, match="Nobody here is called “Niemand”"):
            stranger.approval.move(submitted, way) if way.moves else stranger.approval.trash([submitted.id])
    assert stranger.moving.to_state([submitted.id], State.APPROVED).refused


def test_what_is_said_to_be_approved_in_a_window_is_not(newsroom, editor, story):
    forged = replace(
        story, state=State.APPROVED, approved_by="Ragna Hollmann", approved_hash=reader_hash(story)
    )
    with pytest.raises(NotAllowed, match="“Publish” is not possible from “Draft”"):
        editor.approval.move(forged, Transition.PUBLISH)


def test_a_story_with_an_embargo_over_its_hour_is_not_scheduled(newsroom, chief, approved):
    held = newsroom.writing.save(replace(approved, embargo=newsroom.clock() + timedelta(days=1))).article
    with pytest.raises(WrongValue, match="embargo ends after this time"):
        chief.approval.move(held, Transition.SCHEDULE, at=newsroom.clock() + timedelta(hours=2))
    with pytest.raises(WrongValue, match="in the past"):
        chief.approval.move(held, Transition.SCHEDULE, at=newsroom.clock() - timedelta(hours=2))


def test_print_goes_out_under_embargo_where_it_appears_after_it(newsroom, chief, approved):
    end = newsroom.clock() + timedelta(hours=5)
    early = newsroom.writing.save(replace(approved, embargo=end)).article
    with pytest.raises(Embargoed):
        chief.approval.move(early, Transition.PUBLISH, channels=(Channel.PRINT,))
    later = newsroom.writing.save(replace(early, publish_time=end)).article
    with pytest.raises(Embargoed):
        chief.approval.move(later, Transition.PUBLISH, channels=(Channel.PRINT, Channel.WEB))
    out = chief.approval.move(later, Transition.PUBLISH, channels=(Channel.PRINT,)).article
    assert out.publish_time == end


# The trash


def test_a_story_goes_into_the_trash_before_readers_had_it_and_never_after(newsroom, editor, chief, approved):
    with pytest.raises(NotAllowed, match="an editor or duty editor can"):
        newsroom.writing.trash([approved.id])
    editor.writing.trash([approved.id])
    editor.writing.restore([approved.id])
    back = newsroom.writing.open(approved.id)
    assert (back.state, back.approved_by) == (State.APPROVED, "Jelto Wiarda")
    out = chief.approval.move(back, Transition.PUBLISH).article
    update = newsroom.approval.move(out, Transition.UPDATE).article
    report = chief.moving.to_trash([update.id])
    assert not report.moved
    assert "withdraw it" in str(report.refused[0].message)
    assert chief.approval.move(update, Transition.WITHDRAW).article.state is State.WITHDRAWN


# Checklists


def test_a_required_rule_stops_the_step_and_names_the_place(newsroom, story):
    asked(newsroom, severities=(("lead-missing", "submit", "required", "report", "Region"),))
    newsroom.approval.move(story, Transition.SUBMIT)
    report = newsroom.writing.save(
        newsroom.writing.new(headline="Deich", genre="report", section="Region")
    ).article
    with pytest.raises(ChecklistOpen, match="see “Lead”: The lead is missing") as stopped:
        newsroom.approval.move(report, Transition.SUBMIT)
    assert stopped.value.findings[0].place == Place(Field.LEAD)
    assert newsroom.approval.checklist(report, Transition.SUBMIT)[0].rule == "lead-missing"
    other = newsroom.writing.save(replace(report, section="Sport")).article
    assert newsroom.approval.move(other, Transition.SUBMIT).article.state is State.FOR_REVIEW


def test_a_chief_passes_over_a_checklist_with_a_reason_that_is_kept(newsroom, editor, chief, submitted):
    asked(newsroom, severities=(("lead-missing", "approve", "required"),))
    waiting = newsroom.writing.save(replace(submitted, genre="report")).article
    with pytest.raises(NotAllowed, match="may not pass over"):
        editor.approval.move(waiting, Transition.APPROVE, override="Es eilt.")
    given = chief.approval.move(waiting, Transition.APPROVE, override="Es eilt.").article
    (kept,) = newsroom.approval.approvals(given.id)
    assert kept.override == "Es eilt. (lead-missing)"
    assert [one.severity for one in kept.open if one.rule == "lead-missing"] == ["required"]
    entries = newsroom.library.history.journal(given.id)
    assert (entries[-1].action, entries[-1].note) == (OVERRIDDEN, "Es eilt. (lead-missing)")


def test_no_reason_is_kept_where_nothing_was_passed_over(newsroom, chief, submitted):
    given = chief.approval.move(submitted, Transition.APPROVE, override="Vorsichtshalber").article
    assert newsroom.approval.approvals(given.id)[0].override == ""
    assert newsroom.library.history.journal(given.id)[-1].action == "approve"

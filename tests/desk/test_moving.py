from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.desk import moved
from newsroom.desk.liveness import new_session
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import ChecklistOpen, FourEyes, NotAllowed, NotFound, WrongValue
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import is_approved
from newsroom.domain.workflow import WAYS, State, Transition, way_of, way_to

EDITOR = Person("Jelto Wiarda", Role.EDITOR)
CHIEF = Person("Ragna Hollmann", Role.CHIEF)
TEXT = ["Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten und am Ende nichts entschieden."]


@pytest.fixture
def written(newsroom):
    """Writes a story of the journalist's, due in so many hours, and gives it."""

    def write(headline, hours=3, **fields):
        due = newsroom.clock() + timedelta(hours=hours)
        given = {"section": "Region", "body": paragraphs([f"{headline}. {TEXT[0]}"]), "publish_time": due}
        return newsroom.writing.save(newsroom.writing.new(headline=headline, **(given | fields))).article

    return write


@pytest.fixture
def stories(written):
    return [written(headline) for headline in ("Hafen wird tiefer", "Schule bleibt zu", "Markt zieht um")]


@pytest.fixture
def editor(newsroom):
    return newsroom.with_person(EDITOR)


@pytest.fixture
def approved(newsroom, editor, stories):
    ids = [story.id for story in stories]
    newsroom.moving.to_state(ids, State.FOR_REVIEW)
    editor.moving.to_state(ids, State.APPROVED)
    return ids


def states(desk, ids):
    return [story.state for story in desk.library.stories.articles(ids)]


def test_many_stories_go_to_a_state_and_back_by_one_undo(newsroom, stories):
    ids = [story.id for story in stories]
    report = newsroom.moving.to_state(ids, State.FOR_REVIEW, "bitte heute")
    assert report.moved == tuple(ids)
    assert states(newsroom, ids) == [State.FOR_REVIEW] * 3
    newest = newsroom.library.history.revisions(ids[0])[0]
    assert (newest.action, newest.note) == ("submit", "bitte heute")
    newsroom.writing.undo(report.changes)
    assert states(newsroom, ids) == [State.DRAFT] * 3


def test_those_that_may_not_go_stay_and_say_why(newsroom, written):
    whole, bare = written("Hafen wird tiefer"), written("")
    newsroom.writing.trash([(thrown := written("Schule bleibt zu")).id])
    report = newsroom.moving.to_state([whole.id, bare.id, thrown.id, 999], State.FOR_REVIEW)
    assert report.moved == (whole.id,)
    kinds = {one.id: type(one.error) for one in report.refused}
    assert kinds == {bare.id: ChecklistOpen, thrown.id: NotAllowed, 999: NotFound}
    assert states(newsroom, [bare.id]) == [State.DRAFT]


def test_no_one_approves_their_own_stories_among_others(newsroom, written):
    newsroom.people.add("Brita Onnen", Role.EDITOR)
    desk = newsroom.with_person(Person("Brita Onnen", Role.EDITOR))
    own = desk.writing.save(desk.writing.new(headline="Deich", body=paragraphs(TEXT))).article
    other = written("Hafen wird tiefer")
    desk.moving.to_state([own.id, other.id], State.FOR_REVIEW)
    report = desk.moving.to_state([own.id, other.id], State.APPROVED)
    assert report.moved == (other.id,)
    assert isinstance(report.refused[0].error, FourEyes)


def test_there_is_no_way_around_the_review(newsroom, editor, stories):
    report = editor.moving.to_state([stories[0].id], State.PUBLISHED)
    assert not report.moved
    assert str(report.refused[0].message) == "There is no way from “Draft” to “Published”."
    assert newsroom.library.stories.article(stories[0].id).version == stories[0].version


def test_stories_that_are_there_already_make_no_version(newsroom, stories):
    report = newsroom.moving.to_state([stories[0].id], State.DRAFT)
    assert (report.moved, report.refused, bool(report.changes)) == ((), (), False)
    assert newsroom.library.stories.article(stories[0].id).version == stories[0].version


def test_every_row_of_the_table_is_a_way():
    for row in WAYS:
        for source in row.sources if row.plain and row.target else ():
            way = way_to(source, row.target)
            assert way is not None
            assert way_of(way, source).target is row.target
    assert way_to(State.PUBLISHED, State.DRAFT) is Transition.UPDATE


def test_targets_say_where_a_story_may_go_and_why_not(newsroom, editor, stories):
    ids = [story.id for story in stories]
    assert newsroom.moving.targets(ids)[State.FOR_REVIEW] is None
    newsroom.moving.to_state(ids, State.FOR_REVIEW)
    assert editor.moving.targets(ids)[State.APPROVED] is None
    reason = newsroom.moving.targets(ids)[State.APPROVED]
    assert str(reason) == "Malin Torbeck may not do this; an editor or duty editor can."


def test_another_hour_keeps_the_approval(editor, approved):
    later = editor.clock() + timedelta(hours=9)
    report = editor.moving.to_hours(dict.fromkeys(approved, later))
    for story in editor.library.stories.articles(report.moved):
        assert (story.publish_time, story.state) == (later, State.APPROVED)
        assert is_approved(story)
    assert editor.library.history.revisions(approved[0])[0].action == "retimed"


def test_a_published_story_keeps_its_hour(editor, approved):
    editor.moving.to_state(approved[:1], State.PUBLISHED)
    report = editor.moving.to_hours({approved[0]: editor.clock() + timedelta(days=1)})
    assert not report.moved
    assert "keeps its publish time" in str(report.refused[0].message)


def test_a_scheduled_story_is_retimed_by_an_editor_and_never_into_the_past(newsroom, editor, approved):
    editor.moving.to_state(approved, State.SCHEDULED)
    now = editor.clock()
    assert newsroom.moving.to_hours({approved[0]: now + timedelta(hours=5)}).refused
    for hour in (now - timedelta(hours=1), None):
        (refused,) = editor.moving.to_hours({approved[0]: hour}).refused
        assert isinstance(refused.error, WrongValue)
    assert editor.moving.to_hours({approved[0]: now + timedelta(hours=5)}).moved == (approved[0],)
    assert editor.library.stories.article(approved[0]).state is State.SCHEDULED


def test_a_scheduled_story_becomes_reserve_copy_and_stays_approved(newsroom, editor, approved):
    editor.moving.to_state(approved, State.SCHEDULED)
    (refused, *_others) = newsroom.moving.to_reserve(approved).refused
    assert "an editor or duty editor can" in str(refused.message)
    report = editor.moving.to_reserve(approved)
    assert report.moved == tuple(approved)
    for story in editor.library.stories.articles(approved):
        assert (story.state, story.publish_time) == (State.APPROVED, None)
        assert is_approved(story)
    assert editor.library.history.revisions(approved[0])[0].action == "unschedule"
    editor.moving.undo(report.changes)
    assert editor.library.stories.article(approved[0]).state is State.SCHEDULED


def test_a_story_is_taken_off_the_schedule_and_keeps_its_hour(editor, approved):
    editor.moving.to_state(approved[:1], State.SCHEDULED)
    hour = editor.library.stories.article(approved[0]).publish_time
    report = editor.moving.to_state(approved[:1], State.APPROVED)
    story = editor.library.stories.article(approved[0])
    assert (report.moved, story.state, story.publish_time) == ((approved[0],), State.APPROVED, hour)
    assert is_approved(story)


def test_a_draft_may_lose_its_hour(newsroom, stories):
    report = newsroom.moving.to_hours({stories[0].id: None})
    assert newsroom.library.stories.article(report.moved[0]).publish_time is None
    newsroom.writing.undo(report.changes)
    assert newsroom.library.stories.article(stories[0].id).publish_time == stories[0].publish_time


def test_stories_change_section_and_keywords_in_any_state(editor, approved):
    editor.moving.to_state(approved[:1], State.PUBLISHED)
    assert editor.moving.to_section(approved, " Kultur ").moved == tuple(approved)
    report = editor.moving.keywords(approved, add=["Hafen", "hafen", ""], remove=["nichts"])
    assert report.moved == tuple(approved)
    for story in editor.library.stories.articles(approved):
        assert (story.section, story.keywords) == ("Kultur", ("Hafen",))
    editor.moving.keywords(approved, add=["Markt"], remove=["HAFEN"])
    assert editor.library.stories.article(approved[0]).keywords == ("Markt",)
    assert editor.library.stories.article(approved[0]).state is State.PUBLISHED


def test_what_somebody_changed_meanwhile_is_left_as_it_is(newsroom, stories):
    other = newsroom.with_person(EDITOR)

    def meddle(_done, _total, _name):
        other.writing.save(replace(stories[0], headline="Anders"))

    report = newsroom.moving.to_section([story.id for story in stories], "Kultur", progress=meddle)
    assert len(report.moved) == len(stories)  # read after the other's save
    assert newsroom.library.stories.article(stories[0].id).headline == "Anders"


def test_a_move_that_was_called_off_says_so(newsroom, stories):
    report = newsroom.moving.to_section([story.id for story in stories], "Kultur", cancelled=lambda: True)
    assert (report.moved, report.cancelled) == ((), True)


# What others edit, and what many pages bring


@pytest.fixture
def held(newsroom, stories):
    """The first story, which Jelto Wiarda edits in another window."""
    newsroom.library.editing.claim(stories[0].uid, new_session("Jelto Wiarda"))
    return stories[0]


def said(report):
    return [str(one.message) for one in report.refused]


@pytest.mark.parametrize("way", ["to_trash", "to_section", "keywords", "to_state"])
def test_what_somebody_edits_elsewhere_is_left_alone_and_named(newsroom, stories, held, way):
    given = {"to_section": ["Kultur"], "keywords": [["Hafen"]], "to_state": [State.FOR_REVIEW]}.get(way, [])
    ids = [story.id for story in stories]
    report = getattr(newsroom.moving, way)(ids, *given)
    assert report.moved == tuple(ids[1:])
    assert [one.id for one in report.refused] == [held.id]
    assert said(report) == ["Jelto Wiarda is editing “Hafen wird tiefer”; the story was left alone."]
    assert newsroom.library.stories.article(held.id).version == held.version


def test_what_is_open_in_this_window_is_changed(newsroom, stories):
    newsroom.editing.claim(stories[0].uid)
    assert newsroom.moving.to_section([stories[0].id], "Kultur").moved == (stories[0].id,)


def test_an_undo_leaves_what_went_on_since_and_what_is_edited(newsroom, stories):
    ids = [story.id for story in stories]
    changes = newsroom.moving.to_section(ids, "Kultur").changes
    newsroom.moving.to_section([ids[1]], "Sport")
    newsroom.library.editing.claim(stories[2].uid, new_session("Jelto Wiarda"))
    report = newsroom.moving.undo(changes)
    assert report.moved == (ids[0],)
    assert sorted(one.id for one in report.refused) == ids[1:]
    assert [one.section for one in newsroom.library.stories.articles(ids)] == ["Region", "Sport", "Kultur"]


def test_many_pages_are_one_change_and_one_undo(newsroom, stories, monkeypatch):
    monkeypatch.setattr(moved, "PAGE", 1)
    ids = [story.id for story in stories]
    steps = []
    report = newsroom.moving.to_section(ids, "Kultur", lambda done, total, _name: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert report.changes.stories == frozenset(ids)
    assert [one.id for one in report.changes.inverse] == ids[::-1]
    newsroom.writing.undo(report.changes)
    assert {one.section for one in newsroom.library.stories.articles(ids)} == {"Region"}


def test_an_undo_that_was_cancelled_can_be_gone_on_with(newsroom, stories, monkeypatch):
    monkeypatch.setattr(moved, "PAGE", 1)
    ids = [story.id for story in stories]
    changes = newsroom.moving.to_section(ids, "Kultur").changes
    asked = []
    half = newsroom.moving.undo(changes, None, lambda: len(asked) == 1 or asked.append(1))
    assert half.cancelled
    assert len(half.left.inverse) == 2
    newsroom.moving.undo(half.left)
    assert {one.section for one in newsroom.library.stories.articles(ids)} == {"Region"}


def test_many_published_stories_are_corrected_at_once_with_one_reason(newsroom, editor, approved):
    editor.moving.to_state(approved, State.PUBLISHED)
    assert editor.moving.ways(approved, (Transition.CORRECT,)) == {Transition.CORRECT: None}
    report = editor.moving.along(approved, Transition.CORRECT, "Falscher Tag")
    assert report.moved == tuple(approved)
    kept = newsroom.library.stories.articles(approved)
    assert {(one.state, one.correction_note) for one in kept} == {(State.DRAFT, "Falscher Tag")}


def test_a_way_that_none_may_go_says_why(newsroom, stories):
    ways = newsroom.moving.ways([one.id for one in stories], (Transition.PUBLISH_ALONE, Transition.CORRECT))
    assert all(ways.values())


def test_a_duty_editor_publishes_many_alone_with_a_reason(newsroom, stories):
    chief = newsroom.with_person(CHIEF)
    ids = [story.id for story in stories]
    assert chief.moving.along(ids, Transition.PUBLISH_ALONE).moved == ()
    assert len(chief.moving.along(ids, Transition.PUBLISH_ALONE, "Eilmeldung").moved) == len(ids)
    assert len(newsroom.approval.looks_due()) == len(ids)

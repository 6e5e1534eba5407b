"""Who has which story until when, what everybody has to do, and what they are told, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.approved import NOTHING, Evidence, Seal
from newsroom.domain.article import Byline
from newsroom.domain.assignment import Assignment
from newsroom.domain.changeset import Touched
from newsroom.domain.listing import Filter
from newsroom.domain.notice import Notice, NoticeKind
from newsroom.domain.person import Person, Role
from newsroom.domain.todo import Todo, todo_of
from newsroom.domain.workflow import BOUND, State

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgres"])
def where(request):
    """Where a new library is at which several people act, which under one's own login nobody can."""
    if request.param == "sqlite":
        yield request.getfixturevalue("place")
        return
    server = request.getfixturevalue("postgres")
    address = server.library()
    yield address
    server.give_back(address)


@pytest.fixture
def chief():
    return Person("Carla Dorn", Role.CHIEF)


@pytest.fixture
def house(library, anna, bruno, chief):
    for person in (anna, bruno, chief):
        library.house.put_person(person)
    return library


def listed(library, what, person, now=NOW):
    found = library.lists.cards(Filter(todo=todo_of(what, person, now))).items
    assert library.assigning.counts([todo_of(what, person, now)]).of(what) == len(found)
    return [card.id for card in reversed(found)]


def told(library, person):
    return [(one.kind, one.story) for one in reversed(library.inbox.page(person).items)]


def moved(library, number, state, person):
    article = replace(library.stories.article(number), state=state)
    evidence = Evidence(Seal()) if state in BOUND else NOTHING
    return library.stories.save(article, person, state.value, "so nicht", evidence=evidence)


@pytest.fixture
def stories(house, story, anna):
    """Five stories of Anna's."""
    for number in range(5):
        house.stories.save(story(f"Kopf {number}"), anna)
    return house


def test_a_story_is_given_to_a_person_until_a_time(stories, anna, bruno):
    changes = stories.assigning.assign([1, 2], Assignment(0, "Anna Berg", NOW), bruno)
    assert changes.stories == {1, 2}
    assert changes.concerns(Touched.PLANNING)
    assert changes.seq == stories.seq()
    kept = stories.assigning.of([1, 2, 3])
    assert {story: (one.person, one.due, one.by) for story, one in kept.items()} == dict.fromkeys(
        (1, 2), ("Anna Berg", NOW, "Bruno Hald")
    )
    assert stories.stories.article(1).version == 1
    assert stories.check() == ()


def test_what_was_given_is_taken_back_and_given_again(stories, anna, bruno):
    stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW), bruno)
    changes = stories.assigning.assign([1, 2], Assignment(0, "Bruno Hald"), anna)
    undone = stories.stories.undo(changes, anna)
    assert {story: one.person for story, one in stories.assigning.of([1, 2]).items()} == {1: "Anna Berg"}
    stories.stories.undo(undone, anna)
    assert {story: one.person for story, one in stories.assigning.of([1, 2]).items()} == {
        1: "Bruno Hald",
        2: "Bruno Hald",
    }
    stories.assigning.assign([1, 2], None, anna)
    assert stories.assigning.of([1, 2]) == {}


def test_giving_what_somebody_has_already_changes_nothing(stories, anna, bruno):
    stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW), bruno)
    assert not stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW), bruno)
    assert told(stories, anna) == [(NoticeKind.ASSIGNED, 1)]


def test_a_story_that_is_not_there_is_given_to_nobody(stories, anna):
    assert not stories.assigning.assign([99], Assignment(0, "Anna Berg"), anna)


def test_mine_is_what_one_writes_and_what_one_was_given(stories, story, anna, bruno):
    stories.stories.save(story("Fremd", authors=(Byline("Bruno Hald"),)), bruno)
    stories.assigning.assign([6], Assignment(0, "Anna Berg"), bruno)
    moved(stories, 5, State.PUBLISHED, bruno)
    stories.stories.trash([4], anna)
    assert listed(stories, Todo.MINE, anna) == [1, 2, 3, 6]
    assert listed(stories, Todo.MINE, bruno) == [6]
    assert listed(stories, Todo.MINE, Person("Nobody")) == []
    assert stories.check() == ()


def test_imported_drafts_are_stock_until_somebody_has_them(house, story, anna, bruno):
    house.stories.add_many(
        [(story("Alt", imported=True), "a:1"), (story("Auch", imported=True), "a:2")], anna
    )
    assert listed(house, Todo.MINE, anna) == []
    house.assigning.assign([2], Assignment(0, "Bruno Hald"), anna)
    assert listed(house, Todo.MINE, bruno) == [2]
    moved(house, 1, State.FOR_REVIEW, anna)
    assert listed(house, Todo.WAITING, bruno) == [1]


def test_an_editor_reviews_what_is_not_their_own_and_was_given_to_no_other(
    stories, story, anna, bruno, chief
):
    stories.stories.save(story("Brunos", authors=(Byline("Bruno Hald"),)), bruno)
    for number in (1, 2, 6):
        moved(stories, number, State.FOR_REVIEW, anna)
    stories.assigning.assign([2], Assignment(0, "Carla Dorn"), anna)
    stories.assigning.assign([1], Assignment(0, "Anna Berg"), anna)
    assert listed(stories, Todo.WAITING, bruno) == [1]
    assert listed(stories, Todo.WAITING, chief) == [1, 2, 6]
    assert listed(stories, Todo.WAITING, anna) == []


def test_a_returned_story_waits_for_its_author_and_for_who_was_given_it(stories, anna, bruno, chief):
    moved(stories, 1, State.RETURNED, bruno)
    stories.assigning.assign([1], Assignment(0, "Carla Dorn"), bruno)
    assert listed(stories, Todo.WAITING, anna) == [1]
    assert listed(stories, Todo.WAITING, chief) == [1]
    moved(stories, 1, State.DRAFT, anna)
    assert listed(stories, Todo.WAITING, anna) == []


def test_late_is_what_was_due_or_should_be_out(stories, story, anna, bruno):
    stories.stories.save(story("Brunos", publish_time=NOW - timedelta(hours=1)), bruno)
    stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW - timedelta(minutes=1)), bruno)
    stories.assigning.assign([2], Assignment(0, "Anna Berg", NOW + timedelta(minutes=1)), bruno)
    assert listed(stories, Todo.LATE, anna) == [1]
    assert sorted(listed(stories, Todo.LATE, bruno)) == [1, 6]
    assert listed(stories, Todo.LATE, anna, NOW + timedelta(hours=1)) == [1, 2]
    moved(stories, 6, State.PUBLISHED, bruno)
    assert listed(stories, Todo.LATE, bruno) == [1]


def test_a_person_with_another_name_keeps_what_they_had(stories, anna, bruno):
    stories.assigning.assign([1], Assignment(0, "Anna Berg"), bruno)
    stories.inbox.put([Notice(NoticeKind.OTHER, "anna berg", 1, "Bruno Hald")])
    renamed = Person("Anna Tal", former=("anna berg",))
    assert 1 in listed(stories, Todo.MINE, renamed)


def test_damage_of_the_lists_is_found(stories):
    with stories._store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM todo WHERE article_id = 1")
    assert [str(message) for message in stories.check()] == [
        "The lists of what is to be done are not those of the stories."
    ]


# What people are told


def test_whoever_is_given_a_story_or_loses_it_is_told(stories, anna, bruno, chief):
    stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW), chief)
    stories.assigning.assign([1], Assignment(0, "Bruno Hald"), chief)
    assert told(stories, anna) == [(NoticeKind.ASSIGNED, 1), (NoticeKind.UNASSIGNED, 1)]
    assert told(stories, bruno) == [(NoticeKind.ASSIGNED, 1)]
    assert told(stories, chief) == []
    newest = stories.inbox.page(bruno).items[0]
    assert (newest.by, newest.headline, newest.seen) == ("Carla Dorn", "Kopf 0", False)
    assert str(newest.message) == "Carla Dorn assigned “Kopf 0” to you."


def test_authors_hear_what_others_did_with_their_stories(stories, anna, bruno):
    moved(stories, 1, State.FOR_REVIEW, anna)
    moved(stories, 1, State.RETURNED, bruno)
    moved(stories, 1, State.FOR_REVIEW, anna)
    moved(stories, 1, State.APPROVED, bruno)
    moved(stories, 1, State.PUBLISHED, bruno)
    stories.stories.trash([2], bruno)
    kinds = [NoticeKind.RETURNED, NoticeKind.APPROVED, NoticeKind.PUBLISHED]
    assert told(stories, anna) == [*((kind, 1) for kind in kinds), (NoticeKind.TRASHED, 2)]
    assert told(stories, bruno) == []
    assert stories.inbox.page(anna).items[-1].note == "so nicht"


def test_whoever_approved_hears_that_the_text_was_changed(stories, anna, bruno):
    moved(stories, 1, State.FOR_REVIEW, anna)
    moved(stories, 1, State.APPROVED, bruno)
    moved(stories, 1, State.FOR_REVIEW, anna)
    assert told(stories, bruno) == [(NoticeKind.VOIDED, 1)]


def test_whoever_shall_review_hears_of_the_submission(stories, anna, bruno):
    stories.assigning.assign([1], Assignment(0, "Bruno Hald"), anna)
    moved(stories, 1, State.FOR_REVIEW, anna)
    assert told(stories, bruno) == [(NoticeKind.ASSIGNED, 1), (NoticeKind.SUBMITTED, 1)]


def test_names_that_nobody_bears_here_are_told_nothing(house, story, anna, bruno):
    house.stories.save(story("Von draußen", authors=(Byline("Agentur Süd"),)), bruno)
    moved(house, 1, State.RETURNED, anna)
    with house._store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT person_key FROM notice").all()
    assert [key for (key,) in rows] == ["bruno hald"]


def test_notices_are_seen_and_looked_at_again(stories, anna, bruno):
    stories.assigning.assign([1, 2, 3], Assignment(0, "Anna Berg"), bruno)
    first, *_rest = (one.id for one in stories.inbox.page(anna).items)
    assert stories.inbox.unseen(anna) == 3
    stories.inbox.mark(bruno)
    assert stories.inbox.unseen(anna) == 3
    stories.inbox.mark(anna, [first])
    assert stories.inbox.unseen(anna) == 2
    stories.inbox.mark(anna)
    assert stories.inbox.unseen(anna) == 0
    stories.inbox.mark(anna, [first], seen=False)
    assert stories.inbox.unseen(anna) == 1


def test_notices_come_page_by_page_and_old_ones_are_forgotten(stories, anna, bruno):
    stories.assigning.assign([1, 2, 3, 4, 5], Assignment(0, "Anna Berg"), bruno)
    first = stories.inbox.page(anna, limit=3)
    rest = stories.inbox.page(anna, first.next, limit=3)
    assert [len(first.items), len(rest.items), rest.next] == [3, 2, None]
    assert {one.story for one in (*first.items, *rest.items)} == {1, 2, 3, 4, 5}
    stories.inbox.mark(anna, [first.items[0].id])
    stories.inbox.forget(anna, datetime.now(UTC) + timedelta(days=1))
    assert len(stories.inbox.page(anna).items) == 4


def test_what_is_due_soon_is_told_once(stories, anna, bruno):
    stories.assigning.assign([1], Assignment(0, "Anna Berg", NOW), bruno)
    assert not stories.assigning.tell_soon(anna, NOW - timedelta(hours=1))
    assert stories.assigning.tell_soon(anna, NOW + timedelta(hours=1))
    assert not stories.assigning.tell_soon(anna, NOW + timedelta(hours=1))
    assert told(stories, anna) == [(NoticeKind.ASSIGNED, 1), (NoticeKind.DUE_SOON, 1)]


def test_an_added_notice_raises_the_running_number(stories):
    before = stories.seq()
    stories.inbox.put([Notice(NoticeKind.EYES_DUE, "Bruno Hald", 1)])
    assert stories.seq() == before + 1

"""The story list on both databases: its order, its versions, stories made of it, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.assignment import Assignment
from newsroom.domain.errors import EditedElsewhere, NotFound, WrongValue
from newsroom.domain.plan import MOST_LINES, Topic

DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)
DUE = datetime(2026, 11, 23, 15, tzinfo=UTC)


def topics(library, day=DAY):
    return [one.topic for one in library.plan.of_day(day)]


def named(library, topic):
    return next(one for one in library.plan.of_day(DAY) if one.topic == topic)


@pytest.fixture
def listed(library):
    library.plan.add([Topic(day=DAY, topic=name) for name in "abcd"])
    return library


def test_a_topic_is_kept_whole(library):
    wanted = Topic(
        day=DAY,
        topic="Hafen",
        author="Anna Berg",
        section="Region",
        length=OrderedLength(80, Unit.LINES),
        deadline=DUE,
        picture=True,
    )
    kept, changes = library.plan.add([wanted])
    assert kept == (replace(wanted, id=kept[0].id, position=1, version=1),)
    assert library.plan.of_day(DAY) == kept
    assert changes.seq == library.seq()


def test_topics_stand_where_they_were_put(listed):
    listed.plan.add([Topic(day=DAY, topic="x"), Topic(day=DAY, topic="y")], after=named(listed, "b").id)
    assert topics(listed) == list("abxycd")
    order = [named(listed, topic).id for topic in "yxa"]
    listed.plan.order(DAY, order)
    assert topics(listed) == list("yxabcd")
    assert not listed.plan.order(DAY, order)


def test_another_day_is_another_list(listed):
    moved, _changes = listed.plan.change(replace(named(listed, "a"), day=NEXT))
    assert topics(listed) == list("bcd")
    assert topics(listed, NEXT) == ["a"]
    assert listed.plan.days(DAY, date(2026, 11, 25)) == {DAY: 3, NEXT: 1}
    assert moved.version == 2


def test_who_was_slower_is_told(listed):
    first = named(listed, "a")
    listed.plan.change(replace(first, topic="anders"))
    with pytest.raises(EditedElsewhere, match="changed by someone else"):
        listed.plan.change(replace(first, topic="noch anders"))
    assert listed.plan.topic(first.id).topic == "anders"


def test_every_change_is_taken_back_and_made_again(listed, anna):
    _kept, added = listed.plan.add([Topic(day=DAY, topic="x")], after=named(listed, "a").id)
    _kept, changed = listed.plan.change(replace(named(listed, "a"), topic="A"))
    removed = listed.plan.remove([named(listed, topic).id for topic in "bc"])
    assert topics(listed) == list("Axd")
    again = listed.stories.undo(removed, anna)
    assert topics(listed) == list("Axbcd")
    listed.stories.undo(again, anna)
    assert topics(listed) == list("Axd")
    listed.stories.undo(changed, anna)
    listed.stories.undo(added, anna)
    assert topics(listed) == list("ad")


def test_what_went_on_since_is_not_taken_back(listed, anna):
    kept, changed = listed.plan.change(replace(named(listed, "a"), topic="A"))
    listed.plan.change(replace(kept, topic="AA"))
    with pytest.raises(EditedElsewhere, match="undo it there by hand"):
        listed.stories.undo(changed, anna)


def test_a_topic_becomes_a_story_with_all_that_is_known(listed, story, anna, bruno):
    listed.house.put_person(anna)
    topic, saved = listed.plan.begin(named(listed, "b"), story("b"), Assignment(0, "Anna Berg", DUE), bruno)
    assert topic.uid == saved.article.uid
    assert listed.plan.of_stories([saved.article.uid]) == (topic,)
    assert listed.assigning.of([saved.article.id])[saved.article.id].due == DUE
    assert listed.history.revisions(saved.article.id)[0].action == "planned"
    with pytest.raises(EditedElsewhere):
        listed.plan.begin(replace(topic, version=1), story("b"), None, bruno)
    assert listed.lists.count() == 1


def test_a_story_that_was_made_of_a_topic_is_taken_back(listed, story, anna, bruno):
    _topic, saved = listed.plan.begin(named(listed, "b"), story("b"), Assignment(0, "Anna Berg"), bruno)
    listed.stories.undo(saved.changes, bruno)
    assert named(listed, "b").uid == ""
    assert listed.lists.counts().trash == 1
    assert listed.assigning.of([1]) == {}
    assert listed.check() == ()


def test_topics_that_are_not_there_are_told(library):
    with pytest.raises(NotFound, match="no topic with the number 70000"):
        library.plan.topic(70_000)
    assert not library.plan.remove([70_000])


def test_a_day_has_room_for_so_many(library):
    library.plan.add([Topic(day=DAY, topic=str(number)) for number in range(3)])
    with library._store.writing() as connection:
        from newsroom.library import plan

        room = plan.MOST_LINES
        try:
            plan.MOST_LINES = 3
            with pytest.raises(WrongValue, match="at most 3 topics"):
                plan.add(connection, [Topic(day=DAY, topic="x")])
        finally:
            plan.MOST_LINES = room
    assert room == MOST_LINES

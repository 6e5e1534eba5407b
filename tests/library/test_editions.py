"""Editions on both databases: kept whole, in their order, by one person at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.edition import MOST_PARTS, Edition, Part
from newsroom.domain.errors import EditedElsewhere, NotFound, WrongValue
from newsroom.domain.plan import Topic

DAY = date(2026, 11, 23)
HOUR = datetime(2026, 11, 23, 21, tzinfo=UTC)


@pytest.fixture
def edition(library, story, anna):
    uids = [library.stories.save(story(f"Kopf {number}"), anna).article.uid for number in range(2)]
    parts = (
        Part("Seite 1", page=True),
        Part(uid=uids[0], length=OrderedLength(60, Unit.LINES)),
        Part("Seite 2", page=True),
        Part(uid=uids[1]),
        Part("Noch offen"),
    )
    return library.editions.save(Edition(name="Haupt", day=DAY, hour=HOUR, parts=parts))[0]


def test_an_edition_is_kept_whole(library, edition):
    assert edition.version == 1
    assert library.editions.edition(edition.id) == edition
    line = library.editions.lines(DAY, date(2026, 11, 24))[0]
    assert (line.name, line.hour, line.stories) == ("Haupt", HOUR, 3)
    assert library.editions.lines(date(2026, 11, 24), date(2026, 11, 25)) == ()


def test_an_edition_is_changed_by_one_at_a_time(library, edition):
    library.editions.save(replace(edition, name="Früh"))
    with pytest.raises(EditedElsewhere, match="“Früh” was changed by someone else"):
        library.editions.save(replace(edition, name="Spät"))


def test_changes_of_an_edition_are_taken_back_and_made_again(library, edition, anna):
    _kept, turned = library.editions.save(replace(edition, parts=tuple(reversed(edition.parts))))
    again = library.stories.undo(turned, anna)
    assert library.editions.edition(edition.id).parts == edition.parts
    library.stories.undo(again, anna)
    assert library.editions.edition(edition.id).parts == tuple(reversed(edition.parts))
    removed = library.editions.remove(edition.id)
    with pytest.raises(NotFound, match="no edition with the number"):
        library.editions.edition(edition.id)
    library.stories.undo(removed, anna)
    assert library.editions.edition(edition.id).name == "Haupt"
    with pytest.raises(EditedElsewhere, match="changed since"):
        library.stories.undo(turned, anna)


def test_it_is_known_when_a_story_appears(library, edition):
    uid = edition.uids[0]
    later = datetime(2026, 11, 24, 5, tzinfo=UTC)
    library.editions.save(Edition(name="Land", day=DAY, hour=later, parts=(Part(uid=uid),)))
    library.editions.save(Edition(name="Netz", day=DAY, parts=(Part(uid=uid),)))
    assert library.editions.hours(uid) == (HOUR, later)
    assert library.editions.hours("nobody") == ()
    assert [line.name for line in library.editions.holding(uid)] == ["Haupt", "Land", "Netz"]


def test_it_is_known_which_stories_stand_and_which_are_in_the_trash(library, edition, anna):
    library.stories.trash([2], anna)
    found = library.editions.standing((*edition.uids, "nobody"))
    assert set(found.cards) == set(edition.uids)
    assert found.trashed == {edition.uids[1]}


def test_a_topic_in_an_edition_becomes_its_story(library, story, anna):
    topic = library.plan.add([Topic(day=DAY, topic="Hafen")])[0][0]
    part = Part("Hafen", topic=topic.id)
    stale = library.editions.save(Edition(name="Haupt", day=DAY, parts=(part,)))[0]
    _topic, saved = library.plan.begin(topic, story("Hafen"), None, anna)
    assert library.editions.edition(stale.id).uids == (saved.article.uid,)
    assert library.editions.save(stale)[0].uids == (saved.article.uid,)
    library.stories.undo(saved.changes, anna)
    assert library.editions.edition(stale.id).uids == ()


def test_an_edition_has_an_end(library):
    parts = tuple(Part(str(number)) for number in range(MOST_PARTS + 1))
    with pytest.raises(WrongValue, match="at most 2000"):
        library.editions.save(Edition(name="Zu viel", day=DAY, parts=parts))

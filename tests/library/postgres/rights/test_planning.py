"""Planning by people with a login of their own: each plans and assigns, and reads no notice but their own."""

from datetime import UTC, date, datetime

import pytest

from newsroom.domain.assignment import Assignment
from newsroom.domain.edition import Edition, Part
from newsroom.domain.errors import LibraryUnusable
from newsroom.domain.notice import NoticeKind
from newsroom.domain.plan import Topic
from newsroom.domain.todo import Todo, todo_of
from tests.library.postgres.rights.newsroom import LOGINS, PEOPLE, story, with_rights

DAY, DUE = date(2026, 11, 23), datetime(2036, 11, 23, 15, tzinfo=UTC)
ANNA, BRUNO = PEOPLE["anna.berg"], PEOPLE["bruno.hald"]


@pytest.fixture(scope="module")
def house(postgres):
    return with_rights(postgres, postgres.library())


@pytest.mark.parametrize("login", LOGINS.values())
def test_everybody_plans_and_keeps_editions(house, login):
    with house.open(login) as library:
        (topic,), _changes = library.plan.add([Topic(day=DAY, topic=f"Hafen {login}")])
        part = Part("Hafen", topic=topic.id)
        edition, _changes = library.editions.save(Edition(name=f"Haupt {login}", day=DAY, parts=(part,)))
        me = PEOPLE[login]
        kept, saved = library.plan.begin(topic, story("Hafen", me.name), Assignment(0, me.name, DUE), me)
        assert library.editions.edition(edition.id).uids == (saved.article.uid,)
        assert library.assigning.of([saved.article.id])[saved.article.id].due == DUE
        asked = todo_of(Todo.MINE, me, DUE)
        assert library.assigning.counts([asked]).mine >= 1
        assert kept.uid == saved.article.uid


def test_one_is_told_and_nobody_else_reads_it(house):
    with house.open("anna.berg") as library:
        mine = library.stories.save(story("Mein Artikel", ANNA.name), ANNA).article
        library.assigning.assign([mine.id], Assignment(0, BRUNO.name, DUE), ANNA)
        assert [one.kind for one in library.inbox.page(BRUNO).items if one.story == mine.id] == []
    with house.open("bruno.hald") as library:
        told = [one for one in library.inbox.page(BRUNO).items if one.story == mine.id]
        assert [one.kind for one in told] == [NoticeKind.ASSIGNED]
        library.inbox.mark(BRUNO, [told[0].id])
        assert [one.seen for one in library.inbox.page(BRUNO).items if one.story == mine.id] == [True]
        library.assigning.assign([mine.id], Assignment(0, ANNA.name, DUE), BRUNO)
        assert library.assigning.tell_soon(BRUNO, DUE) is False
    with house.open("anna.berg") as library:
        assert library.inbox.unseen(ANNA) >= 1
        assert library.assigning.tell_soon(ANNA, datetime(2037, 1, 1, tzinfo=UTC))
        library.inbox.forget(ANNA, datetime(2037, 1, 1, tzinfo=UTC))


def test_a_journalist_gives_away_no_story_of_others(house):
    with house.open("anna.berg") as library, pytest.raises(LibraryUnusable, match="may not do this"):
        library.assigning.assign([house.stories["own of bruno.hald"]], Assignment(0, ANNA.name), ANNA)

"""Planning at the desk: who may give stories away, what drafts of topics hold, what editions lack and send out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.article import Byline, OrderedLength, Unit
from newsroom.domain.body import paragraphs
from newsroom.domain.edition import Mark, Part
from newsroom.domain.errors import EditedElsewhere, NotAllowed, NotFound, WrongValue
from newsroom.domain.notice import Notice, NoticeKind
from newsroom.domain.person import Role
from newsroom.domain.todo import Todo
from newsroom.domain.workflow import Transition
from tests.desk.conftest import NOW

LONG = (
    "Der Rat tagte bis in die Nacht und beschloss am Ende mit knapper Mehrheit, was lange vorbereitet war. "
)


@pytest.fixture
def malin(newsroom):
    return newsroom


@pytest.fixture
def at(newsroom):
    """Gives the desk at which somebody else sits."""
    return lambda name: newsroom.with_person(newsroom.library.house.person(name))


@pytest.fixture
def ragna(at):
    return at("Ragna Hollmann")


@pytest.fixture
def jelto(at):
    return at("Jelto Wiarda")


def kept(desk, headline, **fields):
    return desk.writing.save(desk.writing.new(headline=headline, **fields)).article


# Giving stories away


def test_journalists_give_away_their_own_stories_and_what_they_were_given(malin, jelto):
    mine, other = kept(malin, "Von Malin"), kept(jelto, "Von Jelto")
    assert malin.assigning.assign([mine.id], "Jelto Wiarda").stories == (mine.id,)
    with pytest.raises(NotAllowed, match="“Von Jelto” is not yours to give away"):
        malin.assigning.assign([mine.id, other.id], "Malin Torbeck")
    jelto.assigning.assign([other.id], "malin torbeck")
    assert malin.assigning.assign([other.id], "").stories == (other.id,)


def test_a_name_is_found_by_sign_off_and_a_wrong_one_is_told(malin, ragna):
    malin.people.add("Jelto Wiarda", Role.EDITOR, "jw")
    assert ragna.assigning.person(" JW ").name == "Jelto Wiarda"
    with pytest.raises(NotFound, match="Nobody here is called “Karl”"):
        ragna.assigning.person("Karl")
    with pytest.raises(WrongValue, match="This time has passed"):
        ragna.assigning.assign([1], "jw", NOW - timedelta(minutes=1))


def test_what_is_due_soon_is_said_once_to_whom_it_concerns(malin, ragna):
    story = kept(malin, "Hafen")
    ragna.assigning.assign([story.id], "Malin Torbeck", NOW + timedelta(minutes=20))
    assert malin.assigning.remind()
    assert not malin.assigning.remind()
    assert [one.kind for one in malin.notices.page().items] == [NoticeKind.DUE_SOON, NoticeKind.ASSIGNED]
    assert malin.assigning.counts().of(Todo.MINE) == 1


def test_everybody_in_a_role_is_told_but_oneself(malin, ragna, jelto):
    story = kept(malin, "Hafen")
    ragna.notices.tell_role(Role.EDITOR, NoticeKind.NOT_OUT, story.id)
    ragna.notices.tell(Notice(NoticeKind.OTHER, "Malin Torbeck", story.id, note="Danke"))
    assert [jelto.notices.unseen(), ragna.notices.unseen(), malin.notices.unseen()] == [1, 0, 1]
    malin.notices.mark()
    malin.notices.tidy()
    assert len(malin.notices.page().items) == 1


def test_whoever_was_editing_is_told_of_the_take_over(malin, jelto):
    story = kept(malin, "Hafen")
    malin.editing.claim(story.uid)
    jelto.session = jelto.session + "-there"
    held = jelto.editing.holder(story.uid)
    assert jelto.editing.take_over(story.uid, held) is None
    assert [one.kind for one in malin.notices.page().items] == [NoticeKind.TAKEN_OVER]


def test_second_eyes_wait_for_other_editors(malin, ragna, jelto):
    story = kept(malin, "Eilmeldung", section="Region", body=paragraphs([LONG]), publish_time=NOW)
    ragna.approval.move(story, Transition.PUBLISH_ALONE, "Eilt")
    assert [desk.assigning.counts().waiting for desk in (malin, jelto, ragna)] == [0, 1, 0]


# The story list


def test_a_draft_of_a_topic_is_its_authors_and_not_whoevers_hand_made_it(malin, ragna):
    day = ragna.plan.today()
    values = {"topic": "Hafen", "author": "malin torbeck, Jo Muster", "section": "Region", "length": "80"}
    topic, _changes = ragna.plan.new(day, {**values, "deadline": "23:00", "picture": "ja"})
    begun = ragna.plan.begin([topic.id, 99])
    assert [str(one.error.message) for one in begun.refused] == ["There is no topic with the number 99."]
    article = ragna.writing.open(begun.stories[topic.id])
    assert article.authors == (Byline("Malin Torbeck"), Byline("Jo Muster"))
    assert (article.created_by, article.editors_note) == ("Malin Torbeck", "Picture ordered.")
    assert article.ordered_length == OrderedLength(80, Unit.LINES)
    given = ragna.assigning.of([article.id])[article.id]
    assert (given.person, given.due) == ("Malin Torbeck", topic.deadline)
    again = ragna.plan.begin([topic.id])
    assert isinstance(again.refused[0].error, EditedElsewhere)
    assert ragna.plan.topic_of(article.uid).id == topic.id
    ragna.writing.trash([article.id])
    assert ragna.plan.of_day(day)[0].trashed


def test_an_hour_alone_is_of_the_lists_own_day(ragna):
    day = ragna.plan.today() + timedelta(days=2)
    topic, _changes = ragna.plan.new(day, {"topic": "Hafen", "deadline": "9 Uhr"})
    assert topic.deadline.date() == day
    other, _changes = ragna.plan.set(topic, {"deadline": "in 2 Stunden"})
    assert other.deadline == NOW + timedelta(hours=2)
    same, changes = ragna.plan.set(other, {"topic": "Hafen"})
    assert (same, bool(changes)) == (other, False)


def test_the_list_fits_on_one_page_however_long_it_is(ragna):
    day = ragna.plan.today()
    for number in range(60):
        ragna.plan.new(day, {"topic": f"Thema {number}: " + LONG, "author": "Jo Muster", "section": "Region"})
    assert len(ragna.plan.pages(day)) == 1
    assert ragna.plan.pdf(day).startswith(b"%PDF")


def test_a_table_for_spreadsheets_holds_no_formulas(ragna):
    day = ragna.plan.today()
    ragna.plan.new(day, {"topic": "=1+1"})
    assert "'=1+1" in ragna.plan.table(day).decode("utf-8-sig")


# Editions


@pytest.fixture
def edition(ragna):
    return ragna.editions.new("Haupt", "", "23:00")[0]


def marks(desk, edition):
    return [line.marks for line in desk.editions.lines(edition) if not line.part.page]


def test_what_an_edition_lacks_is_marked(ragna, malin, edition):
    long = kept(malin, "Zu lang", body=paragraphs([LONG * 9]), ordered_length=OrderedLength(5, Unit.LINES))
    held = kept(malin, "Später", embargo=datetime(2036, 1, 1, tzinfo=UTC))
    gone = kept(malin, "Weg")
    ragna.writing.trash([gone.id])
    edition = ragna.editions.with_stories(edition, [long.id, held.id, gone.id], "Seite 1")
    edition = ragna.editions.with_parts(edition, [Part("Noch offen")])
    assert marks(ragna, edition) == [
        {Mark.NOT_APPROVED, Mark.OVERSET},
        {Mark.NOT_APPROVED, Mark.EMBARGO},
        {Mark.NOT_APPROVED, Mark.GONE},
        {Mark.LACKING},
    ]
    assert ragna.editions.ids(edition) == (long.id, held.id)
    wider = ragna.editions.ordered(edition, 1, "500")
    assert marks(ragna, wider)[0] == {Mark.NOT_APPROVED, Mark.SHORT}


def test_an_edition_goes_out_in_its_order(ragna, malin, edition, tmp_path):
    one, two = (
        kept(malin, "Eins", body=paragraphs(["Eins."])),
        kept(malin, "Zwei", body=paragraphs(["Zwei."])),
    )
    edition = ragna.editions.with_stories(edition, [two.id, one.id])
    report = ragna.editions.export(edition, "icml", tmp_path)
    assert [path.name for path in report.written] == ["01-zwei.icml", "02-eins.icml"]
    (whole,) = ragna.editions.export(edition, "text", tmp_path).written
    text = whole.read_text(encoding="utf-8")
    assert whole.name == f"haupt-{edition.day.isoformat()}.txt"
    assert text.index("Zwei") < text.index("Eins")


def test_editions_that_cannot_be_are_told(ragna, edition):
    for name, day, hour, said in (
        ("", "", "", "needs a name"),
        ("haupt", "", "", "on this day already"),
        ("Land", "irgendwann", "", "is no day"),
        ("Land", "", "irgendwann", "is no time"),
    ):
        with pytest.raises(WrongValue, match=said):
            ragna.editions.new(name, day, hour)
    with pytest.raises(WrongValue, match="holds no story yet"):
        ragna.editions.export(edition, "docx")
    with pytest.raises(WrongValue, match="needs a title"):
        ragna.editions.titled(replace(edition, parts=(Part("a", page=True),)), 0, "  ")

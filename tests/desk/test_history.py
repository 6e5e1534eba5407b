"""Timeline, comparison, the way back, proof and report, as the desk offers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from newsroom.desk import Desk
from newsroom.desk.history_report import report
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.errors import EditedElsewhere, NotAllowed, NotFound, UnreadableText, WrongValue
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import is_approved
from newsroom.domain.workflow import State, Transition
from newsroom.library.rows import ARTICLE, REVISION

ONE, TWO = "Der Rat tagt am Mittwoch im Saal.", "Die Schule bleibt in dieser Woche zu."


@pytest.fixture
def story(desk):
    first = desk.writing.save(desk.writing.new(headline="Der Rat", body=paragraphs([ONE, TWO]))).article
    return desk.writing.save(
        replace(first, body=paragraphs([ONE.replace("Mittwoch", "Montag"), TWO]))
    ).article


def texts(article):
    return [block_text(block) for block in article.body.blocks]


def test_the_timeline_tells_versions_and_actions_by_person(desk, story):
    desk.approval.move(story, Transition.SUBMIT)
    events = desk.history.timeline(story.id)
    assert [(one.action, one.person, one.kept) for one in events] == [
        ("submit", "Malin Torbeck", (3,)),
        ("saved", "Malin Torbeck", (1, 2)),
    ]


def test_a_story_that_never_was_has_no_history(desk):
    with pytest.raises(NotFound, match="number 77"):
        desk.history.timeline(77)
    with pytest.raises(NotFound, match="number 77"):
        desk.history.verify(77)


def test_a_story_deleted_meanwhile_still_tells_who_did_what(desk, story):
    with desk.library._store.writing() as connection:
        connection.execute(delete(ARTICLE).where(ARTICLE.c.id == story.id))
    assert [one.kept for one in desk.history.timeline(story.id)] == [()]
    with pytest.raises(NotFound, match="no version 1"):
        desk.history.compare(story.id, 1, 2)
    with pytest.raises(NotFound):
        desk.history.restore(story, 1)


def test_any_two_versions_stand_beside_each_other(desk, story):
    two = desk.history.compare(story.id, 2, 1)
    assert (two.old.version, two.new.version, two.same) == (1, 2, False)
    (field,) = (field for field in two.fields if not field.same)
    assert [part.text for row in field.rows for part in row.old if part.differs] == ["Mittwoch"]
    assert desk.history.compare(story.id, 2, 2).same


def test_a_snapshot_has_a_name_and_is_a_version(desk, story):
    saved = desk.history.snapshot(story, "  Vor  Kürzung ").article
    (event, *_others) = desk.history.timeline(story.id)
    assert (event.action, event.note, event.kept) == ("snapshot", "Vor Kürzung", (saved.version,))
    for name in ("", "x" * 99):
        with pytest.raises(WrongValue, match="name of at most"):
            desk.history.snapshot(saved, name)


def test_all_of_a_version_comes_back_as_a_new_one_and_goes_again(desk, story):
    saved = desk.history.restore(story, 1)
    assert texts(saved.article) == [ONE, TWO]
    assert saved.article.version == 3
    assert (desk.history.timeline(story.id)[0].action, desk.history.timeline(story.id)[0].note) == (
        "version-restored",
        "1",
    )
    desk.writing.undo(saved.changes)
    assert texts(desk.writing.open(story.id)) == texts(story)


def test_a_paragraph_comes_back_alone(desk, story):
    story = desk.writing.save(replace(story, headline="Der Rat neu")).article
    two = desk.history.compare(story.id, 1, 3)
    (field,) = (field for field in two.fields if field.field == "body")
    saved = desk.history.restore_row(story, two, field, field.rows[0]).article
    assert texts(saved) == [ONE, TWO]
    assert saved.headline == "Der Rat neu"


def test_a_paragraph_that_moved_comes_back_to_where_it_was(desk, story):
    other = desk.writing.save(replace(story, body=paragraphs([TWO, "Neu ist das.", texts(story)[0]]))).article
    two = desk.history.compare(story.id, 2, 3)
    (field,) = (field for field in two.fields if field.field == "body")
    row = next(row for row in field.rows if row.moved)
    assert texts(desk.history.row(other, two, field, row)) == ["Neu ist das.", *texts(story)]


def test_an_hour_never_comes_back_alone(desk, story):
    later = desk.writing.save(replace(story, publish_time=desk.clock())).article
    two = desk.history.compare(story.id, 2, 3)
    (field,) = (field for field in two.fields if not field.same)
    with pytest.raises(WrongValue, match="Set it in the story"):
        desk.history.row(later, two, field, field.rows[0])


def test_coming_back_voids_an_approval_of_another_text(newsroom):
    editor = newsroom.with_person(Person("Jelto Wiarda", Role.EDITOR))
    first = newsroom.writing.save(
        newsroom.writing.new(headline="Der Rat", body=paragraphs([ONE, TWO]))
    ).article
    second = newsroom.writing.save(replace(first, headline="Der Rat tagt")).article
    submitted = newsroom.approval.move(second, Transition.SUBMIT).article
    approved = editor.approval.move(submitted, Transition.APPROVE).article
    assert editor.history.since_approval(approved) == approved.version
    back = editor.history.restore(approved, 1).article
    assert (back.state, is_approved(back)) == (State.FOR_REVIEW, False)


def test_an_editor_s_way_back_in_another_s_story_is_tracked(newsroom):
    editor = newsroom.with_person(Person("Jelto Wiarda", Role.EDITOR))
    first = newsroom.writing.save(
        newsroom.writing.new(headline="Der Rat", body=paragraphs([ONE, TWO]))
    ).article
    newsroom.writing.save(replace(first, body=paragraphs([ONE.replace("Saal", "Zelt"), TWO])))
    two = editor.history.compare(first.id, 1, 2)
    (field,) = (field for field in two.fields if field.field == "body")
    back = editor.history.row(editor.writing.open(first.id), two, field, field.rows[0])
    assert {change.author for change in back.changes} == {"Jelto Wiarda"}


def test_what_lies_in_the_trash_and_what_is_published_stays(desk, story):
    desk.writing.trash([story.id])
    with pytest.raises(NotAllowed, match="trash"):
        desk.history.restore(desk.writing.open(story.id), 1)
    with pytest.raises(NotAllowed, match="update or a correction"):
        desk.history.restore(replace(story, state=State.PUBLISHED), 1)


def test_who_was_slower_is_told(desk, story):
    desk.writing.save(replace(story, headline="Schneller"))
    with pytest.raises(EditedElsewhere):
        desk.history.restore(story, 1)


def test_a_damaged_version_is_told_in_one_sentence(desk, story):
    with desk.library._store.writing() as connection:
        connection.execute(update(REVISION).where(REVISION.c.version == 1).values(packed=b"\x01junk"))
    with pytest.raises(UnreadableText, match=r"Version 1 of story 1 cannot be read\. Choose another one"):
        desk.history.compare(story.id, 1, 2)
    assert any("Version 1" in str(one) for one in desk.history.verify(story.id))


def test_the_whole_library_is_verified_with_progress(desk, story):
    heard = []
    assert desk.history.verify(progress=lambda done, total, _name: heard.append((done, total))) == ()
    assert heard[-1] == (2, 2)


def test_only_a_duty_editor_thins_and_never_is_never(desk, tmp_path, story):
    later = Desk(desk.library, desk.person, clock=lambda: desk.clock() + timedelta(days=200))
    for number in range(3):
        story = desk.writing.save(replace(story, headline=f"Rat {number}")).article
    assert later.history.thin().struck == 3
    desk.library.house.amend_settings(lambda house: replace(house, thin_after=0))
    assert later.history.thin().stories == 0
    journalist = later.with_person(Person("Malin Torbeck", Role.JOURNALIST))
    with pytest.raises(NotAllowed, match="duty editor"):
        journalist.history.thin()


def test_the_report_tells_who_did_what_and_what_changed(desk, story):
    desk.approval.move(story, Transition.SUBMIT)
    told = report(desk, story.id)
    words = "\n".join(map(block_text, told.body.blocks))
    assert told.headline == "Der Rat"
    assert "nothing was changed from outside" in words
    assert "Malin Torbeck" in words
    assert "Submitted" in words


@pytest.mark.parametrize("name", ["history.html", "history.docx", "history.txt"])
def test_the_report_is_written_by_what_formats_there_are(desk, story, tmp_path, name):
    desk.history.report(story.id, tmp_path / name)
    assert (tmp_path / name).stat().st_size > 300


def test_a_report_in_no_format_is_refused(desk, story, tmp_path):
    with pytest.raises(WrongValue, match="ending"):
        desk.history.report(story.id, tmp_path / "history.xyz")


def test_the_pages_of_a_report_say_nothing_of_an_approval(desk, story, tmp_path):
    from newsroom.formats import Writing
    from newsroom.formats.pdf import story as pages

    told = report(desk, story.id)
    assert not list(pages._stamps(told, Writing(report=True)))
    assert "Not saved" not in pages._footer(told, Writing(report=True))

"""A story that was handed over goes on in another library, comes back and is merged; no text is lost."""

from dataclasses import replace

import pytest

from newsroom.desk import open_desk
from newsroom.domain.article import LinkKind
from newsroom.domain.body import Body, Picture, Unknown, body, paragraphs, plain_text
from newsroom.domain.changes import final, original
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.handover import fingerprint
from newsroom.domain.notes import new_note
from newsroom.domain.workflow import State, Transition
from tests.desk.conftest import NOW
from tests.formats.newsroom.test_handover import PNG

TEXT = ["Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten.", "Er vertagte sich."]


@pytest.fixture
def other(tmp_path):
    """The desk of another newsroom."""
    with open_desk(tmp_path / "other.newsroom", "Ragna Hollmann", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def story(desk):
    note = new_note("Malin Torbeck", NOW, "Zahl prüfen")
    draft = desk.writing.new(headline="Der Hafen bleibt", body=paragraphs(TEXT), notes=(note,))
    return desk.writing.save(draft).article


@pytest.fixture
def travel(tmp_path):
    """Hands a story over from a desk to a desk and gives the report."""
    taken = []

    def go(story, home, abroad):
        out = tmp_path / f"trip {len(taken)}"
        taken.append(out)
        (path,) = home.output.export([story.id], "newsroom", out).written
        return abroad.intake.read([path])

    return go


def approve(desk, story):
    for transition in (Transition.SUBMIT, Transition.APPROVE):
        desk.approval.move(desk.library.stories.article(story.id), transition)


def changed(desk, story, headline):
    return desk.writing.save(replace(story, headline=headline)).article


def test_a_new_story_keeps_its_uid_its_notes_and_its_pictures(desk, other, travel):
    sha = desk.library.pictures.add(PNG, "image/png")
    picture = Picture(sha, alternative="Der Hafen")
    note = new_note("Malin Torbeck", NOW, "Zahl prüfen")
    draft = desk.writing.new(headline="Der Hafen", body=body(picture), notes=(note,), slug="hafen")
    story = desk.writing.save(draft).article
    travel(story, desk, other)
    there = other.library.stories.by_uid(story.uid)
    assert fingerprint(there) == fingerprint(story)
    assert (there.notes, there.body, there.slug) == (story.notes, story.body, "hafen")
    assert other.library.pictures.get(sha) == PNG
    assert there.created_by == "Malin Torbeck"


def test_what_went_on_elsewhere_becomes_the_next_version_when_it_returns(desk, other, story, travel):
    travel(story, desk, other)
    changed(other, changed(other, other.library.stories.by_uid(story.uid), "Der Hafen"), "Der Hafen kommt")
    report = travel(other.library.stories.by_uid(story.uid), other, desk)
    back = desk.library.stories.article(story.id)
    assert (back.headline, back.version) == ("Der Hafen kommt", 2)
    assert [one.action for one in desk.library.history.revisions(story.id)] == ["merged", "saved"]
    assert report.imported[0].id == story.id
    assert f"No. {story.id}" in str(report.imported[0].losses[0])


def test_a_story_can_travel_many_times_in_both_ways(desk, other, story, travel):
    travel(story, desk, other)
    for turn in range(3):
        changed(other, other.library.stories.by_uid(story.uid), f"Dort {turn}")
        travel(other.library.stories.by_uid(story.uid), other, desk)
        changed(desk, desk.library.stories.article(story.id), f"Hier {turn}")
        travel(story, desk, other)
    assert other.library.stories.by_uid(story.uid).headline == "Hier 2"
    assert other.library.lists.count() == desk.library.lists.count() == 1


def test_where_both_went_on_the_others_words_come_as_tracked_changes(desk, other, story, travel):
    travel(story, desk, other)
    there = other.library.stories.by_uid(story.uid)
    other.writing.save(replace(there, body=paragraphs([TEXT[0], "Er tagt im Januar."])))
    ours = desk.writing.save(replace(story, body=paragraphs([f"{TEXT[0]} Lange.", TEXT[1]]))).article
    report = travel(other.library.stories.by_uid(story.uid), other, desk)
    assert [(one.id, one.changes > 0) for one in report.returned] == [(story.id, True)]
    now = desk.library.stories.article(story.id)
    assert plain_text(original(now.body, now.changes)) == plain_text(ours.body)
    assert plain_text(final(now.body)) == f"{TEXT[0]} Lange.\n\nEr tagt im Januar."
    assert desk.library.lists.count() == 1


def test_where_both_changed_a_field_ours_stands_and_theirs_waits(desk, other, story, travel):
    travel(story, desk, other)
    changed(other, other.library.stories.by_uid(story.uid), "Der Hafen kommt")
    changed(desk, story, "Der Hafen geht")
    report = travel(other.library.stories.by_uid(story.uid), other, desk)
    assert [one.untaken for one in report.returned] == [1]
    now = desk.library.stories.article(story.id)
    assert now.headline == "Der Hafen geht"
    assert any("Der Hafen kommt" in f"{note.removed} {note.message}" for note in now.import_notes)


def test_where_nothing_in_common_is_known_both_are_kept_and_said(desk, other, story, travel):
    there = other.writing.save(replace(story, id=0, version=0, headline="Der Hafen kommt")).article
    report = travel(there, other, desk)
    assert desk.library.stories.article(story.id) == story
    second = desk.library.stories.article(report.imported[0].id)
    assert second.headline == "Der Hafen kommt"
    assert [(link.kind, link.uid) for link in second.links] == [(LinkKind.UPDATE_OF, story.uid)]
    assert any("Both went on" in str(message) for message in report.imported[0].losses)


def test_an_older_version_and_an_equal_one_change_nothing(desk, other, story, travel):
    travel(story, desk, other)
    changed(desk, story, "Der Hafen geht")
    report = travel(other.library.stories.by_uid(story.uid), other, desk)
    assert not report.imported
    assert [known.id for known in report.known] == [story.id]
    assert desk.library.stories.article(story.id).headline == "Der Hafen geht"


def test_an_approval_does_not_travel(desk, other, story, travel):
    approve(desk, story)
    report = travel(story, desk, other)
    there = other.library.stories.by_uid(story.uid)
    assert (there.state, there.approved_by, there.approved_hash) == (State.DRAFT, "", "")
    assert "begins as a draft" in str(report.imported[0].losses[0])


@pytest.mark.parametrize("way", ["trash", "approve"])
def test_a_story_that_must_not_change_stays_and_the_text_stands_beside_it(desk, other, story, travel, way):
    travel(story, desk, other)
    changed(other, other.library.stories.by_uid(story.uid), "Der Hafen kommt")
    if way == "trash":
        desk.writing.trash([story.id])
    else:
        approve(desk, story)
    ours = desk.library.stories.article(story.id)
    report = travel(other.library.stories.by_uid(story.uid), other, desk)
    assert desk.library.stories.article(story.id) == ours
    assert desk.library.stories.article(report.imported[0].id).headline == "Der Hafen kommt"


def test_one_file_holds_a_selection_and_brings_each_story_home(desk, other, tmp_path):
    stories = [
        desk.writing.save(desk.writing.new(headline=f"Der Kran {number}", body=paragraphs(TEXT))).article
        for number in range(3)
    ]
    profile = ExportProfile(format="newsroom", layout=Layout.ONE)
    sent = desk.output.export([one.id for one in stories], profile, tmp_path / "all.handover")
    assert (sent.stories, len(sent.written)) == (3, 1)
    report = other.intake.read(sent.written)
    assert [one.headline for one in report.imported] == [one.headline for one in stories]
    assert {plain_text(other.library.stories.by_uid(one.uid).body) for one in stories} == {"\n\n".join(TEXT)}


def test_a_part_of_a_newer_program_travels_and_is_never_overwritten(desk, other, travel):
    newer = Body((Unknown('{"depth":3,"type":"hologram"}'), *paragraphs(TEXT).blocks))
    story = desk.writing.save(desk.writing.new(headline="Der Hafen", body=newer)).article
    travel(story, desk, other)
    there = other.library.stories.by_uid(story.uid)
    assert there.body == newer
    other.writing.save(replace(there, body=paragraphs(TEXT)))
    travel(other.library.stories.by_uid(story.uid), other, desk)
    assert desk.library.stories.article(story.id).body == newer
    assert desk.library.lists.count() == 2

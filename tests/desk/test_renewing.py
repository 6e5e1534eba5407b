"""A file whose story came in before and has another text now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk.reports import Renewal
from newsroom.domain.approved import Evidence, Seal
from newsroom.domain.article import LinkKind
from newsroom.domain.body import plain_text
from newsroom.domain.changes import final
from newsroom.domain.workflow import State


@pytest.fixture
def newer(wire):
    """Writes a story, and again with other words at the end."""

    def write(old="am Abend", new="am Morgen", name="story.txt", headline="Der Hafen bleibt"):
        path = wire(headline, name)
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return path

    return write


def _came(desk, path):
    return desk.intake.read([path]).imported[0].id


def _words(desk, story):
    return plain_text(final(desk.writing.open(story).body))


def test_a_newer_text_of_a_file_is_left_until_it_is_asked_for(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    report = desk.intake.read([newer()])
    assert [(one.id, one.headline) for one in report.left] == [(story, "Der Hafen bleibt")]
    assert (report.imported, report.renewed, report.refused) == ((), (), ())
    assert "am Abend" in _words(desk, story)
    assert desk.writing.open(story).version == 1


def test_an_update_makes_the_newer_text_the_next_version_and_one_undo_takes_it_back(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    report = desk.intake.read([newer()], renewal=Renewal.UPDATE)
    assert [(one.id, one.changes) for one in report.renewed] == [(story, 0)]
    assert "am Morgen" in _words(desk, story)
    assert desk.library.history.revisions(story)[0].action == "renewed"
    desk.writing.undo(report.changes)
    assert "am Abend" in _words(desk, story)
    assert [one.id for one in desk.intake.read([newer()]).left] == [story]


def test_what_was_changed_here_too_gets_the_newer_words_as_tracked_changes(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    ours = desk.writing.open(story)
    first = ours.body.blocks[0]
    changed = replace(first, content=(replace(first.content[0], text="Bei uns stand es zuerst."),))
    body = replace(ours.body, blocks=(changed, *ours.body.blocks[1:]))
    desk.writing.save(replace(ours, body=body, section="Wirtschaft"))
    (one,) = desk.intake.read([newer()], renewal=Renewal.UPDATE).renewed
    assert (one.id, one.changes) == (story, 1)
    assert "Bei uns stand es zuerst." in _words(desk, story)
    assert "am Morgen" in _words(desk, story)
    assert desk.writing.open(story).section == "Wirtschaft"


def test_a_field_that_nobody_touched_here_becomes_what_the_file_says(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    ours = desk.writing.open(story)
    desk.writing.save(replace(ours, section="Wirtschaft"))
    wire("Der Hafen bleibt nun doch")
    desk.intake.read([newer(headline="Der Hafen bleibt nun doch")], renewal=Renewal.UPDATE)
    now = desk.writing.open(story)
    assert (now.headline, now.section, now.changes) == ("Der Hafen bleibt nun doch", "Wirtschaft", ())


def test_a_headline_that_both_changed_waits_to_be_taken_over(desk, wire):
    story = _came(desk, wire("Der Hafen bleibt"))
    desk.writing.save(replace(desk.writing.open(story), headline="Kein Kran am Hafen"))
    (one,) = desk.intake.read([wire("Der Hafen bleibt wohl")], renewal=Renewal.UPDATE).renewed
    assert one.untaken == 1
    now = desk.writing.open(story)
    assert now.headline == "Kein Kran am Hafen"
    assert [note.removed for note in now.import_notes if note.rule == "returned-headline"] == [
        "Der Hafen bleibt wohl"
    ]


def test_a_published_story_stays_and_the_newer_text_stands_beside_it(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    ours = desk.writing.open(story)
    desk.library.stories.save(
        replace(ours, state=State.PUBLISHED), desk.person, "publish", evidence=Evidence(Seal())
    )
    report = desk.intake.read([newer()], renewal=Renewal.UPDATE)
    (one,) = report.renewed
    draft = desk.writing.open(one.id)
    assert one.id != story
    assert draft.state is State.DRAFT
    assert [(link.kind, link.uid) for link in draft.links] == [(LinkKind.UPDATE_OF, ours.uid)]
    assert "am Abend" in _words(desk, story)
    desk.writing.undo(report.changes)
    assert desk.writing.open(one.id).trashed
    assert [left.id for left in desk.intake.read([newer("Abend", "Mittag")]).left] == [story]


def test_as_new_makes_a_story_of_its_own_that_can_be_taken_back(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    report = desk.intake.read([newer()], renewal=Renewal.NEW)
    (one,) = report.imported
    assert one.id != story
    desk.writing.undo(report.changes)
    assert desk.writing.open(one.id).trashed


def test_the_same_words_in_other_bytes_are_known(desk, wire):
    path = wire("Der Hafen bleibt")
    story = _came(desk, path)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    report = desk.intake.read([path])
    assert ([one.id for one in report.known], report.left) == ([story], ())


def test_a_file_that_was_moved_is_known_by_its_name_and_headline(desk, wire, tmp_path, newer):
    story = _came(desk, newer())
    moved = wire("Der Hafen bleibt", folder=tmp_path / "elsewhere")
    assert [one.id for one in desk.intake.read([moved]).left] == [story]


def test_another_story_at_the_same_place_is_a_new_one(desk, wire):
    path = wire("Der Hafen bleibt")
    story = _came(desk, path)
    path.write_text("Ganz anderes geschieht\n\nVögel ziehen heuer früher fort, sagt jemand vom Verein." * 3)
    (one,) = desk.intake.read([path], renewal=Renewal.UPDATE).imported
    assert one.id != story


def test_tomorrows_file_of_the_same_name_is_tomorrows_story(desk, wire, newer):
    path = wire("Das Wetter heute")
    story = _came(desk, path)
    newer("19.11.2026 11:25", "20.11.2026 11:25", headline="Das Wetter heute")
    (one,) = desk.intake.read([path], renewal=Renewal.UPDATE).imported
    assert one.id != story


def test_a_story_that_moved_down_in_its_file_is_found_there(desk, wire):
    path, other = wire("Der Hafen bleibt"), wire("Der Kran kommt doch", "b.txt")
    story = _came(desk, path)
    old = path.read_text(encoding="utf-8").replace("am Abend", "am Morgen")
    path.write_text(f"{other.read_text(encoding='utf-8')}\n\n{old}", encoding="utf-8")
    report = desk.intake.read([path], renewal=Renewal.UPDATE)
    assert [one.headline for one in report.imported] == ["Der Kran kommt doch"]
    assert [one.id for one in report.renewed] == [story]


def test_a_story_with_an_id_of_its_own_is_known_wherever_it_lies(desk, tmp_path):
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text("---\nid: wb-4711\n---\n\n# Der Hafen bleibt\n\nEs blieb beim Alten.\n")
    second.write_text("---\nid: wb-4711\n---\n\n# Anders als gedacht\n\nNun kommt er doch, hieß es.\n")
    story = _came(desk, first)
    desk.intake.read([second], renewal=Renewal.UPDATE)
    assert desk.writing.open(story).headline == "Anders als gedacht"


def test_a_story_in_the_trash_is_not_brought_up_to_date(desk, wire, newer):
    story = _came(desk, wire("Der Hafen bleibt"))
    desk.writing.trash([story])
    (one,) = desk.intake.read([newer()], renewal=Renewal.UPDATE).imported
    assert one.id != story

"""Erasure: of the words nothing stays, in no table, no byte of the file, no log, no backup; the journal still verifies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import Picture, body, paragraphs
from newsroom.domain.channel import Channel
from newsroom.domain.errors import NotAllowed, NotFound, WrongValue
from newsroom.domain.inline import text
from newsroom.domain.notes import Note
from newsroom.domain.person import Person, Role
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import Transition
from newsroom.text.terms import folded
from tests.formats.icml.test_writing import PNG

WORDS = (
    "Quastenflosser",
    "Zwetschgenhain",
    "Xylophonia",
    "Krakeelturm",
    "Pfauenstieg",
    "Jammerbucht",
    "Wirsingrat",
)
"""In headline, first version, body, keyword, byline, note, draft."""


def filled(desk, web):
    """Put a story with all that may hold its words into a library; give it as it is kept."""
    asset = desk.library.pictures.add(PNG + b"Quastenflosser", "image/png")
    picture = Picture(asset, text("Xylophonia am Kai"), "Foto: Pfauenstieg", name="Krakeelturm.png")
    draft = desk.writing.new(
        headline="Der Zwetschgenhain brennt",
        body=body(*paragraphs(["Am Abend kam Xylophonia in den Saal. " * 5]).blocks, picture),
        keywords=("Krakeelturm",),
        authors=(Byline("Pfauenstieg"),),
    )
    story = desk.writing.save(draft).article
    note = Note("n1", "Malin Torbeck", desk.clock(), "Jammerbucht prüfen")
    story = desk.writing.save(replace(story, headline="Der Quastenflosser lebt", notes=(note,))).article
    desk.versions.derive(story)
    desk.publishing.put_plans([ChannelPlan(channel=Channel.WEB, folder=str(web), formats=("html", "text"))])
    for way in (Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH):
        story = desk.approval.move(story, way, "Quastenflosser geprüft").article
    desk.library.drafts.keep("other", replace(story, headline="Wirsingrat tagt"))
    return story


def raw(folder):
    """Give all bytes of a library: its file, its log, and what else lies beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("library.newsroom*")))


def holds(data):
    """Give the words that bytes hold, in any form in which the library writes them."""
    found = set()
    for word in WORDS:
        forms = {word, word.casefold(), folded(word), word.encode("unicode_escape").decode()}
        found |= {word for form in forms if form.encode() in data}
    return found


@pytest.fixture
def house(desk, tmp_path):
    (tmp_path / "web").mkdir()
    desk.preferences.set_house({"four_eyes": False})
    for number in range(3):
        desk.writing.save(
            desk.writing.new(headline=f"Der Kran {number}", body=paragraphs(["Er steht am Kai."]))
        )
    return desk


@pytest.fixture
def story(house, tmp_path):
    return filled(house, tmp_path / "web")


def erased(desk, story):
    return desk.erasing.erase(story.id, "LG Wendelsbrück, 27 O 12/26", desk.erasing.plan(story.id).code)


def test_of_the_words_no_byte_stays_in_the_file_and_its_log(house, story, tmp_path):
    assert holds(raw(tmp_path)) >= {
        "Quastenflosser",
        "Krakeelturm",
        "Pfauenstieg",
        "Jammerbucht",
        "Wirsingrat",
    }
    done = erased(house, story)
    assert len(done.stories) == 2
    assert holds(raw(tmp_path)) == set()
    assert house.library.check() == ()
    assert house.library.history.verify() == ()
    assert house.lists.search("Quastenflosser").items == ()
    assert house.lists.search("Kran").items != ()


def test_a_tombstone_says_who_when_and_why_and_no_more(house, story):
    erased(house, story)
    (entry,) = house.library.history.journal(story.id)
    assert (entry.action, entry.note, entry.version) == ("erased", "LG Wendelsbrück, 27 O 12/26", 0)
    assert {one.story for one in house.erasing.all()} == {story.id, story.id + 1}
    with pytest.raises(NotFound):
        house.writing.open(story.id)
    new = house.writing.save(house.writing.new(headline="Neu")).article
    assert new.id == story.id + 2


def test_a_tombstone_put_there_by_hand_is_told(house, story):
    library = house.library
    kept = library.stories.article(1)
    with library._store.writing() as connection:
        from newsroom.library import journal

        with library._store.database.unguarded(connection):
            entry = {"id": kept.id, "uid": kept.uid, "version": 0, "digest": "", "action": "erased"}
            told = {"note": "", "person": "nobody", "time": house.clock().isoformat()}
            journal.bury(connection, {**entry, **told})
    assert library.history.verify() != ()


def test_files_that_went_out_are_deleted_and_changed_ones_told(house, story, tmp_path):
    files = sorted((tmp_path / "web").iterdir())
    files[0].write_text("changed", encoding="utf-8")
    done = erased(house, story)
    assert done.removed == (files[1],)
    assert any("was changed since it went out" in str(one) for one in done.remains)
    assert any("Not reached are copies" in str(one) for one in done.remains)


def test_backups_made_here_are_erased_too_and_one_that_cannot_be_is_told(house, story, tmp_path):
    place = house.care.back_up(tmp_path / "backup.newsroom")
    broken = house.care.back_up(tmp_path / "broken.newsroom")
    broken.write_bytes(b"no library any more")
    done = erased(house, story)
    assert holds(place.read_bytes()) == set()
    assert any("broken.newsroom" in str(one) for one in done.remains)
    with open_desk(place) as opened:
        assert opened.library.check() == ()
        assert opened.lists.search("Kran").items != ()


def test_a_copy_that_comes_back_is_erased_when_it_is_opened_and_a_new_backup_holds_nothing(
    house, story, tmp_path
):
    (tmp_path / "usb").mkdir()
    copy = tmp_path / "usb" / "library.newsroom"
    house.library.backup(copy)
    erased(house, story)
    assert holds(copy.read_bytes())
    with open_desk(copy) as opened:
        assert "they were erased" in str(opened.library.notices()[0])
        assert opened.library.check() == ()
    assert holds(raw(copy.parent)) == set()
    house.care.back_up(tmp_path / "new.newsroom")
    assert holds((tmp_path / "new.newsroom").read_bytes()) == set()
    with open_desk(tmp_path / "new.newsroom") as opened:
        assert len(opened.erasing.all()) == 2


def test_another_computer_learns_of_it_from_the_library_and_erases_an_old_copy_too(
    house, story, tmp_path, monkeypatch
):
    (tmp_path / "usb").mkdir()
    copy = tmp_path / "usb" / "library.newsroom"
    house.library.backup(copy)
    erased(house, story)
    house.library.close()
    monkeypatch.setenv("NEWSROOM_DATA", str(tmp_path / "another computer"))
    with open_desk(copy) as opened:
        assert opened.library.notices() == ()  # nobody has told this computer yet
    with open_desk(tmp_path / "library.newsroom") as opened:
        assert len(opened.erasing.all()) == 2
    with open_desk(copy) as opened:
        assert "they were erased" in str(opened.library.notices()[0])
    assert holds(raw(copy.parent)) == set()


def test_it_does_not_come_back_by_a_draft_a_save_or_a_hand_over(house, story, tmp_path):
    (file,) = house.output.export([story.id], "newsroom", tmp_path).written
    erased(house, story)
    with pytest.raises(NotAllowed, match="erased for good"):
        house.library.drafts.keep("late", story)
    with pytest.raises(NotAllowed, match="erased for good"):
        house.library.stories.save(replace(story, id=0, version=0), house.person)
    other = house.writing.save(house.writing.new(headline="Kiosk", body=paragraphs(["Er hat zu."]))).article
    (second,) = house.output.export([other.id], "text", tmp_path / "other").written
    with pytest.raises(NotAllowed, match="erased for good"):
        house.intake.read([file])
    report = house.intake.read([second, file])
    assert ["erased for good" in str(one.message) for one in report.refused] == [True]
    assert PNG + b"Quastenflosser" not in raw(tmp_path)
    assert house.lists.search("Quastenflosser").items == ()


def test_it_is_asked_twice_and_needs_a_reason_and_a_duty_editor(house, story):
    plan = house.erasing.plan(story.id)
    assert [card.id for card in plan.stories] == [story.id, story.id + 1]
    assert len(plan.files) == 2
    with pytest.raises(WrongValue, match="needs a reason"):
        house.erasing.erase(story.id, " ", plan.code)
    with pytest.raises(WrongValue, match=plan.code):
        house.erasing.erase(story.id, "LG", "yes")
    for role in (Role.JOURNALIST, Role.EDITOR):
        with pytest.raises(NotAllowed, match="a duty editor can"):
            house.with_person(Person("Malin Torbeck", role)).erasing.plan(story.id)
    with pytest.raises(NotFound):
        house.erasing.plan(999)
    assert house.writing.open(story.id) == story


@pytest.mark.long
def test_an_open_reader_is_named_and_the_rest_follows_later(house, story, tmp_path):
    with house.library._store.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM article")
        done = erased(house, story)
        assert any("--scrub" in str(one) for one in done.remains)
    assert house.erasing.scrub()
    assert holds(raw(tmp_path)) == set()

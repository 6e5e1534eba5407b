"""Publishing by channel: files in folders, exactly those bytes kept, updated, corrected, withdrawn, never twice."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.desk import Desk
from newsroom.desk.publishing import Publishing, Sendings
from newsroom.domain.body import Picture, body, paragraphs
from newsroom.domain.channel import Channel
from newsroom.domain.errors import LegallyBlocked, NotAllowed, NotFound, WrongValue
from newsroom.domain.export_profile import ExportProfile
from newsroom.domain.inline import text
from newsroom.domain.publishing import ChannelPlan, ReleaseKind
from newsroom.domain.workflow import Transition
from tests.formats.icml.test_writing import PNG


@pytest.fixture
def web(tmp_path):
    folder = tmp_path / "web"
    folder.mkdir()
    return folder


@pytest.fixture
def house(desk, web):
    """A house with one channel, at which a duty editor sits."""
    desk.preferences.set_house({"four_eyes": False})
    desk.publishing.put_plans(
        [
            ChannelPlan(
                channel=Channel.WEB, folder=str(web), pattern="{section}/{slug}", formats=("html", "wire")
            )
        ]
    )
    return desk


@pytest.fixture
def story(house):
    draft = house.writing.new(
        headline="Der Hafen bleibt", section="Region", body=paragraphs(["Der Rat hat entschieden."])
    )
    return house.writing.save(draft).article


@pytest.fixture
def halted(monkeypatch):
    """Let nothing be sent in the moment in which it is published, as where a program dies then."""
    monkeypatch.setattr(Publishing, "after", lambda _self, _article: Sendings())


def published(desk, story, headline="", transition=Transition.UPDATE, note=""):
    """Take a story out, or out again with another headline; give it as it is kept."""
    if story.state.value == "published":
        story = desk.approval.move(story, transition, note).article
        story = desk.writing.save(replace(story, headline=headline or story.headline)).article
    for way in (Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH):
        story = desk.approval.move(story, way).article
    return story


def found(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_published_story_lies_in_the_folder_and_its_bytes_are_kept(house, story, web):
    story = published(house, story)
    house.publishing.after(story)
    files = found(web)
    assert sorted(files) == ["region/der-hafen-bleibt.html", "region/der-hafen-bleibt.txt"]
    (release,) = house.publishing.releases(story.id)
    assert (release.channel, release.kind, release.version) == (
        Channel.WEB,
        ReleaseKind.PUBLISHED,
        story.version,
    )
    kept = {one.path: house.publishing.bytes(story.id, 1, at) for at, one in enumerate(release.files)}
    assert kept == files
    assert house.publishing.waiting() == ()
    assert house.library.check() == ()


def test_what_went_out_is_given_back_byte_for_byte_when_the_folder_is_gone(house, story, web, tmp_path):
    story = published(house, story)
    house.publishing.after(story)
    before = found(web)
    for path in web.rglob("*.*"):
        path.unlink()
    paths = house.publishing.give_back(story.id, 1, tmp_path / "back")
    assert sorted(path.read_bytes() for path in paths) == sorted(before.values())


def test_an_update_takes_the_same_place_and_says_when_it_was_changed(house, story, web):
    story = published(house, story)
    house.publishing.after(story)
    hour = house.clock() + timedelta(hours=5)
    later = Desk(house.library, house.person, clock=lambda: hour)
    house.library.stories._clock = lambda: hour
    story = published(later, story, "Der Hafen bleibt doch")
    house.publishing.after(story)
    files = found(web)
    assert sorted(files) == ["region/der-hafen-bleibt.html", "region/der-hafen-bleibt.txt"]
    page = files["region/der-hafen-bleibt.html"].decode()
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert said["headline"] == "Der Hafen bleibt doch"
    assert said["dateModified"] > said["datePublished"]
    assert [one.kind for one in house.publishing.releases(story.id)] == [
        ReleaseKind.PUBLISHED,
        ReleaseKind.UPDATED,
    ]


def test_a_correction_carries_its_note(house, story, web):
    story = published(house, story)
    house.publishing.after(story)
    story = published(house, story, "Der Hafen geht", Transition.CORRECT, "Der Rat stimmte dagegen.")
    house.publishing.after(story)
    assert "Der Rat stimmte dagegen." in found(web)["region/der-hafen-bleibt.html"].decode()
    assert house.publishing.releases(story.id)[-1].kind is ReleaseKind.CORRECTED


def test_a_withdrawal_writes_a_notice_over_every_file_with_nothing_of_the_story(house, web):
    asset = house.library.pictures.add(PNG, "image/png")
    plan = ChannelPlan(channel=Channel.WEB, folder=str(web), formats=("html-folder", "text"))
    house.publishing.put_plans([plan])
    picture = Picture(asset, text("Der Kran"), "Foto: Beispiel", alternative="Kran", name="Kran.png")
    draft = house.writing.new(
        headline="Der Hafen bleibt", body=body(*paragraphs(["Der Rat entschied."]).blocks, picture)
    )
    story = published(house, house.writing.save(draft).article)
    house.publishing.after(story)
    assert len(found(web)) > 2
    story = house.approval.move(story, Transition.WITHDRAW, "Fehler").article
    house.publishing.after(story)
    files = found(web)
    assert len(files) == 2
    for data in files.values():
        assert "zurückgezogen" in data.decode()
        assert b"Hafen" not in data.replace(b"der-hafen", b"")
        assert b"Rat entschied" not in data
    house.publishing.send_waiting()
    assert [one.kind for one in house.publishing.releases(story.id)] == [
        ReleaseKind.PUBLISHED,
        ReleaseKind.WITHDRAWN,
    ]


def test_the_house_words_the_notice_itself(house, story, web):
    house.preferences.set_house({"withdrawal_notice": "Diesen Text gibt es nicht mehr ({date})."})
    story = published(house, story)
    house.publishing.after(story)
    house.publishing.after(house.approval.move(story, Transition.WITHDRAW, "Fehler").article)
    assert "Diesen Text gibt es nicht mehr (20" in found(web)["region/der-hafen-bleibt.txt"].decode()


def test_two_stories_of_one_name_lie_beside_each_other(house, story, web):
    house.publishing.put_plans(
        [ChannelPlan(channel=Channel.WEB, folder=str(web), pattern="text", formats=("text",))]
    )
    other = house.writing.save(house.writing.new(headline="Der Kran", body=paragraphs(["Er steht."]))).article
    for one in (story, other):
        house.publishing.after(published(house, one))
    assert sorted(found(web)) == ["text (2).txt", "text.txt"]
    assert "Der Kran" in found(web)["text (2).txt"].decode()


def test_a_folder_that_is_away_keeps_the_story_waiting_and_says_what_to_do(house, story, web):
    web.rmdir()
    story = published(house, story)
    (unsent,) = house.publishing.after(story).unsent
    assert "is not there. Connect its drive" in str(unsent.error.message)
    (waiting,) = house.publishing.waiting()
    assert waiting.fault == unsent.error.message
    assert house.publishing.releases(story.id) == ()
    web.mkdir()
    assert len(house.publishing.send_waiting().sent) == 1
    assert house.publishing.waiting() == ()


def test_where_one_file_cannot_be_written_none_is(house, story, web):
    (web / "region").mkdir()
    story = published(house, story)
    house.publishing.after(story)
    before = found(web)
    (web / "region" / "der-hafen-bleibt.txt").unlink()
    (web / "region" / "der-hafen-bleibt.txt").mkdir()
    story = published(house, story, "Der Hafen geht")
    assert house.publishing.after(story).unsent
    assert found(web)["region/der-hafen-bleibt.html"] == before["region/der-hafen-bleibt.html"]
    assert len(house.publishing.releases(story.id)) == 1


def test_what_a_program_that_died_had_begun_is_ended_with_its_very_bytes(house, story, web, halted):
    story = published(house, story)
    library = house.library
    assert library.releases.claim(story.id, "died")
    from newsroom.desk.sending import Sending

    load = Sending(house, story, house.publishing.plans()[0], ()).publish("Malin Torbeck")
    library.releases.keep(load.release, load.by_hash())
    assert house.publishing.send_waiting() == house.publishing.send_waiting()
    assert found(web) == {}
    hour = house.clock() + timedelta(minutes=11)
    library.releases._clock = lambda: hour
    house.publishing.send_waiting()
    assert found(web) == dict(load.data)
    assert len(house.publishing.releases(story.id)) == 1
    assert house.publishing.waiting() == ()


def test_many_at_once_write_each_story_once(house, story, halted):
    stories = [story]
    for number in range(5):
        draft = house.writing.new(headline=f"Kran {number}", body=paragraphs(["Er steht."]))
        stories.append(house.writing.save(draft).article)
    for one in stories:
        published(house, one)
    desks = [Desk(house.library, house.person, clock=house.clock) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda desk: desk.publishing.send_waiting(), desks))
    assert sorted(sent.story for one in done for sent in one.sent) == [one.id for one in stories]


def test_a_legal_block_keeps_it_in_also_what_went_out_before(house, story, web, halted):
    story = published(house, story)
    house.blocking.set([story.id], "Unterlassung")
    (unsent,) = house.publishing.send_waiting().unsent
    assert isinstance(unsent.error, LegallyBlocked)
    assert found(web) == {}
    house.blocking.lift([story.id], "Vergleich")
    house.publishing.send_waiting()
    house.blocking.set([story.id], "Unterlassung")
    for door in (
        lambda: house.publishing.bytes(story.id, 1),
        lambda: house.publishing.give_back(story.id, 1, web),
    ):
        with pytest.raises(LegallyBlocked):
            door()


def test_a_withdrawal_goes_out_although_a_block_stands(house, story, web):
    story = published(house, story)
    house.publishing.after(story)
    house.blocking.set([story.id], "Unterlassung")
    house.publishing.after(house.approval.move(story, Transition.WITHDRAW, "Unterlassung").article)
    assert "zurückgezogen" in found(web)["region/der-hafen-bleibt.txt"].decode()


def test_further_channels_get_it_later_and_partners_only_by_a_preset_that_keeps_embargoes(
    house, story, web, tmp_path
):
    partner = tmp_path / "partner"
    partner.mkdir()
    house.profiles.put([ExportProfile(name="Partner", format="newsroom", honours_embargo=True)])
    plans = [*house.publishing.plans()]
    plans[2] = ChannelPlan(channel=Channel.PARTNER, folder=str(partner), formats=("newsroom",))
    house.publishing.put_plans(plans)
    for way in (Transition.SUBMIT, Transition.APPROVE):
        story = house.approval.move(story, way).article
    story = house.approval.move(story, Transition.PUBLISH, channels=(Channel.WEB,)).article
    assert (found(partner), len(found(web))) == ({}, 2)
    held = house.library.stories.save(
        replace(story, embargo=house.clock() + timedelta(hours=1)), house.person
    ).article
    (unsent,) = house.publishing.send([held.id], [Channel.PARTNER]).unsent
    assert "Under embargo" in str(unsent.error.message)
    plans[2] = replace(plans[2], preset="Partner")
    house.publishing.put_plans(plans)
    assert len(house.publishing.send_waiting().sent) == 1
    assert len(found(partner)) == 1


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (ChannelPlan(channel=Channel.WEB, folder="/web"), "no format"),
        (ChannelPlan(channel=Channel.WEB, folder="web", formats=("html",)), "full path"),
        (ChannelPlan(channel=Channel.WEB, folder="/web", formats=("papyrus",)), "cannot be written"),
        (ChannelPlan(channel=Channel.WEB, folder="/web", formats=("html",), pattern="{moon}"), "moon"),
        (ChannelPlan(channel=Channel.WEB, folder="/web", formats=("html",), preset="Mond"), "presets"),
    ],
)
def test_a_plan_that_could_never_be_is_refused_in_a_sentence(house, plan, said):
    with pytest.raises(WrongValue, match=said):
        house.publishing.put_plans([plan])


def test_what_is_not_published_or_not_there_is_not_sent(house, story):
    with pytest.raises(NotAllowed, match="is not published"):
        house.publishing.send([story.id], [Channel.WEB])
    with pytest.raises(NotFound):
        house.publishing.send([999], [Channel.WEB])
    story = published(house, story)
    with pytest.raises(NotAllowed, match="no folder yet"):
        house.publishing.send([story.id], [Channel.PRINT])
    with pytest.raises(NotFound, match="no sending 7"):
        house.publishing.bytes(story.id, 7)

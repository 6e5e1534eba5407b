"""``newsroom publish --due``, ``channels``, ``releases``, ``block``: what is said, and the exit code."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.workflow import Transition


@pytest.fixture
def story(tmp_path):
    with open_desk(tmp_path / "library.newsroom") as desk:
        desk.preferences.set_house({"four_eyes": False})
        draft = desk.writing.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat hat entschieden."]))
        story = desk.writing.save(draft).article
        for way in (Transition.SUBMIT, Transition.APPROVE):
            story = desk.approval.move(story, way).article
    return story.id


@pytest.fixture
def web(tmp_path, ask):
    folder = tmp_path / "web"
    folder.mkdir()
    code, answer = ask("channels", "web", "--folder", folder, "--to", "text", "--pattern", "{slug}")
    assert code == 0
    assert answer["channels"][0]["formats"] == ["text"]
    return folder


def test_a_story_goes_out_and_its_very_bytes_come_back(ask, call, story, web, tmp_path):
    assert ask("publish", story)[0] == 0
    file = web / "der-hafen-bleibt.txt"
    assert "Der Rat hat entschieden." in file.read_text(encoding="utf-8")
    (release,) = ask("releases", story)[1]["releases"]
    assert (release["channel"], release["kind"], release["written"]) == ("web", "published", True)
    code, answer = ask("releases", story, "--number", 1, "--out", tmp_path / "back")
    assert code == 0
    assert Path(answer["written"][0]).read_bytes() == file.read_bytes()
    assert "Published" in call("releases", story)[1]


def test_a_timer_publishes_what_is_due_and_says_so(ask, call, story, web, monkeypatch):
    assert ask("schedule", story, "--at", "01.01.2040 12:00")[0] == 0
    assert call("publish", "--due")[:2] == (0, "Nothing is due.\n")
    with open_desk(web.parent / "library.newsroom") as opened:
        hour = opened.writing.open(story).publish_time
    later = {**open_desk.__kwdefaults__, "clock": lambda: hour + timedelta(hours=1)}
    monkeypatch.setattr(open_desk, "__kwdefaults__", later)
    code, answer = ask("publish", "--due")
    assert code == 0
    assert [(one["id"], one["late"]) for one in answer["published"]] == [(story, True)]
    assert answer["written"] == [str(web / "der-hafen-bleibt.txt")]


def test_a_folder_that_is_away_ends_with_its_own_code_and_the_story_waits(call, ask, story, web):
    web.rmdir()
    code, _out, err = call("publish", story)
    assert code == 3
    assert "Connect its drive" in err
    web.mkdir()
    assert ask("publish", "--due")[1]["written"] == [str(web / "der-hafen-bleibt.txt")]


def test_a_published_story_goes_out_by_a_further_channel(ask, call, story, web, tmp_path):
    ask("publish", story)
    (tmp_path / "print").mkdir()
    ask("channels", "print", "--folder", tmp_path / "print", "--to", "icml")
    code, _out, _err = call("publish", story, "--channel", "print")
    assert code == 0
    assert len(list((tmp_path / "print").iterdir())) == 1


def test_publish_asks_for_stories_or_for_due_and_never_both(call, story):
    for arguments in ((), (story, "--due")):
        code, _out, err = call("publish", *arguments)
        assert code == 2
        assert "--due" in err


def test_a_block_is_set_listed_obeyed_and_lifted(call, ask, story, tmp_path):
    assert ask("block", story, "--reason", "Unterlassung")[1]["blocks"][0]["id"] == story
    code, _out, err = call("export", story, "--to", "text", "--out", tmp_path / "out")
    assert code == 5
    assert "legal block" in err
    assert call("publish", story)[0] == 5
    code, out, err = call("show", story)
    assert (code, "Der Rat" in out, "legal block" in err) == (0, False, True)
    code, answer = call("show", story, "--json")[0], json.loads(call("show", story, "--json")[1])
    assert "Der Rat" not in json.dumps(answer)
    for words in (call("search", "entschieden")[1], call("search", "entschieden", "--json")[1]):
        assert ("Under a legal block." in words, "Der Rat hat" in words) == (True, False)
    for told in (("compare", story, "1"), ("history", story, "--out", tmp_path / "history.docx")):
        code, out, err = call(*told)
        assert (code, "Der Rat" in out, "legal block" in err) == (5, False, True), told
    assert ask("unblock", story, "--reason", "Vergleich")[1]["blocks"] == []
    assert call("unblock", story, "--reason", "noch einmal")[0] == 5
    assert call("publish", story)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("channels", "fax"), 2, "no channel"),
        (("channels", "web", "--folder", "/web"), 2, "no format"),
        (("channels", "web", "--folder", "/web", "--to", "papyrus"), 2, "cannot be written"),
        (("releases", "99"), 3, "no story"),
        (("block", "99", "--reason", "x"), 3, "no story"),
    ],
)
def test_what_cannot_be_is_one_sentence(call, story, arguments, code, said):
    done, _out, err = call(*arguments)
    assert (done, err.count("\n")) == (code, 1)
    assert said in err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("schedule", "--at", "28.03.2027 02:30"), "clocks skip this time"),
        (("schedule", "--at", "31.10.2027 02:30"), "clocks pass this time twice"),
        (("publish", "--at", "31.10.2027 02:30"), "clocks pass this time twice"),
    ],
)
def test_an_hour_that_clocks_skip_or_pass_twice_is_told(call, story, command, said):
    verb, *rest = command
    _code, _out, err = call(verb, story, *rest)
    assert said in err


def test_an_embargo_within_a_skipped_hour_is_told_with_what_is_taken(call, story):
    code, out, err = call("set", story, "embargo=28.03.2027 02:30")
    assert (code, "03:30" in out, "clocks skip this time" in err) == (0, True, True)

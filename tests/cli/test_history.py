"""What a story was, asked for in a terminal."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import pytest


@pytest.fixture
def story(ask, wire):
    """A story of two versions."""
    _code, answer = ask("import", wire("Der Hafen wird tiefer"))
    number = answer["imported"][0]["id"]
    ask("set", number, "headline=Der Hafen wird breiter")
    return number


def test_versions_and_actions_are_told_by_person(call, ask, story):
    ask("submit", story, "--note", "bitte rasch")
    code, answer = ask("history", story)
    assert code == 0
    assert [(event["action"], event["versions"]) for event in answer["events"]] == [
        ("submit", [3]),
        ("saved", [2]),
        ("imported", [1]),
    ]
    code, out, _err = call("history", story)
    assert code == 0
    assert "bitte rasch" in out
    assert "Imported" in out


def test_what_differs_is_marked(call, ask, story):
    code, out, _err = call("compare", story, 1)
    assert (code, out) == (0, "Headline\n  Der Hafen wird [-tiefer-]{+breiter+}\n")
    _code, answer = ask("compare", story, 2, 1)
    assert (answer["old"], answer["new"], [one["field"] for one in answer["fields"]]) == (1, 2, ["headline"])
    assert call("compare", story, 2, 2)[1] == "Both read the same.\n"


def test_a_snapshot_and_the_way_back(ask, story):
    assert ask("snapshot", story, "Vor Kürzung") == (0, {"id": story, "version": 3})
    assert ask("revert", story, 1) == (0, {"id": story, "version": 4})
    assert ask("show", story)[1]["headline"] == "Der Hafen wird tiefer"


def test_a_version_or_a_story_that_never_was_is_told(call, story):
    assert "has no version 9" in call("revert", story, 9)[2]
    assert call("history", 77)[0] == call("compare", 77, 1)[0] == call("journal", "verify", 77)[0] == 3


def test_a_report_is_written(ask, story, tmp_path):
    code, answer = ask("history", story, "--out", tmp_path / "past.html")
    assert (code, answer["written"]) == (0, str(tmp_path / "past.html"))
    assert "Der Hafen wird breiter" in (tmp_path / "past.html").read_text(encoding="utf-8")


def test_tampering_is_told_with_story_and_entry(call, ask, story, tmp_path):
    assert ask("journal", "verify") == (0, {"found": []})
    assert (
        call("journal", "verify", story)[1] == "The journal was verified: nothing was changed from outside.\n"
    )
    with closing(connect(tmp_path / "library.newsroom")) as file, file:
        file.execute("DROP TRIGGER journal_never_changes")
        file.execute("UPDATE journal SET sealed = replace(sealed, 'saved', 'approve') WHERE number = 2")
    found = ask("journal", "verify")[1]["found"]
    assert f"story {story} was changed from outside at entry 2" in found[0]


def test_idle_stories_are_thinned_by_the_rule(ask, story):
    assert ask("journal", "thin") == (0, {"stories": 0, "struck": 0, "cancelled": False})

"""Looking after a library from the command line: is it whole, and a copy of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsroom.desk import open_desk


@pytest.fixture
def place(tmp_path, story):
    """A library with one story, as a file."""
    assert story
    return tmp_path / "library.newsroom"


def change(place, statement):
    with closing(sqlite3.connect(place)) as raw:
        raw.execute(statement)
        raw.commit()


def test_a_whole_library_is_told_to_be_whole(call, ask, place):
    assert place.exists()
    assert ask("library", "check") == (0, {"found": []})
    assert call("library", "check") == (0, "The library is whole.\n", "")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE article SET headline = 'x'", "Story 1 is damaged. Its last version can be restored."),
        (
            "UPDATE journal_head SET digest = 'x'",
            "The end of the journal of story 1 is missing or was added from outside, after entry 1. Compare it with a backup from before, and ask who could reach the library.",
        ),
    ],
)
def test_what_is_damaged_is_listed_and_is_no_failure_of_the_check(call, ask, place, statement, told):
    change(place, statement)
    code, answer = ask("library", "check")
    assert code == 0
    assert told in answer["found"]
    code, out, err = call("library", "check")
    assert (code, err) == (0, "")
    assert told in out.splitlines()
    assert out.endswith(
        f"{len(answer['found'])} thing{'s'[: len(answer['found']) - 1]} "
        f"{'is' if len(answer['found']) == 1 else 'are'} damaged.\n"
    )


def test_a_backup_is_the_library_again(ask, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, answer = ask("library", "backup", "copy.newsroom")
    assert (code, answer) == (0, {"written": str(tmp_path / "copy.newsroom")})
    with open_desk(place) as ours, open_desk(answer["written"]) as copy:
        assert copy.writing.open(1) == ours.writing.open(1)
        assert copy.care.check() == ()


def test_a_backup_replaces_nothing_and_says_so(call, place, tmp_path):
    assert place.exists()
    taken = tmp_path / "taken.newsroom"
    taken.write_text("mine", encoding="utf-8")
    code, out, err = call("library", "backup", taken)
    assert (code, out) == (3, "")
    assert err == f"{taken} exists already. Choose another name.\n"
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_backup_that_cannot_be_written_is_one_sentence(ask, place, tmp_path):
    assert place.exists()
    code, answer = ask("library", "backup", tmp_path / "nowhere" / "copy.newsroom")
    assert (code, answer["error"]["kind"]) == (3, "not-written")


@pytest.mark.parametrize("words", [("check",), ("backup", "copy.newsroom")])
def test_no_library_is_begun_only_to_look_after_it(ask, tmp_path, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _answer = ask("library", *words, "--library", tmp_path / "mistyped.newsroom")
    assert code == 4
    assert not list(tmp_path.glob("*.newsroom"))


def test_a_library_is_copied_and_the_copy_is_whole(call, ask, place, tmp_path):
    copy = tmp_path / "copy.newsroom"
    code, out, err = call("library", "copy", place, copy)
    assert (code, out, err) == (0, "1 story is copied and compared.\n", "")
    assert ask("library", "check", "--library", copy) == (0, {"found": []})


def test_a_copy_onto_another_library_is_refused_in_one_sentence(ask, place, tmp_path):
    code, answer = ask("library", "copy", place, place)
    assert (code, answer["error"]["kind"]) == (3, "not-written")
    code, answer = ask("library", "copy", tmp_path / "none.newsroom", tmp_path / "copy.newsroom")
    assert (code, answer["error"]["kind"]) == (4, "library-missing")
    assert not (tmp_path / "copy.newsroom").exists()

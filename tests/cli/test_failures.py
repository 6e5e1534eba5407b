from __future__ import annotations

import errno
import json
import subprocess
import sys
import tempfile

import pytest

from newsroom.cli import program
from newsroom.cli.failures import code_of, kind_of
from newsroom.domain import errors
from newsroom.translation import msg


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["frobnicate"], "frobnicate"),
        (["show"], "ID"),
        (["show", "abc"], "ID"),
        (["show", "9" * 30], "ID"),
        (["trash", "1", "9" * 30], "ID"),
        (["list", "--sideways"], "--sideways"),
        (["list", "--limit", "0"], "--limit"),
        (["list", "--state", "lost"], "lost"),
        (["lookalikes"], "--id"),
        (["check"], "--all"),
        (["export", "1"], "--to"),
        (["set", "1", "headline"], "headline"),
        (["people", "add", "X", "--role", "king"], "king"),
        (["list", "--library"], "--library"),
        (["list", "--as"], "--as"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_sentence_and_code_2(call, words, part):
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert part in err
    assert err.count("\n") == 1
    code, out, err = (
        call(*words, "--json") if words[-1] not in {"--library", "--as"} else call("--json", *words)
    )
    assert (code, err) == (2, "")
    assert json.loads(out)["error"]["code"] == 2


@pytest.mark.parametrize(
    ("kind", "code", "name"),
    [
        (errors.WrongValue, 2, "wrong-value"),
        (errors.NotFound, 3, "not-found"),
        (errors.Refused, 3, "refused"),
        (errors.NotWritten, 3, "not-written"),
        (errors.EditedElsewhere, 3, "edited-elsewhere"),
        (errors.LibraryNewer, 4, "library-newer"),
        (errors.UnreadableText, 4, "unreadable-text"),
        (errors.FourEyes, 5, "four-eyes"),
        (errors.Embargoed, 5, "embargoed"),
    ],
)
def test_each_error_has_its_exit_code_and_its_kind(kind, code, name):
    error = kind(msg("It happened."))
    assert (code_of(error), kind_of(error)) == (code, name)


def test_an_error_of_ours_is_told_calmly_and_its_words_stay_out_of_the_log(call, monkeypatch, tmp_path):
    story = ["Der", "geheime", "Text"]

    def fail(*_arguments):
        raise RuntimeError(" ".join(story))

    monkeypatch.setattr(program, "_invoke", fail)
    code, out, err = call("list")
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    log = (tmp_path / "log" / "newsroom.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "Der geheime" not in log + err


def test_the_traceback_is_shown_on_request(call, monkeypatch):
    monkeypatch.setattr(program, "_invoke", lambda *_arguments: 1 / 0)
    _code, _out, err = call("list", "--debug")
    assert "ZeroDivisionError" in err


def test_a_library_that_is_none_is_code_4_and_stays_as_it_is(call, tmp_path):
    place = tmp_path / "letter.newsroom"
    place.write_text("Dear library", encoding="utf-8")
    code, out, err = call("list", "--library", place)
    assert (code, out) == (4, "")
    assert err.count("\n") == 1
    assert place.read_text(encoding="utf-8") == "Dear library"


def test_nobody_complains_when_nobody_listens(tmp_path):
    command = [sys.executable, "-m", "newsroom", "--help"]
    script = f"{' '.join(command)} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.strip() == "0"


def no_room(*_arguments, **_named):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_is_full_elsewhere_is_an_answer_for_programs_too(ask, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "TemporaryDirectory", no_room)
    code, answer = ask("tour", "--out", tmp_path)
    assert (code, answer["error"]["kind"], answer["error"]["code"]) == (3, "disk-full", 3)
    assert answer["error"]["message"] == "The disk is full. Make room, then try again."

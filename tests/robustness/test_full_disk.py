"""A disk that is really full: nothing is told as done that was not, and what was there is as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.errors import LibraryUnusable

FULL = "disk is full"
ROOT = Path(__file__).parents[2]


def fill(disk, but=0):
    """Take all the room there is, but for some bytes."""
    block = disk / "ballast"
    with block.open("wb", buffering=0) as file:
        try:
            for _ in count():
                file.write(bytes(4096))
        except OSError:
            pass
    if but:
        with block.open("r+b") as file:
            file.truncate(max(block.stat().st_size - but, 0))


def make_room(disk):
    (disk / "ballast").unlink()


@pytest.fixture
def place(disk, shelf):
    return shutil.copy(shelf, disk / "library.newsroom")


@pytest.mark.parametrize("but", [0, 200_000])
def test_an_import_tells_each_file_that_did_not_fit_and_takes_it_later(newsroom, disk, place, wires, but):
    folder = wires(12, sentences=400)
    fill(disk, but)
    done = newsroom("import", folder, "--library", place, "--json")
    said = json.loads(done.stdout)
    assert FULL in done.stdout
    assert done.returncode == (4 if "error" in said else 3)
    told = {one["id"] for one in said.get("imported", [])}
    make_room(disk)
    again = json.loads(newsroom("import", folder, "--library", place, "--json").stdout)
    assert {one["id"] for one in again["known"]} == told
    assert len(again["known"]) + len(again["imported"]) == 12
    with open_desk(place) as desk:
        assert desk.library.check() == ()
        assert desk.lists.counts().all == 13


def test_no_new_library_is_begun_that_cannot_be_finished(newsroom, disk):
    fill(disk)
    done = newsroom("list", "--library", disk / "new.newsroom")
    assert done.returncode == 4
    assert FULL in done.stderr
    assert [path.name for path in disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize(
    ("to", "ending"), [("docx", "docx"), ("html", "html"), ("pdf", "pdf"), ("wire", "txt")]
)
def test_an_export_harms_no_older_file(newsroom, disk, library, to, ending):
    older = disk / f"story.{ending}"
    older.write_bytes(b"older")
    fill(disk)
    done = newsroom("export", 1, "--to", to, "--out", older, "--library", library)
    assert done.returncode == 3
    assert FULL in done.stderr
    assert older.read_bytes() == b"older"
    assert sorted(path.name for path in disk.iterdir()) == ["ballast", older.name]


def test_a_change_by_command_is_told_and_changes_nothing(newsroom, disk, place, tmp_path):
    text = tmp_path / "body.txt"
    text.write_text("Wort " * 100_000, encoding="utf-8")
    fill(disk)
    done = newsroom("set", 1, f"body=@{text}", "--library", place)
    assert done.returncode == 4
    assert FULL in done.stderr
    make_room(disk)
    shown = json.loads(newsroom("show", 1, "--library", place, "--json").stdout)
    assert shown["words"] < 100


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_an_answer_that_finds_no_room_is_told(own, library, form):
    command = [sys.executable, "-m", "newsroom", "list", "--library", str(library), *form]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, cwd=ROOT, env=own, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert FULL in done.stderr


def test_saving_and_keeping_drafts_fail_aloud_at_every_amount_of_room_and_go_on_with_room(disk, place):
    told, held = [], 0
    with open_desk(place) as desk:
        first = desk.writing.open(1)
        long = replace(first, headline="Neu", body=paragraphs(["Wort " * 60_000]))
        for room in (0, 4_096, 65_536, 262_144, 524_288):
            fill(disk, room)
            for write in (desk.writing.autosave, desk.writing.save):
                before = desk.writing.open(1)
                try:
                    write(replace(long, version=before.version))
                except LibraryUnusable as error:
                    told.append(str(error))
                    assert desk.writing.open(1) == before
                else:
                    held += 1
                    after = desk.writing.open(1)
                    assert after.version == before.version + (write == desk.writing.save)
            make_room(disk)
        last = desk.writing.open(1)
        assert desk.writing.save(replace(long, version=last.version)).article.version == last.version + 1
        assert plain_text(desk.writing.open(1).body).startswith("Wort Wort")
        assert desk.library.check() == ()
    assert len(told) >= 4
    assert len(told) + held == 10
    assert all(FULL in sentence for sentence in told)

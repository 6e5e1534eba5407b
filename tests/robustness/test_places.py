"""Libraries and folders that are gone, closed or none of ours, met by the real program."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.__main__ import draw
from newsroom.desk import open_desk
from newsroom.domain.errors import LibraryUnusable, NotWritten


def foreign(place):
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE article (id)")
        other.commit()


def newer(place):
    with closing(sqlite3.connect(place)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("PRAGMA user_version=99")


def damaged(place):
    with place.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * (place.stat().st_size - 100))


def emptied(place):
    place.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (foreign, "is no library of this program"),
        (newer, "Update the program"),
        (damaged, "open the newest backup"),
        (emptied, "is no library of this program"),
    ],
)
def test_a_library_that_cannot_be_used_is_told_in_one_sentence_and_never_written(
    newsroom, library, wires, tmp_path, spoil, sentence
):
    place = Path(library)
    if spoil is foreign:
        place.unlink()
    spoil(place)
    before = place.read_bytes()
    done = newsroom("import", wires(1), "--library", place)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr
    assert place.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", place.name, "wires"]


def test_a_drive_closed_to_writing_is_read_and_every_write_is_told(newsroom, disk, shelf, wires):
    place = shutil.copy(shelf, disk / "library.newsroom")
    wire = wires(1) / "000.txt"
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    read = newsroom("search", "hafen", "--library", place)
    assert read.returncode == 0
    assert "Kran" in read.stdout
    assert "open for reading only" in read.stderr
    for command in (("import", wire), ("set", 1, "headline=Neu")):
        done = newsroom(*command, "--library", place, "--json")
        assert done.returncode == 4
        assert "open for reading only" in json.loads(done.stdout)["error"]["message"]


def test_nothing_is_made_or_written_on_a_drive_closed_to_writing(newsroom, disk, library):
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    new = newsroom("list", "--library", disk / "new.newsroom")
    assert (new.returncode, "Choose another folder" in new.stderr) == (4, True)
    for out, sentence in ((disk / "a.docx", "Choose another folder"), (disk / "sub", "cannot be made")):
        done = newsroom("export", 1, "--to", "docx", "--out", out, "--library", library)
        assert done.returncode == 3
        assert sentence in done.stderr
    with pytest.raises(NotWritten, match="cannot be made"):
        draw(str(library), disk / "pictures")
    assert list(disk.iterdir()) == []


def test_a_drive_that_is_not_there_gets_no_empty_library_in_its_place(newsroom, tmp_path):
    place = tmp_path / "drive" / "desk" / "library.newsroom"
    done = newsroom("list", "--library", place)
    assert done.returncode == 4
    assert "Connect its drive" in done.stderr
    assert not (tmp_path / "drive").exists()


def test_a_drive_that_goes_away_while_the_desk_is_open_is_told_and_serves_again(disk, shelf):
    place = shutil.copy(shelf, disk / "library.newsroom")
    with open_desk(place) as desk:
        story = desk.writing.open(1)
        desk.library._store.engine.dispose()
        away = place.with_name("away")
        place.rename(away)
        for write in (desk.writing.autosave, desk.writing.save):
            with pytest.raises(LibraryUnusable, match="Connect its drive"):
                write(replace(story, headline="Neu"))
        assert [path.name for path in disk.iterdir()] == ["away"]
        away.rename(place)
        assert desk.writing.save(replace(story, headline="Neu")).article.version == 2

"""The real program as a process of its own, on a library and in folders of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.desk import open_desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # some of it draws, and needs no screen for that
ROOT = Path(__file__).parents[2]
WIRE = """Veröffentlichungsdatum: 19.11.2026 11:25 / Region

{headline}

{text}"""
SENTENCE = "Der Gemeinderat von Wendelsbrück hat am Donnerstag über den neuen Hafen beraten. "


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Give the environment of a program that leaves the user's own folders alone."""
    home = tmp_path / "home"
    home.mkdir()
    given = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "NEWSROOM_LOG": str(home / "log"),
        "NEWSROOM_LANG": "en",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**os.environ, **given}


@pytest.fixture
def newsroom(own, tmp_path):
    """Run the program; whatever it meets, it shows no traceback and blames nothing on us."""

    def run(*arguments):
        command = [sys.executable, "-m", "newsroom", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stdout + done.stderr
        assert done.returncode != 1, done.stderr + Path(own["NEWSROOM_LOG"]).read_text(encoding="utf-8")
        return done

    return run


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """A library with one story, made once and copied where a test asks for it."""
    place = tmp_path_factory.mktemp("shelf") / "library.newsroom"
    with open_desk(place) as desk:
        desk.writing.save(story(desk))
    return place


@pytest.fixture
def library(shelf, tmp_path):
    """A library with one story."""
    return shutil.copy(shelf, tmp_path / "library.newsroom")


def story(desk, headline="Der Hafen bleibt ohne Kran", sentences=3):
    from newsroom.domain.body import paragraphs

    return desk.writing.new(headline=headline, body=paragraphs([SENTENCE * sentences]))


@pytest.fixture
def wires(tmp_path):
    """Write wire stories into a folder and give it."""

    def write(count, sentences=3, folder="wires"):
        place = tmp_path / folder
        place.mkdir()
        for number in range(count):
            text = WIRE.format(headline=f"Der Hafen {number} von {count}", text=SENTENCE * sentences)
            (place / f"{number:03}.txt").write_text(text, encoding="utf-8")
        return place

    return write


@contextmanager
def _mounted(place, size):
    options = f"size={size}"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no small disk can be mounted: that takes root and a system that allows it")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def disk(tmp_path):
    """A real file system of two megabytes."""
    if shutil.which("mount") is None or not hasattr(os, "geteuid"):
        pytest.skip("no small disk can be mounted: there is no mount here")
    place = tmp_path / "disk"
    place.mkdir()
    with _mounted(place, "2m") as mounted:
        yield mounted

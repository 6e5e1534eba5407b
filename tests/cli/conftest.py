from __future__ import annotations

import json
import shutil

import pytest

from newsroom import translation
from newsroom.cli import run
from newsroom.desk import open_desk

WIRE = """Veröffentlichungsdatum: 19.11.2026 11:25 / {section}

{headline}

Der Gemeinderat von Wendelsbrück hat am Donnerstag über den neuen Hafen beraten und nichts entschieden.

Die nächste Sitzung findet im Januar statt, wie die Verwaltung am Abend mitteilte."""


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    """Keep each test from the user's own library and log, and leave the language as it was."""
    monkeypatch.setenv("NEWSROOM_LIBRARY", str(tmp_path / "library.newsroom"))
    monkeypatch.setenv("NEWSROOM_LOG", str(tmp_path / "log" / "newsroom.log"))
    monkeypatch.setenv("NEWSROOM_LANG", "en")
    monkeypatch.setenv("NEWSROOM_AS", "")
    before = translation.language()
    yield
    translation.use(before)


@pytest.fixture
def call(capsys):
    """Runs the command line and gives its exit code, its answer and what it told beside it."""

    def do(*arguments):
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return do


@pytest.fixture
def ask(call):
    """Runs a command with --json and gives its exit code and its answer."""

    def do(*arguments):
        code, out, err = call(*arguments, "--json")
        assert not err, err
        return code, json.loads(out)

    return do


@pytest.fixture
def wire(tmp_path):
    """Writes a wire story into a file and gives its path."""

    def write(headline, name="story.txt", section="Region"):
        path = tmp_path / "wire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WIRE.format(headline=headline, section=section), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """A library with one wire story, made once and copied where a test asks for it."""
    place = tmp_path_factory.mktemp("shelf") / "library.newsroom"
    path = place.with_name("story.txt")
    headline = "Der Hafen von Wendelsbrück bleibt vorerst ohne Kran"
    path.write_text(WIRE.format(headline=headline, section="Region"), encoding="utf-8")
    with open_desk(place) as desk:
        (one,) = desk.intake.read([path]).imported
    return place, one.id


@pytest.fixture
def story(shelf, tmp_path):
    """The number of a story that the library of the test holds."""
    shutil.copy(shelf[0], tmp_path / "library.newsroom")
    return shelf[1]

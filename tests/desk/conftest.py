from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from newsroom.desk import open_desk
from newsroom.domain.person import Person, Role

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

WIRE = """Veröffentlichungsdatum: 19.11.2026 11:25 / Region

{headline}

Der Gemeinderat von Wendelsbrück hat am Donnerstag über den neuen Hafen beraten und nichts entschieden.

Die nächste Sitzung findet im Januar statt, wie die Verwaltung am Abend mitteilte."""


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """A fresh library, made once and copied for each test."""
    place = tmp_path_factory.mktemp("blank") / "library.newsroom"
    open_desk(place).close()
    return place


@pytest.fixture(scope="session")
def staffed(tmp_path_factory, blank):
    """A library that knows a journalist, an editor and a chief, made once and copied for each test."""
    place = shutil.copy(blank, tmp_path_factory.mktemp("staffed") / "library.newsroom")
    with open_desk(place) as opened:
        opened.people.add("Malin Torbeck", Role.JOURNALIST)
        opened.people.add("Jelto Wiarda", Role.EDITOR)
        opened.people.add("Ragna Hollmann", Role.CHIEF)
    return place


@pytest.fixture
def desk(tmp_path, request):
    known = "staffed" if "newsroom" in request.fixturenames else "blank"
    shutil.copy(request.getfixturevalue(known), tmp_path / "library.newsroom")
    with open_desk(tmp_path / "library.newsroom", "Malin Torbeck", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def newsroom(desk):
    """A desk at which a journalist sits, in a library that knows an editor and a chief too."""
    return desk.with_person(desk.library.house.person("Malin Torbeck") or Person("nobody"))


@pytest.fixture
def wire(tmp_path):
    """Writes a wire story into a file and gives its path."""

    def write(headline, name="story.txt", folder=tmp_path):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WIRE.format(headline=headline), encoding="utf-8")
        return path

    return write

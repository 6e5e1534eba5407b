"""The real program on a real library in a temporary folder, driven by keys and mouse."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from newsroom import translation
from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs

WHEN = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
STORIES = (
    (
        "Die Fähre nach Lindholm fährt wieder",
        "Region",
        ("Nach elf Wochen legt das Schiff wieder ab.", "Der Hafen ist froh."),
    ),
    ("Rat beschließt den Haushalt für zwei Jahre", "Politik", ("Der Rat tagte bis in die Nacht.",)),
    ("Ruderclub gewinnt das letzte Rennen", "Sport", ("Neun Boote lagen am Start.",)),
)


def pytest_runtest_logfinish():
    """Take what a test leaves behind once nothing holds it any longer, while no other thread is at work.

    A window and its parts hold each other. What stays, such as modules, is not looked through again: it is most
    of what there is, and would take a fifth of the time of all tests.
    """
    if not gc.isenabled():
        return
    gc.collect()
    gc.freeze()


@pytest.fixture
def place(tmp_path):
    return tmp_path / "stories.newsroom"


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory):
    """A library with three stories, made once and copied for each test."""
    place = tmp_path_factory.mktemp("filled") / "stories.newsroom"
    with open_desk(place) as desk:
        for number, (headline, section, words) in enumerate(STORIES):
            story = desk.writing.new(
                headline=headline,
                section=section,
                body=paragraphs(words),
                publish_time=WHEN.replace(day=4 + number),
                authors=(Byline("Imke Sanders"),),
            )
            desk.writing.save(story)
    return place


@pytest.fixture
def filled(place, filled_once):
    """The library with three stories, for one test."""
    return Path(copy(filled_once, place))


@pytest.fixture
def start(qapp, qtbot, tmp_path, monkeypatch):
    """Give a function that starts the program on a library and waits for its list."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from newsroom.gui.application import Program, options
    from newsroom.gui.kept import Kept
    from newsroom.gui.theme import type as faces

    monkeypatch.setenv("LANG", "C")
    monkeypatch.setattr(gc, "freeze", lambda: None)  # the window is to go again
    started = []

    def begin(library, *arguments):
        faces.register_first()
        chosen = options(["--library", str(library), "--lang", "en", *arguments])
        program = Program(qapp, Kept(tmp_path / "window.ini"), chosen)
        started.append(program)
        program.show()
        from newsroom.gui.browser.story_list_model import Loading

        def ready():
            return program.wiring is not None and program.window.stories.model.loading is Loading.SHOWN

        qtbot.waitUntil(ready)
        return program

    yield begin
    _end(started)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    translation.use("en")


def _end(started):
    """Close programs and hold none of them any longer; the application would keep them."""
    while started:
        program = started.pop(0)
        program.window.close()
        program.end()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def program(start, filled):
    return start(filled)


@pytest.fixture
def visit(qtbot):
    """Give a function that opens a story by its card with the mouse, and gives the story's number."""
    from PySide6.QtCore import Qt

    from newsroom.gui.browser.story_list_model import card_of

    def go(program, headline):
        stories = program.window.stories
        story = next(card.id for card in map(card_of, stories.model.items) if card.headline == headline)
        at = stories.cards.visualRect(stories.model.index(stories.model.row_of(story))).center()
        qtbot.mouseClick(stories.cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == story)
        return story

    return go

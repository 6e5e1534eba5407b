"""A newsroom's desk: stories in every state, an editor at the window, and a mouse that carries cards."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State
from newsroom.gui.desk_views import BOARD, DeskViews

HEADLINES = ("Fähre fährt wieder", "Rat beschließt Haushalt", "Ruderclub gewinnt", "Museum zieht um")
AUTHOR = "Imke Sanders"
EDITOR = "Jelto Wiarda"


@pytest.fixture(scope="session")
def soon():
    """A morning some days ahead, so that nothing is late and all is due on one day."""
    return datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=2)


@pytest.fixture(scope="session")
def staffed_once(tmp_path_factory, soon):
    """A library with four stories of a journalist, three of them for review."""
    place = tmp_path_factory.mktemp("staffed") / "stories.newsroom"
    with open_desk(place) as desk:
        desk.people.add(AUTHOR, Role.JOURNALIST)
        desk.people.add(EDITOR, Role.EDITOR)
        author = desk.with_person(Person(AUTHOR))
        ids = [author.writing.save(_story(author, number, soon)).article.id for number in range(4)]
        author.moving.to_state(ids[:3], State.FOR_REVIEW)
    return place


def _story(desk, number, soon):
    headline = HEADLINES[number]
    return desk.writing.new(
        headline=headline,
        section="Region",
        authors=(Byline(AUTHOR),),
        publish_time=soon + timedelta(hours=number),
        body=paragraphs([f"{headline}. Das wurde am Abend bekannt, und alle waren dabei."]),
    )


@pytest.fixture
def staffed(place, staffed_once):
    """The library, for one test."""
    return Path(shutil.copy(staffed_once, place))


@pytest.fixture
def newsroom(start, staffed):
    """The program with an editor at it."""
    program = start(staffed, "--as", EDITOR)
    program.window.resize(1440, 900)
    program.window.activateWindow()
    return program


@pytest.fixture
def views(newsroom):
    return newsroom.wiring.feature(DeskViews)


@pytest.fixture
def board(views, qtbot):
    """The board, shown by its key."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: views.shown == BOARD)
    qtbot.waitUntil(lambda: views.board.settled)
    return views.board


def column(board, state):
    return next(one for one in board.columns if one.state is state)


def titles(board, state):
    return [card.headline for card in column(board, state).list.stories.items]


def card_at(board, state, headline):
    """Give the middle of a card, in its list."""
    cards = column(board, state).list
    row = titles(board, state).index(headline)
    return cards.visualRect(cards.stories.index(row)).center()


def drag(source, start, *stops, release=True, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press on a widget, move over places on the screen, and let go at the last."""
    QTest.mousePress(source, Qt.MouseButton.LeftButton, modifiers, start)
    here = source.mapToGlobal(start)
    for stop in (here + QPoint(14, 6), *stops):
        move(source, stop)
    if release:
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, modifiers, source.mapFromGlobal(stops[-1]))


def move(source, where):
    at = QPointF(source.mapFromGlobal(where))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at,
        QPointF(where),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(source, event)


def middle(widget):
    return widget.mapToGlobal(widget.rect().center())

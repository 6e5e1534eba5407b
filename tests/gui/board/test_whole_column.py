"""All of a column is chosen at once, also what is not loaded, and moved, counted and left as one choice."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State
from newsroom.gui.desk_views import DeskViews
from tests.gui.board.conftest import AUTHOR, EDITOR, card_at, column, drag, middle

Key, Mod = Qt.Key, Qt.KeyboardModifier
MANY = 130
"""More than one page of a column."""


@pytest.fixture(scope="module")
def many_once(tmp_path_factory):
    """A library of more stories for review than a column loads at once, none of which has a time."""
    place = tmp_path_factory.mktemp("many") / "stories.newsroom"
    with open_desk(place) as desk:
        desk.people.add(AUTHOR, Role.JOURNALIST)
        desk.people.add(EDITOR, Role.EDITOR)
        author = desk.with_person(Person(AUTHOR))
        stories = (
            (author.writing.new(headline=f"Meldung {n}", body=paragraphs([f"Es war der Tag {n}."])), f"k{n}")
            for n in range(MANY)
        )
        desk.library.stories.add_many(stories, Person(AUTHOR))
        author.moving.to_state(desk.library.lists.ids(), State.FOR_REVIEW)
    return place


@pytest.fixture
def many(place, many_once):
    """The library of many stories, for one test."""
    return Path(copy(many_once, place))


@pytest.fixture
def crowded(start, many):
    """The program with an editor at it."""
    program = start(many, "--as", EDITOR)
    program.window.resize(1440, 900)
    program.window.activateWindow()
    return program


@pytest.fixture
def board(crowded, qtbot):
    crowded.window.actions_["view-board"].trigger()
    views = crowded.wiring.feature(DeskViews)
    qtbot.waitUntil(lambda: views.board is not None and views.board.settled)
    return views.board


@pytest.fixture
def review(board):
    cards = column(board, State.FOR_REVIEW).list
    cards.setFocus()
    assert len(cards.stories.items) < MANY
    return cards


def counted(program):
    return program.desk.library.lists.counts().states


@pytest.mark.long
def test_all_of_a_column_is_chosen_and_moved_with_a_key_and_taken_back(crowded, board, review, qtbot):
    QTest.keyClick(review, Key.Key_A, Mod.ControlModifier)
    QTest.keyClick(review, Key.Key_Right, Mod.ControlModifier)  # before it is known which stories those are
    qtbot.waitUntil(lambda: counted(crowded).get(State.APPROVED) == MANY, timeout=20_000)
    qtbot.waitUntil(lambda: board.line.words.text() == f"{MANY} stories are now: Approved.")
    qtbot.waitUntil(lambda: len(board.selected_ids()) == MANY)  # where they arrived
    QTest.keyClick(column(board, State.APPROVED).list, Key.Key_Z, Mod.ControlModifier)
    qtbot.waitUntil(lambda: counted(crowded).get(State.FOR_REVIEW) == MANY, timeout=20_000)


def test_the_head_says_how_many_are_chosen_and_one_may_be_taken_out(board, review, qtbot):
    keys = board.head.hint.text()
    QTest.keyClick(review, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: board.head.hint.text() == f"All {MANY} stories of this column")
    at = card_at(board, State.FOR_REVIEW, review.stories.items[0].headline)
    QTest.mouseClick(review.viewport(), Qt.MouseButton.LeftButton, Mod.ControlModifier, at)
    assert board.head.hint.text() == f"{MANY - 1} stories chosen"
    assert len(board.selected_ids()) == MANY - 1
    QTest.keyClick(review, Key.Key_Escape)
    assert len(board.selected_ids()) == 1
    assert board.head.hint.text() == keys
    assert board.isVisible()


def test_a_whole_column_stays_chosen_while_others_change_it(crowded, board, review, qtbot):
    QTest.keyClick(review, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(board.selected_ids()) == MANY)
    gone = board.selected_ids()[-1]
    changed = crowded.desk.moving.to_state([gone], State.APPROVED).changes
    crowded.wiring.apply(changed)
    qtbot.waitUntil(lambda: len(board.selected_ids()) == MANY - 1)
    assert gone not in board.selected_ids()


@pytest.mark.long
def test_a_whole_column_is_carried_by_one_of_its_cards(crowded, board, review, qtbot):
    QTest.keyClick(review, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(board.selected_ids()) == MANY)
    at = card_at(board, State.FOR_REVIEW, review.stories.items[1].headline)
    to = middle(column(board, State.APPROVED))
    drag(review.viewport(), at, to, release=False)
    assert board.carrying.shown.what.text() == f"{MANY} stories"
    QTest.mouseRelease(review.viewport(), Qt.MouseButton.LeftButton, pos=review.viewport().mapFromGlobal(to))
    qtbot.waitUntil(lambda: counted(crowded).get(State.APPROVED) == MANY, timeout=20_000)


def test_of_a_search_the_whole_column_is_what_was_found(crowded, board, review, qtbot):
    crowded.window.top.search.setText("Meldung -12")
    found = column(board, State.FOR_REVIEW).count
    qtbot.waitUntil(lambda: board.settled and found.text() == f"{len(review.stories.items)}+")
    review.setFocus()
    QTest.keyClick(review, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(board.selected_ids()) == MANY - 1)


@pytest.mark.long
def test_the_whole_tray_of_the_calendar_gets_an_hour(crowded, qtbot):
    crowded.window.actions_["view-calendar"].trigger()
    views = crowded.wiring.feature(DeskViews)
    qtbot.waitUntil(lambda: views.calendar is not None and views.calendar.settled)
    cards = views.calendar.tray.list
    qtbot.waitUntil(lambda: len(cards.stories.items) > 0)
    cards.setFocus()
    QTest.keyClick(cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: views.calendar.tray.title.text() == f"All {MANY} stories of this column")
    QTest.keyClick(cards, Key.Key_Left, Mod.ControlModifier)
    qtbot.waitUntil(lambda: crowded.desk.library.agenda.untimed_ids() == (), timeout=20_000)

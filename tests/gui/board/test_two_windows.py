"""Two windows on one library of a server: what one does stands in lists, board and counts of the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State
from newsroom.gui.bulk.feature import Bulk
from newsroom.gui.desk_views import BOARD, CALENDAR, TABLE, DeskViews
from tests.gui.board.conftest import AUTHOR, EDITOR, HEADLINES, card_at, column, titles

FERRY, RAT, CLUB, MUSEUM = HEADLINES
LONG = 20_000
Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def shared(postgres):
    """The address of a library with four stories, three of them for review."""
    address, soon = postgres.library(), datetime.now(UTC) + timedelta(days=2)
    with open_desk(address) as desk:
        for name, role in ((AUTHOR, Role.JOURNALIST), (EDITOR, Role.EDITOR)):
            desk.people.add(name, role)
        author = desk.with_person(Person(AUTHOR))
        ids = [
            author.writing.save(
                author.writing.new(
                    headline=headline,
                    section="Region",
                    authors=(Byline(AUTHOR),),
                    publish_time=soon + timedelta(minutes=number),
                    body=paragraphs([f"{headline}. Das wurde am Abend bekannt, und alle waren dabei."]),
                )
            ).article.id
            for number, headline in enumerate(HEADLINES)
        ]
        author.moving.to_state(ids[:3], State.FOR_REVIEW)
    yield address
    postgres.drop(address)


@pytest.fixture
def windows(start, shared):
    return start(shared, "--as", EDITOR), start(shared, "--as", AUTHOR)


def show(program, view, qtbot):
    views = program.wiring.feature(DeskViews)
    program.window.actions_[view].trigger()
    qtbot.waitUntil(lambda: views.shown == view, timeout=LONG)
    if view == BOARD:  # a card chosen before the last column is filled is chosen no more afterwards
        qtbot.waitUntil(lambda: views.board.settled, timeout=LONG)
    return views


def counts(program):
    return {place.key: place.count for place in program.window.sidebar.places()}


def listed(program):
    return {card.headline: card.state for card in program.window.stories.model.items}


def test_a_card_pushed_on_one_board_moves_on_the_other_and_in_list_and_counts(windows, qtbot):
    first, second = windows
    here = show(first, BOARD, qtbot).board
    there = show(second, BOARD, qtbot).board
    for board in (here, there):
        qtbot.waitUntil(lambda board=board: RAT in titles(board, State.FOR_REVIEW), timeout=LONG)
    cards = column(here, State.FOR_REVIEW).list
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, card_at(here, State.FOR_REVIEW, RAT)
    )
    qtbot.keyClick(cards, Key.Key_Right, Mod.ControlModifier)
    qtbot.waitUntil(lambda: RAT not in titles(here, State.FOR_REVIEW), timeout=LONG)
    qtbot.waitUntil(lambda: any(RAT in titles(here, one.state) for one in here.columns), timeout=LONG)
    target = next(one.state for one in here.columns if RAT in titles(here, one.state))
    qtbot.waitUntil(lambda: RAT in titles(there, target), timeout=LONG)
    assert RAT not in titles(there, State.FOR_REVIEW)
    qtbot.waitUntil(lambda: counts(second)[target.value] == 1, timeout=LONG)
    qtbot.waitUntil(lambda: column(there, State.FOR_REVIEW).count.text() == "2", timeout=LONG)
    second.window.actions_["view-list"].trigger()
    qtbot.waitUntil(lambda: listed(second)[RAT] is target, timeout=LONG)


def test_a_change_of_many_in_one_list_stands_in_the_columns_the_calendar_and_the_counts_of_the_other(
    windows, qtbot
):
    first, second = windows
    table = show(second, TABLE, qtbot).table
    qtbot.waitUntil(lambda: table.model.rowCount() == 4, timeout=LONG)
    stories, bulk = first.window.stories, first.wiring.feature(Bulk)
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == 4, timeout=LONG)
    qtbot.mouseClick(bulk.bar.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.rowCount() == 0, timeout=LONG)
    qtbot.waitUntil(lambda: (counts(second)["all"], counts(second)["trash"]) == (0, 4), timeout=LONG)
    calendar = show(second, CALENDAR, qtbot).calendar
    qtbot.waitUntil(lambda: bool(first.window.notice._ways), timeout=LONG)
    qtbot.mouseClick(first.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts(second)["all"] == 4, timeout=LONG)
    show(second, TABLE, qtbot)
    qtbot.waitUntil(lambda: table.model.rowCount() == 4, timeout=LONG)
    assert calendar is not None


def test_the_story_that_the_other_window_edits_is_left_alone_and_its_editor_named(windows, visit, qtbot):
    first, second = windows
    visit(second, MUSEUM)
    qtbot.waitUntil(lambda: second.wiring.company.holding._held, timeout=LONG)
    stories, bulk = first.window.stories, first.wiring.feature(Bulk)
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == 4, timeout=LONG)
    qtbot.mouseClick(bulk.bar.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: f"{AUTHOR} is editing “{MUSEUM}”" in first.window.notice.words.text(), timeout=LONG
    )
    qtbot.waitUntil(lambda: list(listed(second)) == [MUSEUM], timeout=LONG)
    assert QApplication.activePopupWidget() is None

"""A void approval and due second eyes, seen at once over the story, on its card and in the sidebar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.domain.workflow import Transition
from newsroom.gui.desk_views import DeskViews
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import EYES, Standings
from tests.gui.review.conftest import AUTHOR, CHIEF, EDITOR

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_at(start, house, place, visit, qtbot):
    """Give a function that sits somebody down with a story open."""

    def at(story, name=EDITOR):
        program = start(place, "--as", name)
        visit(program, story.headline)
        return program, program.wiring.feature(Standings)

    return at


@pytest.fixture
def alone(house, story):
    """The story, published alone by the duty editor."""
    return house[CHIEF].approval.move(story, Transition.PUBLISH_ALONE, "Eilmeldung").article


def test_a_void_approval_stands_over_the_story_and_one_click_shows_what_changed(open_at, changed, qtbot):
    program, standings = open_at(changed)
    qtbot.waitUntil(standings.bar.isVisible)
    assert EDITOR in standings.bar.words.text()
    assert "version 2" in standings.bar.words.text()
    QTest.mouseClick(standings.bar.way, LEFT)
    reviews = program.wiring.feature(Reviews)
    qtbot.waitUntil(lambda: reviews.shown and reviews.view.sheet.differences == 2)


def test_its_card_bears_a_mark_in_list_and_board(open_at, changed, qtbot):
    program, standings = open_at(changed)
    card = program.window.stories.model.items[0]
    program.window.stories.cards.viewport().grab()
    qtbot.waitUntil(lambda: standings.marked.of(card) is not None)
    assert standings.marked.of(card).words == "Approval void"
    views = program.wiring.feature(DeskViews)
    program.window.actions_["view-board"].trigger()
    qtbot.waitUntil(lambda: views.board is not None and views.board.isVisible())
    assert views.board.grab().toImage() is not None
    assert standings.marked.of(card).colour == "bad"


def test_typing_into_an_approved_story_says_at_once_that_its_approval_ends(open_at, house, story, qtbot):
    approved = house[EDITOR].approval.move(story, Transition.APPROVE).article
    program, standings = open_at(approved, AUTHOR)
    assert not standings.bar.isVisible()
    program.wiring.editor.headline.setFocus()
    QTest.keyClicks(program.wiring.editor.headline, "Neu: ")
    qtbot.waitUntil(standings.bar.isVisible)
    assert "void as soon as it is saved" in standings.bar.words.text()


def test_nothing_is_said_of_a_story_that_was_never_approved(open_at, story, qtbot):
    _program, standings = open_at(story)
    qtbot.waitUntil(lambda: standings._typed.waiting() is False)
    assert not standings.bar.isVisible()


def test_second_eyes_are_listed_with_the_time_left_until_they_looked(open_at, alone, house, qtbot):
    program, standings = open_at(alone)
    qtbot.waitUntil(lambda: bool(standings.marked.due))
    rows = [place for place in program.window.sidebar.places() if place.key == EYES]
    assert [row.count for row in rows] == [1]
    assert standings.marked.of(program.window.stories.model.items[0]).words.startswith("Second eyes: ")
    program.window.actions_[EYES].trigger()
    dialog = standings.dialog
    assert dialog.table.item(0, 1).text() == CHIEF
    assert dialog.table.item(0, 2).text().endswith("min")
    QTest.mouseClick(dialog.look, LEFT)
    reviews = program.wiring.feature(Reviews)
    qtbot.waitUntil(lambda: reviews.shown)
    QTest.mouseClick(reviews.view.head.look, LEFT)
    qtbot.waitUntil(lambda: not standings.marked.due)
    assert not [place for place in program.window.sidebar.places() if place.key == EYES]
    assert house[AUTHOR].library.approvals.due() == ()

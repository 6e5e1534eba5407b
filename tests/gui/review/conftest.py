"""A library in which an editor reviews what a journalist wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.dialogs.question import Question
from newsroom.gui.review.checklist import CheckLine
from newsroom.gui.review.feature import Reviews

AUTHOR, EDITOR, CHIEF = "Imke Sanders", "Klara Lorenz", "Ragna Hollmann"
HEADLINE = "Fähre nach Lindholm sieht neue Chance auf Fahrgäste"
BEFORE = ("Die Fähre legt am Mittwoch wieder ab.", "Der Hafen ist sehr froh.", "Neun Boote lagen am Kai.")
AFTER = ("Die Fähre legt am Donnerstag wieder ab. Das sagte der Kapitän.", "Der Hafen ist froh.", BEFORE[2])
LEFT, Key, CONTROL = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ControlModifier


def click(widget):
    QTest.mouseClick(widget, LEFT)


def answer(qtbot, window, words=""):
    """Answer the question that stands in the window, with a reason where one is asked for."""

    def asked():
        return [one for one in window.findChildren(Question) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    question = asked()[0]
    if words:
        QTest.keyClicks(question.reason, words)
    click(question.yes)
    qtbot.waitUntil(lambda: not asked())


def state_of(house, story):
    return house[AUTHOR].library.stories.article(story.id).state


def lines(view):
    return view.side.checklist.findChildren(CheckLine)


def body(words):
    return paragraphs(list(words))


@pytest.fixture
def house(place):
    """A library with an author, an editor and a duty editor, and a submitted story; gives a desk for each."""
    with open_desk(place, AUTHOR) as desk:
        for name, role in ((CHIEF, Role.CHIEF), (EDITOR, Role.EDITOR), (AUTHOR, Role.JOURNALIST)):
            desk.people.add(name, role)
        known = {name: desk.with_person(desk.library.house.person(name)) for name in (AUTHOR, EDITOR, CHIEF)}
        yield known


@pytest.fixture
def story(house):
    desk = house[AUTHOR]
    new = desk.writing.new(
        headline=HEADLINE, section="Region", body=body(BEFORE), authors=(Byline(AUTHOR),), lead=()
    )
    return desk.approval.move(new, Transition.SUBMIT).article


@pytest.fixture
def changed(house, story):
    """The story, approved, then changed by its author, so that its approval is void."""
    approved = house[EDITOR].approval.move(story, Transition.APPROVE).article
    return house[AUTHOR].writing.save(replace(approved, body=body(AFTER))).article


@pytest.fixture
def sit(start, house, place, qtbot):
    """Give a function that sits somebody down at a window with a story in review, and gives both."""

    def at(story, name=EDITOR, *more):
        program = start(place, "--as", name, *more)
        reviews = program.wiring.feature(Reviews)
        reviews.open(story.id)
        qtbot.waitUntil(lambda: reviews.shown and not reviews.view.sheet.busy)
        return program, reviews

    return at

"""A newsroom of three people, one of whom sits at the window."""

from __future__ import annotations

import pytest

from newsroom.desk import open_desk
from newsroom.domain.person import Role
from newsroom.gui.desk_views import EDITIONS, NOTICES, PLAN, DeskViews

PEOPLE = (
    ("Ragna Hollmann", Role.CHIEF, "rh"),
    ("Jelto Wiarda", Role.JOURNALIST, "jw"),
    ("Imke Sanders", Role.EDITOR, "is"),
)


@pytest.fixture
def house(filled, monkeypatch):
    with open_desk(filled, "Ragna Hollmann") as desk:
        for one in PEOPLE:
            desk.people.add(*one)
    monkeypatch.setenv("NEWSROOM_AS", "Ragna Hollmann")
    return filled


@pytest.fixture
def program(start, house):
    return start(house)


@pytest.fixture
def jelto(house):
    """Another window's desk, at which a journalist sits."""
    with open_desk(house, "Jelto Wiarda") as desk:
        yield desk


@pytest.fixture
def views(program):
    return program.wiring.feature(DeskViews)


@pytest.fixture
def show(program, views, qtbot):
    """Goes to a view by its action, and gives it once it is filled."""

    def go(name):
        program.window.actions_[name].trigger()
        made = {PLAN: "plan", EDITIONS: "editions", NOTICES: "notices"}[name]
        qtbot.waitUntil(lambda: getattr(views, made) is not None and getattr(views, made).settled)
        return getattr(views, made)

    return go

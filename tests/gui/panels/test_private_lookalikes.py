"""A colleague's draft that is like the open story: why, whose and in which state it is, and no way into it."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from newsroom.domain.lookalike import LikenessKind, Lookalike
from newsroom.domain.workflow import State
from newsroom.gui.panels.lookalikes import LookalikeCard


@pytest.fixture
def card(qtbot):
    like = Lookalike(1, "u", "", 100, LikenessKind.EQUAL, state=State.DRAFT, authors="Dirk Maß", private=True)
    made = LookalikeCard(like, "Europe/Berlin")
    qtbot.addWidget(made)
    return made


def test_reason_owner_and_state_are_told_and_no_more(card):
    said = [one.text() for one in card.findChildren(QLabel)]
    assert said == ["Same headline", "A draft of Dirk Maß", "Draft"]


def test_it_can_be_said_to_be_another_and_nothing_opens_it(card):
    assert [one.text() for one in card.findChildren(QPushButton)] == ["Not a duplicate"]

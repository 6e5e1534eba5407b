"""Filters as chips above the list, one truth with the search field; and headings in the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from newsroom.domain.listing import Sort
from newsroom.gui.chips.feature import Chips
from newsroom.gui.theme.tokens import CARD_HEIGHT


@pytest.fixture
def chips(program):
    return program.wiring.feature(Chips)


def shown(chips):
    return [(chip.title, chip.value) for chip in chips.bar.chips]


def pick(qtbot, button, *path):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = top = QApplication.activePopupWidget()
    for words in path[:-1]:
        menu = next(entry for entry in menu.actions() if entry.text() == words).menu()
    next(entry for entry in menu.actions() if entry.text() == path[-1]).trigger()
    top.close()


def test_what_is_typed_as_a_field_stands_as_a_chip(program, chips, qtbot):
    qtbot.keyClicks(program.window.top.search, "section:Sport state:draft rennen ")
    assert shown(chips) == [("Section", "Sport"), ("State", "Draft")]
    qtbot.waitUntil(lambda: len(program.window.stories.model.items) == 1)


def test_a_chip_is_taken_out_by_its_cross_and_the_last_one_by_backspace(program, chips, qtbot):
    field = program.window.top.search
    qtbot.keyClicks(field, "section:Sport state:draft rennen ")
    qtbot.mouseClick(chips.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert shown(chips) == [("State", "Draft")]
    assert field.text().split() == ["state:draft", "rennen"]
    cards = program.window.stories.cards
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Backspace)
    assert shown(chips) == []
    assert field.text().strip() == "rennen"


def test_a_filter_is_added_from_the_menu_and_searched_at_once(program, chips, qtbot):
    pick(qtbot, chips.bar.more, "Section", "Politik")
    assert shown(chips) == [("Section", "Politik")]
    qtbot.waitUntil(lambda: len(program.window.stories.model.items) == 1)
    pick(qtbot, chips.bar.more, "State", "Published")
    assert shown(chips) == [("Section", "Politik"), ("State", "Published")]
    qtbot.waitUntil(lambda: not program.window.stories.model.items)


def test_headings_stand_over_the_first_story_of_each_day_or_section(program, qtbot):
    stories = program.window.stories
    heights = lambda: [stories.cards.visualRect(stories.model.index(row)).height() for row in range(3)]  # noqa: E731 - asked again and again
    assert set(heights()) == {CARD_HEIGHT}
    stories.grouped.setChecked(True)
    assert all(height > CARD_HEIGHT for height in heights())
    stories.sorted.emit(Sort.SECTION)
    qtbot.waitUntil(lambda: stories._delegate.heading(stories.model.index(0)) == "Politik")
    stories.grouped.setChecked(False)
    assert set(heights()) == {CARD_HEIGHT}

"""The list in columns, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from newsroom.domain.listing import Heading
from newsroom.gui.desk_views import LIST, DeskViews
from newsroom.gui.table.model import HEADINGS

Key = Qt.Key
FERRY, BUDGET, ROWERS = (
    "Die Fähre nach Lindholm fährt wieder",
    "Rat beschließt den Haushalt für zwei Jahre",
    "Ruderclub gewinnt das letzte Rennen",
)


@pytest.fixture
def views(program):
    return program.wiring.feature(DeskViews)


@pytest.fixture
def table(program, views, qtbot):
    program.window.actions_["view-table"].trigger()
    qtbot.waitUntil(lambda: views.table is not None and bool(views.table.model.items))
    return views.table


def headlines(table):
    return [item.headline for item in table.model.items]


def press_head(table, heading, qtbot, button=Qt.MouseButton.LeftButton):
    head = table.rows.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(HEADINGS.index(heading)) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), button, pos=at)


def test_a_press_on_a_head_sorts_and_a_second_one_the_other_way_round(table, qtbot):
    assert headlines(table) == [ROWERS, BUDGET, FERRY]
    press_head(table, Heading.HEADLINE, qtbot)
    qtbot.waitUntil(lambda: headlines(table) == [FERRY, BUDGET, ROWERS])
    press_head(table, Heading.HEADLINE, qtbot)
    qtbot.waitUntil(lambda: headlines(table) == [ROWERS, BUDGET, FERRY])
    press_head(table, Heading.SECTION, qtbot)
    qtbot.waitUntil(lambda: headlines(table) == [BUDGET, FERRY, ROWERS])


def test_headlines_get_the_room_that_is_left_until_somebody_arranges_the_columns(program, table, qtbot):
    head, place = table.rows.horizontalHeader(), HEADINGS.index(Heading.HEADLINE)
    program.window.resize(1440, 900)
    qtbot.waitUntil(lambda: 0 <= table.rows.viewport().width() - head.length() < 20)
    wide = head.sectionSize(place)
    program.window.resize(1700, 900)
    qtbot.waitUntil(lambda: head.sectionSize(place) > wide)
    head.resizeSection(place, 400)
    program.window.resize(1440, 900)
    assert head.sectionSize(place) == 400


def test_columns_are_chosen_and_remembered_with_their_order(program, table, views, qtbot):
    head = table.rows.horizontalHeader()
    genre = HEADINGS.index(Heading.GENRE)
    assert head.isSectionHidden(genre)
    head.customContextMenuRequested.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    next(entry for entry in menu.actions() if entry.text() == "Genre").trigger()
    menu.close()
    assert not head.isSectionHidden(genre)
    press_head(table, Heading.HEADLINE, qtbot)
    from newsroom.gui.table.view import Table

    again = Table(views._room, views._dress)
    qtbot.addWidget(again)
    assert not again.rows.horizontalHeader().isSectionHidden(genre)
    assert again.order.by is Heading.HEADLINE


def test_return_opens_the_story_and_leads_back_to_the_list(program, table, views, qtbot):
    table.rows.setFocus()
    table.rows.selectRow(1)
    qtbot.keyClick(table.rows, Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "headline", "") == BUDGET)
    assert views.shown == LIST


def test_a_place_and_a_search_narrow_the_columns_too(program, table, qtbot):
    sidebar = program.window.sidebar
    sidebar.choose("section:Sport")
    qtbot.waitUntil(lambda: headlines(table) == [ROWERS])
    qtbot.keyClicks(program.window.top.search, "haushalt ")
    qtbot.waitUntil(
        lambda: [item.card.headline for item in table.model.items if hasattr(item, "card")] == [BUDGET]
    )
    assert not table.rows.horizontalHeader().isSortIndicatorShown()
    assert table.hint.text() != ""


def test_several_stories_are_chosen_at_once(table, qtbot):
    table.rows.setFocus()
    qtbot.keyClick(table.rows, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected_ids()) == 3


def test_all_of_a_column_list_get_a_section_at_once_and_back(program, table, qtbot):
    table.rows.setFocus()
    assert not table.bulk.bar.isVisible()
    qtbot.keyClick(table.rows, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.bulk.bar.isVisible()
    assert table.bulk.bar.words.text() == "All 3 stories of this list"
    assert "3 stories" in table.title.text()
    qtbot.mouseClick(table.bulk.bar.section, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(entry for entry in menu.actions() if entry.text() == "Sport").trigger()
    menu.close()
    counts = program.desk.library.lists.counts
    qtbot.waitUntil(lambda: counts().sections["Sport"] == 3)
    qtbot.waitUntil(lambda: bool(program.window.notice._ways))
    qtbot.mouseClick(program.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts().sections["Sport"] == 1)
    qtbot.keyClick(table.rows, Key.Key_Escape)
    assert not table.bulk.bar.isVisible()

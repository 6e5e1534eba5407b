"""A list far longer than what is loaded of it: entered anywhere by mouse and keys, and chosen from."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.listing import Sort
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.desk_views import DeskViews

Key, Mod = Qt.Key, Qt.KeyboardModifier
MANY = 1_300
FIRST = datetime(2026, 1, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def long_library(tmp_path_factory):
    """A library of many drafts, an hour apart; the newest is number 1299."""
    made = tmp_path_factory.mktemp("long") / "long.newsroom"
    with open_desk(made) as desk:
        stories = (
            desk.writing.new(
                headline=f"Meldung {number}",
                body=paragraphs(["Am Hafen."]),
                publish_time=FIRST + timedelta(hours=number),
            )
            for number in range(MANY)
        )
        desk.library.stories.add_many(((story, "") for story in stories), desk.person)
    return made


@pytest.fixture
def program(start, long_library, tmp_path):
    return start(copy(long_library, tmp_path / "long.newsroom"))


def number_at(stories, row):
    item = stories.model.item(row)
    return int(getattr(item, "card", item).headline.split()[1]) if item else None


def in_sight(view, model):
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    rows = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
    return rows if first >= 0 and all(model.item(row) for row in rows) else None


def drag(bar, share, qtbot):
    """Drag a scroll bar's handle to a share of its way, as a hand does."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    way = QPoint(0, int((bar.height() - handle.height()) * share))
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle.center())
    for part in (4, 2, 1):
        qtbot.mouseMove(bar, handle.center() + way / part)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=handle.center() + way)


def test_the_scroll_bar_leads_anywhere_without_what_is_between(program, qtbot):
    stories = program.window.stories
    assert stories.model.rowCount() == MANY
    for order, number_of in ((Sort.NEWEST, lambda row: MANY - 1 - row), (Sort.OLDEST, lambda row: row)):
        stories.sorted.emit(order)
        qtbot.waitUntil(lambda: stories.model.loading is Loading.SHOWN)
        assert number_at(stories, 0) == number_of(0)
        stories.cards.verticalScrollBar().setValue(0)
        drag(stories.cards.verticalScrollBar(), 0.7, qtbot)
        qtbot.waitUntil(lambda: bool(in_sight(stories.cards, stories.model)))
        rows = in_sight(stories.cards, stories.model)
        assert MANY * 0.6 < rows[0] < MANY * 0.8
        assert [number_at(stories, row) for row in rows] == [number_of(row) for row in rows]
        assert len(stories.model.items) < MANY


def test_end_and_home_open_the_last_and_the_first_story(program, qtbot):
    stories, session = program.window.stories, program.wiring.session
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_End)
    qtbot.waitUntil(lambda: getattr(session.article, "headline", "") == "Meldung 0")
    qtbot.keyClick(stories.cards, Key.Key_Home)
    qtbot.waitUntil(lambda: getattr(session.article, "headline", "") == f"Meldung {MANY - 1}")


def test_what_is_looked_at_stays_where_it_is_when_another_window_adds_a_story(program, qtbot):
    stories = program.window.stories
    stories.cards.verticalScrollBar().setValue(stories.cards.verticalScrollBar().maximum() // 2)
    qtbot.waitUntil(lambda: bool(in_sight(stories.cards, stories.model)))
    top, hidden = stories.cards.top()
    seen = number_at(stories, top)
    with open_desk(program.desk.library.location) as other:
        other.writing.save(other.writing.new(headline="Meldung 9999", publish_time=FIRST.replace(year=2027)))
    qtbot.waitUntil(lambda: stories.model.rowCount() == MANY + 1)
    assert stories.cards.top() == (top + 1, hidden)
    qtbot.waitUntil(lambda: number_at(stories, top + 1) == seen)


def test_rows_that_come_into_sight_while_the_list_is_loaded_anew_are_loaded_then(program, qtbot):
    stories, held = program.window.stories, threading.Event()
    listing = stories.model.listing
    stories.model.listing = replace(listing, count=lambda most: held.wait(5) and listing.count(most))
    stories.model.refresh()
    stories.cards.verticalScrollBar().setValue(stories.cards.verticalScrollBar().maximum() // 2)
    program.window.repaint()
    qtbot.waitUntil(lambda: not stories.model._soon.isActive() and bool(stories.model._wanted))
    held.set()
    qtbot.waitUntil(lambda: bool(in_sight(stories.cards, stories.model)))


def test_stories_that_were_never_loaded_are_chosen_with_shift(program, qtbot):
    stories = program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_Home)
    qtbot.keyClick(stories.cards, Key.Key_End, Mod.ShiftModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY)
    qtbot.keyClick(stories.cards, Key.Key_Up, Mod.ShiftModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY - 1)
    qtbot.keyClick(stories.cards, Key.Key_Escape)
    assert len(stories.chosen_ids()) == 1


def test_all_stay_chosen_while_others_add_stories_and_these_are_not(program, qtbot):
    stories = program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY)
    with open_desk(program.desk.library.location) as other:
        new = other.writing.save(
            other.writing.new(headline="Meldung 9999", publish_time=FIRST.replace(year=2027))
        )
    qtbot.waitUntil(lambda: stories.model.rowCount() == MANY + 1)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY)
    assert new.article.id not in set(stories.chosen_ids())
    marks = stories.cards.selectionModel()
    assert not marks.isRowSelected(0, stories.model.index(-1))
    assert marks.isRowSelected(1, stories.model.index(-1))
    assert marks.isRowSelected(MANY // 2, stories.model.index(-1))


def test_one_of_all_that_are_chosen_is_left_out_and_taken_in_again(program, qtbot):
    stories = program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY)
    at = stories.cards.visualRect(stories.model.index(1)).center()
    one = stories.model.item(1).id
    for left in (True, False):
        qtbot.mouseClick(stories.cards.viewport(), Qt.MouseButton.LeftButton, Mod.ControlModifier, at)
        assert len(stories.chosen_ids()) == MANY - left
        assert (one in stories.chosen_ids()) is not left
        assert not stories.choice.whole


def test_a_search_is_counted_and_entered_anywhere_too(program, qtbot):
    stories = program.window.stories
    qtbot.keyClicks(program.window.top.search, "hafen")
    qtbot.waitUntil(lambda: stories.title.text() == "Found: 1,300")
    drag(stories.cards.verticalScrollBar(), 0.5, qtbot)
    qtbot.waitUntil(lambda: bool(in_sight(stories.cards, stories.model)))
    row = in_sight(stories.cards, stories.model)[0]
    assert number_at(stories, row) == MANY - 1 - row
    assert len(stories.model.items) < MANY / 2


def test_headings_of_days_stand_far_down_too(program, qtbot):
    stories = program.window.stories
    stories.grouped.setChecked(True)
    stories.cards.verticalScrollBar().setValue(stories.cards.verticalScrollBar().maximum() // 2)
    qtbot.waitUntil(lambda: bool(in_sight(stories.cards, stories.model)))
    rows = range(in_sight(stories.cards, stories.model)[0], in_sight(stories.cards, stories.model)[0] + 48)
    heads = [row for row in rows if stories._delegate.heading(stories.model.index(row))]
    assert len(heads) == 2
    assert all(stories.cards.rowHeight(row) > stories.cards.rowHeight(row + 1) for row in heads)


def test_columns_are_entered_anywhere_and_chosen_whole(program, qtbot):
    views = program.wiring.feature(DeskViews)
    program.window.actions_["view-table"].trigger()
    qtbot.waitUntil(lambda: views.table is not None and views.table.model.rowCount() == MANY)
    table = views.table
    drag(table.rows.verticalScrollBar(), 0.6, qtbot)
    qtbot.waitUntil(lambda: bool(in_sight(table.rows, table.model)))
    row = in_sight(table.rows, table.model)[0]
    assert table.model.item(row).headline == f"Meldung {MANY - 1 - row}"
    table.rows.setFocus()
    qtbot.keyClick(table.rows, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(table.selected_ids()) == MANY)

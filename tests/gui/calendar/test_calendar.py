"""Stories are carried and nudged to other hours, in and out of the tray, and by the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.person import Person
from newsroom.domain.reader import is_approved
from newsroom.domain.timetable import Place, Row, later, moment, place_of
from newsroom.domain.workflow import State
from newsroom.gui.calendar.head import DAY, MONTH, WEEK
from newsroom.gui.desk_views import CALENDAR, LIST
from tests.gui.board.conftest import AUTHOR, HEADLINES, drag, middle

FERRY, RAT, CLUB, MUSEUM = HEADLINES
Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def calendar(newsroom, views, soon, qtbot):
    """The calendar of the week the stories are due in, shown by its key."""
    QTest.keyClick(QApplication.focusWidget(), Key.Key_3, Mod.AltModifier)
    qtbot.waitUntil(lambda: views.shown == CALENDAR)
    views.calendar.day = place_of(soon, newsroom.desk.zone).day
    views.calendar.show_span(WEEK)
    settle(views.calendar, qtbot)
    return views.calendar


def settle(calendar, qtbot):
    qtbot.waitUntil(lambda: calendar.settled)


def story_of(program, headline):
    ids = {card.headline: card.id for card in program.desk.lists.page().items}
    return program.desk.writing.open(ids[headline])


def block_at(calendar, story):
    """Give the middle of a story's block, brought into sight."""
    box = calendar.grid.box(calendar.grid.block_of(story))
    calendar.area.ensureVisible(box.center().x(), box.center().y(), 0, 120)
    return box.center()


def screen_at(calendar, when):
    """Give where a moment is on the screen, as taken hold of in the middle of a block."""
    column, top = calendar.grid.hours.spot_of(when)
    return calendar.grid.mapToGlobal(QPoint(calendar.grid.hours.column(column).center().x(), top))


def carry(calendar, program, headline, to, **options):
    story = story_of(program, headline)
    at = block_at(calendar, story.id)
    top = calendar.grid.block_of(story.id).spot.top
    drag(calendar.grid, at, screen_at(calendar, to) + QPoint(0, at.y() - top + 2), **options)
    return story.id


def test_an_approved_story_is_carried_to_another_hour_and_a_published_one_stays(newsroom, calendar, qtbot):
    desk = newsroom.desk
    story = story_of(newsroom, RAT)
    desk.moving.to_state([story.id], State.APPROVED)
    calendar.refresh()
    settle(calendar, qtbot)
    to = later(story.publish_time, desk.zone, minutes=75)
    carry(calendar, newsroom, RAT, to, release=False)
    assert calendar.carrying.shown.where.text().endswith(f"{to.astimezone(_zone(desk)):%H:%M}")
    QTest.mouseRelease(calendar.grid, Qt.MouseButton.LeftButton, Mod.NoModifier, release_at(calendar, to))
    qtbot.waitUntil(lambda: story_of(newsroom, RAT).publish_time == to)
    moved = story_of(newsroom, RAT)
    assert moved.state is State.APPROVED
    assert is_approved(moved)
    qtbot.waitUntil(calendar.line.isVisible)
    QTest.keyClick(calendar.grid, Key.Key_Z, Mod.ControlModifier)
    qtbot.waitUntil(lambda: story_of(newsroom, RAT).publish_time == story.publish_time)
    settle(calendar, qtbot)
    desk.moving.to_state([story.id], State.PUBLISHED)
    story = story_of(newsroom, RAT)
    assert story.publish_time < to, "what goes out by hand goes out now"
    calendar.refresh()
    settle(calendar, qtbot)
    carry(calendar, newsroom, RAT, to)
    assert calendar.line.words.text() == "A story in the state “Published” keeps its publish time."
    assert story_of(newsroom, RAT).publish_time == story.publish_time


def _zone(desk):
    from zoneinfo import ZoneInfo

    return ZoneInfo(desk.zone)


def release_at(calendar, when):
    column, top = calendar.grid.hours.spot_of(when)
    return QPoint(calendar.grid.hours.column(column).center().x(), top + 14)


def test_stories_go_from_the_tray_to_an_hour_and_back(newsroom, calendar, soon, qtbot):
    tray = calendar.tray.list
    story = story_of(newsroom, MUSEUM)
    at = block_at(calendar, story.id)
    drag(calendar.grid, at, middle(calendar.tray))
    qtbot.waitUntil(lambda: [card.headline for card in tray.stories.items] == [MUSEUM])
    assert story_of(newsroom, MUSEUM).publish_time is None
    to = soon + timedelta(minutes=150)
    block_at(calendar, story_of(newsroom, CLUB).id)
    start = tray.visualRect(tray.stories.index(0)).center()
    drag(tray.viewport(), start, screen_at(calendar, to) + QPoint(0, 2))
    qtbot.waitUntil(lambda: story_of(newsroom, MUSEUM).publish_time == to)
    qtbot.waitUntil(lambda: not tray.stories.items)


def test_keys_walk_and_nudge_and_ten_presses_are_one_change(newsroom, calendar, qtbot):
    grid = calendar.grid
    qtbot.waitUntil(lambda: grid.current != 0)
    story = story_of(newsroom, FERRY)
    assert grid.current == story.id  # the first that is due
    for _press in range(3):
        QTest.keyPress(grid, Key.Key_Down, Mod.ControlModifier)
    QTest.keyPress(grid, Key.Key_Up, Mod.ControlModifier | Mod.ShiftModifier)
    assert story_of(newsroom, FERRY).version == story.version
    QTest.keyRelease(grid, Key.Key_Control)
    qtbot.waitUntil(lambda: story_of(newsroom, FERRY).version == story.version + 1)
    assert story_of(newsroom, FERRY).publish_time == story.publish_time + timedelta(minutes=40)
    QTest.keyClick(grid, Key.Key_Down)
    assert grid.current == story_of(newsroom, RAT).id
    QTest.keyClick(grid, Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(newsroom.wiring.session.article, "headline", "") == RAT)
    assert newsroom.window.story.isVisible()


def test_a_month_counts_its_days_and_leads_to_one(newsroom, views, calendar, soon, qtbot):
    day = place_of(soon, newsroom.desk.zone).day
    calendar.show_span(MONTH)
    settle(calendar, qtbot)
    month = calendar.month
    assert month.count_of(day).all == len(HEADLINES)
    QTest.keyClick(month, Key.Key_PageDown)
    settle(calendar, qtbot)
    assert calendar.day.day == 1
    QTest.keyClick(month, Key.Key_PageUp)
    settle(calendar, qtbot)
    QTest.mouseClick(month, Qt.MouseButton.LeftButton, Mod.NoModifier, month.box(day).center())
    QTest.keyClick(month, Key.Key_Return)
    settle(calendar, qtbot)
    assert (calendar.span, calendar.days()) == (DAY, (day,))
    newsroom.window.top.search.setText("Haushalt")
    qtbot.waitUntil(lambda: [card.headline for card in calendar.grid.cards] == [RAT])
    QTest.keyClick(calendar.grid, Key.Key_Escape)
    assert views.shown == LIST


def test_hours_of_a_change_of_clocks(newsroom, calendar, qtbot):
    twice = (date(2027, 10, 31), Row(2, 1), datetime(2027, 10, 31, 1, tzinfo=UTC), "02:00 B")
    skipped = (date(2027, 3, 28), Row(2), None, "The clocks skip this hour")
    for day, row, expected, words in (twice, skipped):
        noon = moment(Place(day, Row(12), 0), newsroom.desk.zone)
        story = story_of(newsroom, MUSEUM).id
        newsroom.desk.with_person(Person(AUTHOR)).moving.to_hours({story: noon})
        calendar.show_day(day)
        settle(calendar, qtbot)
        drop = lift_to(calendar, story, row)
        assert calendar.carrying.shown.where.text().endswith(words)
        QTest.mouseRelease(calendar.grid, Qt.MouseButton.LeftButton, Mod.NoModifier, drop)
        qtbot.waitUntil(lambda: story_of(newsroom, MUSEUM).publish_time == (expected or noon))  # noqa: B023 - asked at once


def lift_to(calendar, story, row):
    """Lift a story and carry it over an hour, and give where in the grid the mouse is then."""
    grid = calendar.grid
    at = block_at(calendar, story)
    top = grid.hours.top(row, 0)
    calendar.area.verticalScrollBar().setValue(max(0, top - 100))
    drop = QPoint(grid.hours.column(0).center().x(), top + at.y() - grid.block_of(story).spot.top)
    drag(grid, at, grid.mapToGlobal(drop), release=False)
    return drop

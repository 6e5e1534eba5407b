from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from newsroom.domain.timetable import later, week_of
from newsroom.gui.calendar.hours import GUTTER, Hours
from newsroom.gui.calendar.titles import moment

BERLIN = "Europe/Berlin"
AUTUMN, SPRING = date(2026, 10, 25), date(2026, 3, 29)


def hours(day, width=1000):
    return Hours(week_of(day), BERLIN, day, width)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone is given beside
    st.integers(400, 3000),
)
def test_the_place_of_a_moment_leads_back_to_it(when, width):
    when = when.replace(minute=when.minute // 15 * 15, second=0, microsecond=0)
    grid = hours(when.date(), width)
    spot = grid.spot_of(when)
    if spot is not None:
        column, top = spot
        assert grid.at(QPoint(grid.column(column).center().x(), top), 15) == when


@given(st.integers(GUTTER, 999), st.integers(0, 24 * 56 - 1))
def test_every_point_of_an_ordinary_week_is_a_moment_on_a_step(x, y):
    when = hours(date(2026, 11, 23)).at(QPoint(x, y), 15)
    assert when is not None
    assert when.minute % 15 == 0


def test_columns_touch_and_fill_the_width():
    grid = hours(date(2026, 11, 23), 1003)
    boxes = [grid.column(number) for number in range(7)]
    assert boxes[0].left() == GUTTER
    assert all(one.right() + 1 == other.left() for one, other in pairwise(boxes))
    assert boxes[-1].right() == 1002


def test_the_hour_that_clocks_skip_takes_nothing():
    grid = hours(SPRING)
    sunday, hour = grid.column(6).center().x(), grid.hour
    assert grid.at(QPoint(sunday, 2 * hour + hour // 2), 15) is None
    saturday = grid.column(5).center().x()
    assert grid.at(QPoint(saturday, 2 * hour), 15) == datetime(2026, 3, 28, 1, tzinfo=UTC)


def test_an_hour_that_clocks_pass_twice_is_two_rows_of_that_day_alone():
    grid = hours(AUTUMN)
    hour, sunday, monday = grid.hour, grid.column(6).center().x(), grid.column(0).center().x()
    first, second = (grid.at(QPoint(sunday, row * hour), 15) for row in (2, 3))
    assert (first, second) == (datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
    assert grid.at(QPoint(monday, 3 * hour), 15) is None
    assert moment(first, BERLIN).endswith("02:00 A")
    assert moment(second, BERLIN).endswith("02:00 B")
    assert not moment(later(second, BERLIN, minutes=60), BERLIN).endswith("B")

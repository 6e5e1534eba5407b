from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.timetable import (
    HOURS,
    Place,
    Row,
    bounds,
    later,
    moment,
    month_of,
    place_of,
    rows,
    snapped,
    week_of,
)

BERLIN = "Europe/Berlin"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
ZONES = st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(MOMENTS, ZONES)
def test_every_moment_has_a_place_that_leads_back_to_it(when, zone):
    when = when.replace(second=0, microsecond=0)
    place = place_of(when, zone)
    assert moment(place, zone) == when
    assert place.row in rows((place.day,), zone)


@given(DAYS, ZONES)
def test_a_day_holds_each_of_its_minutes_once(day, zone):
    places = [Place(day, row, minute) for row in rows((day,), zone) for minute in range(60)]
    there = [when for place in places if (when := moment(place, zone))]
    start, end = bounds((day,), zone)
    assert there == [
        start + timedelta(minutes=number) for number in range((end - start) // timedelta(minutes=1))
    ]


def test_the_hour_that_is_skipped_has_a_row_without_moments():
    assert len(rows((SPRING,), BERLIN)) == HOURS
    assert moment(Place(SPRING, Row(2), 30), BERLIN) is None
    assert moment(Place(SPRING, Row(3), 0), BERLIN) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_the_hour_that_is_passed_twice_has_two_rows():
    assert rows((AUTUMN,), BERLIN)[2:4] == (Row(2), Row(2, 1))
    first, second = (moment(Place(AUTUMN, Row(2, fold), 30), BERLIN) for fold in (0, 1))
    assert second == first + timedelta(hours=1)
    assert moment(Place(AUTUMN + timedelta(days=1), Row(2, 1), 0), BERLIN) is None


def test_a_week_has_the_rows_of_all_its_days():
    assert len(rows(week_of(AUTUMN), BERLIN)) == HOURS + 1
    assert len(rows(week_of(date(2026, 11, 23)), BERLIN)) == HOURS


@pytest.mark.parametrize("day", [SPRING - timedelta(days=1), AUTUMN - timedelta(days=1), SPRING, AUTUMN])
def test_a_day_later_is_the_same_hour_of_the_clock(day):
    noon = moment(Place(day, Row(12), 20), BERLIN)
    assert place_of(later(noon, BERLIN, days=1), BERLIN) == Place(day + timedelta(days=1), Row(12), 20)


def test_a_day_later_in_the_hour_that_is_skipped_is_the_next_real_hour():
    start = moment(Place(SPRING - timedelta(days=1), Row(2), 30), BERLIN)
    assert place_of(later(start, BERLIN, days=1), BERLIN) == Place(SPRING, Row(3), 30)


def test_minutes_go_through_the_change_of_clocks():
    before = moment(Place(AUTUMN, Row(2), 45), BERLIN)
    assert place_of(later(before, BERLIN, minutes=15), BERLIN) == Place(AUTUMN, Row(2, 1), 0)


@given(MOMENTS, st.sampled_from([5, 15]))
def test_what_is_snapped_stands_on_a_step_and_is_near(when, step):
    near = snapped(when, step)
    assert (near.minute % step, near.second, near.microsecond) == (0, 0, 0)
    assert abs(near - when) <= timedelta(minutes=step) / 2


@given(DAYS)
def test_a_month_is_whole_weeks_that_hold_all_its_days(day):
    days = month_of(day)
    assert len(days) % 7 == 0
    assert days[0].weekday() == 0
    assert {one for one in days if one.month == day.month} >= {day, day.replace(day=1)}
    assert (days[-1] + timedelta(days=1)).month != day.month or days[-1].month != day.month

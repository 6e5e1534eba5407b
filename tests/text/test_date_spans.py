from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.date_spans import date_span, may_become_span

MONDAY = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


def days(text, now=MONDAY):
    span = date_span(text, "Europe/Berlin", now)
    return span and (f"{span.start:%Y-%m-%d}", f"{span.end:%Y-%m-%d}")


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("gestern", "2026-11-22", "2026-11-23"),
        ("today", "2026-11-23", "2026-11-24"),
        ("2026-03-01", "2026-03-01", "2026-03-02"),
        ("27.3.2025", "2025-03-27", "2025-03-28"),
        ("27.3.", "2026-03-27", "2026-03-28"),
        ("24.12.", "2025-12-24", "2025-12-25"),
        ("27.märz", "2026-03-27", "2026-03-28"),
        ("1.märz.2025", "2025-03-01", "2025-03-02"),
        ("montag", "2026-11-23", "2026-11-24"),
        ("Dienstag", "2026-11-17", "2026-11-18"),
        ("letzten-montag", "2026-11-16", "2026-11-17"),
        ("nächsten-dienstag", "2026-11-24", "2026-11-25"),
        ("letzter-woche", "2026-11-16", "2026-11-23"),
        ("this week", "2026-11-23", "2026-11-30"),
        ("letztes_wochenende", "2026-11-21", "2026-11-23"),
        ("last-month", "2026-10-01", "2026-11-01"),
        ("dieses-jahr", "2026-01-01", "2027-01-01"),
        ("märz-2025", "2025-03-01", "2025-04-01"),
        ("dezember", "2025-12-01", "2026-01-01"),
        ("2025-03", "2025-03-01", "2025-04-01"),
        ("3.2025", "2025-03-01", "2025-04-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("kw12", "2026-03-16", "2026-03-23"),
        ("kw-50", "2025-12-08", "2025-12-15"),
        ("2025-W12", "2025-03-17", "2025-03-24"),
        ("vor-3-tagen", "2026-11-20", "2026-11-21"),
        ("2 weeks ago", "2026-11-09", "2026-11-10"),
    ],
)
def test_a_stretch_of_time_is_understood(text, first, after):
    assert days(text) == (first, after)


@pytest.mark.parametrize(
    "text", ["", "foo", "99", "0000", "31.6.2025", "kw60", "13.2025", "hafen 2025", "1" * 50]
)
def test_what_names_no_time_is_none(text):
    assert days(text) is None


def test_an_hour_is_the_minute_it_names_and_lies_behind():
    span = date_span("14:30", "Europe/Berlin", MONDAY)
    assert f"{span.start:%d. %H:%M}" == "22. 14:30"
    assert (span.end - span.start).total_seconds() == 60


def test_a_day_begins_at_its_own_midnight_whatever_the_clocks_do():
    span = date_span("29.3.2026", "Europe/Berlin", MONDAY)
    assert (span.end.astimezone(UTC) - span.start.astimezone(UTC)).total_seconds() == 23 * 3600


@pytest.mark.parametrize("text", ["ge", "27.", "2025-", "letzte-w", "vor-3", "mon"])
def test_a_beginning_may_become_a_time(text):
    assert may_become_span(text)


def test_a_word_will_not_become_a_time():
    assert not may_become_span("hafen")


@given(st.text(), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001 - given a zone below
def test_a_span_is_never_empty_and_no_text_is_an_error(text, now):
    for word in (text, f"kw{text}", f"letzte-{text}"):
        span = date_span(word, "Europe/Berlin", now.replace(tzinfo=UTC))
        assert span is None or span.start < span.end

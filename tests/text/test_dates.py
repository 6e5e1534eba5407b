"""Dates as people write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsroom.text.dates import Guess, iso, parse, show, weekday_of

ZONE = "Europe/Berlin"
BASE = datetime(2025, 3, 26, 10, 0, tzinfo=ZoneInfo(ZONE))  # a Wednesday


def read(text, language="de", base=BASE):
    found = parse(text, ZONE, base, language)
    return found and (iso(found.when, ZONE)[:16], [guess.value for guess in found.guessed])


@pytest.mark.parametrize(
    "text",
    [
        "27.03.2025 11:25", "27.3.25 11.25 Uhr", "27. März 2025, 11.25 Uhr", "27.\u00a0März 2025 um 11:25 Uhr",
        "2025-03-27T11:25:00+01:00", "2025-03-27T10:25Z", "2025-03-27 11:25", "27.03.2025 / 11:25",
        "am Donnerstag, 27.03.2025, um 11.25 Uhr", "March 27, 2025 11:25 am", "Thursday, 27 March 2025, 11:25",
        "27th of March 2025 at 11:25", "morgen 11.25 Uhr", "Tomorrow 11:25 a.m.", "Donnerstag 11 Uhr 25",
        "27/03/2025 11:25", "morgen früh um 11.25 Uhr",
    ],
)  # fmt: skip
def test_one_moment_is_understood_in_many_forms(text):
    assert read(text) == ("2025-03-27T11:25", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute 14 Uhr", ("2025-03-26T14:00", [])),
        ("heute Abend 8 Uhr", ("2025-03-26T20:00", [])),
        ("heute Mittag", ("2025-03-26T12:00", [])),
        ("morgen 24 Uhr", ("2025-03-28T00:00", [])),
        ("tomorrow 2pm", ("2025-03-27T14:00", [])),
        ("12 a.m. tomorrow", ("2025-03-27T00:00", [])),
        ("Freitag 6 Uhr", ("2025-03-28T06:00", [])),
        ("Mittwoch 11 Uhr", ("2025-03-26T11:00", [])),
        ("Mittwoch 9 Uhr", ("2025-04-02T09:00", [])),
        ("letzten Freitag 9 Uhr", ("2025-03-21T09:00", [])),
        ("next Friday 6:30", ("2025-03-28T06:30", [])),
        ("in 2 Stunden", ("2025-03-26T12:00", [])),
        ("in zwei Stunden", ("2025-03-26T12:00", [])),
        ("in an hour", ("2025-03-26T11:00", [])),
        ("vor 3 Tagen", ("2025-03-23T10:00", [])),
        ("2 hours ago", ("2025-03-26T08:00", [])),
        ("jetzt", ("2025-03-26T10:00", [])),
        ("ab sofort", ("2025-03-26T10:00", [])),
        ("now", ("2025-03-26T10:00", [])),
        ("1. Jänner 2026 0 Uhr", ("2026-01-01T00:00", [])),
        ("übermorgen", ("2025-03-28T00:00", ["time"])),
        ("gestern", ("2025-03-25T00:00", ["time"])),
        ("3. Mai", ("2025-05-03T00:00", ["year", "time"])),
        ("2.1. 14 Uhr", ("2025-01-02T14:00", ["year"])),
        ("27.3. 08.30 Uhr", ("2025-03-27T08:30", ["year"])),
        ("14 Uhr", ("2025-03-26T14:00", ["day"])),
        ("8 Uhr", ("2025-03-27T08:00", ["day"])),
        ("Freitag, 27. März 2025, 8 Uhr", ("2025-03-27T08:00", ["weekday"])),
    ],
)
def test_what_is_left_open_is_guessed_and_told(text, expected):
    assert read(text) == expected


def test_slashes_are_read_the_american_way_for_americans_only():
    assert read("03/04/2025 8:00", "en-US") == ("2025-03-04T08:00", [])
    assert read("03/04/2025 8:00", "en-GB") == ("2025-04-03T08:00", [])


@pytest.mark.parametrize(
    "text",
    ["", "   ", "Unsinn", "27", "2025", "31.6.2025", "25.13.2025", "29.2.2025", "31. Juni", "25 Uhr", "14.75 Uhr", "13 pm",
     "heute Abend", "heute vielleicht", "27.03.2025 11:25 und 12:30", "in 99999 Wochen", "x" * 200, "0.0.0000"],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert read(text) is None


def test_an_unusual_form_is_read_with_a_warning():
    found = parse("27.03.2025, 11:25 MEZ", ZONE, BASE)
    assert found.guessed == (Guess.FORM,)
    assert iso(found.when, ZONE) == "2025-03-27T11:25:00+01:00"


def test_a_skipped_hour_is_told_and_moved_to_a_real_time():
    found = parse("30.03.2025 2:30", ZONE, BASE)
    assert (found.gap, found.doubled) == (True, False)
    assert iso(found.when, ZONE) == "2025-03-30T03:30:00+02:00"
    assert [str(note) for note in found.notes] == [
        "The clocks skip this time when they are put forward; the next real time is taken."
    ]


def test_a_doubled_hour_is_told_and_the_first_is_taken():
    found = parse("26.10.2025 2:30", ZONE, BASE)
    assert (found.gap, found.doubled) == (False, True)
    assert iso(found.when, ZONE) == "2025-10-26T02:30:00+02:00"
    assert len(found.notes) == 1


def test_an_offset_decides_within_the_doubled_hour():
    found = parse("2025-10-26T02:30:00+01:00", ZONE, BASE)
    assert not found.doubled
    assert iso(found.when, ZONE) == "2025-10-26T02:30:00+01:00"


def test_hours_pass_over_the_change_of_clocks_and_days_keep_their_hour():
    before = datetime(2025, 3, 29, 22, 0, tzinfo=ZoneInfo(ZONE))
    assert read("in 6 Stunden", base=before) == ("2025-03-30T05:00", [])
    assert read("in 1 Tag", base=before) == ("2025-03-30T22:00", [])


def test_the_base_is_seen_from_the_newsroom():
    late = datetime(2025, 3, 26, 23, 30, tzinfo=UTC)  # already the 27th in Berlin
    assert read("heute 14 Uhr", base=late) == ("2025-03-27T14:00", [])


def test_the_29th_of_february_finds_its_year():
    assert read("29. Februar 8 Uhr") == ("2024-02-29T08:00", ["year"])


@pytest.mark.parametrize(
    ("language", "style", "shown"),
    [
        ("de-AT", "short", "27.03.2025 11:25"),
        ("de", "long", "Donnerstag, 27. März 2025, 11:25 Uhr"),
        ("de", "day", "27.03.2025"),
        ("en-GB", "short", "27 Mar 2025 11:25"),
        ("en", "long", "Thursday, 27 March 2025, 11:25"),
        ("en", "day", "27 Mar 2025"),
    ],
)
def test_a_moment_is_shown_in_the_newsrooms_zone(language, style, shown):
    assert show(datetime(2025, 3, 27, 10, 25, tzinfo=UTC), ZONE, language, style) == shown


def test_weekdays_have_names():
    assert (weekday_of(BASE.date(), "de-CH"), weekday_of(BASE.date(), "en")) == ("Mittwoch", "Wednesday")


MINUTES = st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis wants its bounds naive
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(MINUTES, st.sampled_from(["de", "en"]), st.sampled_from(["short", "long"]))
def test_what_is_shown_is_understood_to_the_minute(when, language, style):
    shown = show(when, "Europe/Berlin", language, style)
    found = parse(shown, "Europe/Berlin", BASE, language)
    assume(not (found and found.doubled))  # the text does not say which of the two
    local = when.astimezone(ZoneInfo("Europe/Berlin"))
    assert found.when == local.replace(second=0)
    assert not found.guessed


@given(st.text(st.sampled_from("0123456789.:-/ aeghimnortuUhrMÄärz"), max_size=25))
def test_any_text_gives_a_date_with_zone_or_none(text):
    found = parse(text, ZONE, BASE)
    assert found is None or found.when.utcoffset() is not None

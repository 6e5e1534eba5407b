"""Scheduled stories go out at their hour: late ones are named, no change of clocks and no wrong clock fools anybody."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.desk import Desk
from newsroom.domain.body import paragraphs
from newsroom.domain.channel import Channel
from newsroom.domain.errors import ClockWrong, NotAllowed
from newsroom.domain.person import Person, Role
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import State, Transition
from newsroom.text import dates


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def clock(desk):
    return Clock(desk.clock())


@pytest.fixture
def house(desk, clock, tmp_path):
    """A house whose clock can be set, with a folder for the web."""
    (tmp_path / "web").mkdir()
    made = Desk(desk.library, desk.person, clock=clock)
    for room in (made.library.stories, made.library.releases, made.library.blocks):
        room._clock = clock
    plan = ChannelPlan(channel=Channel.WEB, folder=str(tmp_path / "web"), formats=("text",))
    made.publishing.put_plans([plan])
    return made


def scheduled(desk, headline, hour):
    draft = desk.writing.new(
        headline=headline, body=paragraphs(["Der Rat hat entschieden."]), publish_time=hour
    )
    story = desk.writing.save(draft).article
    for way in (Transition.SUBMIT, Transition.APPROVE, Transition.SCHEDULE):
        story = desk.approval.move(story, way).article
    return story


def test_what_is_due_goes_out_and_what_is_not_waits(house, clock, tmp_path):
    hour = clock.now + timedelta(hours=1)
    due, later = (
        scheduled(house, name, hour + wait)
        for name, wait in (("Hafen", timedelta()), ("Kran", timedelta(hours=1)))
    )
    assert house.publishing.schedule.due().out == ()
    clock.now = hour
    report = house.publishing.schedule.due()
    assert [(one.story, one.late) for one in report.out] == [(due.id, False)]
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["2026-11-20-hafen.txt"]
    assert house.writing.open(later.id).state is State.SCHEDULED
    assert house.publishing.schedule.due().out == ()


def test_late_ones_are_named_with_how_late(house, clock):
    story = scheduled(house, "Hafen", clock.now + timedelta(hours=1))
    clock.now += timedelta(hours=3)
    (late,) = house.publishing.schedule.due().late
    assert (late.story, late.headline, late.after) == (story.id, "Hafen", timedelta(hours=2))


def test_one_that_may_not_go_is_told_and_does_not_stop_the_rest(house, clock):
    held, free = (scheduled(house, name, clock.now + timedelta(hours=1)) for name in ("Hafen", "Kran"))
    house.library.stories.save(replace(held, embargo=clock.now + timedelta(hours=9)), house.person)
    clock.now += timedelta(hours=1)
    report = house.publishing.schedule.due()
    assert [one.id for one in report.refused] == [held.id]
    assert "Under embargo" in str(report.refused[0].message)
    assert [one.story for one in report.out] == [free.id]


def test_a_legal_block_keeps_a_scheduled_story_in(house, clock, tmp_path):
    story = scheduled(house, "Hafen", clock.now + timedelta(hours=1))
    house.blocking.set([story.id], "Unterlassung")
    clock.now += timedelta(hours=1)
    report = house.publishing.schedule.due()
    assert report.out == ()
    assert "legal block" in str(report.refused[0].message)
    assert list((tmp_path / "web").iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "expected", "said"),
    [
        ("29.03.2026 02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "skip"),
        ("25.10.2026 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "twice"),
    ],
)
def test_an_hour_that_is_missing_or_doubled_is_one_moment_and_said(house, clock, typed, expected, said):
    clock.now = expected - timedelta(days=1)
    parsed = dates.parse(typed, "Europe/Berlin", clock.now, "de")
    assert parsed.when.astimezone(UTC) == expected
    assert any(said in str(remark) for remark in parsed.notes)
    story = scheduled(house, "Hafen", parsed.when)
    clock.now = expected - timedelta(seconds=1)
    assert house.publishing.schedule.due().out == ()
    clock.now = expected
    assert [one.story for one in house.publishing.schedule.due().out] == [story.id]
    clock.now = expected + timedelta(hours=1)  # the hour comes again on the clock of the wall
    assert house.publishing.schedule.due().out == ()
    assert len(house.publishing.releases(story.id)) == 1


def test_a_clock_behind_the_last_change_publishes_nothing_and_says_what_to_do(house, clock):
    story = scheduled(house, "Hafen", clock.now + timedelta(hours=1))
    clock.now += timedelta(hours=2)
    house.writing.save(house.writing.new(headline="Kran", body=paragraphs(["Er steht."])))
    clock.now -= timedelta(minutes=30)
    with pytest.raises(ClockWrong, match=r"clock says .*, yet the library was changed at .*set the clock"):
        house.publishing.schedule.due()
    assert house.writing.open(story.id).state is State.SCHEDULED


def test_a_clock_apart_from_the_servers_publishes_nothing(house, clock, monkeypatch):
    for wrong in (timedelta(hours=1), -timedelta(hours=1)):
        monkeypatch.setattr(house.library, "server_time", lambda wrong=wrong: clock.now + wrong)
        with pytest.raises(ClockWrong, match="server says"):
            house.publishing.schedule.due()


def test_a_journalist_does_not_publish_what_is_due(house):
    with pytest.raises(NotAllowed, match="an editor or duty editor can"):
        house.with_person(Person("Malin Torbeck", Role.JOURNALIST)).publishing.schedule.due()


_DUE = """
import sys
from datetime import UTC, datetime, timedelta
from newsroom.desk import open_desk
clock = lambda: datetime.fromisoformat(sys.argv[2])
with open_desk(sys.argv[1], clock=clock) as desk:
    print(*(one.story for one in desk.publishing.schedule.due().out))
"""


@pytest.mark.long
def test_two_processes_at_once_publish_each_story_once(house, clock, tmp_path):
    stories = [scheduled(house, f"Hafen {number}", clock.now + timedelta(hours=1)).id for number in range(6)]
    then = (clock.now + timedelta(hours=1)).isoformat()
    command = [sys.executable, "-c", _DUE, str(tmp_path / "library.newsroom"), then]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [int(word) for one in both for word in one.communicate()[0].split()]
    assert sorted(told) == stories
    clock.now += timedelta(hours=1)
    assert house.publishing.schedule.due().out == ()
    assert [len(house.publishing.releases(story)) for story in stories] == [1] * 6
    assert len(list((tmp_path / "web").iterdir())) == 6

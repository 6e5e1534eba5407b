"""What happened to a story, told in few lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsroom.domain.listing import Entry, Revision
from newsroom.domain.timeline import said, timeline, told

BEGIN = datetime(2026, 3, 1, 8, tzinfo=UTC)


def of(*steps, gone=()):
    entries = [
        Entry(number, BEGIN + timedelta(hours=number), person, action, note, version, f"seal{number}")
        for number, (version, person, action, note) in enumerate(steps, 1)
    ]
    first = {one.version: one for one in reversed(entries)}
    revisions = [
        Revision(one.version, one.time, one.person, one.action, one.note, f"Kopf {one.version}")
        for one in first.values()
        if one.version not in gone
    ]
    return timeline(revisions, entries)


def test_saves_that_follow_each_other_are_one_event():
    events = of(
        (1, "rj", "saved", ""), (2, "rj", "saved", ""), (3, "kl", "saved", ""), (4, "kl", "approve", "")
    )
    assert [(one.action, one.person, one.first, one.last) for one in events] == [
        ("approve", "kl", 4, 4),
        ("saved", "kl", 3, 3),
        ("saved", "rj", 1, 2),
    ]
    assert events[-1].kept == (1, 2)
    assert events[-1].since < events[-1].time
    assert [told(one) for one in events] == ["Approved", "Saved", "Edited"]


def test_a_named_snapshot_stands_alone():
    events = of((1, "rj", "saved", ""), (2, "rj", "snapshot", "Vor Kürzung"), (3, "rj", "saved", ""))
    assert [(one.note, one.kept) for one in events] == [("", (3,)), ("Vor Kürzung", (2,)), ("", (1,))]


def test_what_left_no_version_is_told_too():
    events = of((1, "rj", "saved", ""), (1, "kl", "not-a-duplicate-of", "uid"))
    assert [(one.action, one.last, one.kept) for one in events] == [
        ("not-a-duplicate-of", 0, ()),
        ("saved", 1, (1,)),
    ]


def test_versions_that_were_thinned_are_told_and_not_offered():
    events = of((1, "rj", "saved", ""), (2, "rj", "saved", ""), (3, "rj", "saved", ""), gone=(2,))
    assert (events[0].first, events[0].last, events[0].kept) == (1, 3, (1, 3))


def test_an_action_of_another_program_says_itself():
    assert said("teleported") == "teleported"

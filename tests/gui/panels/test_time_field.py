"""The field for a time says what it understood, and what the change of clocks makes of it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from newsroom.gui.panels.time_field import TimeField


@pytest.fixture
def field(program, qtbot):
    made = TimeField(program.window.tasks, "Embargo")
    qtbot.addWidget(made)
    made.show_time(None, "Europe/Berlin")
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "understood", "said"),
    [
        ("28.03.2027 02:30", "03:30", "skip this time"),
        ("31.10.2027 02:30", "02:30", "twice"),
        ("30.10.2027 02:30", "02:30", ""),
    ],
)
def test_a_skipped_or_doubled_hour_is_said_beneath_the_field(field, qtbot, typed, understood, said):
    QTest.keyClicks(field.edit, typed)
    qtbot.waitUntil(lambda: understood in field.understood.text())
    assert said in field.understood.text()
    assert field.understood.property("tone") == ("warn" if said else "good")

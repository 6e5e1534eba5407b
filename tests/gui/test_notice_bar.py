"""What the notice bar says goes by itself where it only confirms, and stays where something is to be done."""

from __future__ import annotations

import pytest

from newsroom.gui.bars import notice_bar
from newsroom.gui.bars.notice_bar import NoticeBar


@pytest.fixture
def bar(program, qtbot, monkeypatch):
    monkeypatch.setattr(notice_bar, "PASSING", 30)
    made = NoticeBar(program.window.wardrobe.icons)
    made.move(300, 300)  # away from the mouse, which rests at the corner
    qtbot.addWidget(made)
    return made


def test_a_calm_confirmation_goes_by_itself(bar, qtbot):
    bar.say("calm", "Two places were replaced.")
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize(
    ("tone", "ways", "stays"),
    [("calm", (("Undo", print),), False), ("warn", (), False), ("bad", (), False), ("calm", (), True)],
)
def test_what_asks_for_something_or_holds_on_stays(bar, qtbot, tone, ways, stays):
    bar.say("calm", "Two places were replaced.")
    bar.say(tone, "Something is up.", ways, stays=stays)
    qtbot.wait(80)
    assert bar.isVisible()

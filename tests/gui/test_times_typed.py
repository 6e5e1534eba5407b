"""Times typed into the fields of a story count from the last key on, and what is no time bars the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.workflow import State, Transition
from tests.gui.conftest import STORIES

FERRY, BUDGET, _ROWERS = (headline for headline, _section, _words in STORIES)


@pytest.fixture
def embargo(program, visit):
    visit(program, FERRY)
    field = program.window.panel.publication.embargo
    field.edit.setFocus()
    return field


def test_an_embargo_holds_that_was_typed_a_moment_before_the_story_is_kept(program, embargo, qtbot):
    qtbot.keyClicks(embargo.edit, "tomorrow 6:00")
    program.window.actions_["save"].trigger()
    qtbot.waitUntil(lambda: not program.wiring.session.sending)
    kept = program.desk.library.stories.article(program.wiring.session.article.id)
    assert kept.embargo is not None
    assert kept.embargo.minute == 0


def test_an_embargo_typed_a_moment_before_another_story_is_opened_stays_with_its_own(
    program, embargo, visit, qtbot
):
    story = program.wiring.session.article.id
    qtbot.keyClicks(embargo.edit, "tomorrow 6:00")
    other = visit(program, BUDGET)
    desk = program.desk
    qtbot.waitUntil(lambda: desk.library.stories.article(story).embargo is not None)
    assert desk.library.stories.article(other).embargo is None
    assert (embargo.time(), embargo.edit.text()) == (None, "")


def test_a_story_goes_no_way_while_its_embargo_is_not_understood(program, embargo, qtbot):
    qtbot.keyClicks(embargo.edit, "tomorow sixish")
    qtbot.mouseClick(program.window.top.buttons[Transition.SUBMIT], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "“Embargo” is not understood" in program.window.notice.words.text())
    assert not program.wiring.session.sending
    assert program.wiring.session.article.state is State.DRAFT
    embargo.edit.selectAll()
    qtbot.keyClick(embargo.edit, Qt.Key.Key_Delete)
    qtbot.mouseClick(program.window.top.buttons[Transition.SUBMIT], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.wiring.session.article.state is State.FOR_REVIEW)

"""Views of the desk beside the list, reached from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.desk_views import DOUBLES, EDITIONS, NOTICES, PLAN, DeskViews


@pytest.mark.parametrize("view", [DOUBLES, PLAN, EDITIONS, NOTICES])
@pytest.mark.parametrize("cleared", [True, False])
def test_a_view_opened_right_after_a_search_was_typed_or_cleared_stays(program, qtbot, view, cleared):
    search, views = program.window.top.search, program.wiring.feature(DeskViews)
    browsing, model = program.wiring.browsing, program.window.stories.model
    if cleared:
        qtbot.keyClicks(search, "hafen")
        qtbot.waitUntil(lambda: browsing.words == "hafen" and model.loading is Loading.SHOWN)
        search.selectAll()
        qtbot.keyClick(search, Qt.Key.Key_Delete)
    else:
        qtbot.keyClicks(search, "hafen")
    program.window.actions_[view].trigger()
    qtbot.waitUntil(lambda: views.shown == view)
    qtbot.waitUntil(lambda: not search._pause.waiting())
    assert browsing.words == ("" if cleared else "hafen")
    assert views.shown == view

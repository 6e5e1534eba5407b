"""The story list by keys and mouse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from newsroom.domain.errors import LibraryAway
from newsroom.gui.desk_views import LIST, PLAN
from newsroom.gui.planning.plan_model import AUTHOR, DEADLINE, LENGTH, PICTURE, SECTION, STATE, TOPIC
from newsroom.gui.planning.print_dialog import PlanPrintDialog
from newsroom.translation import msg

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def plan(program, show, qtbot):
    program.window.activateWindow()
    view = show(PLAN)
    qtbot.waitUntil(view.table.hasFocus)
    return view


@pytest.fixture
def desk(program):
    return program.desk


def typed(qtbot, words, *keys):
    """Type into the cell that is being written, then press keys in it."""
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", lambda: "-")() == "")
    qtbot.keyClicks(QApplication.focusWidget(), words)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def listed(desk):
    return desk.library.plan.of_day(desk.plan.today())


def filled(plan, desk, qtbot, *names):
    for name in names:
        desk.plan.new(desk.plan.today(), {"topic": name, "author": "jw", "length": "40"})
    plan.refresh()
    qtbot.waitUntil(lambda: len(plan.model.planned()) == len(names))


def choose(plan, desk, place, column=TOPIC):
    plan.table.choose([listed(desk)[place].id], 0, column)


def press(plan, qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(plan.table, key, held)


def test_a_list_is_written_without_the_mouse(plan, desk, qtbot):
    press(plan, qtbot, Key.Key_Return)
    typed(qtbot, "Hafen wird tiefer", Key.Key_Tab)
    typed(qtbot, "X. Muster", Key.Key_Tab)
    typed(qtbot, "Xanten", Key.Key_Tab)
    typed(qtbot, "80", Key.Key_Tab)
    typed(qtbot, "15:30", Key.Key_Tab)
    typed(qtbot, "ja", Key.Key_Return)
    typed(qtbot, "Bus kommt nicht", Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed(desk)) == 2 and bool(listed(desk)[0].picture))
    first = listed(desk)[0]
    assert (first.topic, first.author, first.section) == ("Hafen wird tiefer", "X. Muster", "Xanten")
    assert first.length.amount == 80
    qtbot.waitUntil(lambda: plan.model.index(0, DEADLINE).data() == "15:30")
    typed(qtbot, "", Key.Key_Escape)
    qtbot.waitUntil(lambda: not plan.table.writing)
    assert [plan.model.index(0, column).data() for column in (AUTHOR, SECTION, LENGTH, STATE)] == [
        "X. Muster", "Xanten", "80 lines", "",
    ]  # fmt: skip


def test_a_line_goes_between_two_others_and_what_cannot_be_kept_is_said(plan, desk, qtbot):
    filled(plan, desk, qtbot, "a", "c")
    choose(plan, desk, 0)
    press(plan, qtbot, Key.Key_Return)
    typed(qtbot, "b", Key.Key_Return)
    typed(qtbot, "", Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.topic for one in listed(desk)] == ["a", "b", "c"])
    qtbot.waitUntil(lambda: plan.settled and len(plan.model.planned()) == 3)
    plan.table.write(0, DEADLINE)
    typed(qtbot, "bald", Key.Key_Return)
    qtbot.waitUntil(plan.line.isVisible)
    assert "is no time, such as" in plan.line.words.text()
    qtbot.waitUntil(lambda: plan.model.index(0, DEADLINE).data() == "")
    assert listed(desk)[0].deadline is None


def test_what_is_written_is_not_lost_to_others_who_write(plan, desk, jelto, qtbot):
    filled(plan, desk, qtbot, "a")
    plan.table.write(0, TOPIC)
    qtbot.keyClicks(QApplication.focusWidget(), "Anderes")
    jelto.plan.new(jelto.plan.today(), {"topic": "von Jelto"})
    plan.refresh()
    qtbot.waitUntil(lambda: plan._stale)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.topic for one in listed(desk)] == ["Anderes", "von Jelto"])
    qtbot.waitUntil(lambda: len(plan.model.planned()) == 2)


def test_order_picture_removal_and_undo_go_by_keys_and_topics_are_dragged(plan, desk, qtbot):
    filled(plan, desk, qtbot, "a", "b", "c")
    choose(plan, desk, 2)
    press(plan, qtbot, Key.Key_Up, CTRL)
    qtbot.waitUntil(lambda: [one.topic for one in listed(desk)] == ["a", "c", "b"])
    qtbot.waitUntil(lambda: [one.topic.topic for one in plan.table.chosen()] == ["c"])
    choose(plan, desk, 1, PICTURE)
    press(plan, qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: listed(desk)[1].picture)
    press(plan, qtbot, Key.Key_Delete)
    qtbot.waitUntil(lambda: plan.line.words.text() == "1 topic removed.")
    assert [one.topic for one in listed(desk)] == ["a", "b"]
    press(plan, qtbot, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [one.topic for one in listed(desk)] == ["a", "c", "b"])
    qtbot.waitUntil(lambda: plan.settled and len(plan.model.planned()) == 3)
    data = plan.model.mimeData([plan.model.index(2, 0)])
    plan.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, plan.model.index(-1, -1))
    qtbot.waitUntil(lambda: [one.topic for one in listed(desk)] == ["b", "a", "c"])


def test_a_topic_becomes_a_draft_that_opens_and_is_taken_back(program, plan, desk, views, qtbot):
    filled(plan, desk, qtbot, "Hafen")
    choose(plan, desk, 0)
    press(plan, qtbot, Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: plan.model.index(0, STATE).data() == "Draft")
    assert [button.text() for button in plan.line.buttons] == ["Undo", "Open the story"]
    press(plan, qtbot, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: plan.model.index(0, STATE).data() == "")
    press(plan, qtbot, Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: plan.model.index(0, STATE).data() == "Draft")
    press(plan, qtbot, Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "headline", "") == "Hafen")
    assert views.shown == LIST


def test_other_days_are_other_lists_and_one_that_cannot_be_had_is_tried_again(plan, desk, qtbot, monkeypatch):
    filled(plan, desk, qtbot, "heute")
    press(plan, qtbot, Key.Key_PageDown)
    qtbot.waitUntil(lambda: plan.settled and plan.model.planned() == [])
    assert plan.day == desk.plan.today() + timedelta(days=1)
    press(plan, qtbot, Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: len(plan.model.planned()) == 1)

    def away(_day):
        raise LibraryAway(msg("away"))

    ways = (plan.head.draft, plan.head.edition, plan.head.print, plan.head.export)
    assert all(way.isEnabled() for way in ways)
    monkeypatch.setattr(desk.plan, "of_day", away)
    plan.refresh()
    qtbot.waitUntil(plan.blank.isVisible)
    assert not any(way.isEnabled() for way in ways)
    monkeypatch.undo()
    qtbot.mouseClick(plan.blank.findChildren(type(plan.head.draft))[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(plan.table.isVisible)
    assert all(way.isEnabled() for way in ways)


def test_the_page_is_seen_before_it_is_printed_and_written_as_a_file(program, plan, desk, qtbot, tmp_path):
    filled(plan, desk, qtbot, "Hafen")
    plan.head.print.click()
    dialog = program.window.findChild(PlanPrintDialog)
    qtbot.waitUntil(lambda: len(dialog.sheets.pages) == 1)
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.save.click()
    qtbot.waitUntil(lambda: program.window.findChild(QFileDialog) is not None)
    program.window.findChild(QFileDialog).reject()
    plan.ways.send(str(tmp_path / "list.pdf"))
    qtbot.waitUntil((tmp_path / "list.pdf").exists)


def test_the_length_of_the_open_story_is_not_said_under_the_story_list(program, show, visit):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    status = program.window.status
    assert status.length.isVisible()
    show(PLAN)
    assert not status.length.isVisible()
    program.window.actions_["view-list"].trigger()
    assert status.length.isVisible()

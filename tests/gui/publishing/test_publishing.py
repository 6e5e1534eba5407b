"""Publishing in the window: channels, what went out, what is due, a legal block that bars copying, erasure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.channel import Channel
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import State, Transition
from newsroom.gui.dialogs.question import Question
from newsroom.gui.publishing.channels_dialog import ChannelsDialog
from newsroom.gui.publishing.erase_dialog import EraseDialog
from newsroom.gui.publishing.feature import PublishingFeature
from newsroom.gui.publishing.releases_dialog import ReleasesDialog


@pytest.fixture
def web(tmp_path):
    folder = tmp_path / "web"
    folder.mkdir()
    return folder


@pytest.fixture
def program(start, filled, qtbot, web):
    with open_desk(filled) as desk:
        desk.preferences.set_house({"four_eyes": False})
        desk.publishing.put_plans([ChannelPlan(channel=Channel.WEB, folder=str(web), formats=("text",))])
        story = desk.writing.open(1)
        for way in (Transition.SUBMIT, Transition.APPROVE):
            story = desk.approval.move(story, way).article
    program = start(filled)
    program.wiring.session.open(1)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    return program


def feature(program):
    return next(one for one in program.window.children() if isinstance(one, PublishingFeature))


def dialog(program, kind, qtbot):
    qtbot.waitUntil(
        lambda: any(isinstance(one, kind) and one.isVisible() for one in program.window.children())
    )
    return next(one for one in program.window.children() if isinstance(one, kind) and one.isVisible())


def test_what_is_due_goes_out_while_the_window_is_open(program, qtbot, web):
    part = feature(program)
    desk = part._room.desk
    hour = desk.clock() + timedelta(hours=1)
    desk.approval.move(desk.writing.open(1), Transition.SCHEDULE, at=hour)
    part.look()
    qtbot.waitUntil(lambda: not part._looking)
    assert list(web.iterdir()) == []
    desk.clock = lambda: hour + timedelta(hours=1)
    part.look()
    qtbot.waitUntil(lambda: "went out late" in program.window.notice.words.text())
    assert desk.writing.open(1).state is State.PUBLISHED
    assert len(list(web.iterdir())) == 1


def test_channels_are_set_in_a_dialog_that_says_what_is_wrong(program, qtbot, tmp_path):
    part = feature(program)
    part.show_channels()
    shown = dialog(program, ChannelsDialog, qtbot)
    form = shown.forms[1]
    form.folder.setText("pages")
    shown.yes.click()
    qtbot.waitUntil(lambda: "no format" in shown.wrong.text())
    form.folder.setText(str(tmp_path))
    form.formats["icml"].setChecked(True)
    shown.yes.click()
    qtbot.waitUntil(lambda: part._room.desk.publishing.plans()[1].folder == str(tmp_path))
    assert part._room.desk.publishing.plans()[0].formats == ("text",)


def test_what_went_out_is_listed_and_given_back(program, qtbot, web, tmp_path):
    part = feature(program)
    desk = part._room.desk
    desk.approval.move(desk.writing.open(1), Transition.PUBLISH)
    program.wiring.session.catch_up()
    part.show_releases()
    shown = dialog(program, ReleasesDialog, qtbot)
    assert shown.list.topLevelItemCount() == 1
    part.give_back(1, 1, str(tmp_path / "back"))
    qtbot.waitUntil(lambda: "The files are in" in program.window.notice.words.text())
    (file,) = (path for path in (tmp_path / "back").rglob("*") if path.is_file())
    assert file.read_bytes() == next(web.iterdir()).read_bytes()


def test_nothing_of_a_blocked_story_is_copied_by_keys_until_it_is_lifted(program, qtbot):
    part, editor = feature(program), program.wiring.session._editor
    part.ask_block()
    question = dialog(program, Question, qtbot)
    question.reason.setPlainText("Unterlassung 27 O 12/26")
    question.yes.click()
    qtbot.waitUntil(lambda: part.block is not None)
    assert "27 O 12/26" in part.bar.words.text()
    assert part.bar.isVisible()
    field, clipboard = editor.body_edit, QGuiApplication.clipboard()
    clipboard.setText("before")
    field.setFocus()
    field.selectAll()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Copy))
    assert "Schiff" not in clipboard.text()
    assert "a duty editor can lift the block" in program.window.notice.words.text()
    words = field.toPlainText()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Cut))
    assert (field.toPlainText(), "Schiff" in clipboard.text()) == (words, False)
    part.ask_block()
    question = dialog(program, Question, qtbot)
    question.reason.setPlainText("Vergleich")
    question.yes.click()
    qtbot.waitUntil(lambda: part.block is None and not field.sealed)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Copy))
    assert "Schiff" in clipboard.text()


def test_erasing_asks_for_reason_and_sign_and_the_story_is_gone(program, qtbot):
    part = feature(program)
    part.ask_erase()
    shown = dialog(program, EraseDialog, qtbot)
    assert not shown.yes.isEnabled()
    shown.reason.setPlainText("LG Lindholm, 27 O 12/26")
    assert not shown.yes.isEnabled()
    shown.sign.setText(shown.sign.placeholderText())
    assert shown.yes.isEnabled()
    shown.yes.click()
    qtbot.waitUntil(lambda: "Erased for good: 1." in program.window.notice.words.text())
    assert program.wiring.session.article is None
    qtbot.waitUntil(lambda: program.window.stories.model.rowCount() == 2)

"""By which channels a story goes out is asked, with what stands against each, and the last choice is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from newsroom.desk import open_desk
from newsroom.domain.channel import Channel
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import State, Transition
from newsroom.gui.publishing.publish_question import PublishQuestion

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folders(tmp_path):
    made = {channel: tmp_path / channel.value for channel in (Channel.WEB, Channel.PRINT)}
    for folder in made.values():
        folder.mkdir()
    return made


@pytest.fixture
def program(start, filled, qtbot, folders):
    """A window on two approved stories, the first of them open; the house has two channels."""
    with open_desk(filled) as desk:
        desk.preferences.set_house({"four_eyes": False})
        formats = {Channel.WEB: "text", Channel.PRINT: "icml"}
        desk.publishing.put_plans(
            [
                ChannelPlan(channel=one, folder=str(where), formats=(formats[one],))
                for one, where in folders.items()
            ]
        )
        for number in (1, 2):
            story = desk.writing.open(number)
            for way in (Transition.SUBMIT, Transition.APPROVE):
                story = desk.approval.move(story, way).article
    program = start(filled)
    opened(program, 1, qtbot)
    return program


def opened(program, number, qtbot):
    program.wiring.session.open(number)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == number)
    qtbot.waitUntil(lambda: Transition.PUBLISH in program.wiring.steps.ways)


def ask(program, qtbot):
    program.window.actions_[Transition.PUBLISH.value].trigger()

    def found():
        return [one for one in program.window.findChildren(PublishQuestion) if one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_story_goes_out_by_the_channels_that_are_chosen_and_the_choice_is_remembered(
    program, folders, qtbot
):
    question = ask(program, qtbot)
    assert question.chosen() == (Channel.WEB, Channel.PRINT)
    QTest.keyClick(question.channels[Channel.PRINT], Qt.Key.Key_Space)
    QTest.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: program.wiring.session.article.state is State.PUBLISHED)
    qtbot.waitUntil(lambda: len(names(folders[Channel.WEB])) == 1)
    assert names(folders[Channel.PRINT]) == []
    opened(program, 2, qtbot)
    again = ask(program, qtbot)
    assert again.chosen() == (Channel.WEB,)
    again.reject()


def test_nothing_goes_out_by_no_channel(program, qtbot):
    question = ask(program, qtbot)
    for box in question.channels.values():
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert question.chosen() == ()
    assert not question.yes.isEnabled()
    question.reject()


def test_what_stands_against_a_channel_is_said_beside_it(program, qtbot):
    desk = program.desk
    embargo = desk.clock() + timedelta(hours=2)
    story = desk.writing.open(1)
    desk.writing.save(replace(story, embargo=embargo, publish_time=embargo + timedelta(hours=1)))
    program.wiring.session.ask_anew()
    qtbot.waitUntil(lambda: program.wiring.session.article.embargo is not None)
    question = ask(program, qtbot)
    assert not question.channels[Channel.WEB].isEnabled()
    assert question.channels[Channel.PRINT].isEnabled()
    assert question.chosen() == (Channel.PRINT,)
    assert any("embargo" in one.text().lower() for one in question.findChildren(QLabel))
    question.reject()

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from newsroom.domain.errors import NotFound
from newsroom.gui.tasks import Tasks
from newsroom.gui.throttle import AfterPause
from newsroom.translation import msg


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_a_result_comes_back_on_the_threads_of_the_window(tasks, qtbot):
    heard = []
    tasks.read(threading.get_ident, lambda there: heard.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    there, here = heard[0]
    assert here == threading.get_ident()
    assert there != here


def test_a_failure_is_told(tasks, qtbot):
    heard = []

    def fail():
        raise NotFound(msg("gone"))

    tasks.read(fail, None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NotFound)


class Asker(QLabel):
    def answered(self, before, result):
        self.setText(f"{before} {result}")


@pytest.mark.parametrize("way", ["done", "failed"])
def test_who_was_closed_while_the_work_was_done_is_not_answered(tasks, qtbot, qapp, way):
    gate, asker, heard = threading.Event(), Asker(), []
    answer = partial(asker.answered, "heard")

    def work():
        gate.wait()
        if way == "failed":
            raise NotFound(msg("gone"))

    with qtbot.captureExceptions() as broken:
        tasks.write(work, answer, answer)
        asker.deleteLater()
        qtbot.waitUntil(lambda: not isValid(asker))
        gate.set()
        tasks.write(lambda: "after", heard.append)
        qtbot.waitUntil(lambda: heard == ["after"])
    assert not broken


def test_who_is_there_is_answered_with_what_was_put_before(tasks, qtbot):
    asker = Asker()
    qtbot.addWidget(asker)
    tasks.read(lambda: "work", partial(asker.answered, "after"))
    qtbot.waitUntil(lambda: asker.text() == "after work")


def test_what_was_cancelled_is_not_heard_of(tasks, qtbot):
    gate, heard = threading.Event(), []
    task = tasks.read(gate.wait, heard.append)
    task.cancel()
    gate.set()
    tasks.write(lambda: "after", heard.append)
    qtbot.waitUntil(lambda: heard == ["after"])


def test_what_was_stopped_still_says_what_it_did(tasks, qtbot):
    gate, heard = threading.Event(), []

    def work(task):
        task.progress(1, 2, "half")
        while not task.cancelled():
            gate.wait(0.01)
        return "half"

    task = tasks.long(work, heard.append, heard.append)
    with qtbot.waitSignal(task.progressed):
        pass
    task.stop()
    qtbot.waitUntil(lambda: heard == ["half"])


def test_writes_happen_one_after_another(tasks, qtbot):
    order = []
    for number in range(20):
        tasks.write(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_closing_waits_for_what_is_being_written(qapp):
    tasks, written = Tasks(), []
    for number in range(5):
        tasks.write(lambda number=number: written.append(number))
    tasks.close()
    assert written == list(range(5))


def test_many_requests_become_one_call(qapp, qtbot):
    from PySide6.QtCore import QObject

    calls, holder = [], QObject()
    pause = AfterPause(lambda: calls.append(1), 10, holder)
    for _number in range(5):
        pause.ask()
    qtbot.waitUntil(lambda: bool(calls))
    assert not pause.waiting()
    assert calls == [1]

"""Garbage is looked for in the window's own thread, whoever leaves it."""

from __future__ import annotations

import gc
import threading

import pytest


@pytest.fixture
def lookers():
    """The threads that looked for garbage."""
    found = set()

    def told(_phase, _info):
        found.add(threading.get_ident())

    gc.callbacks.append(told)
    yield found
    gc.callbacks.remove(told)


def leave_garbage():
    for _number in range(5000):
        ring = []
        ring.append(ring)


def test_garbage_of_another_thread_is_taken_by_the_window(program, qtbot, lookers):
    lookers.clear()
    worker = threading.Thread(target=leave_garbage)
    worker.start()
    worker.join()
    assert lookers == set()
    qtbot.waitUntil(lambda: bool(lookers))
    assert lookers == {threading.get_ident()}
    assert gc.get_count()[0] < 5000

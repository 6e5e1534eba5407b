from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject

from newsroom.gui.bit_by_bit import BitByBit


def steps(done, number, seconds=0.0):
    for one in range(number):
        end = monotonic() + seconds
        while monotonic() < end:
            pass
        done.append(one)
        yield


def test_what_is_short_is_done_at_once(qapp):
    holder, done = QObject(), []
    BitByBit(holder).begin(steps(done, 5))
    assert done == [0, 1, 2, 3, 4]


def test_what_is_long_leaves_turns_to_others(qapp, qtbot):
    holder, done = QObject(), []
    BitByBit(holder).begin(steps(done, 6, 0.01))
    assert 0 < len(done) < 6
    qtbot.waitUntil(lambda: len(done) == 6)


def test_what_is_begun_takes_the_place_of_what_was(qapp, qtbot):
    holder, former, latter = QObject(), [], []
    bits = BitByBit(holder)
    bits.begin(steps(former, 50, 0.01))
    bits.begin(steps(latter, 3))
    qtbot.wait(30)
    assert len(latter) == 3
    assert len(former) < 5

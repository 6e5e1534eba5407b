"""A key press in a story of ten thousand words, beside the same key in a bare QTextEdit."""

from __future__ import annotations

import os
import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, paragraphs, plain_text
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

WORDS = {"10k": 10_000, "100k": 100_000, "1M": 100_000}
PRESSES = 300


def run(size: str) -> list[Row]:
    """Measure typing, reading back and loading; processor time of this thread, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.text_edit import TextEdit

    application = QApplication.instance() or QApplication([])
    body = _story(WORDS[size])
    bare, holder = QTextEdit(), QWidget()
    ours = TextEdit(EditorLook(), "Text", holder)
    for edit in (bare, holder):
        edit.resize(640, 800)
        edit.show()
    ours.resize(640, 800)
    load_bare = _spent(lambda: bare.setPlainText(plain_text(body)))
    load_ours = _spent(lambda: ours.set_body(body))
    application.processEvents()
    pairs = [(_press(ours), _press(bare)) for _ in range(PRESSES)]
    typed, plain = ([pair[side] for pair in pairs] for side in (0, 1))
    reading = [_spent(lambda: (_press(ours), ours.body())) for _ in range(30)]
    return [
        Row("key press, median", median(typed), median(plain), "bare QTextEdit"),
        Row("key press, p99", _p99(typed), _p99(plain), "bare QTextEdit", "<= 2 x, <= 4 ms"),
        Row("key press and reading the story back", median(reading), median(plain), "bare key press"),
        Row("open the story", load_ours, load_bare, "bare setPlainText", "<= 2 x"),
    ]


def _story(words: int) -> Body:
    chance = random.Random(7)
    known = ["Hafen", "Insel", "Fähre", "Sturm", "Zeitung", "gestern", "weiter", "und", "die", "Menschen"]
    return paragraphs(" ".join(chance.choices(known, k=80)) + "." for _ in range(words // 80))


def _press(edit: QTextEdit) -> float:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    cursor = edit.textCursor()
    cursor.setPosition(edit.document().characterCount() // 2)
    edit.setTextCursor(cursor)
    return _spent(lambda: QTest.keyClick(edit, Qt.Key.Key_A))


def _spent(work: object) -> float:
    begin = time.thread_time()
    assert callable(work)
    work()
    return (time.thread_time() - begin) * 1000


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]

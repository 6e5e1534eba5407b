"""The whole window at work on one story, everything switched on, beside a bare QTextEdit in the same run."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from newsroom.domain.article import OrderedLength
from newsroom.domain.body import Body, paragraphs, plain_text
from newsroom.domain.inline import text
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QTextEdit

    from newsroom.gui.application import Program

WORDS = {"10k": (1_000, 10_000), "100k": (1_000, 10_000, 100_000), "1M": (1_000, 10_000, 100_000)}
PRESSES = 120
SAVES = 30
OPENS = 2
QUIET, LONGEST = 0.5, 8.0
"""So many seconds without work are the end of opening; after so many it is looked at no longer."""
BARE = "bare QTextEdit"


def run(size: str) -> list[Row]:
    """Measure typing, opening and autosave; processor time of the window's thread, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder, _window(application, Path(folder)) as program:
        bare = QTextEdit()
        bare.resize(640, 800)
        bare.show()
        for words in WORDS[size]:
            rows += _rows(application, program, bare, words)
    return rows


def _rows(application: QApplication, program: Program, bare: QTextEdit, words: int) -> list[Row]:
    body = _story(words)
    number, other = (_saved(program, body, f"{words} Wörter {turn}") for turn in ("erstens", "zweitens"))
    opening = [_open(application, program, (number, other)[turn % 2]) for turn in range(OPENS)]
    bare_opening = [_spent(application, lambda: bare.setPlainText(plain_text(body))) for _ in range(OPENS)]
    _rest(application, program)
    edit = _story_edit(program)
    pairs = [(_press(application, edit), _press(application, bare)) for _ in range(PRESSES)]
    typed, plain = ([pair[side] for pair in pairs] for side in (0, 1))
    saving = [_autosave(application, program) for _ in range(SAVES)]
    _rest(application, program)
    calm = [_press(application, edit, pause=True) for _ in range(SAVES)]
    at = f"{words:,} words: "
    return [
        Row(at + "key press, median", median(typed), median(plain), BARE, "<= 2 x"),
        Row(at + "key press, p99", _p99(typed), _p99(plain), BARE, "<= 2 x, <= 4 ms"),
        Row(
            at + "open, until it is seen",
            median(one for one, _longest in opening),
            median(bare_opening),
            BARE,
            "<= 2 x",
        ),
        Row(
            at + "open, longest turn of the window",
            max(longest for _one, longest in opening),
            goal="<= 100 ms",
        ),
        Row(at + "autosave, added to a key press, p99", max(_p99(saving) - _p99(calm), 0), goal="<= 1 ms"),
    ]


@contextmanager
def _window(application: QApplication, folder: Path) -> Iterator[Program]:
    from newsroom.gui.application import Program, options
    from newsroom.gui.kept import Kept
    from newsroom.gui.theme import type as faces

    faces.register_first()
    chosen = options(["--library", str(folder / "stories.newsroom"), "--lang", "de"])
    program = Program(application, Kept(folder / "window.ini"), chosen)
    program.show()
    _until(application, lambda: program.wiring is not None)
    yield program
    program.window.close()
    program.end()


def _story(words: int) -> Body:
    corpus, found, told = Corpus(7), [], 0
    while told < words:
        found.append(" ".join(corpus.sentence("de") for _ in range(6)))
        told += len(found[-1].split())
    return paragraphs(found)


def _saved(program: Program, body: Body, headline: str) -> int:
    desk = program.desk
    assert desk is not None
    lead = text("Elf Wochen lang war der Weg weit.")
    story = desk.writing.new(headline=headline, lead=lead, body=body, ordered_length=OrderedLength(60))
    return desk.writing.save(story).article.id


def _story_edit(program: Program) -> QTextEdit:
    assert program.wiring is not None
    return program.wiring.editor.body_edit


def _open(application: QApplication, program: Program, story: int) -> tuple[float, float]:
    """Open a story; give the time until it is painted, and the longest turn of the window until all is quiet."""
    wiring = program.wiring
    assert wiring is not None
    begin = time.thread_time()
    seen = longest = 0.0
    wiring.session.open(story)
    last = time.monotonic()
    end = last + LONGEST
    while time.monotonic() < min(last + QUIET, end):
        turn = time.thread_time()
        application.processEvents()
        taken = (time.thread_time() - turn) * 1000
        longest = max(longest, taken)
        if not seen and getattr(wiring.session.article, "id", 0) == story:
            application.processEvents()
            seen = (time.thread_time() - begin) * 1000
        if taken > 1:
            last = time.monotonic()
        time.sleep(0.001)
    assert seen, "the story was not opened"
    return seen, longest


def _press(application: QApplication, edit: QTextEdit, *, pause: bool = False) -> float:
    """Press a key amid the text, and give what that takes until it is painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    cursor = edit.textCursor()
    cursor.setPosition(edit.document().characterCount() // 2)
    edit.setTextCursor(cursor)
    application.processEvents()
    if pause:
        time.sleep(0.01)
    return _spent(application, lambda: QTest.keyClick(edit, Qt.Key.Key_A))


def _autosave(application: QApplication, program: Program) -> float:
    """Press a key while what was typed is written; everything that autosave does on the window's thread counts."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    assert program.wiring is not None
    session, edit = program.wiring.session, _story_edit(program)
    QTest.keyClick(edit, Qt.Key.Key_B)
    application.processEvents()

    def both() -> None:
        session._keep_draft()
        QTest.keyClick(edit, Qt.Key.Key_A)

    taken = _spent(application, both)
    time.sleep(0.01)
    return taken


def _spent(application: QApplication, work: Callable[[], object]) -> float:
    begin = time.thread_time()
    work()
    application.processEvents()
    return (time.thread_time() - begin) * 1000


def _until(application: QApplication, ready: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not ready() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.002)


def _rest(application: QApplication, program: Program) -> None:
    """Let everything that was asked for come to its end."""
    assert program.wiring is not None
    _until(application, lambda: program.wiring is not None and program.wiring.proofs.done)
    for _turn in range(100):
        application.processEvents()
        time.sleep(0.005)


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]

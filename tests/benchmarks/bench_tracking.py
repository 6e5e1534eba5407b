"""Writing with changes tracked, beside a bare QTextEdit, and judging two thousand changes at once."""

from __future__ import annotations

import os
import time
from statistics import median
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph, plain_text
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.deciding import Verdict, accept
from newsroom.domain.inline import Run
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import Mark, MarkKind
from tests.benchmarks.bench_keypress import PRESSES, WORDS, _p99, _press, _spent, _story
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

CHANGES = 2_000


def run(size: str) -> list[Row]:
    """Measure keys and judging; processor time of this thread, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.editor.tracking.hand import TrackingHand

    application = QApplication.instance() or QApplication([])
    body = _story(WORDS[size])
    bare, holder = QTextEdit(), QWidget()
    ours = TextEdit(EditorLook(), "Text", holder)
    ours.hand = TrackingHand(ours, Ledger("Anna"))
    for edit in (bare, holder):
        edit.resize(640, 800)
        edit.show()
    ours.resize(640, 800)
    bare.setPlainText(plain_text(body))
    ours.set_body(body)
    application.processEvents()
    typed = [(_press(ours), _press(bare)) for _ in range(PRESSES)]
    struck = [(_strike(ours), _strike(bare)) for _ in range(PRESSES)]
    return [
        *_rows("key press, tracked", typed),
        *_rows("Backspace in another's text", struck),
        *_judging(ours),
    ]


def _rows(name: str, pairs: list[tuple[float, float]]) -> list[Row]:
    mine, plain = ([pair[side] for pair in pairs] for side in (0, 1))
    return [
        Row(f"{name}, median", median(mine), median(plain), "bare QTextEdit"),
        Row(f"{name}, p99", _p99(mine), _p99(plain), "bare QTextEdit", "<= 2 x, <= 4 ms"),
    ]


def _strike(edit: QTextEdit) -> float:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    return _spent(lambda: QTest.keyClick(edit, Qt.Key.Key_Backspace))


def _judging(edit: object) -> list[Row]:
    """Accept changes, each a word in the place of another, in the model and on the page."""
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.editor.tracking.judging import judge

    assert isinstance(edit, TextEdit)
    body, changes = _tracked()
    ids = frozenset(change.id for change in changes)
    model = _spent(lambda: accept(body, ids))
    edit.set_body(body)
    page = _wall(lambda: judge(edit, Verdict(ids)))
    goal = "<= 500 ms"
    return [
        Row(f"accepting {CHANGES} changes in the model, ms", model, 1, "1 ms", goal),
        Row(f"accepting {CHANGES} changes on the page, ms", page, 1, "1 ms", goal),
    ]


def _wall(work: object) -> float:
    begin = time.perf_counter()
    assert callable(work)
    work()
    return (time.perf_counter() - begin) * 1000


def _tracked() -> tuple[Body, list[Change]]:
    from datetime import UTC, datetime

    moment = datetime(2026, 1, 1, tzinfo=UTC)
    kinds = ((MarkKind.DELETED, ChangeKind.DELETION), (MarkKind.INSERTED, ChangeKind.INSERTION))
    changes: list[Change] = []
    blocks = []
    for number in range(CHANGES // 10):
        pieces: list[Run] = []
        for place in range(5):
            pieces.append(Run("Am Hafen liegt seit gestern ein Schiff, das "))
            for mark, kind in kinds:
                change = Change(f"{number}.{place}.{kind.value}", kind, "Anna", moment)
                changes.append(change)
                pieces.append(Run(f"{kind.value} ", frozenset({Mark(mark, change.id)})))
        blocks.append(Paragraph((*pieces, Run("wartet."))))
    return Body(tuple(blocks)), changes

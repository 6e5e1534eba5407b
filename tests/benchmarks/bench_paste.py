"""Pasting: for how long the window stands still at most, beside a bare QTextEdit that is given the same HTML."""

from __future__ import annotations

import gc
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QApplication

    from newsroom.gui.editor.pane import EditorPane

WORDS = {"10k": 1_000, "100k": 10_000, "1M": 100_000}
GOAL = "<= 100 ms"
_SENTENCE = "Der Hafen von <b>Tarholm</b> wird im <i>Sommer</i> umgebaut, sagt das Amt der Insel. "
_WORDS = 14


def run(size: str) -> list[Row]:
    """Measure pastes of 1k, 10k or 100k words, and hostile ones."""
    from PySide6.QtWidgets import QApplication, QTextEdit

    from newsroom.desk import open_desk
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.pasting import Clips, warm
    from newsroom.gui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    paragraphs = WORDS[size] // (5 * _WORDS)
    text = f"<p>{_SENTENCE * 5}</p>" * paragraphs
    bare = QTextEdit()
    bare.resize(640, 800)
    bare.show()
    begin = time.perf_counter()
    bare.insertHtml(text)
    beside = (time.perf_counter() - begin) * 1000
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "library.newsroom") as desk:
        tasks, pane = Tasks(), EditorPane()
        pane.set_sources(Clips(desk, tasks))
        pane.resize(900, 800)
        pane.show()
        warm()
        gc.collect()
        gc.freeze()  # as the program does once it has started
        rows = [*_long(application, pane, text, beside), *_hostile(application, pane)]
        gc.unfreeze()
        tasks.close()
    return rows


def _long(application: QApplication, pane: EditorPane, text: str, beside: float) -> list[Row]:
    longest, whole = _pasted(application, pane, _mime(text))
    return [
        Row("a long text: longest standstill", longest, beside, "bare insertHtml, at once", GOAL),
        Row("a long text: until it stands", whole, beside, "bare insertHtml, at once"),
    ]


def _hostile(application: QApplication, pane: EditorPane) -> list[Row]:
    inputs = {
        "20 MB": "<p>Wort</p>" * ((19 << 20) // 11),
        "3,000 nested tables": "<table><tr><td>" * 3_000,
        "100,000 nested elements": "<div>" * 100_000,
        "a word of 200,000 letters": "<p>" + "x" * 200_000,
        "50,000 paragraphs": "<p>Ein Satz.</p>" * 50_000,
        "a table of 1,000 cells": "<table>" + ("<tr>" + "<td>Zelle" * 10) * 100,
    }
    return [
        Row(f"{name}: longest standstill", _pasted(application, pane, _mime(html))[0], goal=GOAL)
        for name, html in inputs.items()
    ]


def _mime(html: str) -> QMimeData:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml(html)
    return data


def _pasted(application: QApplication, pane: EditorPane, data: QMimeData) -> tuple[float, float]:
    """Give the longest turn of the event loop, as work of its thread, and the whole time by the clock."""
    from newsroom.domain.article import Article

    pane.set_article(Article.new(headline="Kopf"))
    application.processEvents()
    begin, last = time.perf_counter(), time.thread_time()
    pane.body_edit.insertFromMimeData(data)
    longest = time.thread_time() - last
    while pane.body_edit.pasting.on_its_way:
        last = time.thread_time()
        application.processEvents()
        longest = max(longest, time.thread_time() - last)
        time.sleep(0.0005)
    return longest * 1000, (time.perf_counter() - begin) * 1000

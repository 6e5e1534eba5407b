"""Spelling: what it costs a key press, how fast it is, and how often it is right on real stories."""

from __future__ import annotations

import csv
import os
import random
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsroom.text.spelling import settled, speller
from newsroom.text.terms import spans
from tests.benchmarks.bench_keypress import WORDS, _p99, _press, _story
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.text.spelling import Speller

PRESSES = 300
DATA = Path(os.environ.get("NEWSROOM_TEST_DATA", "../shared/data")) / "german-news.csv"


def run(size: str) -> list[Row]:
    """Measure in the window, at the dictionary and on real stories; nothing where no dictionary is installed."""
    judge = speller("de-DE")
    if judge is None:
        return []
    return [*_window(size, judge), *_speed(), *_real()]


def _window(size: str, judge: Speller) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

    from newsroom.domain.body import plain_text
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.spelling.inspector import Inspector
    from newsroom.gui.editor.spelling.marking import Marking
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    body = _story(WORDS[size])
    bare, holder = QTextEdit(), QWidget()
    ours = TextEdit(EditorLook(), "Text", holder)
    for edit in (bare, holder):
        edit.resize(640, 800)
        edit.show()
    ours.resize(640, 800)
    bare.setPlainText(plain_text(body))
    ours.set_body(body)
    tasks = Tasks()
    inspector = Inspector((ours,), tasks, holder)
    marking = Marking(ours, inspector.mistakes)
    begin = time.perf_counter()
    inspector.use(judge)
    busy = []
    while inspector.busy:
        busy.append(_wall(application.processEvents))
    whole = time.perf_counter() - begin
    application.processEvents()
    yield Row("spelling: the whole story looked through, s", whole, None, "")
    yield Row("spelling: longest stop of the window meanwhile, ms", max(busy), None, "", "<= 100 ms")
    pairs = [(_press(ours), _press(bare)) for _ in range(PRESSES)]
    typed, plain = ([pair[side] for pair in pairs] for side in (0, 1))
    yield Row("spelling: key press, median", median(typed), median(plain), "bare QTextEdit")
    yield Row("spelling: key press, p99", _p99(typed), _p99(plain), "bare QTextEdit", "<= 2 x, <= 4 ms")
    inspector.use(judge.with_learned({"zzz"}))
    typed, plain = [], []
    for _ in range(PRESSES):
        inspector.go_on()
        typed.append(_wall(lambda: _press(ours)))
        plain.append(_wall(lambda: _press(bare)))
        application.processEvents()
    yield Row(
        "spelling: key press while it looks, p99 by the clock", _p99(typed), _p99(plain), "bare, same time"
    )
    assert marking.waves.colour
    tasks.close()


def _wall(work: object) -> float:
    begin = time.perf_counter()
    assert callable(work)
    work()
    return (time.perf_counter() - begin) * 1000


def _speed() -> Iterator[Row]:
    speller.cache_clear()
    judge = speller("de-DE")
    assert judge is not None
    chance = random.Random(3)
    letters = "enisratdhulcgmobwfkzpvj"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 12))) for _ in range(3000)]
    first = _wall(lambda: [judge.knows(word) for word in words])
    again = _wall(lambda: [judge.knows(word) for word in words])
    yield Row("spelling: unknown words asked a second", len(words) / first * 1000, None, "")
    yield Row("spelling: known answers a second", len(words) / again * 1000, None, "")
    several = [
        _wall(lambda word=word: judge.suggest(word)) for word in ("Regeirung", "nihct", "Bundesregirung")
    ]
    yield Row("spelling: suggestions, ms", max(several), None, "")


def _real() -> Iterator[Row]:
    """Count marks in real stories, and how many of the slips laid into them are marked; needs the stories."""
    judge = speller("de-DE")
    if not DATA.is_file() or judge is None:
        return
    with DATA.open(encoding="utf-8", newline="") as file:
        stories = [row[1] for row in csv.reader(file, delimiter=";", quotechar="'")]
    marks = sum(len(_mistakes(judge, story)) for story in stories)
    yield Row("spelling: marks a real story", marks / len(stories), None, "")
    chance = random.Random(7)
    laid = [one for story in stories for one in [_laid(judge, story, chance)] if one]
    hits = sum(any(doubt.start <= at < doubt.end for doubt in _mistakes(judge, story)) for story, at in laid)
    yield Row("spelling: slips found of 100 laid", 100 * hits / len(laid), None, "", ">= 90")


def _mistakes(judge: Speller, story: str) -> tuple:
    return settled([judge.doubts(story)])[0]


def _laid(judge: Speller, story: str, chance: random.Random) -> tuple[str, int] | None:
    """Give a story with one slip in a word of four letters or more, unless the slip makes another word."""
    words = [one for one in spans(story) if len(one[2]) >= 4 and one[2].isalpha() and not one[2].isupper()]
    start, end, word = chance.choice([one for one in words if judge.knows(one[2])])
    at = chance.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
    )
    slip = chance.choice(slips)
    if slip == word or judge.knows(slip):
        return None
    return story[:start] + slip + story[end:], start

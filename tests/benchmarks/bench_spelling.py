"""Spelling: what it costs a key press, how fast it is, and how often it is right on real stories."""

from __future__ import annotations

import csv
import os
import random
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsroom.domain.body import plain_text
from newsroom.text.spelling import settled, speller
from newsroom.text.terms import spans
from tests.benchmarks.bench_keypress import WORDS, _p99, _press, _story
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.gui.editor.spelling.inspector import Inspector
    from newsroom.text.spelling import Doubt, Speller

PRESSES = 300
STORIES = 200
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

    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.spelling.inspector import Inspector
    from newsroom.gui.editor.spelling.marking import Marking
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    body, bare, holder, tasks = _story(WORDS[size]), QTextEdit(), QWidget(), Tasks()
    ours = TextEdit(EditorLook(), "Text", holder)
    for edit in (bare, holder):
        edit.resize(640, 800)
        edit.show()
    ours.resize(640, 800)
    bare.setPlainText(plain_text(body))
    ours.set_body(body)
    inspector = Inspector((ours,), tasks, holder)
    marking = Marking(ours, inspector.mistakes)
    assert marking.waves.colour
    yield from _looked_through(inspector, judge, application.processEvents)
    pairs = [(_press(ours), _press(bare)) for _ in range(PRESSES)]
    typed, plain = ([pair[side] for pair in pairs] for side in (0, 1))
    yield Row("key press, median", median(typed), median(plain), "bare QTextEdit")
    yield Row("key press, p99", _p99(typed), _p99(plain), "bare QTextEdit", "<= 2 x, <= 4 ms")
    inspector.use(judge.with_learned({"zzz"}))
    typed, plain = [], []
    for _ in range(PRESSES):
        inspector.go_on()
        typed.append(timed(lambda: _press(ours)))
        plain.append(timed(lambda: _press(bare)))
        application.processEvents()
    yield Row("key press while it looks, p99", _p99(typed), _p99(plain), "bare, at the same time")
    tasks.close()


def _looked_through(inspector: Inspector, judge: Speller, pass_events: Callable[[], None]) -> Iterator[Row]:
    inspector.use(judge)
    stops: list[float] = []
    whole = timed(lambda: _until_done(inspector, stops, pass_events))
    pass_events()
    yield Row("the whole story looked through", whole / 1000, unit="s")
    yield Row("longest stop of the window meanwhile", max(stops), goal="<= 100 ms")


def _until_done(inspector: Inspector, stops: list[float], pass_events: Callable[[], None]) -> None:
    while inspector.busy:
        stops.append(timed(pass_events))


def _speed() -> Iterator[Row]:
    speller.cache_clear()
    judge = speller("de-DE")
    assert judge is not None
    chance = random.Random(3)
    letters = "enisratdhulcgmobwfkzpvj"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 12))) for _ in range(3000)]
    first = timed(lambda: [judge.knows(word) for word in words])
    again = timed(lambda: [judge.knows(word) for word in words])
    yield Row("unknown words asked", len(words) / first * 1000, unit="/s")
    yield Row("words asked again", len(words) / again * 1000, unit="/s")
    several = [
        timed(lambda word=word: judge.suggest(word)) for word in ("Regeirung", "nihct", "Bundesregirung")
    ]
    yield Row("suggestions", max(several))


def _real() -> Iterator[Row]:
    """Count marks in real stories, and how many of the slips laid into them are marked; needs the stories."""
    judge = speller("de-DE")
    if not DATA.is_file() or judge is None:
        return
    with DATA.open(encoding="utf-8", newline="") as file:
        stories = [row[1] for row in csv.reader(file, delimiter=";", quotechar="'")][:STORIES]
    marks = sum(len(_mistakes(judge, story)) for story in stories)
    yield Row("marks a real story", marks / len(stories), unit="")
    chance = random.Random(7)
    laid = [one for story in stories for one in [_laid(judge, story, chance)] if one]
    hits = sum(any(doubt.start <= at < doubt.end for doubt in _mistakes(judge, story)) for story, at in laid)
    yield Row("slips found of 100 laid", 100 * hits / len(laid), goal=">= 90", unit="")


def _mistakes(judge: Speller, story: str) -> tuple[Doubt, ...]:
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

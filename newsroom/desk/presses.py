"""Writing stories on all cores, where that wins: a format that takes long gets processes of its own.

A Word file is made in half a millisecond and a page of HTML too; sending them to another process and starting it
costs more than that. A PDF takes thirty times as long, and holds up whoever works in this process meanwhile. So the time is taken, and processes are started only
when what is left is worth it.
"""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import Article
    from newsroom.formats import Format, Writing, Written

MOST_PRESSES = 8
TRIED = 6
"""So many stories are written here before it is decided."""
WORTH = 3.0
"""So many seconds of work must be left."""
AT_ONCE = 0.5
"""What takes longer in one piece would hold up the window, and goes to a process."""


class Presses:
    """Writes the stories of one export; usable from several threads, closed by whoever made it."""

    def __init__(self, form: Format, stories: int, worth: float | None = None) -> None:
        self._form, self._left = form, stories
        self._worth = WORTH if worth is None else worth
        self._tried, self._quickest = 0, float("inf")
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    @property
    def started(self) -> bool:
        """Tell whether processes were worth starting."""
        return self._pool is not None

    def write(self, article: Article, writing: Writing) -> Written:
        """Give a story as a whole file; the writing must be one that can be sent to a process."""
        pool = self._begun()
        if pool is None:
            return self._here(article, writing)
        try:
            return pool.submit(_press, self._form.name, article, writing).result()
        except BrokenExecutor:  # a process was killed from outside: this one goes on alone
            self._worth = float("inf")
            self._pool = None
            return self._here(article, writing)

    def _begun(self) -> ProcessPoolExecutor | None:
        with self._lock:
            self._left -= 1
            tried = self._tried >= TRIED and not self._form.hands_over
            if self._pool is None and tried and self._quickest * self._left > self._worth:
                count = min(os.cpu_count() or 1, MOST_PRESSES)
                self._pool = ProcessPoolExecutor(count, get_context("spawn"))
            return self._pool

    def _here(self, article: Article, writing: Writing) -> Written:
        assert self._form.write
        begin = time.thread_time()  # the first time also takes what a format loads, so the quickest counts
        written = self._form.write(article, writing)
        with self._lock:
            self._tried += 1
            self._quickest = min(self._quickest, time.thread_time() - begin)
        return written


def collected(
    form: Format, stories: Sequence[Article], writing: Writing, worth: float | None = None
) -> Written:
    """Give several stories as one file; where that takes long, in a process, so that others can work meanwhile."""
    if form.hands_over or len(stories) < TRIED:
        return _collect(form, stories, writing)
    each = min(_time_of(form, stories[0], writing) for _ in range(2))
    if each * len(stories) <= (AT_ONCE if worth is None else worth):
        return _collect(form, stories, writing)
    try:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            return pool.submit(_press_all, form.name, tuple(stories), _sendable(writing)).result()
    except BrokenExecutor:
        return _collect(form, stories, writing)


def _collect(form: Format, stories: Sequence[Article], writing: Writing) -> Written:
    if form.collect and len(stories) > 1:
        return form.collect(stories, writing)
    assert form.write
    return form.write(stories[0], writing)


def _time_of(form: Format, story: Article, writing: Writing) -> float:
    assert form.write
    begin = time.thread_time()
    form.write(story, writing)
    return time.thread_time() - begin


def _sendable(writing: Writing) -> Writing:
    """Give a writing that can be sent to a process: one without pictures asks no library for them."""
    ours = isinstance(getattr(writing.picture, "__self__", None), dict)
    return writing if ours else replace(writing, picture=no_picture)


def no_picture(_asset: str) -> None:
    """Give no picture, for stories that show none."""


def _press_all(name: str, stories: tuple[Article, ...], writing: Writing) -> Written:
    """Write stories as one file in a process of its own."""
    from newsroom import translation
    from newsroom.formats import by_name

    translation.use(writing.language)
    return _collect(by_name(name), stories, writing)


def _press(name: str, article: Article, writing: Writing) -> Written:
    """Write a story in a process of its own, in the language of the one that asked."""
    from newsroom import translation
    from newsroom.formats import by_name

    if translation.language() != writing.language:
        translation.use(writing.language)
    form = by_name(name)
    assert form.write
    return form.write(article, writing)

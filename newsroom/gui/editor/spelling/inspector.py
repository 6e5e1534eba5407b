"""Looks for misspelt words beside the typing: after a pause, what is visible first, the rest piece by piece."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.gui.editor.spelling.ledger import Ledger
from newsroom.gui.editor.spelling.waves import blocks_in
from newsroom.gui.throttle import AfterPause
from newsroom.text.spelling import is_mistake, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from newsroom.gui.editor.spelling.ledger import Entry
    from newsroom.gui.editor.spelling.wording import Wording
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.text.spelling import Doubt, Speller

    Asked = list[tuple[Entry, Wording]]

_PAUSE = 500
_BETWEEN = 8
_PIECE = 3000
"""Characters that are asked about at once."""


class Inspector(QObject):
    """Keeps the ledgers of all fields of the page filled; `renewed` tells that something else is marked now."""

    renewed = Signal()
    finished = Signal()
    """Every block has been asked about."""

    def __init__(self, fields: Iterable[QTextEdit], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.ledgers = {field: Ledger(field) for field in fields}
        self.judge: Speller | None = None
        self._asking: Task | None = None
        self._seen: dict[str, int] = {}
        self._after_typing = AfterPause(self.go_on, _PAUSE, self)
        self._soon = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._soon.timeout.connect(self.go_on)
        for ledger in self.ledgers.values():
            ledger.changed.connect(self._touched)

    @property
    def busy(self) -> bool:
        """Tell whether something is still to be asked about."""
        waiting = self._after_typing.waiting() or self._soon.isActive() or self._asking is not None
        return self.judge is not None and waiting

    def _touched(self) -> None:
        self._soon.stop()
        if self.judge is not None:
            self._after_typing.ask()

    def hurry(self) -> None:
        """Ask now and not after a pause: somebody waits."""
        if self._after_typing.waiting():
            self._after_typing.now()

    def use(self, judge: Speller | None, *, keep: bool = False) -> None:
        """Ask this judge from now on, about everything; keep shows what was marked until the new answer."""
        self.judge = judge
        self._forget()
        for ledger in self.ledgers.values():
            if keep:
                ledger.spoil()
            else:
                ledger.clear()
        self._count()
        self.renewed.emit()
        if judge is not None:
            self._soon.start()

    def _forget(self) -> None:
        self._after_typing.forget()
        self._soon.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def go_on(self) -> None:
        """Ask about the next piece, unless one is being asked about."""
        if self.judge is None or self._asking is not None:
            return
        piece = self._piece()
        if not piece:
            self.finished.emit()
            return
        work = partial(_judge, self.judge, [words.text for _, words in piece])
        self._asking = self._tasks.read(work, partial(self._take, piece), self._failed)

    def _piece(self) -> Asked:
        """Give what is asked about next: visible blocks before all others."""
        piece: Asked = []
        size = 0
        for entry, words in self._in_turn():
            if size and size + len(words.text) > _PIECE:
                break
            piece.append((entry, words))
            size += len(words.text) + 1
        return piece

    def _in_turn(self) -> Iterator[tuple[Entry, Wording]]:
        given: set[int] = set()
        for ledger in self.ledgers.values():
            region = ledger.edit.viewport().visibleRegion().boundingRect()
            if not region.isEmpty():
                numbers = [block.blockNumber() for block in blocks_in(ledger.edit, region)]
                for entry, words in ledger.stale(numbers[0], numbers[-1]) if numbers else ():
                    given.add(id(entry))
                    yield entry, words
        for ledger in self.ledgers.values():
            yield from ((entry, words) for entry, words in ledger.stale() if id(entry) not in given)

    def _take(self, piece: Asked, answers: list[tuple[Doubt, ...]]) -> None:
        self._asking = None
        before = [entry.doubts for entry, _ in piece]
        for (entry, words), doubts in zip(piece, answers, strict=True):
            entry.doubts = tuple(_placed(doubt, words) for doubt in doubts)
            entry.fresh = True
        if before != [entry.doubts for entry, _ in piece]:
            self._count()
            self.renewed.emit()
        if not self._after_typing.waiting():
            self._soon.start()

    def _failed(self, _error: BaseException) -> None:
        """Rest; the log has the reason, and the next change of the text begins anew."""
        self._asking = None

    # What is marked

    def _count(self) -> None:
        entries = (entry for ledger in self.ledgers.values() for entry in ledger.entries if entry.doubts)
        seen: dict[str, int] = {}
        for entry in entries:
            for word, times in tally(entry.doubts).items():
                seen[word] = seen.get(word, 0) + times
        self._seen = seen

    def mistakes(self, field: QTextEdit, block: QTextBlock) -> Iterator[Doubt]:
        """Give what is misspelt in a block of a field."""
        return (doubt for doubt in self.ledgers[field].of(block) if is_mistake(doubt, self._seen))


def _placed(doubt: Doubt, words: Wording) -> Doubt:
    return (
        doubt
        if words.places is None
        else replace(doubt, start=words.place(doubt.start), end=words.place(doubt.end))
    )


def _judge(judge: Speller, texts: list[str]) -> list[tuple[Doubt, ...]]:
    """Judge paragraphs on a worker, making way for the window after each."""
    found = []
    for text in texts:
        found.append(judge.doubts(text))
        sleep(0)
    return found

"""The files of an import in batches, each being read while the one before it is kept.

So the reading processes and this one work at the same time, and no more than two batches are in memory.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.reports import Refusal
from newsroom.desk.sources import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.formats import Reading
    from newsroom.formats.guard import Outcome

BATCH = 128
"""So many files are read together and kept in one transaction; between batches one can call it off."""
BATCH_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was loaded; key is the SHA-256 of its bytes."""

    path: Path
    data: bytes
    key: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Files of an import: what became of loading each, and the outcomes of those met for the first time."""

    loaded: tuple[Source | Refusal, ...]
    new: dict[str, Source]
    outcomes: Iterator[Outcome]

    def again(self) -> tuple[Source, ...]:
        """Give the files whose bytes were met before."""
        sources = (item for item in self.loaded if isinstance(item, Source))
        return tuple(source for source in sources if self.new.get(source.key) is not source)


class Batches:
    """Gives the batches of one import, and tells its progress."""

    def __init__(self, desk: Desk, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._desk, self._progress = desk, progress
        self._cancelled = cancelled or _never
        self._met: set[str] = set()
        self._done = self._total = 0

    def read(self, paths: Sequence[Path], reading: Reading) -> Iterator[Batch]:
        """Give each batch when the one after it has begun to be read; ends early when called off."""
        self._total = len(paths)
        ahead: Batch | None = None
        for some in _parted(paths):
            if self._cancelled():
                break
            begun = self._begun(some, reading)
            if ahead:
                yield ahead
            ahead = begun
        if ahead:
            yield ahead

    @property
    def cut_short(self) -> bool:
        """Tell whether files were left out because the import was called off."""
        return self._done < self._total

    def _begun(self, paths: Sequence[Path], reading: Reading) -> Batch:
        found = tuple(map(loaded, paths))
        sources = [item for item in found if isinstance(item, Source)]
        self._met.update(self._desk.library.stories.known_source({source.key for source in sources}))
        new: dict[str, Source] = {}
        for source in sources:
            if source.key not in self._met:
                self._met.add(source.key)
                new[source.key] = source
        self._done += len(found) - len(new)
        return Batch(found, new, self._outcomes(tuple(new.values()), reading))

    def _outcomes(self, sources: Sequence[Source], reading: Reading) -> Iterator[Outcome]:
        """Begin to read files and give what becomes of them, until it is called off."""
        items = [(source.path.name, source.data) for source in sources]
        started = self._desk.guard.read_many(items, reading, self._told, self._cancelled)
        return self._given(next(started, None), started)

    def _given(self, first: Outcome | None, others: Iterator[Outcome]) -> Iterator[Outcome]:
        outcome = first
        while outcome:
            yield outcome
            outcome = None if self._cancelled() else next(others, None)

    def _told(self, _done: int, _total: int, name: str) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total, name)


def _never() -> bool:
    return False


def _parted(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """Give files in batches of so many files and bytes."""
    batch: list[Path] = []
    size = 0
    for path in paths:
        with suppress(OSError, ValueError):
            size += path.stat().st_size
        batch.append(path)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def loaded(path: Path) -> Source | Refusal:
    """Give the bytes of a file, or why they are not to be had."""
    data = load(path)
    return data if isinstance(data, Refusal) else Source(path, data, hashlib.sha256(data).hexdigest())

"""The guard: reading processes that are started when needed, watched by the clock, and replaced when lost."""

from __future__ import annotations

import logging
import os
import stat
import threading
from collections import deque
from collections.abc import Sized
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from queue import LifoQueue
from typing import TYPE_CHECKING, Self, TypeVar, cast

from newsroom.domain.errors import Cancelled, Refused, reason_of
from newsroom.formats.guard.magic import check_size
from newsroom.formats.guard.worker import MEMORY, Answer, Batch, Errand, Job, serve
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from newsroom.formats import Incoming, Reading

DEADLINE = 5.0
"""So many seconds a file may take."""

Made = TypeVar("Made")

BATCH_JOBS = 32
BATCH_BYTES = 4 << 20
MOST_WORKERS = 8
_START = 60.0
"""So many seconds a process may take to start, which no file is blamed for."""

SLOW = N_("The file is not read: it takes longer than {seconds} seconds. Save it anew or as plain text.")
LOST = N_("The file is not read: its reader broke down over it. Save it anew or as plain text.")

Source = Path | tuple[str, bytes]
"""A file, or a name with bytes."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: its stories, or why it was refused."""

    name: str
    stories: tuple[Incoming, ...] = ()
    refused: Message | None = None


class _TooSlow(Exception):
    """A process did not answer in time."""


class _Worker:
    """One reading process and the pipe to it."""

    def __init__(self, memory: int) -> None:
        context = get_context("spawn")  # a fork of a program with threads and a window is not safe
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, memory), name="newsroom-reader", daemon=True
        )
        self._process.start()
        theirs.close()
        self._ready = False

    def wait(self) -> bool:
        """Wait until the process has started; tell whether it has."""
        with suppress(_TooSlow, EOFError, OSError):
            self._ready = self._ready or bool(self._next(_START))
        return self._ready

    def answers(self, wanted: Batch | Errand[object], deadline: float) -> Iterator[Answer]:
        """Give an answer for each job as it comes; raises _TooSlow, EOFError or OSError when the process is lost."""
        self._pipe.send(wanted)
        for _ in range(_count(wanted)):
            yield self._next(deadline)

    def _next(self, seconds: float) -> Answer:
        if not self._pipe.poll(seconds):
            raise _TooSlow
        reply = self._pipe.recv()
        assert isinstance(reply, Answer)
        return reply

    @property
    def alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process at once; it holds nothing that could be lost."""
        self._process.kill()
        self._process.join()
        with suppress(OSError):
            self._pipe.close()


class Guard:
    """Reads files in processes of its own; usable from any thread, closed by whoever made it."""

    def __init__(self, workers: int = 0, deadline: float = DEADLINE, memory: int = MEMORY) -> None:
        count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
        self._count, self._deadline, self._memory = count, deadline, memory
        self._slots: LifoQueue[_Worker | None] = LifoQueue()
        for _ in range(count):
            self._slots.put(None)
        self._busy: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes at once; what is being read is refused."""
        with self._lock:
            self._closed = True
            busy = tuple(self._busy)
        for worker in busy:
            worker.kill()
        for _ in range(self._count):
            idle = self._slots.get()
            if idle:
                idle.kill()
        for _ in range(self._count):
            self._slots.put(None)

    def read(self, source: Source, reading: Reading, format: str = "") -> tuple[Incoming, ...]:  # noqa: A002 - the word of the trade
        """Give the stories of a file; raises Refused with the reason."""
        job = _load(source, format)
        (reply,) = self._answers(Batch((job,), reading), lambda: False)
        if reply.refused:
            raise Refused(reply.refused)
        return reply.stories

    def do(self, errand: Errand[Made]) -> Made:
        """Give what an errand made in a reading process; raises Refused with the reason."""
        (reply,) = self._ask(errand, lambda: False)
        if reply.refused:
            raise Refused(reply.refused)
        return cast("Made", reply.made)

    def read_many(
        self,
        sources: Iterable[Source],
        reading: Reading,
        progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        format: str = "",  # noqa: A002 - the word of the trade
    ) -> Iterator[Outcome]:
        """Give what became of each source, in order, read on all cores; ends early when cancelled.

        Sources are taken as they are needed; progress gets how many are done, how many there are (0 where
        that is unknown) and a name, in the caller's thread.
        """
        total = len(sources) if isinstance(sources, Sized) else 0
        for done, outcome in enumerate(self._outcomes(sources, reading, cancelled, format), 1):
            if progress:
                progress(done, total, outcome.name)
            yield outcome

    def _outcomes(
        self, sources: Iterable[Source], reading: Reading, cancelled: Callable[[], bool], chosen: str
    ) -> Iterator[Outcome]:
        waiting: deque[Future[list[Outcome]]] = deque()
        with ThreadPoolExecutor(self._count, "newsroom-guard") as threads:
            try:
                for batch in _batches(sources, chosen):
                    waiting.append(threads.submit(self._read_batch, batch, reading, cancelled))
                    if cancelled():
                        return
                    if len(waiting) > 2 * self._count:
                        yield from waiting.popleft().result()
                while waiting and not cancelled():
                    yield from waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def _read_batch(
        self, batch: Sequence[Job | Outcome], reading: Reading, cancelled: Callable[[], bool]
    ) -> list[Outcome]:
        jobs = tuple(entry for entry in batch if isinstance(entry, Job))
        replies = iter(self._answers(Batch(jobs, reading), cancelled))
        done: list[Outcome] = []
        for entry in batch:
            reply = next(replies, None) if isinstance(entry, Job) else None
            if isinstance(entry, Outcome):
                done.append(entry)
            elif reply:
                done.append(Outcome(entry.name, reply.stories, reply.refused))
        return done

    def _answers(self, batch: Batch, cancelled: Callable[[], bool]) -> list[Answer]:
        """Give an answer for each job; a process that is lost costs the job it was at, and is replaced."""
        done: list[Answer] = []
        while len(done) < len(batch.jobs) and not cancelled():
            done.extend(self._ask(replace(batch, jobs=batch.jobs[len(done) :]), cancelled))
        return done

    def _ask(self, wanted: Batch | Errand[object], cancelled: Callable[[], bool]) -> Iterator[Answer]:
        worker = self._borrow()
        left = _count(wanted)
        try:
            for reply in worker.answers(wanted, self._deadline):
                left -= 1
                yield _logged(reply)
                if cancelled():
                    return
        except _TooSlow:
            yield Answer(refused=_slow(self._deadline))
        except (EOFError, OSError):
            yield Answer(refused=_lost())
        finally:
            self._give_back(worker, sound=not left)

    def _borrow(self) -> _Worker:
        worker = self._slots.get()
        if worker and not worker.alive:
            worker.kill()
            worker = None
        with self._lock:
            if self._closed:
                self._slots.put(worker)
                raise Cancelled(msg(N_("Reading was called off.")))
            worker = worker or _Worker(self._memory)
            self._busy.add(worker)
        if not worker.wait():
            self._give_back(worker, sound=False)
            raise RuntimeError("the reading process does not start")
        return worker

    def _give_back(self, worker: _Worker, *, sound: bool) -> None:
        if not sound:
            worker.kill()
        with self._lock:
            self._busy.discard(worker)
        self._slots.put(worker if sound else None)


def _count(wanted: Batch | Errand[object]) -> int:
    return len(wanted.jobs) if isinstance(wanted, Batch) else 1


def _batches(sources: Iterable[Source], chosen: str) -> Iterator[list[Job | Outcome]]:
    """Give sources in batches of so many files and bytes that a message is worth its while."""
    batch: list[Job | Outcome] = []
    size = 0
    for source in sources:
        entry = _loaded(source, chosen)
        batch.append(entry)
        size += len(entry.data) if isinstance(entry, Job) else 0
        if len(batch) >= BATCH_JOBS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _loaded(source: Source, chosen: str) -> Job | Outcome:
    try:
        return _load(source, chosen)
    except Refused as fault:
        return Outcome(str(source[0] if isinstance(source, tuple) else source), refused=fault.message)


def _load(source: Source, chosen: str) -> Job:
    """Give a file's bytes; its kind and size are asked before it is opened."""
    if isinstance(source, tuple):
        check_size(len(source[1]))
        return Job(*source, chosen)
    try:
        found = source.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused(msg(N_("“{name}” is no file that can be read."), name=source.name))
        check_size(found.st_size)
        return Job(str(source), source.read_bytes(), chosen)
    except OSError as fault:
        raise Refused(
            msg(
                N_("“{name}” cannot be opened: {reason}."),
                name=source.name,
                reason=reason_of(fault),
            )
        ) from fault


def _logged(reply: Answer) -> Answer:
    if reply.trace:
        _log.warning("a reader failed on a file\n%s", reply.trace)
    return reply


def _slow(seconds: float) -> Message:
    return msg(SLOW, seconds=f"{seconds:g}")


def _lost() -> Message:
    return msg(LOST)

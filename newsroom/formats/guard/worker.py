"""The process that reads: it has little memory, no way out, and may be killed at any time."""

from __future__ import annotations

import signal
import sys
import traceback
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsroom.domain.errors import Known, Refused
from newsroom.domain.reader import reader_words
from newsroom.formats import Incoming, Reading, by_content, by_name
from newsroom.formats.guard import archive
from newsroom.formats.guard.gate import pass_gate
from newsroom.formats.guard.magic import is_zip, recognise
from newsroom.text.language import detect
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from newsroom.formats import Format

Made_co = TypeVar("Made_co", covariant=True)

MEMORY = 500 << 20
"""So many bytes of address space a reading process has."""

_WAYS_OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.")


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, and the format where the user chose it."""

    name: str
    data: bytes
    format: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Jobs that go to a process in one message."""

    jobs: tuple[Job, ...]
    reading: Reading


class Errand(Protocol[Made_co]):
    """Work on foreign bytes for a reading process; what it is and what it gives can be sent there and back."""

    def run(self) -> Made_co:
        """Do the work; raises Refused with the reason."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """The stories of one file, or what an errand made, or why it was refused; trace tells of a fault that is ours."""

    stories: tuple[Incoming, ...] = ()
    refused: Message | None = None
    trace: str = ""
    made: object = None


def serve(pipe: Connection, memory: int = MEMORY) -> None:
    """Answer batches until the pipe closes; the first answer says that the process is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    sys.addaudithook(_stay_inside)
    pipe.send(Answer())
    try:
        while batch := pipe.recv():
            for reply in _replies(batch):
                _send(pipe, reply)
    except (EOFError, OSError):
        return


def _replies(wanted: Batch | Errand[object]) -> Iterator[Answer]:
    if isinstance(wanted, Batch):
        yield from (answer(job, wanted.reading) for job in wanted.jobs)
    else:
        yield done(wanted)


def _send(pipe: Connection, reply: Answer) -> None:
    try:
        pipe.send(reply)
    except MemoryError:
        pipe.send(Answer(refused=_too_hungry()))


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _stay_inside(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_WAYS_OUT):
        raise PermissionError(event)


def answer(job: Job, reading: Reading) -> Answer:
    """Read one file; what a reader did not foresee is a refusal with its trace."""
    return _guarded(lambda: Answer(read_here(job, reading)))


def done(errand: Errand[object]) -> Answer:
    """Run an errand; what it did not foresee is a refusal with its trace."""
    return _guarded(lambda: Answer(made=errand.run()))


def _guarded(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except Known as fault:
        return Answer(refused=fault.message)
    except MemoryError:
        return Answer(refused=_too_hungry())
    except RecursionError:
        return Answer(refused=msg(N_("The file is not read: it is nested too deeply.")))
    except Exception:  # noqa: BLE001 - a hostile file may break a reader in any way; it is told and logged
        message = msg(N_("The file could not be read: it is damaged, or not what its name says."))
        return Answer(refused=message, trace=traceback.format_exc(limit=-6))


def _too_hungry() -> Message:
    return msg(N_("The file is not read: it needs too much memory."))


def read_here(job: Job, reading: Reading) -> tuple[Incoming, ...]:
    """Read a file in this process: limits, recognition, reader, gate; raises Refused."""
    recognise(job.data)
    if is_zip(job.data):
        archive.check(job.data)
    chosen = by_name(job.format) if job.format else by_content(job.data, job.name)
    if not chosen or not chosen.read:
        raise Refused(_unknown(job, chosen))
    stories = chosen.read(job.data, replace(reading, name=job.name))
    if not stories or all(_hollow(story) for story in stories):
        raise Refused(msg(N_("The file holds no text.")))
    return tuple(_with_language(pass_gate(story), reading) for story in stories)


def _with_language(incoming: Incoming, reading: Reading) -> Incoming:
    """Give a story with its language as detected: here, where all cores are at work.

    One that was handed over brings the language that its library detected.
    """
    if not reading.languages or incoming.past is not None:
        return incoming
    spoken = detect(reader_words(incoming.article), reading.languages).code
    return replace(incoming, article=replace(incoming.article, detected_language=spoken))


def _hollow(incoming: Incoming) -> bool:
    article = incoming.article
    return not article.headline and not article.lead and article.body.empty


def _unknown(job: Job, chosen: Format | None) -> Message:
    if chosen:
        return msg(N_("The format “{name}” cannot be read, only written."), name=chosen.name)
    if is_zip(job.data):
        return msg(N_("This is a package, but no DOCX. Save the text as DOCX, then import that."))
    return msg(N_("The file's format is not known. Save the text as DOCX or plain text, then import that."))

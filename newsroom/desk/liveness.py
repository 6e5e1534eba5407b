"""Whether a session still runs: its name tells on which machine and in which process it began.

A session of this machine runs as long as its process does. One of another machine, or of a process whose
start cannot be known, runs as long as it renews its drafts now and then.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import new_uid

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.listing import Draft

RENEWED_EVERY = timedelta(minutes=1)
FRESH = 5 * RENEWED_EVERY
"""A session that has not renewed its drafts for so long counts as ended."""
_STILL_ACTIVE = 259
_MAY_ASK = 0x1000
_START = 19
"""Where the start stands in a process's line of figures, counted after its name."""


@dataclass(frozen=True, slots=True)
class _Process:
    """A process: its number, when it began as its system counts (empty: unknown), on which machine."""

    number: int
    start: str
    machine: str


def new_session(person: str = "") -> str:
    """Give the name of a new session of this process, for the person who works in it."""
    number = os.getpid()
    name = f"{new_uid()} {number} {_start(number) or '-'} {_machine()}"
    return f"{name}\t{person}" if person else name


def writer_of(session: str) -> str:
    """Give who works in a session, where its name tells."""
    return session.partition("\t")[2]


def left(draft: Draft, now: datetime) -> bool:
    """Tell whether the session a draft belongs to has ended."""
    return ended(draft.session, draft.time, now)


def ended(session: str, time: datetime, now: datetime, *, fresh: timedelta = FRESH) -> bool:
    """Tell whether a session has ended that was last heard of at a time, and counts as running while that is fresh."""
    process = _process(session)
    if process is None:
        return True
    heard = now - time < fresh
    if process.machine != _machine():
        return not heard
    if not _exists(process.number):
        return True
    start = _start(process.number)
    if not start or not process.start:
        return not heard
    return start != process.start


def _process(session: str) -> _Process | None:
    """Give what a session's name tells, or None where it tells nothing: nobody lays claim to it."""
    _, _, told = session.partition("\t")[0].partition(" ")
    number, _, rest = told.partition(" ")
    start, _, machine = rest.partition(" ")
    return _Process(int(number), start.strip("-"), machine) if number.isdecimal() else None


def _machine() -> str:
    import platform  # costs more than its few words

    return platform.node()


def _exists(number: int) -> bool:
    if sys.platform == "win32":  # there the call below would end the process
        import ctypes

        kernel, code = ctypes.windll.kernel32, ctypes.c_ulong()
        handle = kernel.OpenProcess(_MAY_ASK, False, number)
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return bool(known) and code.value == _STILL_ACTIVE
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is there, but somebody else's
        return True
    return True


def _start(number: int) -> str:
    """Give when a process began, in its system's ticks, or nothing where the system does not tell."""
    with suppress(OSError, ValueError, IndexError):
        figures = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
        return figures.rpartition(")")[2].split()[_START]
    return ""

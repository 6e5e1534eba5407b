"""What went wrong, as a kind, a sentence and an exit code; what is our fault leaves a note in the log."""

from __future__ import annotations

import os
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.errors import (
    Cancelled,
    Embargoed,
    Known,
    LibraryUnusable,
    NotAllowed,
    UnreadableText,
    WrongValue,
)
from newsroom.translation import N_, _, tell

if TYPE_CHECKING:
    from newsroom.translation import Message

DONE, OUR_FAULT, WRONG_USAGE, REFUSED, LIBRARY, FORBIDDEN, CALLED_OFF = 0, 1, 2, 3, 4, 5, 130


class Usage(WrongValue):
    """The command was not put as it can be understood."""


_CODES: tuple[tuple[type[Known], int], ...] = (
    (WrongValue, WRONG_USAGE),
    (LibraryUnusable, LIBRARY),
    (UnreadableText, LIBRARY),
    (NotAllowed, FORBIDDEN),
    (Embargoed, FORBIDDEN),
    (Cancelled, CALLED_OFF),
    (Known, REFUSED),
)


def code_of(error: Known) -> int:
    """Give the exit code that an error means."""
    return next(code for kind, code in _CODES if isinstance(error, kind))


def kind_of(error: BaseException) -> str:
    """Give an error's kind for programs, such as ``not-found``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(error).__name__).lower()


def shape(kind: str, message: str, code: int) -> dict[str, dict[str, str | int]]:
    """Give an error as it is printed for programs."""
    return {"error": {"kind": kind, "message": message, "code": code}}


def sentence(message: Message) -> str:
    """Say a message on one line."""
    return " ".join(tell(message).split())


def unexpected(error: BaseException) -> str:
    """Keep where an error of ours happened, without any words of a story, and say so."""
    place = _log_place()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as log:
            log.write(_trace(error))
    except OSError:
        return _("Something went wrong that is our fault. --debug shows where.")
    return _("Something went wrong that is our fault. Where it happened stands in {file}.", file=str(place))


def _log_place() -> Path:
    from platformdirs import user_log_dir

    return Path(
        os.environ.get("NEWSROOM_LOG") or Path(user_log_dir("newsroom", appauthor=False), "newsroom.log")
    )


def _trace(error: BaseException) -> str:
    """Give the error's kind and the lines of code, never its message, which may hold a story's words."""
    lines = "".join(traceback.format_tb(error.__traceback__))
    return f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__qualname__}\n{lines}\n"


_WORDS = {
    "argument": N_("“{name}” is missing. See “{command} --help”."),
    "option": N_("There is no option “{name}”. See “{command} --help”."),
    "command": N_("There is no command “{name}”. See “{command} --help”."),
    "value": N_("“{name}” cannot have this value. See “{command} --help”."),
    "other": N_("The command cannot be understood. See “{command} --help”."),
}


def usage_sentence(kind: str, name: str, command: str) -> str:
    """Say what was wrong with how the command was put."""
    return _(_WORDS[kind], name=name, command=command)

"""The one way a file is written: built whole, verified, and in place at once or not at all.

No path is ever handed to a foreign writer: on a full disk several of them report success, or have destroyed the
old file before they fail.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import unicodedata
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotWritten, reason_of
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.translation import Value

MAX_NAME = 120
"""The most bytes a file name takes in UTF-8."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_LEADING = re.compile(r"^(?:~\$|[-.\s])+")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDING = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BUSY = frozenset({errno.EBUSY, errno.ETXTBSY})
_TOO_LONG = frozenset({errno.ENAMETOOLONG})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EISDIR})

_SENTENCES = (
    (_FULL, N_("The disk is full: “{name}” was not written. Free some space, then try again.")),
    (_BUSY, N_("“{name}” was not written: another program has it open. Close it there, then try again.")),
    (
        _TOO_LONG,
        N_("“{name}” was not written: its path is too long. Choose a shorter name or another folder."),
    ),
    (
        _FORBIDDING,
        N_("“{name}” was not written: {folder} is closed to writing. Choose another folder."),
    ),
    (_NO_FOLDER, N_("“{name}” was not written: there is no folder {folder}. Choose another folder.")),
    ({errno.EISDIR}, N_("“{name}” was not written: a folder has that name. Choose another name.")),
)
_OTHERWISE = N_("“{name}” was not written: {reason}. Save it somewhere else, then try again.")


def atomic_write(path: Path, data: bytes, verify: Callable[[bytes], None] | None = None) -> None:
    """Write a whole file, or leave everything as it was and raise NotWritten.

    Verify is asked first and raises what it has against the bytes. A link is followed, an older file's
    permissions are kept.
    """
    if verify:
        verify(data)
    try:
        _write(path.resolve(), data)
    except (OSError, RuntimeError) as fault:
        raise NotWritten(_explain(path, fault)) from fault


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".newsroom-{secrets.token_hex(8)}.part")
    try:
        _write_through(temporary, data)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write_through(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        if os.fstat(file.fileno()).st_size != len(data):
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; some file systems and Windows cannot sync a folder, and need not."""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:
            raise


def _explain(path: Path, fault: OSError | RuntimeError) -> Message:
    number = fault.errno if isinstance(fault, OSError) else errno.ELOOP
    if number in _FORBIDDING and _held(path):
        number = errno.EBUSY
    words = next((words for numbers, words in _SENTENCES if number in numbers), _OTHERWISE)
    values: dict[str, Value] = {"name": path.name, "folder": str(path.parent), "reason": reason_of(fault)}
    return msg(words, **{gap: value for gap, value in values.items() if f"{{{gap}}}" in words})


def _held(path: Path) -> bool:
    """Tell whether a file stands there in a folder that takes others: then it is the file that is closed."""
    return path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def safe_name(text: str, otherwise: str = "story") -> str:
    """Give a file name that every system takes, as near to the text as can be; an extension is kept."""
    seen = "".join(_seen(character) for character in unicodedata.normalize("NFC", text))
    name = " ".join(_FORBIDDEN.sub("-", seen).split())
    name = _trimmed(_LEADING.sub("", name))
    if name.split(".")[0].rstrip().upper() in _DEVICES:
        name = _trimmed("_" + name)
    return name or otherwise


def _seen(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character


def _trimmed(name: str, room: int = MAX_NAME) -> str:
    """Give a name of so many bytes at most that ends neither in a dot nor in a space."""
    name = name.rstrip(". ")
    if len(name.encode()) <= room:
        return name
    found = _EXTENSION.search(name)
    tail = found.group() if found else ""
    stem = name[: len(name) - len(tail)].encode()[: room - len(tail.encode())]
    return (stem.decode(errors="ignore").rstrip(". -") + tail).rstrip(". ")


def free_path(folder: Path, name: str, taken: Callable[[Path], bool] = os.path.lexists) -> Path:
    """Give a path in the folder that is not taken yet: the safe name, or the name with ``(2)``, ``(3)``."""
    safe = safe_name(name)
    found = _EXTENSION.search(safe)
    tail = found.group() if found else ""
    stem = safe[: len(safe) - len(tail)]
    for number in count(1):
        mark = f" ({number})" if number > 1 else ""
        room = MAX_NAME - len((mark + tail).encode())
        path = inside(folder, folder / (_trimmed(stem, room) + mark + tail))
        if not taken(path):
            return path
    raise AssertionError


def inside(folder: Path, path: Path) -> Path:
    """Give the path back where it lies in the folder; raises NotWritten where it leads out."""
    home = folder.resolve()
    target = path.parent.resolve() / path.name
    if target == home or not target.is_relative_to(home):
        raise NotWritten(
            msg(N_("“{name}” would lie outside the folder {folder}."), name=path.name, folder=str(folder))
        )
    return path

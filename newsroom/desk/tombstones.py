"""What a computer remembers for erasing: its backups, and what libraries said was erased, for copies that come back."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.desk.shelter import data_folder
from newsroom.domain.errors import Known, NotWritten

if TYPE_CHECKING:
    from collections.abc import Iterable

_BACKUPS, _ERASED = "backups.json", "erased.json"
_MOST = 2_000


def backups() -> tuple[Path, ...]:
    """Give the backups that were made on this computer and are still there."""
    return tuple(path for path in map(Path, _read(_BACKUPS)) if path.is_file())


def note_backup(path: Path) -> None:
    """Remember a backup; where that is not possible, erasing will not find it."""
    known = [one for one in _read(_BACKUPS) if one != str(path)]
    _write(_BACKUPS, [*known, str(path)][-_MOST:])


def erased() -> tuple[str, ...]:
    """Give the uids of the stories of which a library that was opened here said that they were erased."""
    return tuple(_read(_ERASED))


def note_erased(uids: Iterable[str]) -> None:
    """Remember that stories were erased; nothing of them is told but their uids."""
    _write(_ERASED, list(dict.fromkeys((*_read(_ERASED), *uids))))


def _read(name: str) -> list[str]:
    try:
        found: Any = json.loads((data_folder() / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _write(name: str, words: list[str]) -> None:
    from newsroom.formats.files import atomic_write

    folder = data_folder()
    with suppress(OSError, NotWritten, Known):
        folder.mkdir(parents=True, exist_ok=True)
        atomic_write(folder / name, json.dumps(words, ensure_ascii=False).encode())

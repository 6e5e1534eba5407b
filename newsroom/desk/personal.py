"""A person's own settings: one small file, whatever the library; a newer program's settings survive in it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsroom.desk.housekeeping import proper
from newsroom.domain.errors import NotWritten, WrongValue, reason_of
from newsroom.settings import Kind, Personal, Setting, described
from newsroom.translation import N_, msg

VERSION = 1
FILE = "settings.json"
_TYPES = {Kind.SWITCH: bool, Kind.NUMBER: int, Kind.WORDS: list, Kind.ENTRIES: list}


def config_folder() -> Path:
    """Give the folder of the person's own settings."""
    from platformdirs import user_config_path

    named = os.environ.get("NEWSROOM_SETTINGS", "")
    return Path(named) if named else user_config_path("newsroom", appauthor=False)


class PersonalFile:
    """The file; what is missing or spoilt in it reads as if it had never been set."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / FILE
        self._known: tuple[tuple[int, int], Personal] | None = None

    def read(self) -> Personal:
        """Give the settings as the file holds them now; it is read again only where it changed."""
        stamp = self._stamp()
        if self._known is None or self._known[0] != stamp:
            self._known = (stamp, _settings(self._stored()))
        return self._known[1]

    def write(self, wanted: Personal) -> None:
        """Keep the settings; raises NotWritten."""
        from newsroom.formats.files import atomic_write

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = N_("The settings cannot be kept in {file}: {reason}.")
            raise NotWritten(msg(text, file=str(self.path), reason=reason_of(error))) from error
        stored = {**self._stored(), "version": VERSION, **asdict(wanted)}
        atomic_write(self.path, json.dumps(stored, ensure_ascii=False, indent=1).encode())
        self._known = None

    def _stamp(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def _stored(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _settings(stored: dict[str, Any]) -> Personal:
    values = {name: _value(known, stored.get(name)) for name, known in described(Personal).items()}
    return Personal(**values)


def _value(known: Setting, stored: object) -> Any:
    """Give what is stored where it fits the setting, else its default."""
    if type(stored) is not _TYPES.get(known.kind, str):
        return known.default
    entries = isinstance(stored, list) and known.kind is Kind.ENTRIES
    try:
        return proper(known, [_entry(one) for one in stored] if entries else stored)  # type: ignore[attr-defined]  # a list, by its kind
    except (WrongValue, TypeError, AttributeError):
        return known.default


def _entry(stored: object) -> tuple[str, ...]:
    if not isinstance(stored, list) or not all(isinstance(part, str) for part in stored):
        raise TypeError
    return tuple(stored)

"""Where an export goes: one named file, or a folder; and the last look at a file before it is written."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotFound, NotWritten, WrongValue, reason_of
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.formats import Format


_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
"""What looks like a file's ending; a folder may be called ``v1.2``."""


@dataclass(frozen=True, slots=True)
class Target:
    """One file, or a folder that files go into."""

    place: Path
    one_file: bool

    def path(self, name: str) -> Path:
        """Give where a story goes that has this name, in a folder that is there."""
        folder = self.place.parent if self.one_file else self.place
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = N_("The folder {folder} cannot be made: {reason}.")
            raise NotWritten(msg(text, folder=str(folder), reason=reason_of(error))) from error
        from newsroom.formats.files import free_path

        return self.place if self.one_file else free_path(folder, name)


def target(out: Path | None, form: Format, stories: int) -> Target:
    """Give what is meant: a name with an ending is a file, unless a folder has it; none is the folder here.

    Raises WrongValue where several stories would go into one file.
    """
    place = out or Path()
    if out is None or place.is_dir() or not _ENDING.fullmatch(place.suffix):
        return Target(place, one_file=False)
    if stories > 1:
        raise WrongValue(
            msg(N_("{n} stories need a folder, and “{name}” is a file."), n=stories, name=place.name)
        )
    if place.suffix.lower() not in endings(form) and place.suffix.lower() in _known_endings():
        raise WrongValue(
            msg(
                N_("“{name}” does not end as {format} does: {ending}."),
                name=place.name,
                format=form.name,
                ending=endings(form)[0],
            )
        )
    return Target(place, one_file=True)


def endings(form: Format) -> tuple[str, ...]:
    """Give the endings of a format's files, each with its dot, the usual one first."""
    return tuple("." + ending.lstrip(".").lower() for ending in form.extensions)


def _known_endings() -> frozenset[str]:
    from newsroom.formats import formats

    return frozenset(ending for form in formats().values() for ending in endings(form))


def writable(name: str) -> Format:
    """Give a format that writes, by its name; raises WrongValue with the names there are."""
    from newsroom import formats

    names = sorted(form.name for form in formats.writable())
    try:
        form = formats.by_name(name)
    except NotFound:
        form = None
    if form is None or form.write is None:
        raise WrongValue(
            msg(N_("“{format}” cannot be written. Choose from: {all}."), format=name, all=", ".join(names))
        )
    return form


def checked(form: Format) -> Callable[[bytes], None]:
    """Give what looks at a file of this format once more before it is written; it raises NotWritten."""

    def look(data: bytes) -> None:
        if not data or not _whole(form, data):
            raise NotWritten(msg(N_("The file did not become whole; nothing was written. Try again.")))

    return look


def _whole(form: Format, data: bytes) -> bool:
    if form.name == "pdf":
        return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    return True

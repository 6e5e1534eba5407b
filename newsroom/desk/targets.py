"""Where an export goes: one named file, or a folder; and the last look at a file before it is written."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotFound, WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.formats import Format


_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
"""What looks like a file's ending; a folder may be called ``v1.2``."""


@dataclass(frozen=True, slots=True)
class Target:
    """One file, or a folder that files go into."""

    place: Path
    one_file: bool


def target(out: Path | None, form: Format, files: int) -> Target:
    """Give what is meant: a name with an ending is a file, unless a folder has it; none is the folder here.

    Raises WrongValue where several files would go into one.
    """
    place = out or Path()
    if out is None or place.is_dir() or not _ENDING.fullmatch(place.suffix):
        return Target(place, one_file=False)
    if files > 1:
        text = N_("{n} stories need a folder, and “{name}” is a file.")
        raise WrongValue(msg(text, n=files, name=place.name))
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


def collectable(form: Format) -> Format:
    """Give a format back that puts several stories into one file; raises WrongValue with those that do."""
    from newsroom import formats

    if form.collect is None:
        able = ", ".join(sorted(one.name for one in formats.writable() if one.collect))
        text = N_("“{format}” holds one story in a file. Several go into one file with: {all}.")
        raise WrongValue(msg(text, format=form.name, all=able))
    return form


def by_ending(path: Path) -> Format:
    """Give the format that a file's ending asks to be written; raises WrongValue with the endings there are."""
    from newsroom import formats

    able = formats.writable()
    for form in able:
        if path.suffix.lower() == endings(form)[0]:
            return form
    for form in able:
        if path.suffix.lower() in endings(form):
            return form
    known = ", ".join(sorted({endings(form)[0] for form in able}))
    text = N_("The ending of “{name}” is of no format. Name one with --to, or end it in: {all}.")
    raise WrongValue(msg(text, name=path.name, all=known))


def whole(form: Format, data: bytes) -> bool:
    """Tell whether bytes look like a whole file of a format."""
    if not data:
        return False
    if form.name.startswith("pdf"):
        return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    return True

"""Putting written files in their places: names that are free, files beside them, all of it or nothing."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsroom.desk.targets import whole
from newsroom.domain.errors import NotWritten, reason_of
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.desk.targets import Target
    from newsroom.formats import Format, Written


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file goes, and what stands there so far where it is to be replaced."""

    path: Path
    former: bytes | None = None


class Places:
    """Gives each file of one export a place of its own; usable from several threads."""

    def __init__(self, target: Target, *, renew: bool = False) -> None:
        self._target, self._renew = target, renew
        self._given: set[str] = set()
        self._lock = threading.Lock()

    def place(self, name: str, mine: Callable[[bytes], bool] = bool) -> Place:
        """Give where a file of this name goes, folders in it made; raises NotWritten.

        A file that was named is replaced, and where it is wanted those of the same name that are mine; else a
        free name is found. No two files of one export get the same place.
        """
        with self._lock:
            path = self._path(name, renew=self._renew)
            former = _former(path) if self._renew or self._target.one_file else None
            if former and not self._target.one_file and not mine(former):
                path, former = self._path(name, renew=False), None
            self._given.add(str(path).casefold())
        return Place(path, former)

    def _path(self, name: str, *, renew: bool) -> Path:
        from newsroom.formats.files import free_path

        if self._target.one_file:
            made_folder(self._target.place.parent)
            return self._target.place
        inner = PurePosixPath(name)
        folder = made_folder(self._target.place / inner.parent)

        def taken(path: Path) -> bool:
            there = path.is_dir() if renew else os.path.lexists(path)
            return there or str(path).casefold() in self._given

        return free_path(folder, inner.name, taken)


def made_folder(folder: Path) -> Path:
    """Give a folder, made where it is not there; raises NotWritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = N_("The folder {folder} cannot be made: {reason}.")
        raise NotWritten(msg(text, folder=str(folder), reason=reason_of(error))) from error
    return folder


def _former(path: Path) -> bytes | None:
    """Give what stands at a place; what cannot be read is replaced as if it were not there."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def put(path: Path, written: Written, form: Format) -> None:
    """Write a file and those beside it; raises NotWritten, and then nothing new stays behind.

    The file itself comes last, so that it never names one that is not there yet.
    """
    from newsroom.formats.files import atomic_write

    checked(form)(written.data)
    made: list[Path] = []
    try:
        for place, data in _beside(path.parent, written):
            made += [] if place.exists() else [place]
            made_folder(place.parent)
            atomic_write(place, data)
        atomic_write(path, written.data)
    except NotWritten:
        for place in made:
            with suppress(OSError):
                place.unlink()
                place.parent.rmdir()
        raise


def _beside(folder: Path, written: Written) -> Iterator[tuple[Path, bytes]]:
    """Give where the files beside a file go; raises NotWritten for one that would lie outside its folder."""
    from newsroom.formats.files import inside

    for name, data in written.beside.items():
        yield inside(folder, folder / Path(*PurePosixPath(name.replace("\\", "/")).parts)), data


def checked(form: Format) -> Callable[[bytes], None]:
    """Give what looks at a file of this format once more before it is written; it raises NotWritten."""

    def look(data: bytes) -> None:
        if not whole(form, data):
            raise NotWritten(msg(N_("The file did not become whole; nothing was written. Try again.")))

    return look

"""One story on its way out by one channel: its files made, kept with their bytes, and written all of them or none."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsroom.desk.embargoes import by_channel
from newsroom.desk.naming import file_name
from newsroom.desk.placing import checked, made_folder
from newsroom.desk.targets import endings, writable
from newsroom.desk.withdrawing import notice
from newsroom.domain.errors import NotWritten
from newsroom.domain.export_profile import ExportProfile
from newsroom.domain.publishing import Release, ReleaseKind, SentFile
from newsroom.domain.reader import reader_hash
from newsroom.formats import Audience
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.channel import Channel
    from newsroom.domain.publishing import ChannelPlan
    from newsroom.formats import Format
    from newsroom.translation import Message

_MANY = ("{version}", "{state}")
"""Gaps by which each version has a file of its own."""


@dataclass(frozen=True, slots=True)
class Load:
    """A release that is ready to be written: its bytes by path, the files it takes away, and what to say of it."""

    release: Release
    data: Mapping[str, bytes]
    gone: tuple[SentFile, ...] = ()
    remarks: tuple[Message, ...] = ()

    def by_hash(self) -> dict[str, bytes]:
        """Give the bytes by their SHA-256."""
        return {one.sha256: self.data[one.path] for one in self.release.files}


class Sending:
    """Makes what goes out of a story by a channel."""

    def __init__(self, desk: Desk, article: Article, plan: ChannelPlan, former: Sequence[Release]) -> None:
        self._desk, self._article, self._plan = desk, article, plan
        self._written = [one for one in former if one.channel is plan.channel and one.written]
        self._last = self._written[-1] if self._written else None
        self._named: set[str] = set()

    @property
    def is_out(self) -> bool:
        """Tell whether this very version went out already."""
        return self._last is not None and self._last.version == self._article.version

    def publish(self, person: str) -> Load:
        """Give the release of a story; raises Embargoed, LegallyBlocked, WrongValue and NotWritten."""
        preset = self._preset()
        forms = [writable(name) for name in self._plan.formats]
        for form in forms:
            audience = by_channel(form, self._plan.channel)
            trusted = audience is Audience.PARTNER and preset.honours_embargo
            self._desk.output.allow(self._article, audience, trusted=trusted)
        data: dict[str, bytes] = {}
        files: list[SentFile] = []
        remarks: list[Message] = []
        for form in forms:
            remarks += self._add(form, preset, files, data)
        release = self._release(self._kind(), person, tuple(files))
        gone = self._left(data)
        return Load(release, data, gone, tuple(remarks))

    def withdraw(self, person: str) -> Iterator[Load]:
        """Give the notices that take the place of all that stands of a story, for each folder it went to.

        There are none where nothing went out, or where it was withdrawn already.
        """
        told = notice(self._article, self._desk.house)
        standing = self._standing()
        for folder in dict.fromkeys(folder for folder, _path in standing):
            files: list[SentFile] = []
            data: dict[str, bytes] = {}
            for one in (file for (place, _path), file in standing.items() if place == folder):
                if one.format:
                    form = writable(one.format)
                    self._put(form, one.path, self._desk.output.made(told, form).data, files, data)
            release = self._release(ReleaseKind.WITHDRAWN, person, tuple(files))
            gone = (one for (place, path), one in standing.items() if place == folder and path not in data)
            yield Load(replace(release, folder=folder), data, tuple(gone))

    def _standing(self) -> dict[tuple[str, str], SentFile]:
        """Give the files that went out since the story was last withdrawn, by folder and path, as they went out last."""
        found: dict[tuple[str, str], SentFile] = {}
        for release in self._written:
            if release.kind is ReleaseKind.WITHDRAWN:
                found = {place: one for place, one in found.items() if place[0] != release.folder}
            else:
                found |= {(release.folder, one.path): one for one in release.files}
        return found

    def _release(self, kind: ReleaseKind, person: str, files: tuple[SentFile, ...]) -> Release:
        return Release(
            story=self._article.id,
            channel=self._plan.channel,
            kind=kind,
            version=self._article.version,
            hash=reader_hash(self._article),
            person=person,
            time=self._desk.clock(),
            folder=self._plan.folder,
            pattern=self._plan.pattern,
            correction=self._article.correction_note,
            files=files,
        )

    def _kind(self) -> ReleaseKind:
        if self._last is None or self._last.kind is ReleaseKind.WITHDRAWN:
            return ReleaseKind.PUBLISHED
        note = self._article.correction_note
        return ReleaseKind.CORRECTED if note and note != self._last.correction else ReleaseKind.UPDATED

    def _preset(self) -> ExportProfile:
        if self._plan.preset:
            return self._desk.profiles.named(self._plan.preset)
        return ExportProfile(format=self._plan.formats[0])

    # Files

    def _add(
        self, form: Format, preset: ExportProfile, files: list[SentFile], data: dict[str, bytes]
    ) -> Iterator[Message]:
        """Make the file of a format and those beside it."""
        path = self._path(form, preset)
        former = _bytes(Path(self._plan.folder, path))
        stem = PurePosixPath(path).stem
        written = self._desk.output.made(self._article, form, preset.print_profile, stem, former)
        for name, beside in written.beside.items():
            self._put(None, str(PurePosixPath(path).parent / name), beside, files, data)
        self._put(form, path, written.data, files, data)
        yield from written.losses
        if former is not None and self._was(path) not in {"", _digest(former)}:
            text = N_("“{path}” was changed from outside since it went out; it is replaced.")
            yield msg(text, path=path)

    def _put(
        self, form: Format | None, path: str, whole: bytes, files: list[SentFile], data: dict[str, bytes]
    ) -> None:
        if form is not None:
            checked(form)(whole)
        if path in data:
            return
        data[path] = whole
        files.append(SentFile(form.name if form else "", path, _digest(whole), len(whole)))

    def _path(self, form: Format, preset: ExportProfile) -> str:
        """Give where a format's file goes: where it lies already, or a name that is free."""
        kept = self._kept(form)
        if kept and kept not in self._named:
            self._named.add(kept)
            return kept
        house = self._desk.house
        pattern = self._plan.pattern or preset.pattern or house.file_pattern
        wanted = PurePosixPath(
            file_name(self._article, pattern, endings(form)[0], house.zone, self._desk.clock())
        )
        path = next(one for one in _numbered(wanted) if self._is_free(one))
        self._named.add(path)
        return path

    def _kept(self, form: Format) -> str:
        """Give where the file of the last release lies, unless it shall have another place now."""
        last, plan = self._last, self._plan
        if last is None or (last.folder, last.pattern) != (plan.folder, plan.pattern):
            return ""
        if self._is_kept_by_version():
            return ""
        return next((one.path for one in last.files if one.format == form.name), "")

    def _is_free(self, path: str) -> bool:
        if path in self._named or os.path.lexists(Path(self._plan.folder, path)):
            return False
        return self._plan.folder not in self._desk.library.releases.taken(path, self._article.id)

    def _was(self, path: str) -> str:
        files = self._last.files if self._last else ()
        return next((one.sha256 for one in files if one.path == path), "")

    def _left(self, data: Mapping[str, bytes]) -> tuple[SentFile, ...]:
        """Give the files of the last release that have no place in this one and would be left over."""
        last = self._last
        if last is None or last.folder != self._plan.folder or self._is_kept_by_version():
            return ()
        return tuple(one for one in last.files if one.path not in data)

    def _is_kept_by_version(self) -> bool:
        """Tell whether each version has a file of its own, so that none is left over."""
        pattern = self._plan.pattern or self._desk.house.file_pattern
        return any(gap in pattern for gap in _MANY)


def _numbered(path: PurePosixPath) -> Iterator[str]:
    yield str(path)
    for number in range(2, 10_000):
        yield str(path.with_name(f"{path.stem} ({number}){path.suffix}"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def put_all(load: Load) -> None:
    """Write all files of a release, or leave everything as it was and raise NotWritten.

    Of files that are left over only those go that are as they went out.
    """
    from newsroom.formats.files import atomic_write, inside

    folder = there(load.release.folder, load.release.channel)
    done: list[tuple[Path, bytes | None]] = []
    try:
        for name, data in load.data.items():
            path = inside(folder, folder / name)
            made_folder(path.parent)
            done.append((path, _bytes(path)))
            atomic_write(path, data)
    except NotWritten:
        _undo(reversed(done))
        raise
    for one in load.gone:
        path = folder / one.path
        if (left := _bytes(path)) is not None and _digest(left) == one.sha256:
            with suppress(OSError):
                path.unlink()


def _undo(done: Iterable[tuple[Path, bytes | None]]) -> None:
    """Put back what stood there before; what cannot be put back is told by the error that follows."""
    from newsroom.formats.files import atomic_write

    for path, former in done:
        with suppress(OSError, NotWritten):
            if former is None:
                path.unlink(missing_ok=True)
            else:
                atomic_write(path, former)


def there(folder: str, channel: Channel) -> Path:
    """Give the folder of a channel; raises NotWritten where it is not there, for a drive may be away."""
    path = Path(folder)
    if not path.is_dir():
        text = N_(
            "The folder {folder} of the channel “{channel}” is not there. Connect its drive, or choose another folder in "
            "“Channels”; the story waits."
        )
        raise NotWritten(msg(text, folder=folder, channel=msg(channel.label)))
    return path

"""The rules for zip packages: what the directory claims is judged first, then every byte is counted.

Headers lie: sizes, names and offsets in a zip are claims of whoever made it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_MEMBERS = 2_000
MOST_BYTES = 100 << 20
MOST_XML = 20 << 20
MOST_RATIO = 200
RATIO_FROM = 1 << 20
"""The ratio counts for parts from so many bytes on: a small file may well be all spaces."""

FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
"""What a damaged, locked or strangely packed archive makes `zipfile` raise."""

_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_MARKUP = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]+)", re.IGNORECASE)
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_DRIVE = re.compile(r"[A-Za-z]:")
_STEP = 1 << 18

_DAMAGED = N_("The file is damaged: it is cut off or was changed on its way. Ask for it again.")


def members(data: bytes) -> dict[str, bytes]:
    """Give all parts of a package by name, unpacked within the limits; raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(_counted(data))) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _check_directory(package.infolist(), data, package.start_dir)
            return _unpack(package, entries)
    except FAULTS as fault:
        raise Refused(Message(_DAMAGED)) from fault


def check(data: bytes) -> None:
    """Refuse a package that breaks a rule."""
    members(data)


def _counted(data: bytes) -> bytes:
    """Count entries before the directory is read, which takes memory for each."""
    if data.count(_ENTRY) > 2 * MOST_MEMBERS:
        raise Refused(_too_many(data.count(_ENTRY)))
    return data


def _too_many(count: int) -> Message:
    return msg(
        N_("The file is not read: it holds {count} parts, at most {most} are allowed."),
        count=count,
        most=MOST_MEMBERS,
    )


def _check_directory(entries: Sequence[zipfile.ZipInfo], data: bytes, directory: int) -> None:
    if len(entries) > MOST_MEMBERS:
        raise Refused(_too_many(len(entries)))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused(
            msg(N_("This file is protected by a password. Save it without one, then import it again."))
        )
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise Refused(msg(N_("The file is packed in an unusual way. Save it again in a word processor.")))
    _check_names(entries)
    _check_places(entries, data, directory)
    _check_claims(entries)


def _check_names(entries: Sequence[zipfile.ZipInfo]) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        raise Refused(msg(N_("The file is not read: two of its parts have the same name.")))
    if any(_leads_out(entry) for entry in entries):
        raise Refused(msg(N_("The file is not read: a part's name leads out of it.")))


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename.replace("\\", "/")
    return name.startswith("/") or bool(_DRIVE.match(name)) or ".." in name.split("/") or "\0" in name


def _check_places(entries: Sequence[zipfile.ZipInfo], data: bytes, directory: int) -> None:
    """Refuse members that lie over each other: the trick by which a few kilobytes unpack to petabytes."""
    places = sorted((entry.header_offset, _end(entry, data)) for entry in entries)
    ends = any(end > directory for _, end in places)
    if ends or any(end > start for (_, end), (start, _) in pairwise(places)):
        raise Refused(msg(N_("The file is not read: its parts lie over each other, as in a zip bomb.")))


def _end(entry: zipfile.ZipInfo, data: bytes) -> int:
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if entry.header_offset < 0 or len(header) < _LOCAL_HEADER:
        raise zipfile.BadZipFile
    words = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return entry.header_offset + _LOCAL_HEADER + words + entry.compress_size


def _check_claims(entries: Sequence[zipfile.ZipInfo]) -> None:
    claimed = sum(entry.file_size for entry in entries)
    bulky = any(
        entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    if claimed > MOST_BYTES or bulky:
        raise Refused(_bomb(claimed))
    if any(entry.file_size > MOST_XML and _is_markup(entry.filename) for entry in entries):
        raise Refused(_too_much_text())


def _bomb(size: int) -> Message:
    return msg(
        N_("The file is not read: it would unpack to {size} MB, as a zip bomb does."), size=-(-size >> 20)
    )


def _too_much_text() -> Message:
    return msg(
        N_("The file is too large: a part of it has more than {most} MB of text. Split it."),
        most=MOST_XML >> 20,
    )


def _is_markup(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".vml", ".xhtml", ".html"))


def _unpack(package: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> dict[str, bytes]:
    done: dict[str, bytes] = {}
    room = MOST_BYTES
    for entry in entries:
        done[entry.filename] = _read(package, entry, room)
        room -= len(done[entry.filename])
        if _is_markup(entry.filename):
            check_markup(done[entry.filename])
    return done


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    held = io.BytesIO()
    with package.open(entry) as file:
        while step := file.read(_STEP):
            held.write(step)
            if held.tell() > room:
                raise Refused(_bomb(MOST_BYTES))
    return held.getvalue()


def check_markup(data: bytes) -> None:
    """Refuse an XML part that is empty, declares entities in any encoding, or hides them in a rare one."""
    bare = data.replace(b"\0", b"")
    if not bare.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refused(msg(N_("The file is damaged: a part of it is empty. Ask for it again.")))
    if len(data) > MOST_XML:
        raise Refused(_too_much_text())
    if _MARKUP.search(bare):
        raise Refused(
            msg(N_("The file is not read: it declares a document type, by which other files are drawn in."))
        )
    declared = _DECLARED.search(bare[:400])
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Refused(
            msg(
                N_("The file is not read: it is written in the rare encoding {name}."),
                name=declared[1].decode(),
            )
        )

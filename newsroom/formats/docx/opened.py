"""A Word file that was opened with care: only the parts that are asked for, only so much of each."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats.docx.package import OFFICE, WORD
from newsroom.formats.guard.archive import FAULTS
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

W = f"{{{WORD}}}"
R = f"{{{OFFICE}}}"
LARGEST = 20_000_000
"""No part may unpack to more bytes than these."""
_KEPT = 100_000
_HEADER = 30
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE.encode()),
)
_DAMAGED = N_("The Word file is damaged or cut short. Ask for it again.")


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part refers to: the last word of its kind, a member's name or an address."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Packed:
    """A member as it lies in the archive."""

    data: bytes
    check: int

    def unpacked(self) -> bytes:
        """Give the bytes; raises Refused where they are damaged or too many."""
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = inflate.decompress(self.data, LARGEST)
        except zlib.error as fault:
            raise Refused(msg(_DAMAGED)) from fault
        if not inflate.eof or zlib.crc32(data) != self.check:
            raise Refused(msg(_DAMAGED))
        return data


class Opened:
    """The archive of a Word file; raises Refused, with its own reason for each fault."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Refused(_old_or_locked(data))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as fault:
            raise Refused(msg(_DAMAGED)) from fault
        self._data = data
        self._members = {info.filename: info for info in self._archive.infolist()}

    def bytes(self, name: str) -> bytes | None:
        """Give a member's bytes, or None where there is none."""
        info = self._members.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Refused(msg(N_("The Word file is protected with a password. Save it without one.")))
        try:
            with self._archive.open(info) as member:
                data = member.read(LARGEST + 1)
        except FAULTS as fault:
            raise Refused(msg(_DAMAGED)) from fault
        if len(data) > LARGEST:
            raise Refused(msg(N_("A part of the Word file is too large to be a story.")))
        return data

    def packed(self, name: str) -> Packed | None:
        """Give a member as it is packed, by which its sense is remembered; None where it is not in the usual way."""
        info = self._members.get(name)
        if info is None or info.flag_bits & 1 or info.compress_type != zipfile.ZIP_DEFLATED:
            return None
        at = info.header_offset
        begin = (
            at
            + _HEADER
            + sum(struct.unpack_from("<2H", self._data[at : at + _HEADER].ljust(_HEADER, b"\0"), 26))
        )
        return Packed(self._data[begin : begin + info.compress_size], info.CRC)

    def xml(self, name: str) -> _Element | None:
        """Give a member as parsed XML, or None where there is none."""
        data = self.bytes(name)
        return None if data is None else parsed(data)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Give what a part refers to, by id."""
        folder, leaf = posixpath.split(part)
        data = self.bytes(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        if not data:
            return {}
        return _known_relations(data, folder) if len(data) < _KEPT else _relations(data, folder)


def _old_or_locked(data: bytes) -> Message:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return msg(N_("The Word file is protected with a password. Save it without one."))
    return msg(N_("This is a Word file of the old form (.doc). Save it as .docx."))


def parsed(data: bytes) -> _Element:
    """Parse XML without entities, network or document types; raises Refused."""
    from lxml import etree

    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(msg(_DAMAGED)) from fault
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know it
        raise Refused(msg(N_("The Word file holds a document type, which no Word file needs.")))
    return root


@lru_cache(maxsize=64)
def _known_relations(data: bytes, folder: str) -> Mapping[str, Relation]:
    return _relations(data, folder)


def _relations(data: bytes, folder: str) -> Mapping[str, Relation]:
    return {
        line.get("Id", ""): Relation(line.get("Type", "").rpartition("/")[2], *_target(line, folder))
        for line in parsed(data)
    }


def _target(line: _Element, folder: str) -> tuple[str, bool]:
    target = line.get("Target", "")
    if line.get("TargetMode") == "External":
        return target, True
    if target.startswith("/"):
        return target.lstrip("/"), False
    return posixpath.normpath(posixpath.join(folder, target)), False


def texts(root: _Element | None) -> dict[str, str]:
    """Give the text of each child by its local name."""
    if root is None:
        return {}
    return {str(child.tag).rpartition("}")[2]: child.text or "" for child in root}


def custom(root: _Element | None) -> dict[str, str]:
    """Give custom properties by name."""
    return {} if root is None else {line.get("name", ""): "".join(map(str, line.itertext())) for line in root}

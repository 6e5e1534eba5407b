"""The archive around a story: parts that never change are deflated once and then only appended."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsroom import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OWN_HEADER = "newsroom-header.xml"
"""Our own head of each page, which is no part of a story when the file comes back."""
VARYING = frozenset(
    {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/settings.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
    }
)
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_NEEDS, _DEFLATED, _MIDNIGHT, _NEW_YEAR_1980 = 20, 8, 0, 0x21


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the archive, ready to be appended."""

    name: bytes
    check: int
    size: int
    deflated: bytes


def part(name: str, data: bytes) -> Part:
    """Deflate a member; its time is fixed, so that the same story gives the same bytes."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = squeeze.compress(data) + squeeze.flush()
    return Part(name.encode("ascii"), zlib.crc32(data), len(data), deflated)


def archive(parts: Iterable[Part]) -> bytes:
    """Give the bytes of a zip archive of these parts, in their order."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for one in parts:
        facts = (
            _DEFLATED,
            _MIDNIGHT,
            _NEW_YEAR_1980,
            one.check,
            len(one.deflated),
            one.size,
            len(one.name),
            0,
        )
        local = _LOCAL.pack(b"PK\x03\x04", _NEEDS, 0, *facts) + one.name
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _NEEDS, _NEEDS, 0, *facts, 0, 0, 0, 0, at) + one.name)
        chunks += (local, one.deflated)
        at += len(local) + len(one.deflated)
    central = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(central), at, 0)
    return b"".join((*chunks, central, end))


@dataclass(frozen=True, slots=True)
class Base:
    """What documents are made from: the members of a template, and how what we write fits into it."""

    members: Mapping[str, bytes]
    page: str
    """The properties of the page, ``w:sectPr``."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The ids of styles in this template that are others than ours."""
    lists: int = 0
    """The highest number of a list that was there before ours."""
    standing: tuple[Part, ...] = ()

    @property
    def width(self) -> int:
        """Give the width of the text, in twentieths of a point."""
        sides = {name: int(found) for name, found in _SIDES.findall(self.page)}
        wide = sides.get("w", 0) - sides.get("left", 0) - sides.get("right", 0)
        return wide if wide > 0 else USUAL_WIDTH

    def fitted(self, markup: str) -> str:
        """Give markup of ours with the names of styles and the numbers of lists as they are here."""
        return _NAMED.sub(self._renamed, markup) if self.names or self.lists else markup

    def _renamed(self, found: re.Match[str]) -> str:
        kind, value = found[1], found[2]
        fit = str(int(value) + self.lists) if kind == "numId" else self.names.get(value, value)
        return f'<w:{kind} w:val="{fit}"/>'


_NAMED = re.compile(r'<w:(pStyle|rStyle|tblStyle|numId) w:val="([^"]*)"/>')
_SIDES = re.compile(r'w:(w|left|right)="(\d{1,6})"')
USUAL_WIDTH = 9_072
_SECTION = re.compile(rb"<w:sectPr\b.*</w:sectPr>", re.DOTALL)


@cache
def ours() -> Base:
    """Give the program's own template."""
    with zipfile.ZipFile(resources.find("templates", "docx", "story.docx")) as source:
        members = {name: source.read(name) for name in source.namelist()}
    return made(members, section(members["word/document.xml"]))


def made(
    members: Mapping[str, bytes], page: str, names: Mapping[str, str] | None = None, lists: int = 0
) -> Base:
    """Make what documents are made from; the parts that are the same in every story are deflated once."""
    same = tuple(part(name, data) for name, data in members.items() if name not in VARYING)
    return Base(members, page, names or {}, lists, same)


def section(document: bytes) -> str:
    """Give the properties of a document's page."""
    found = _SECTION.search(document)
    return found[0].decode() if found else "<w:sectPr/>"


def types(base: Base, kinds: Iterable[tuple[str, str]] = ()) -> Part:
    """Give the list of what each part is, with further parts and their types."""
    more = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return extended(base, "[Content_Types].xml", "</Types>", more)


def styles(base: Base, language: str) -> Part:
    """Give the styles for a language, in which Word then proofs the text."""
    return _styles(base.members["word/styles.xml"], language)


@lru_cache(maxsize=64)
def _styles(source: bytes, language: str) -> Part:
    return part("word/styles.xml", source.replace(b"de-DE", language.encode("ascii", "ignore") or b"de-DE"))


def numbering(base: Base, lists: int) -> Part:
    """Give the numbering for so many numbered lists, each of its own kind and beginning at one."""
    return _numbering(base.members["word/numbering.xml"], base.lists, lists)


@lru_cache(maxsize=64)
def _numbering(source: bytes, before: int, lists: int) -> Part:
    numbers = range(FIRST_LIST + before, FIRST_LIST + before + lists)
    first = FORMS + before
    forms = b"".join(_form(first + at) for at in range(lists))
    lines = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{first + at}"/></w:num>'
        for at, number in enumerate(numbers)
    )
    head, found, tail = source.partition(b"<w:num ")
    data = head + forms + found + tail.replace(b"</w:numbering>", lines.encode() + b"</w:numbering>")
    return part("word/numbering.xml", data)


@cache
def _numbered() -> tuple[bytes, bytes]:
    """Give what stands around the number of the form that numbered lists have."""
    source = ours().members["word/numbering.xml"]
    begin = source.index(b'<w:abstractNum w:abstractNumId="1"')
    form = source[begin : source.index(b"</w:abstractNum>", begin) + len(b"</w:abstractNum>")]
    head, _, tail = form.partition(b'w:abstractNumId="1"')
    return head, tail


def _form(number: int) -> bytes:
    head, tail = _numbered()
    return head + b'w:abstractNumId="%d"' % number + tail


def extended(base: Base, name: str, end: str, more: str) -> Part:
    """Give a member of the template with something put before its end."""
    source = base.members[name]
    return part(name, source.replace(end.encode(), more.encode() + end.encode()))


BULLETS = 1
FIRST_LIST = 3
"""The numbers of lists: 1 has bullets, 2 belongs to the style, numbered lists of a story follow."""
FORMS = 1_000
"""From here the forms of a story's numbered lists are counted."""

"""The archive around a story: parts that never change are deflated once and then only appended."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsroom import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VARYING = frozenset(
    {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
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


@cache
def template() -> Mapping[str, bytes]:
    """Give the members of the house's template by name."""
    with zipfile.ZipFile(resources.find("templates", "docx", "story.docx")) as source:
        return {name: source.read(name) for name in source.namelist()}


@cache
def standing() -> tuple[Part, ...]:
    """Give the parts that are the same in every story."""
    return tuple(part(name, data) for name, data in template().items() if name not in VARYING)


@cache
def types(kinds: tuple[tuple[str, str], ...] = ()) -> Part:
    """Give the list of what each part is, with further parts and their types."""
    more = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    source = template()["[Content_Types].xml"]
    return part("[Content_Types].xml", source.replace(b"</Types>", more.encode() + b"</Types>"))


@lru_cache(maxsize=64)
def styles(language: str) -> Part:
    """Give the styles for a language, in which Word then proofs the text."""
    source = template()["word/styles.xml"]
    return part("word/styles.xml", source.replace(b"de-DE", language.encode("ascii", "ignore") or b"de-DE"))


@lru_cache(maxsize=64)
def numbering(lists: int) -> Part:
    """Give the numbering for so many numbered lists, of which each begins at one."""
    more = "".join(_restarted(number) for number in range(FIRST_LIST, FIRST_LIST + lists))
    source = template()["word/numbering.xml"]
    return part("word/numbering.xml", source.replace(b"</w:numbering>", more.encode() + b"</w:numbering>"))


BULLETS = 1
FIRST_LIST = 3
"""The numbers of lists: 1 has bullets, 2 belongs to the style, numbered lists of a story follow."""


def _restarted(number: int) -> str:
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(9)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{levels}</w:num>'

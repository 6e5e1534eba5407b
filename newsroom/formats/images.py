"""Knows pictures by their first bytes: which kind they are, and how large, before anything decodes them."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_PNG_HEAD, _GIF_HEAD, _WEBP_HEAD, _MARKER = 24, 10, 30, 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class Image:
    """What the header of a picture tells: its kind, and its size in pixels."""

    kind: str
    width: int
    height: int


def look(data: bytes) -> Image | None:
    """Tell kind and size of a PNG, JPEG, GIF or WebP by its content; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= _PNG_HEAD:
        return _image("png", *struct.unpack(">II", data[16:24]))
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= _GIF_HEAD:
        return _image("gif", *struct.unpack("<HH", data[6:10]))
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _image(kind: str, width: int, height: int) -> Image | None:
    return Image(kind, width, height) if width and height else None


def _jpeg(data: bytes) -> Image | None:
    """Walk the segments to the frame's header, which holds the size."""
    at = 2
    while at + 9 < len(data) and data[at] == _MARKER:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _image("jpeg", width, height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp(data: bytes) -> Image | None:
    """Read the size from the first chunk, which is one of three kinds."""
    if len(data) < _WEBP_HEAD:
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        return Image("webp", *(1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27)))
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return Image("webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    width, height = struct.unpack("<HH", data[26:30])
    return _image("webp", width & 0x3FFF, height & 0x3FFF)

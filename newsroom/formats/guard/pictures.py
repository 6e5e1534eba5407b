"""Kind and size of a picture by its first bytes, before anyone decodes it; SVG is never a picture here."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.errors import Refused
from newsroom.translation import N_, msg

MOST_PIXELS = 40_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_NO_FRAME = frozenset({0xC4, 0xC8, 0xCC})
"""JPEG markers among the start-of-frame numbers that start none."""


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's MIME type and its size in pixels."""

    mime: str
    width: int
    height: int

    @property
    def kind(self) -> str:
        """Give the kind as file names have it: png, jpeg, gif or webp."""
        return self.mime.removeprefix("image/")


def look(data: bytes) -> Size | None:
    """Give kind and size as `measure` does; None for anything else, damaged or giant."""
    try:
        return measure(data)
    except Refused:
        return None


def measure(data: bytes) -> Size:
    """Give kind and size of a PNG, JPEG, GIF or WebP; raises Refused for others, damaged and giant ones."""
    try:
        size = _measure(data)
    except (IndexError, ValueError) as fault:
        raise Refused(msg(N_("The picture is damaged."))) from fault
    if not size:
        raise Refused(msg(N_("The picture is none of PNG, JPEG, GIF and WebP.")))
    if not size.width or not size.height:
        raise Refused(msg(N_("The picture is damaged.")))
    if size.width * size.height > MOST_PIXELS:
        pixels = -(-size.width * size.height // 1_000_000)
        raise Refused(
            msg(N_("The picture is too large: {pixels} megapixels, at most 40 are shown."), pixels=pixels)
        )
    return size


def _measure(data: bytes) -> Size | None:
    if data.startswith(_PNG):
        return Size("image/png", _big(data, 16, 4), _big(data, 20, 4))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Size("image/gif", _little(data, 6, 2), _little(data, 8, 2))
    if data.startswith(b"\xff\xd8\xff"):
        return _measure_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _measure_webp(data)
    return None


def _measure_jpeg(data: bytes) -> Size:
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 - every JPEG marker begins so
            raise ValueError
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - a fill byte
            at += 1
        elif marker in range(0xD0, 0xD9) or marker == 0x01:
            at += 2
        elif marker in range(0xC0, 0xD0) and marker not in _NO_FRAME:
            return Size("image/jpeg", _big(data, at + 7, 2), _big(data, at + 5, 2))
        else:
            at += 2 + max(_big(data, at + 2, 2), 2)


def _measure_webp(data: bytes) -> Size:
    kind = data[12:16]
    if kind == b"VP8X":
        return Size("image/webp", _little(data, 24, 3) + 1, _little(data, 27, 3) + 1)
    if kind == b"VP8L":
        bits = _little(data, 21, 4)
        return Size("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 ":
        return Size("image/webp", _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)
    raise ValueError


def _big(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(_part(data, at, size), "big")


def _little(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(_part(data, at, size), "little")


def _part(data: bytes, at: int, size: int) -> bytes:
    found = data[at : at + size]
    if len(found) < size:
        raise ValueError
    return found

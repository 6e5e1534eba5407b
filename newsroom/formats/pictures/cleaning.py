"""Takes out of a picture what is private in it, place, device and history, and leaves each pixel as it is."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT".split()
)
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_MOST_SEGMENT = 0xFFFF - 2
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APP = range(0xE0, 0xF0)
_KEPT_APPS = {0xE0: b"", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_TABLE = 0x80
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_VP8X_EXIF, _VP8X_XMP = 0x08, 0x04


def cleaned(data: bytes, packet: bytes = b"") -> bytes:
    """Give a PNG, JPEG, GIF or WebP without metadata but the XMP given; raises ValueError where it is broken."""
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_png(data, packet))
        if data.startswith(b"\xff\xd8"):
            return b"\xff\xd8" + b"".join(_jpeg(data, packet))
        if data.startswith(b"GIF8"):
            return b"".join(_gif(data))
        return _webp(data, packet)
    except (IndexError, struct.error) as fault:
        raise ValueError from fault


def _png(data: bytes, packet: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while True:
        size = struct.unpack_from(">I", data, at)[0]
        kind, chunk = data[at + 4 : at + 8], data[at : at + size + 12]
        if len(chunk) < size + 12:
            raise ValueError
        if kind in _PNG_KEPT:
            yield chunk
        if kind == b"IHDR" and packet:
            yield _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
        if kind == b"IEND":
            return
        at += len(chunk)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _jpeg(data: bytes, packet: bytes) -> Iterator[bytes]:
    """Give the segments that make the picture; what follows its end, as a second picture, is left."""
    at = 2
    written = not packet or len(_JPEG_XMP) + len(packet) > _MOST_SEGMENT
    while True:
        found = _MARKER.match(data, at)
        if not found:
            raise ValueError
        at, marker = found.end(), data[found.end() - 1]
        if marker == _END:
            yield b"\xff\xd9"
            return
        size = struct.unpack_from(">H", data, at)[0]
        segment = data[at : at + size]
        if not written and marker not in _APP[:1]:
            yield _segment(0xE1, _JPEG_XMP + packet)
            written = True
        if _stays(marker, segment):
            yield bytes((0xFF, marker)) + segment
        at += size
        if marker == _SCAN:
            end = _end_of_scan(data, at)
            yield data[at:end]
            at = end


def _stays(marker: int, segment: bytes) -> bool:
    if marker in _APP:
        return marker in _KEPT_APPS and segment[2:].startswith(_KEPT_APPS[marker])
    return marker != _COMMENT


def _end_of_scan(data: bytes, at: int) -> int:
    found = _MARKER.search(data, at)
    if not found:
        raise ValueError
    return found.start()


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _table(data[10])
    yield data[:at]
    while data[at] != _TRAILER:
        start = at
        if data[at] == _EXTENSION:
            label, name = data[at + 1], data[at + 3 : at + 14]
            at = _after_blocks(data, at + 2)
            if label == 0xF9 or (label == 0xFF and name in _LOOPS):  # noqa: PLR2004 - timing, and looping
                yield data[start:at]
        elif data[at] == _IMAGE:
            at = _after_blocks(data, at + 11 + _table(data[at + 9]))
            yield data[start:at]
        else:
            raise ValueError
    yield b";"


def _table(flags: int) -> int:
    """Give how many bytes a colour table takes."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & _TABLE else 0


def _after_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += size + 1
    return at + 1


def _webp(data: bytes, packet: bytes) -> bytes:
    chunks: list[tuple[bytes, bytes]] = []
    at, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while at + 8 <= min(end, len(data)):
        kind, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        content = data[at + 8 : at + 8 + size]
        if len(content) < size:
            raise ValueError
        chunks += [] if kind in {b"EXIF", b"XMP "} else [(kind, content)]
        at += 8 + size + size % 2
    told = bool(packet) and chunks[0][0] == b"VP8X"
    if chunks[0][0] == b"VP8X":
        flags = chunks[0][1][0] & ~(_VP8X_EXIF | _VP8X_XMP) | (_VP8X_XMP if told else 0)
        chunks[0] = (b"VP8X", bytes((flags,)) + chunks[0][1][1:])
    chunks += [(b"XMP ", packet)] if told else []
    inner = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for kind, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(inner)) + inner

"""Reads IPTC-IIM, the older way in which agencies write into pictures."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = {
    80: "creator",
    105: "headline",
    110: "credit",
    115: "source",
    116: "rights",
    120: "caption",
}
_ENVELOPE, _CHARACTERS = 1, 90
_APPLICATION = 2
_UTF8 = b"\x1b%G"
_HEAD = struct.Struct(">BBI")


def words_of_iptc(stream: bytes) -> dict[str, str]:
    """Give what IPTC says by our names; several creators are one line."""
    entries = list(_entries(stream))
    coded = any(key == (_ENVELOPE, _CHARACTERS) and value == _UTF8 for key, value in entries)
    told: dict[str, list[str]] = {}
    for (record, number), value in entries:
        if record == _APPLICATION and number in _NAMES:
            told.setdefault(_NAMES[number], []).append(_text(value, coded=coded))
    return {name: ", ".join(filter(None, values)) for name, values in told.items()}


def _entries(stream: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = 0
    while at + _HEAD.size <= len(stream):
        record, number, size = _HEAD.unpack_from(stream, at)
        at += _HEAD.size
        yield (record, number), stream[at : at + size]
        at += size


def _text(value: bytes, *, coded: bool) -> str:
    """Give bytes as text: UTF-8 where it is said or fits, else what older cameras and agencies wrote."""
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("utf-8" if coded else "cp1252", "replace").strip()

"""Versions stored small: deflated, each beside the text of an earlier version of its story.

Most of a version stands in the one before it, so that one is what the deflater looks back to. A packed text
begins with a byte that names its form; then follow slices, each with the stretch around the same place of
the earlier text, for a deflater looks back no further than 32 kB.

A server that keeps the rules itself must see that what is stored is what was sealed, and cannot inflate. There a version
is told in steps: which stretches of the earlier text it is made of, and the words between them.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from newsroom.domain.errors import UnreadableText
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = b"\x01"
STEPS = b"\x02"
_SLICE = 16_384
_RAW = -15
_LEVEL = 9
_USUAL = (
    b'{"ai_use":"","approved_at":null,"approved_by":"","approved_hash":"","authors":[["",""]],"body":{"blocks"'
    b':[{"content":[" sich nicht auch nach einer werden the that with from said "],"type":"paragraph"},{"conte'
    b'nt":["Der die und das mit von den dem ist im auf ein eine in zu des als er sie es"],"level":1,"type":"cr'
    b'osshead"},{"content":["The of and to in is for on was at as by"],"type":"paragraph"}],"version":1},"chan'
    b'ges":[],"correction_note":"","created":"2026-01-01T12:00:00.000000+00:00","created_by":"","dateline":"",'
    b'"detected_language":"de","dismissed":[],"editors_note":"","embargo":null,"embargo_line":"","genre":"news'
    b'","headline":"","id":1,"import_notes":[],"imported":false,"keywords":[],"kicker":"","language":"auto","l'
    b'ead":[""],"links":[],"modified":"2026-01-01T12:00:00.000000+00:00","notes":[],"ordered_amount":null,"ord'
    b'ered_unit":"","priority":"4","publish_time":null,"rights":"","section":"","sign_off":"","slug":"","sourc'
    b'e":"","state":"draft","subheadline":"","teaser":"","trashed":null,"uid":"019a0000-0000-7000-8000-0000000'
    b'00000","version":1,"web_headline":""}'
)
"""What stands in any story, for one that has no earlier text. It belongs to the form: never change it."""


def pack(text: bytes, base: bytes = b"") -> bytes:
    """Give a text small, beside an earlier one that must be there to read it again."""
    slices = (_deflated(text[start : start + _SLICE], base, start) for start in range(0, len(text), _SLICE))
    return FORM + b"".join(slices)


def _deflated(text: bytes, base: bytes, start: int) -> bytes:
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, 9, zdict=_around(base, start))
    return deflater.compress(text) + deflater.flush()


def unpack(packed: bytes, base: bytes = b"") -> bytes:
    """Give a text as it was; raises UnreadableText where it is damaged."""
    if packed[:1] == STEPS:
        return _made_of(packed[1:], base)
    if packed[:1] != FORM:
        raise _damaged()
    rest, slices = packed[1:], [b""]
    while rest:
        inflater = zlib.decompressobj(_RAW, zdict=_around(base, _SLICE * (len(slices) - 1)))
        try:
            slices.append(inflater.decompress(rest, _SLICE + 1))
        except zlib.error as fault:
            raise _damaged() from fault
        if not inflater.eof or len(slices[-1]) > _SLICE:
            raise _damaged()
        rest = inflater.unused_data
    return b"".join(slices)


def _around(base: bytes, start: int) -> bytes:
    """Give what a slice looks back to; where the earlier text ends sooner, its end."""
    if not base:
        return _USUAL
    place = min(start, max(len(base) - _SLICE, 0))
    return base[max(place - _SLICE, 0) : place + _SLICE]


_STRETCH = 8
"""So many characters are taken from the earlier text at the least: to name them takes nearly as many."""


def steps(text: str, base: str) -> list[str | int]:
    """Give how a text is made of an earlier one: words, or how many characters to skip there and how many to take."""
    places = {base[at : at + _STRETCH]: at for at in range(len(base) - _STRETCH, -1, -_STRETCH)}
    told: list[str | int] = []
    done = at = reached = 0
    while at + _STRETCH <= len(text):
        place = places.get(text[at : at + _STRETCH])
        if place is None:
            at += 1
            continue
        while at > done and place and text[at - 1] == base[place - 1]:
            at, place = at - 1, place - 1
        length = _common(text, at, base, place)
        told += [text[done:at]] if at > done else []
        told += [place - reached, length]
        done = at = at + length
        reached = place + length
    return [*told, text[done:]] if done < len(text) else told


def _common(text: str, at: int, base: str, place: int) -> int:
    """Give how many characters two texts share from a place of each on."""
    length, step = 0, _STRETCH
    while step:
        piece = text[at + length : at + length + step]
        if len(piece) == step and base.startswith(piece, place + length):
            length, step = length + step, step * 2
        else:
            step //= 2
    return length


def _made_of(told: bytes, base: bytes) -> bytes:
    try:
        return "".join(_stretches(json.loads(told), base.decode())).encode()
    except (ValueError, TypeError, RecursionError) as fault:
        raise _damaged() from fault


def _stretches(told: list[str | int], base: str) -> Iterator[str]:
    at, skip = 0, None
    for one in told:
        if isinstance(one, str):
            yield one
        elif skip is None:
            skip = one
        else:
            yield base[at + skip : at + skip + one]
            at, skip = at + skip + one, None


def _damaged() -> UnreadableText:
    return UnreadableText(msg(N_("The stored text is damaged.")))

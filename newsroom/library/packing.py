"""Versions stored small: deflated, each beside the text of an earlier version of its story.

Most of a version stands in the one before it, so that one is what the deflater looks back to. A packed text
begins with a byte that names its form; then follow slices, each with the stretch around the same place of
the earlier text, for a deflater looks back no further than 32 kB.
"""

from __future__ import annotations

import zlib

from newsroom.domain.errors import UnreadableText
from newsroom.translation import N_, msg

FORM = b"\x01"
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


def _damaged() -> UnreadableText:
    return UnreadableText(msg(N_("The stored text is damaged.")))

"""A page with all its parts in one file, as Chrome and Edge save it (MHTML): the page, and its pictures by address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message

MOST_PARTS = 2_000
_PICTURES = frozenset({"image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class Archive:
    """A page's bytes with the encoding it is said to be in and where it came from, and its pictures by address."""

    page: bytes
    charset: str = ""
    address: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict)


def looks_like_archive(start: str) -> bool:
    """Tell whether the beginning of a file is that of such an archive."""
    head = start[:4_000].lower()
    return head.startswith(("from:", "mime-version:", "subject:", "date:", "content-type:")) and (
        "multipart/related" in head or "snapshot-content-location" in head
    )


def opened(data: bytes) -> Archive:
    """Give the parts of an archive; raises Refused where there is no page in it, or too much."""
    import email
    import email.policy

    if data.count(b"\n--") > 2 * MOST_PARTS:
        raise Refused(msg(N_("The page is not read: it has more than {most} parts."), most=MOST_PARTS))
    whole = email.message_from_bytes(data, policy=email.policy.compat32)
    page: Message | None = None
    parts: dict[str, bytes] = {}
    for part in whole.walk():
        kind = part.get_content_type()
        if kind == "text/html" and page is None:
            page = part
        elif kind in _PICTURES:
            parts |= dict.fromkeys(_names(part), _bytes(part))
    if page is None:
        raise Refused(msg(N_("There is no page in this file.")))
    return Archive(
        _bytes(page), str(page.get_content_charset() or ""), _header(page, "Content-Location"), parts
    )


def _names(part: Message) -> list[str]:
    """Give the addresses by which a page asks for a part."""
    known = _header(part, "Content-ID").strip("<>")
    return [name for name in (_header(part, "Content-Location"), known and f"cid:{known}") if name]


def _header(part: Message, name: str) -> str:
    return "".join(str(part.get(name, "")).split())


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""

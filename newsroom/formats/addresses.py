"""Which addresses a text may carry: links to the web, to mail, to a place in the text; pictures by plain name."""

from __future__ import annotations

import re

_SAFE = re.compile(r"(?:https?:[^\s\x00-\x20]+|mailto:[^\s\x00-\x20]+|#[^\s\x00-\x20]*)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_PART = r"(?!\.)[^/\\:?#<>|\"*\x00-\x1f]{1,120}"
_PICTURE = re.compile(rf"(?:{_PART}/){{0,4}}{_PART}\.(?:png|jpe?g|gif|webp)", re.IGNORECASE)


def safe_address(address: str) -> str:
    """Give the address, or nothing where its scheme is not http, https, mailto or a fragment."""
    bare = address.strip(" \t\n\r\f")
    return bare if _SAFE.fullmatch(bare) and not _CONTROL.search(bare) else ""


def picture_name(address: str) -> str:
    """Give the address where it is the plain name of a picture beside the text or below, else nothing."""
    return address if _PICTURE.fullmatch(address) else ""

"""Addresses that may stand behind a link, in both directions."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_KNOWN = re.compile(r"(?:https?://[^\s]|mailto:[^\s]|#[^\s])", re.IGNORECASE)
_KEPT = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')


def address(wanted: str) -> str:
    """Give an address that Word opens (http, https, mailto or a place in the text), or nothing."""
    trimmed = wanted.strip()
    if not _KNOWN.match(trimmed) or any(letter < " " for letter in trimmed):
        return ""
    try:
        parts = urlsplit(trimmed)
        whole = bool(parts.hostname or parts.scheme == "mailto" or trimmed[0] == "#") and (parts.port or 1)
    except ValueError:
        return ""
    return "".join(_quoted(letter) for letter in trimmed) if whole else ""


def _quoted(letter: str) -> str:
    """Word calls a file damaged for one raw quotation mark or brace in an address."""
    return letter if letter in _KEPT or letter > "\u00a0" else quote(letter, safe="")

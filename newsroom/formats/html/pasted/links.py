"""Links as they were meant: without the detour over who counts the clicks."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from newsroom.formats.addresses import safe_address

_DETOURS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), "/url", ("q", "url")),
    (re.compile(r"[a-z0-9]+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
    (re.compile(r"lm?\.facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.instagram\.com"), "/", ("u",)),
    (re.compile(r"(?:www\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"slack-redir\.net"), "/link", ("url",)),
    (re.compile(r"statics\.teams\.cdn\.office\.net"), "/evergreen-assets/safelinks", ("url",)),
)
_COUNTERS = re.compile(r"(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_eid|igshid|wt_zmc)=", re.IGNORECASE)


def meant(address: str) -> str:
    """Give where a link leads, or nothing where that is no safe address; detours and click counters are off."""
    bare = safe_address(address)
    for _ in range(3):
        further = _behind(bare)
        if not further:
            break
        bare = further
    return _uncounted(bare)


def _behind(address: str) -> str:
    """Give the address that a detour leads to, or nothing where it is none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    for known, path, names in _DETOURS:
        if known.fullmatch(host) and parts.path.startswith(path):
            asked = parse_qs(parts.query)
            return next((safe_address(asked[name][0]) for name in names if name in asked), "")
    return ""


def _uncounted(address: str) -> str:
    front, mark, rest = address.partition("?")
    query, hash_mark, place = rest.partition("#")
    if not mark or not _COUNTERS.search(query):
        return address
    kept = "&".join(part for part in query.split("&") if not _COUNTERS.match(part))
    return front + ("?" + kept if kept else "") + hash_mark + place

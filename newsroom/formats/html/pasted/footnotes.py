"""Footnotes of pasted text: Word, LibreOffice and Google Docs put them at the end, with links to and fro."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_FROM = re.compile(
    r"#(?:_(?P<word>ftn|edn)|(?P<office>sdfootnote|sdendnote)|(?P<docs>ftnt)|(?P<ours>fn-))(?P<n>\d+)(?:sym)?"
)
_BACK = re.compile(r"#(?:_(?:ftn|edn)ref|sd(?:foot|end)note\d+anc|ftnt_ref|fnref-)\d*")
_OWN = re.compile(r"(?P<kind>ftn|edn|sdfootnote|sdendnote|ftnt|fn-)(?P<n>\d+)")
_PLACES = ", ".join(f'[id^="{start}"]' for start in ("ftn", "edn", "sdfootnote", "sdendnote", "fn-"))


def leads_to(address: str) -> str:
    """Give which footnote a link in the text leads to, or nothing where it leads to none."""
    found = _FROM.fullmatch(address)
    if not found:
        return ""
    kind = found["word"] or found["office"] or found["docs"] or found["ours"]
    return f"{kind}{found['n']}"


def leads_back(address: str) -> bool:
    """Tell whether a link is the sign at a footnote that leads back into the text."""
    return bool(_BACK.fullmatch(address))


def places(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Give each footnote's name with the element that holds its text."""
    for node in root.css(_PLACES):
        found = _OWN.fullmatch(node.attributes.get("id") or "")
        if found:
            holder = node.parent if node.tag == "a" and node.parent is not None else node
            yield f"{found['kind']}{found['n']}", holder

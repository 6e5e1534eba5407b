"""Links: an address that leads nowhere, or that a reader must not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsroom.checks.rule import Rule, found
from newsroom.domain.body import TEXT_BLOCKS
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Anchor, Content, length
from newsroom.domain.marks import MarkKind, value_of
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Proof
    from newsroom.domain.finding import Finding

SAFE = frozenset({"http", "https", "mailto"})


def links(proof: Proof) -> Iterator[Finding]:
    """Find links that are malformed or of an unsafe kind, in the lead and in the text blocks."""
    yield from _in(proof.article.lead, Field.LEAD, HEADER)
    for number, block in enumerate(proof.article.body.blocks):
        if isinstance(block, TEXT_BLOCKS):
            yield from _in(block.content, Field.BODY, number)


def _in(content: Content, field: Field, block: int) -> Iterator[Finding]:
    offset = 0
    for piece in content:
        size = length(piece)
        address = None if isinstance(piece, Anchor) else value_of(piece.marks, MarkKind.LINK)
        fault = None if address is None or not size else fault_of(address)
        if fault:
            yield found(Place(field, block, offset, offset + size), fault, address or "")
        offset += size


def fault_of(address: str) -> Message | None:
    """Give what is wrong with an address, or None."""
    if any(ord(char) <= ord(" ") for char in address):
        return msg(N_("The link has a space or control character in it."))
    try:
        parts = urlsplit(address)
    except ValueError:
        return msg(N_("The link is malformed: {address}"), address=address)
    if parts.scheme and parts.scheme.lower() not in SAFE:
        return msg(N_("A link of the kind “{scheme}” is not safe for readers."), scheme=parts.scheme)
    if parts.scheme.lower() == "mailto":
        complete = "@" in parts.path
    else:
        complete = bool(parts.scheme and "." in parts.netloc) or address.startswith("#")
    return None if complete else msg(N_("The link is malformed: {address}"), address=address)


RULES = (Rule(name="link", title=N_("Links lead somewhere"), judge=links),)

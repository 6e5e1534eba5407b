"""Pictures that a page carries: inside itself as data, in its archive, or by the name of a file beside it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from newsroom.domain.body import Picture
from newsroom.domain.errors import Refused
from newsroom.formats.addresses import picture_name
from newsroom.formats.guard.pictures import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from selectolax.lexbor import LexborNode

    from newsroom.domain.body import Block

_DATA = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp);(?:[^,;]+;)*base64,([A-Za-z0-9+/=\s%]*)", re.IGNORECASE
)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-lazyload", "data-full-src")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")


@dataclass(slots=True)
class Found:
    """The pictures that a page carries, by the names that stand for them in its tree until its blocks are made."""

    parts: Mapping[str, bytes] = field(default_factory=dict)
    """What an archive holds beside the page, by address."""
    base: str = ""
    least: int = 0
    """A picture that is no larger, in pixels, only counts readers or keeps a place."""
    carried: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def keep(self, data: bytes, name: str) -> str:
        """Keep a picture's bytes, and give the name that stands for them; nothing where they are no picture."""
        try:
            size = measure(data)
        except Refused:
            return ""
        asset = hashlib.sha256(data).hexdigest()
        self.carried[asset] = data
        self.names[f"{asset}.{size.kind}"] = name
        return f"{asset}.{size.kind}"

    def named(self, block: Block) -> Block:
        """Give a picture with the asset and the name that its stand-in stood for."""
        if isinstance(block, Picture) and block.name in self.names:
            return replace(block, asset=block.name.partition(".")[0], name=self.names[block.name])
        return block

    def shown(self, blocks: Iterable[Block]) -> dict[str, bytes]:
        """Give the bytes of those pictures that blocks show."""
        assets = {block.asset for block in blocks if isinstance(block, Picture)}
        return {asset: data for asset, data in self.carried.items() if asset in assets}


def carry(root: LexborNode, found: Found) -> None:
    """Let each image of a tree name what it shows, its bytes kept; one that only counts readers goes."""
    for node in list(root.css("img")):
        source, tiny = _source(node, found)
        if tiny and not source:
            node.decompose()
            continue
        for name in (*_SETS, *_SOURCES[1:]):
            if name in node.attributes:
                del node.attrs[name]
        node.attrs["src"] = source or "lost"


def _source(node: LexborNode, found: Found) -> tuple[str, bool]:
    """Give the name under which a picture is to be had, and whether a mere pixel stood in its place."""
    tiny = False
    for address in _addresses(node):
        data = _bytes(address, found)
        if data is not None:
            name = found.keep(data, picture_name(_plain(address).rpartition("/")[2]))
            small = name and max(measure(data).width, measure(data).height) <= found.least
            tiny = tiny or bool(small)
            if name and not small:
                return name, tiny
        elif local := picture_name(_plain(address)):
            return local, tiny
    return "", tiny


def _addresses(node: LexborNode) -> Iterator[str]:
    said = node.attributes
    yield from (value.strip() for name in _SOURCES if (value := said.get(name)))
    for name in _SETS:
        for step in (said.get(name) or "").split(", "):
            yield from step.split()[:1]


def _bytes(address: str, found: Found) -> bytes | None:
    """Give the bytes that an address stands for, where the page carries them."""
    inline = _DATA.fullmatch(address)
    if inline:
        try:
            return base64.b64decode(unquote(inline[1]))
        except (binascii.Error, ValueError):
            return b""
    if address.startswith("data:"):
        return b""
    return found.parts.get(address) or found.parts.get(urljoin(found.base, address)) if found.parts else None


def _plain(address: str) -> str:
    """Give an address as the name of a file beside the page, without query and escapes."""
    return unquote(address.partition("?")[0].partition("#")[0]).removeprefix("./")

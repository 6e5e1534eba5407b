"""Pictures on a page: within it as data, or files beside it in several sizes."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from newsroom.formats.guard.pictures import Size, look
from newsroom.text.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.body import Picture
    from newsroom.formats import Writing

STEPS = (480, 960)
"""The widths in which a picture lies beside a page, besides its own."""
_LONGEST = 40
_ENDINGS = {"jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Image:
    """Where a page has a picture from, its size in pixels, and its smaller versions as ``srcset``."""

    src: str
    width: int
    height: int
    srcset: str = ""

    @property
    def linked(self) -> bool:
        """Tell whether it is a file of its own."""
        return not self.src.startswith("data:")


def inlined(data: bytes | None) -> Image | None:
    """Give a picture's bytes as data of the page itself, or None where they are lost or no picture."""
    size = look(data) if data else None
    if not data or not size:
        return None
    return Image(f"data:{size.mime};base64,{base64.b64encode(data).decode()}", size.width, size.height)


@dataclass(frozen=True, slots=True)
class Inlined:
    """Puts pictures into the page itself."""

    writing: Writing

    def __call__(self, picture: Picture) -> Image | None:
        """Give a picture as data, or None where its bytes are lost."""
        return inlined(self.writing.picture(picture.asset) if picture.asset else None)


@dataclass(frozen=True, slots=True)
class Beside:
    """Lays pictures into a folder beside the page; up is the way from the page to where the folder is."""

    writing: Writing
    folder: str
    up: str = ""
    files: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, picture: Picture) -> Image | None:
        """Give the name of a picture's file, which is kept in `files`, or None where its bytes are lost."""
        kept = list(self._kept(picture))
        if not kept:
            return None
        name, size = kept[0]
        by_width = {size.width: name for name, size in kept}
        steps = ", ".join(f"{self.up}{by_width[width]} {width}w" for width in sorted(by_width))
        return Image(self.up + name, size.width, size.height, steps if len(by_width) > 1 else "")

    def _kept(self, picture: Picture) -> Iterator[tuple[str, Size]]:
        for asset in (picture.asset, *self.writing.smaller.get(picture.asset, ())):
            data = self.writing.picture(asset) if asset else None
            size = look(data) if data else None
            if data and size:
                name = (
                    f"{self.folder}/{_stem(picture)}-{size.width}{_ENDINGS.get(size.kind, f'.{size.kind}')}"
                )
                self.files[name] = data
                yield name, size


def _stem(picture: Picture) -> str:
    """Give a name that tells what it shows and that no other picture has."""
    words = slug(PurePosixPath(picture.name).stem or picture.alternative, _LONGEST)
    return "-".join(filter(None, (words, picture.asset[:8])))

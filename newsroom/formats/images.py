"""Knows pictures for writers: their kind and size, or that they are none that paper can show."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Image:
    """What the header of a picture tells: its kind (png, jpeg, gif, webp), and its size in pixels."""

    kind: str
    width: int
    height: int


def look(data: bytes) -> Image | None:
    """Tell kind and size of a picture by its content; None for anything else, damaged or giant."""
    from newsroom.formats.guard.pictures import measure

    try:
        size = measure(data)
    except Refused:
        return None
    return Image(size.mime.removeprefix("image/"), size.width, size.height)

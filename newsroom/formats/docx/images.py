"""Pictures inside a Word file: which bytes are one, how large, and how they are drawn."""

from __future__ import annotations

import struct
from dataclasses import dataclass

WIDEST = 5_760_000
"""The widest a picture is set, in English Metric Units: 16 cm."""
TALLEST = 7_560_000
_PIXEL = 9525
_PNG_HEAD, _GIF_HEAD, _MARKER = 24, 10, 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Image:
    """What the header of a picture tells: its kind, and its size in pixels."""

    kind: str
    width: int
    height: int


def look(data: bytes) -> Image | None:
    """Tell kind and size of a PNG, JPEG, GIF or WebP by its content; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= _PNG_HEAD:
        return _image("png", *struct.unpack(">II", data[16:24]))
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= _GIF_HEAD:
        return _image("gif", *struct.unpack("<HH", data[6:10]))
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Image("webp", 1, 1)
    return None


def _image(kind: str, width: int, height: int) -> Image | None:
    return Image(kind, width, height) if width and height else None


def _jpeg(data: bytes) -> Image | None:
    """Walk the segments to the frame's header, which holds the size."""
    at = 2
    while at + 9 < len(data) and data[at] == _MARKER:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _image("jpeg", width, height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def drawing(image: Image, relation: str, number: int, name: str, alternative: str) -> str:
    """Give the drawing of a picture in a line of its own; name and alternative text are escaped already."""
    scale = min(1.0, WIDEST / (image.width * _PIXEL), TALLEST / (image.height * _PIXEL))
    wide, high = (max(1, int(side * _PIXEL * scale)) for side in (image.width, image.height))
    shown = f'id="{number}" name="{name}" descr="{alternative}"'
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr {shown}/><a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture">'
        f'<pic:pic xmlns:pic="{main}/picture"><pic:nvPicPr><pic:cNvPr {shown}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )

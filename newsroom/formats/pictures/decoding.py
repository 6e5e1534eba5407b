"""Opens pictures with Pillow: the one module that decodes, and it runs in reading processes only."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats.guard.pictures import MOST_PIXELS, measure
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

_KINDS = ("PNG", "JPEG", "GIF", "WEBP")
_ORIENTATION = 0x0112
_TURNED = 5
"""From this value of EXIF's orientation on width and height change places."""
_MOST_DPI = 10_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture whose header was read; info holds its metadata as bytes: xmp, iptc, icc."""

    image: ImageFile
    orientation: int
    dpi: int
    info: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def upright(self) -> tuple[int, int]:
        """Give width and height in pixels as the picture is meant to be looked at."""
        wide, high = self.image.size
        return (high, wide) if self.orientation >= _TURNED else (wide, high)


@contextmanager
def opened(data: bytes) -> Iterator[Opened]:
    """Give a picture with its header read; whatever breaks inside is Refused with one sentence."""
    from PIL import Image, UnidentifiedImageError

    measure(data)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_KINDS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused(msg(N_("The picture is damaged.")))
            yield Opened(image, _orientation(image), _dpi(image), dict(_info(image)))
    except UnidentifiedImageError as fault:
        raise Refused(msg(N_("The picture is damaged."))) from fault
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        IndexError,
        TypeError,
        OverflowError,
        struct.error,
        zlib.error,
        Image.DecompressionBombError,
    ) as fault:
        raise Refused(msg(N_("The picture is damaged or cut off. Ask for it again."))) from fault


def _orientation(image: Image) -> int:
    found = image.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) and found in range(1, 9) else 1


def _dpi(image: Image) -> int:
    found = image.info.get("dpi")
    first = found[0] if isinstance(found, tuple) and found else 0
    return round(float(first)) if 1 < float(first) < _MOST_DPI else 0


def _info(image: ImageFile) -> Iterator[tuple[str, bytes]]:
    """Give the metadata that is read further, as bytes."""
    from PIL.IptcImagePlugin import getiptcinfo

    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    yield "xmp", xmp if isinstance(xmp, bytes) else str(xmp).encode("utf-8", "replace")
    profile = image.info.get("icc_profile")
    yield "icc", profile if isinstance(profile, bytes) else b""
    told = getiptcinfo(image) if image.format == "JPEG" else None
    yield "iptc", b"".join(_entries(told or {}))


def _entries(told: Mapping[tuple[int, int], object]) -> Iterator[bytes]:
    """Give IPTC's entries as one stream again: record, number, length, bytes."""
    for (record, number), values in told.items():
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, bytes):
                yield struct.pack(">BBI", record & 0xFF, number & 0xFF, len(value)) + value

"""Makes the picture that others get: cut, scaled, upright, and silent about where and with what it was taken."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.crop import SCALE, WHOLE, Crop
from newsroom.formats.pictures.cleaning import cleaned
from newsroom.formats.pictures.decoding import Opened, opened
from newsroom.formats.pictures.facts import Words, words_of
from newsroom.formats.pictures.xmp import packet_of

if TYPE_CHECKING:
    from PIL.Image import Image

_SIMPLE = frozenset({"RGB", "RGBA", "L", "LA"})
_GAP = 3.0
"""Pictures are first made small roughly, to so many times the size, and then well: nobody sees it."""


@dataclass(frozen=True, slots=True)
class Render:
    """Makes a picture of another, at most so wide and high in pixels (0: as it is); done in a reading process.

    On paper goes PNG or JPEG only. Nothing is made larger; a picture that fits keeps every pixel.
    """

    data: bytes
    crop: Crop = WHOLE
    width: int = 0
    height: int = 0
    quality: int = 85
    paper: bool = False
    words: Words = field(default_factory=Words)

    def run(self) -> bytes:
        """Give the bytes of the picture; raises Refused."""
        with opened(self.data) as source:
            rights = self.words.rights or words_of(source.info).rights  # who took it out would break the law
            packet = packet_of(replace(self.words, rights=rights))
            if self._fits(source):
                try:
                    return cleaned(self.data, packet)
                except ValueError:  # its blocks are out of order, though it can be shown
                    pass
            return _encoded(source, self._made(source), packet, self)

    def _fits(self, source: Opened) -> bool:
        kind = source.image.format
        wanted = kind in {"PNG", "JPEG"} if self.paper else source.image.mode != "CMYK"
        whole = self.crop == WHOLE and source.orientation == 1
        return whole and wanted and self._size(source) == source.upright

    def _size(self, source: Opened) -> tuple[int, int]:
        """Give the size in pixels that the picture will have, upright."""
        wide, high = self.crop.size(*source.upright)
        limits = ((self.width, wide), (self.height, high))
        scale = min([1.0, *(most / side for most, side in limits if most)])
        return max(round(wide * scale), 1), max(round(high * scale), 1)

    def _made(self, source: Opened) -> Image:
        from PIL.Image import Resampling

        wide, high = self._size(source)
        lying = (high, wide) if source.orientation >= 5 else (wide, high)  # noqa: PLR2004 - turned by a quarter
        shown = _lying(self.crop, source.orientation)
        across, down = -(-lying[0] * SCALE // shown.width), -(-lying[1] * SCALE // shown.height)
        source.image.draft(
            None, (across, down)
        )  # a JPEG can be decoded at an eighth, which saves time and room
        flat = _flat(source)
        box = shown.box(*flat.size)
        if box[2] - box[0] == lying[0] and box[3] - box[1] == lying[1]:
            scaled = flat.crop(box)
        else:
            scaled = flat.resize(lying, Resampling.LANCZOS, box=box, reducing_gap=_GAP)
        return _upright(scaled, source.orientation)


def _flat(source: Opened) -> Image:
    """Give the picture in plain colours, its first frame where it moves."""
    image = source.image
    if image.mode == "CMYK":
        return _from_print(image, source.info.get("icc", b""))
    if image.mode in _SIMPLE:
        image.load()
        return image
    clear = "transparency" in image.info or image.mode in {"PA", "La", "RGBa"}
    return image.convert("RGBA" if clear else "L" if image.mode == "1" else "RGB")


def _from_print(image: Image, profile: bytes) -> Image:
    """Give the colours of the screen for those of the press, by the picture's own profile where it has one."""
    from PIL import ImageCms

    try:
        made = ImageCms.profileToProfile(
            image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        made = None
    return made or image.convert("RGB")


def _lying(crop: Crop, orientation: int) -> Crop:
    """Give a rectangle of the upright picture as it lies in the stored one."""
    left, top, right, bottom = crop.left, crop.top, crop.left + crop.width, crop.top + crop.height
    if orientation in {2, 3}:
        left, right = SCALE - right, SCALE - left
    if orientation in {3, 4}:
        top, bottom = SCALE - bottom, SCALE - top
    if orientation in {6, 7}:
        left, right = SCALE - right, SCALE - left
    if orientation in {7, 8}:
        top, bottom = SCALE - bottom, SCALE - top
    if orientation >= 5:  # noqa: PLR2004 - turned by a quarter
        left, top, right, bottom = top, left, bottom, right
    return Crop(left, top, right - left, bottom - top)


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    turns = (
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    return image if orientation == 1 else image.transpose(turns[orientation - 2])


def _encoded(source: Opened, image: Image, packet: bytes, wanted: Render) -> bytes:
    clear = image.mode in {"RGBA", "LA"}
    kind = str(source.image.format)
    if kind == "GIF" or (wanted.paper and kind == "WEBP"):
        kind = "PNG" if clear or kind == "GIF" else "JPEG"
    image.info.clear()
    out = io.BytesIO()
    image.save(out, kind, **_choices(kind, source, packet, wanted.quality))
    return out.getvalue()


def _choices(kind: str, source: Opened, packet: bytes, quality: int) -> dict[str, Any]:
    """Give how a kind is saved; the colour profile stays where the colours do."""
    from PIL.PngImagePlugin import PngInfo

    profile = source.info.get("icc", b"") if source.image.mode != "CMYK" else b""
    common: dict[str, Any] = {"icc_profile": profile} if profile else {}
    if kind == "PNG":
        told = PngInfo()
        if packet:
            told.add_itxt("XML:com.adobe.xmp", packet.decode())
        return {**common, "pnginfo": told}
    if packet:
        common["xmp"] = packet
    return {**common, "quality": quality, **({"optimize": True} if kind == "JPEG" else {})}

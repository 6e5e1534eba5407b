"""What of a picture is shown: a rectangle in it, in ten-thousandths of its width and height."""

from __future__ import annotations

from dataclasses import dataclass

SCALE = 10_000
"""The whole width or height of a picture; whole numbers of it compare and are stored exactly."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture, as it stands upright, that readers see."""

    left: int = 0
    top: int = 0
    width: int = SCALE
    height: int = SCALE

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Give left, top, right and bottom in a picture of so many pixels, at least one pixel each way."""
        left, right = _span(self.left, self.width, width)
        top, bottom = _span(self.top, self.height, height)
        return left, top, right, bottom

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Give how many pixels of a picture are shown, across and down."""
        left, top, right, bottom = self.box(width, height)
        return right - left, bottom - top


WHOLE = Crop()
"""Nothing is cut away."""


def _span(start: int, length: int, pixels: int) -> tuple[int, int]:
    first = min(round(start * pixels / SCALE), max(pixels - 1, 0))
    return first, min(max(round((start + length) * pixels / SCALE), first + 1), max(pixels, 1))


def settled(crop: Crop) -> Crop:
    """Give a rectangle that lies inside the picture and is not empty."""
    left, top = (min(max(start, 0), SCALE - 1) for start in (crop.left, crop.top))
    width = min(max(crop.width, 1), SCALE - left)
    return Crop(left, top, width, min(max(crop.height, 1), SCALE - top))


def shaped(crop: Crop, ratio: float, width: int, height: int) -> Crop:
    """Give the largest rectangle of a ratio, width to height, around the middle of one in a picture of pixels."""
    across, down = (crop.width * width, crop.height * height)
    wide = min(across, round(down * ratio))
    high = min(down, round(across / ratio))
    left = crop.left + (across - wide) / width / 2
    top = crop.top + (down - high) / height / 2
    return settled(Crop(round(left), round(top), round(wide / width), round(high / height)))

"""How well a colour stands out from a ground, as WCAG measures it."""

from __future__ import annotations

ENOUGH = 3.0
"""The least contrast of a sign that carries meaning."""

_DARK, _LINEAR, _OFFSET, _RANGE, _POWER = 0.04045, 12.92, 0.055, 1.055, 2.4


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, each as #rrggbb: 1 for equal ones, 21 for black and white."""
    lights = sorted((_light(one), _light(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    if part <= _DARK:
        return part / _LINEAR
    return float(((part + _OFFSET) / _RANGE) ** _POWER)

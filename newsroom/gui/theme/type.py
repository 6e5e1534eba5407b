"""The house's type, registered with Qt so that screen, proof and pictures agree."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from newsroom import resources
from newsroom.gui.theme.tokens import SANS, SERIF, TEXT_SIZE

_FIRST = ("SourceSansPro-Regular",)
_WINDOW = ("SourceSansPro-Semibold", "SourceSansPro-Bold", "SourceSerifPro-Semibold")
_STORIES = (
    "SourceSansPro-It",
    "SourceSerifPro-Regular",
    "SourceSerifPro-It",
    "SourceSerifPro-Bold",
    "SourceSerifPro-BoldIt",
)


def register_first() -> None:
    """Register the face that the window's frame shows."""
    _register(_FIRST)


def register_window() -> None:
    """Register the faces that the window's parts show."""
    _register(_WINDOW)


def register_stories() -> None:
    """Register the faces that stories are set in."""
    _register(_STORIES)


def _register(names: tuple[str, ...]) -> None:
    for folder in resources.fonts():
        for name in names:
            path = folder / f"{name}.ttf"
            if path.is_file():
                QFontDatabase.addApplicationFont(str(path))


def sans(pixels: int = TEXT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give the interface's face."""
    return _font(SANS, pixels, weight)


def serif(pixels: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """Give the face of headlines."""
    return _font(SERIF, pixels, weight)


def _font(family: str, pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def tabular(font: QFont) -> QFont:
    """Give the same face with figures of one width, for numbers that stand under each other."""
    kept = QFont(font)
    kept.setFeature(QFont.Tag("tnum"), 1)
    return kept

"""Renders the program's icon from its SVG into PNGs of the usual sizes, beside it."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(renderer: QSvgRenderer, size: int) -> None:
    """Write the icon at one size, in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.save(str(FOLDER / f"newsroom-{size}.png"), quality=0)


def main() -> None:
    """Render all sizes."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(FOLDER / "newsroom.svg"))
    for size in SIZES:
        draw(renderer, size)
    application.quit()


if __name__ == "__main__":
    main()

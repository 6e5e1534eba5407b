"""Draws the README's picture, ``packaging/desk.png``: the real window, taken on a tour and made small."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

TARGET = Path(__file__).resolve().parent / "desk.png"
WIDTH = 1000


def tour(folder: Path) -> Path:
    """Run the tour into a folder and give its picture of the light window."""
    subprocess.run(
        [sys.executable, "-m", "newsroom", "tour", "--out", str(folder), *sys.argv[1:]], check=True
    )
    return folder / "desk-light.png"


def main() -> None:
    """Take the picture anew; arguments go to the tour, ``--lang de`` for one."""
    with tempfile.TemporaryDirectory() as folder:
        large = QImage(str(tour(Path(folder))))
    small = large.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.save(str(TARGET), quality=0)


if __name__ == "__main__":
    main()

"""The document behind an editor: it opens nothing that a text names but our own pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

Pictures = Callable[[str], bytes | None]
WIDEST = 560
_PLACEHOLDER = (WIDEST, 160)
_GREY = 0xFFD8DCE2


def no_pictures(_asset: str) -> bytes | None:
    """Give no picture's bytes: the loader of a document that shows none."""
    return None


class StoryDocument(QTextDocument):
    """A document whose resources are our pictures by their SHA-256, and nothing else."""

    def __init__(self, parent: QObject, pictures: Pictures = no_pictures) -> None:
        super().__init__(parent)
        self.pictures = pictures

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """Give the picture of an asset, or an empty one; never asks the default, which opens any path."""
        address = name.toString() if isinstance(name, QUrl) else name
        asset = address.removeprefix("asset:")
        data = self.pictures(asset) if asset and asset != address else None
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            return _placeholder()
        return image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)


def _placeholder() -> QImage:
    image = QImage(*_PLACEHOLDER, QImage.Format.Format_RGB32)
    image.fill(_GREY)
    return image

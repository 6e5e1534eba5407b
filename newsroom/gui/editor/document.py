"""The document behind an editor: it opens nothing that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


class StoryDocument(QTextDocument):
    """A document without resources: pictures are drawn as insets, from our own library alone."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Give an empty image; never asks the default, which opens any path."""
        return QImage()

"""Pictures on the clipboard and in a drag: files, bytes, or colours of a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from newsroom.domain.errors import Refused
from newsroom.gui.editor.clipboard import MIME
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.body import Picture

ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
_KINDS = ("image/jpeg", "image/png", "image/webp", "image/gif")
"""Bytes as a program keeps them, with what they tell, are rather taken than the bare colours."""
_TAG = re.compile(r"<!--.*?-->|<(style|script|title)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One picture that was offered: a file, bytes, or an image of Qt's."""

    path: Path | None = None
    data: bytes = b""
    image: QImage | None = None

    @property
    def name(self) -> str:
        """Give the file's name, where there is a file."""
        return self.path.name if self.path else ""


def files_in(source: QMimeData) -> tuple[Path, ...]:
    """Give the pictures' files, or none where anything else is among what is offered."""
    paths = [Path(url.toLocalFile()) if url.isLocalFile() else None for url in source.urls()]
    if paths and all(path is not None and path.suffix.lower() in ENDINGS for path in paths):
        return tuple(path for path in paths if path)
    return ()


def offers(source: QMimeData) -> bool:
    """Tell whether what is offered is pictures and not, before all, words."""
    if source.hasFormat(MIME):
        return False
    if any(url.isLocalFile() for url in source.urls()):
        return bool(files_in(source))
    return source.hasImage() and not _words(source)


def _words(source: QMimeData) -> bool:
    """Tell whether there are words; a picture's address, as browsers give it with the picture, is none."""
    html = _TAG.sub("", source.html()).replace("&nbsp;", " ") if source.hasHtml() else ""
    text = source.text().strip() if source.hasText() else ""
    return bool(html.strip() or (text and text not in {url.toString() for url in source.urls()}))


def found(source: QMimeData) -> tuple[Found, ...]:
    """Give the pictures that are offered."""
    files = files_in(source)
    if files:
        return tuple(Found(path=path) for path in files)
    for kind in _KINDS:
        data = bytes(source.data(kind).data()) if source.hasFormat(kind) else b""
        if data:
            return (Found(data=data),)
    image = source.imageData()
    return (Found(image=image),) if isinstance(image, QImage) and not image.isNull() else ()


def take(desk: Desk, offered: Found, language: str) -> Picture:
    """Keep a picture that was offered, off the window's thread; raises Refused with the reason."""
    if offered.path:
        return desk.pictures.take_file(offered.path, language)
    data = offered.data or _as_png(offered.image)
    return desk.pictures.take(data, offered.name, language)


def _as_png(image: QImage | None) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if image is None or not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise Refused(msg(N_("The picture is damaged.")))
    return bytes(held.data())

"""Pages under each other, as pictures as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from newsroom.gui.parts import down, emptied, label, named
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_EDGE = 32


class Sheets(QScrollArea):
    """Shows pages, or one sentence in their place."""

    def __init__(self, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "proofView")
        self._widest = widest
        self.pages: tuple[QPixmap, ...] = ()
        self.told = label("", "muted", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = named(QWidget(), "proofView")
        column = down(ground, 0)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(self.told)
        self._rows = down(gap=16)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(ground)

    def tell(self, words: str) -> None:
        """Say one sentence over the pages."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show pages, each the bytes of a picture."""
        self.tell("")
        made = []
        for data in pages:
            picture = QPixmap()
            picture.loadFromData(data)
            made.append(picture)
        self.pages = tuple(made)
        self._lay()

    def _lay(self) -> None:
        emptied(self._rows)
        ratio = self.devicePixelRatio()
        wide = max(min(self.viewport().width() - _EDGE, self._widest), 1)
        for number, page in enumerate(self.pages, 1):
            shown = page.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            sheet = QLabel()
            sheet.setPixmap(shown)
            sheet.setAccessibleName(_("Page {number} of {all}", number=number, all=len(self.pages)))
            self._rows.addWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width."""
        super().resizeEvent(event)
        if self.pages and event.size().width() != event.oldSize().width():
            self._lay()

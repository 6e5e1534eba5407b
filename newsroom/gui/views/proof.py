"""The proof view: the galley as the house prints it, page under page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from newsroom.gui.parts import down, emptied, label, named
from newsroom.gui.views.viewer import ViewHead
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from newsroom.domain.print_profile import PrintProfile

_WIDEST = 860
_EDGE = 32


class ProofViewer(QWidget):
    """Pictures of the proof's pages, as wide as there is room."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ViewHead(self)
        self.head.title.setText(_("Proof view"))
        self.head.close_way.clicked.connect(self.left)
        self.pages: tuple[QPixmap, ...] = ()
        self._percent = 100
        self.told = label("", "muted", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = named(QScrollArea(), "proofView")
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        sheet = named(QWidget(), "proofView")
        self._rows = down(sheet, 24)
        self._rows.setContentsMargins(16, 24, 16, 24)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(sheet)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.head, self.told):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)
        self.setFocusProxy(self.area)

    def wait(self, profile: PrintProfile) -> None:
        """Say that the proof is being set, and in which type and how wide a column."""
        face = f"{profile.face} {profile.size:g}/{profile.pitch:g}"
        column = f"{profile.column_width:.0f}"
        self.head.about.setText(_("{type}, column of {n} mm", type=face, n=column))
        self.pages = ()
        emptied(self._rows)
        self.tell(_("The proof is being set …"))

    def tell(self, words: str) -> None:
        """Say one sentence in the place of pages."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show pages, each the bytes of a picture."""
        self.tell("")
        self.pages = tuple(_picture(data) for data in pages)
        self._lay()

    def set_zoom(self, percent: int) -> None:
        """Show the pages so many percent as wide as fits."""
        self._percent = percent
        if self.pages:
            self._lay()

    def _lay(self) -> None:
        emptied(self._rows)
        wide = min(self.area.viewport().width() - _EDGE, _WIDEST) * self._percent / 100
        for number, page in enumerate(self.pages, 1):
            sheet = QLabel()
            ratio = self.devicePixelRatio()
            shown = page.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            sheet.setPixmap(shown)
            sheet.setAccessibleName(_("Page {number} of {all}", number=number, all=len(self.pages)))
            self._rows.addWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width."""
        super().resizeEvent(event)
        if self.pages and event.size().width() != event.oldSize().width():
            self._lay()


def _picture(data: bytes) -> QPixmap:
    picture = QPixmap()
    picture.loadFromData(data)
    return picture

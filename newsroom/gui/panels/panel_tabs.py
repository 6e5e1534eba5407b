"""The tabs of the panel: the one that is open says its name, the others are a picture and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsroom.gui.icons import Icons

NARROW = 31
"""The width of a tab that shows its picture alone."""


@dataclass(slots=True)
class _Tab:
    title: str
    icon: str
    count: int = 0

    @property
    def name(self) -> str:
        return f"{self.title} {self.count}" if self.count else self.title


class PanelTabs(QTabBar):
    """As many tabs as there are pages, in any language within the width of the panel."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName(_("Pages of the panel"))
        self._icons = icons
        self._held: list[_Tab] = []
        self.currentChanged.connect(self._dress)
        icons.changed.connect(self._dress)

    def add(self, title: str, icon: str) -> int:
        """Add a tab and give its place."""
        self._held.append(_Tab(title, icon))
        place = self.addTab("")
        self._dress()
        return place

    def count_tab(self, place: int, count: int) -> None:
        """Say how many there are on a page; none are not mentioned."""
        if self._held[place].count != count:
            self._held[place].count = count
            self._dress()

    def tabSizeHint(self, index: int) -> QSize:
        """Keep the tabs that are not open as narrow as their picture and count."""
        size = super().tabSizeHint(index)
        if index != self.currentIndex():
            words = self.tabText(index)
            size.setWidth(NARROW + (self.fontMetrics().horizontalAdvance(words) + 4 if words else 0))
        return size

    def _dress(self, _place: int = 0) -> None:
        for place, tab in enumerate(self._held):
            open_ = place == self.currentIndex()
            self.setTabIcon(place, self._icons.icon(tab.icon, "accent_text" if open_ else "muted"))
            self.setTabText(place, tab.name if open_ else str(tab.count or ""))
            self.setTabToolTip(place, tab.name)
            self.setAccessibleTabName(place, tab.name)

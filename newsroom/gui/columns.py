"""The columns of the window: sidebar, list, story, panel; the panel lies over the story where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from newsroom.gui.parts import across, restyle
from newsroom.gui.theme.tokens import LIST_WIDTH, PANEL_WIDTH, SIDEBAR_WIDTH, WIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_STORY = 2
_LEAST_STORY = 380


class Columns(QWidget):
    """The splitter; knows which columns are folded and whether the window is wide."""

    folded = Signal()

    def __init__(
        self,
        sidebar: QWidget,
        stories: QWidget,
        story: QWidget,
        panel: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sidebar, self.stories, self.story, self.panel = sidebar, stories, story, panel
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self._wide = True
        self._wants_panel = True
        self._alone = False
        self._around: list[QWidget] = []
        for column, least in ((sidebar, 160), (stories, 260), (story, _LEAST_STORY), (panel, 280)):
            column.setMinimumWidth(least)
            self.splitter.addWidget(column)
        for place in range(self.splitter.count()):
            self.splitter.setStretchFactor(place, int(place == _STORY))
        self.splitter.setSizes([SIDEBAR_WIDTH, LIST_WIDTH, 560, PANEL_WIDTH])
        row = across(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    @property
    def wide(self) -> bool:
        """Tell whether there is room for the panel beside the story."""
        return self._wide

    @property
    def alone(self) -> bool:
        """Tell whether the story stands alone."""
        return self._alone

    def widths(self) -> list[int]:
        """Give the widths of the columns, to be kept."""
        return self.splitter.sizes() if self._wide else []

    def set_widths(self, widths: list[int]) -> None:
        """Take widths that were kept."""
        if len(widths) == self.splitter.count() and self._wide:
            self.splitter.setSizes(widths)

    def fold_panel(self) -> None:
        """Fold the panel away, or show it again."""
        shown = self.panel.isVisibleTo(self)
        self._wants_panel = not shown
        self.panel.setVisible(not shown)
        self._place()
        self.folded.emit()

    def fold_list(self) -> None:
        """Fold sidebar and list away, or show them again."""
        shown = self.stories.isVisibleTo(self)
        self.stories.setVisible(not shown)
        self.sidebar.setVisible(not shown)
        self.folded.emit()

    def show_story_alone(self, alone: bool) -> None:
        """Fold everything away but the story, or show again what was shown before."""
        if alone and not self._alone:
            around = (self.sidebar, self.stories, self.panel)
            self._around = [part for part in around if part.isVisibleTo(self)]
        self._alone = alone
        for part in self._around:
            part.setVisible(not alone)
        if not alone:
            self._around = []
        self._place()
        self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the panel out of the row where it gets narrow, and back where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        if wide != self._wide:
            self._wide = wide
            self._change()
            self.panel.setVisible(self.panel.isVisibleTo(self) and not self._alone)
        self._place()

    def _change(self) -> None:
        if self._wide:
            self.splitter.addWidget(self.panel)
            self.panel.setVisible(self._wants_panel)
            total = self.width() - SIDEBAR_WIDTH - LIST_WIDTH - PANEL_WIDTH
            self.splitter.setSizes([SIDEBAR_WIDTH, LIST_WIDTH, total, PANEL_WIDTH])
        else:
            self.panel.setParent(self)
            self.panel.hide()
        self.panel.setProperty("over", not self._wide)
        restyle(self.panel)
        self.folded.emit()

    def _place(self) -> None:
        """Lay the panel over the right edge."""
        if not self._wide:
            self.panel.setGeometry(self.width() - PANEL_WIDTH, 40, PANEL_WIDTH, self.height() - 40)
            self.panel.raise_()

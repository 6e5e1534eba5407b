"""The columns of the window: sidebar, list, story, panel; the panel lies over the story where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from newsroom.gui.parts import across, restyle
from newsroom.gui.theme.tokens import LIST_WIDTH, PANEL_WIDTH, SIDEBAR_WIDTH, WIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from newsroom.gui.cover import Cover

_STORY = 2
_LEAST_SIDEBAR = 208
"""So wide that the names of the views under it can be read."""
_LEAST_STORY = 380
_UNBOUND = (1 << 24) - 1
"""The width that Qt takes for no bound."""


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
        self.cover: Cover | None = None
        """What stands in the place of list, story and panel."""
        self._under: list[QWidget] = []
        self._sizes: list[int] = []
        for column, least in ((sidebar, _LEAST_SIDEBAR), (stories, 260), (story, _LEAST_STORY), (panel, 280)):
            column.setMinimumWidth(least)
            self.splitter.addWidget(column)
        for place in range(self.splitter.count()):
            self.splitter.setStretchFactor(place, int(place == _STORY))
        self.splitter.setSizes([SIDEBAR_WIDTH, LIST_WIDTH, 560, PANEL_WIDTH])
        self._row = across(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.splitter)

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
        sizes = self._sizes if self.cover else self.splitter.sizes()
        return sizes if self._wide else []

    def set_widths(self, widths: list[int]) -> None:
        """Take widths that were kept."""
        if len(widths) == self.splitter.count() and self._wide:
            self.splitter.setSizes(widths)

    def fold_panel(self) -> None:
        """Fold the panel away, or show it again; nothing of it is seen while something lies over it."""
        if self.cover:
            return
        shown = self.panel.isVisibleTo(self)
        self._wants_panel = not shown
        self.panel.setVisible(not shown)
        self._place()
        self.folded.emit()

    def fold_list(self) -> None:
        """Fold sidebar and list away, or show them again."""
        if self.cover:
            self.splitter.setVisible(not self.splitter.isVisibleTo(self))
            return
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

    def put_over(self, cover: Cover) -> None:
        """Show something in the place of list, story and panel; the sidebar stays."""
        if self.cover is cover:
            return
        if self._alone:
            self.show_story_alone(False)
        if self.cover is None:
            self._sizes = self.splitter.sizes()
            below = (self.stories, self.story, self.panel)
            self._under = [part for part in below if part.isVisibleTo(self)]
            for part in below:
                part.hide()
            self._fit_sidebar()
            self.splitter.setVisible(self.sidebar.isVisibleTo(self.splitter))
        else:
            self.cover.hide()
        if self._row.indexOf(cover) < 0:
            self._row.addWidget(cover, 1)
        self.cover = cover
        cover.show()

    def _fit_sidebar(self) -> None:
        """Leave the sidebar its width, or the usual one where room is short."""
        usual = self._sizes[0] or SIDEBAR_WIDTH
        self.splitter.setFixedWidth(usual if self._wide else min(usual, SIDEBAR_WIDTH))

    def take_off(self) -> None:
        """Show list, story and panel again as they were."""
        if self.cover is None:
            return
        self.cover.hide()
        self.cover = None
        self.splitter.setMinimumWidth(0)
        self.splitter.setMaximumWidth(_UNBOUND)
        self.splitter.show()
        for part in self._under:
            part.setVisible(part is not self.panel or self._wants_panel)
        if len(self._sizes) == self.splitter.count():
            self.splitter.setSizes(self._sizes)
        self._place()
        self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the panel out of the row where it gets narrow, and back where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        if wide != self._wide:
            self._wide = wide
            self._change()
            seen = not self._alone and self.cover is None
            self.panel.setVisible(self.panel.isVisibleTo(self) and seen)
            if self.cover:
                self._fit_sidebar()
                beside = [part for part in self._under if part is not self.panel]
                self._under = [*beside, self.panel] if wide else beside
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
            self.splitter.setSizes([SIDEBAR_WIDTH, LIST_WIDTH, self.width() - SIDEBAR_WIDTH - LIST_WIDTH])
        self.panel.setProperty("over", not self._wide)
        restyle(self.panel)
        self.folded.emit()

    def _place(self) -> None:
        """Lay the panel over the right edge."""
        if not self._wide:
            self.panel.setGeometry(self.width() - PANEL_WIDTH, 40, PANEL_WIDTH, self.height() - 40)
            self.panel.raise_()

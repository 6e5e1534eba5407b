"""The panel at the right: the story's fields, its findings, its history, each a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from newsroom.gui.panels.checks import Checks
from newsroom.gui.panels.findings_line import FindingLines
from newsroom.gui.panels.history import History
from newsroom.gui.panels.lookalikes import Lookalikes
from newsroom.gui.panels.panel_tabs import PanelTabs
from newsroom.gui.panels.publication import Publication
from newsroom.gui.parts import down, label, line, named
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.finding import Finding
    from newsroom.gui.icons import Icons
    from newsroom.gui.tasks import Tasks
    from newsroom.gui.theme.tokens import Palette


class Panel(QWidget):
    """Tabs and their pages."""

    def __init__(self, tasks: Tasks, palette: Palette, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.publication = Publication(tasks)
        self.lookalikes = Lookalikes()
        self.lines = FindingLines(icons)
        self.checks = Checks(icons)
        self.history = History(palette)
        self.tabs = PanelTabs(icons)
        self.pages = QStackedWidget()
        self._places: dict[str, int] = {}
        self._before = 0
        self._add("story", _("Story"), "story", self._story_page())
        self.add_page("findings", _("Findings"), "warn", self.checks)
        self.add_page("history", _("History"), "restore", self.history)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(line())
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.tabs)

    def _story_page(self) -> QScrollArea:
        content = QWidget()
        column = down(content, 10)
        column.setContentsMargins(0, 0, 0, 0)
        parts = (
            (_("Publication"), self.publication),
            (_("Similar stories"), self.lookalikes),
            (_("Findings"), self.lines),
        )
        for number, (title, part) in enumerate(parts):
            if number:
                column.addSpacing(6)
                column.addWidget(line())
                column.addSpacing(2)
            column.addWidget(label(title, "head"))
            column.addWidget(part)
        return _page(content)

    def add_page(self, name: str, title: str, icon: str, content: QWidget) -> None:
        """Add a page with a tab, which shows its title while it is open and its icon always."""
        self._add(name, title, icon, _page(content))

    def _add(self, name: str, title: str, icon: str, page: QWidget) -> None:
        self._places[name] = self.tabs.add(title, icon)
        self.pages.addWidget(page)

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        if self.tabs.currentIndex() != self._places[name]:
            self._before = self.tabs.currentIndex()
        self.tabs.setCurrentIndex(self._places[name])

    def show_tab(self, name: str, *, shown: bool) -> None:
        """Show the tab of a page that is there at times only; what was looked at before it comes back."""
        place = self._places[name]
        if not shown and self.tabs.currentIndex() == place:
            self.tabs.setCurrentIndex(self._before)
        self.tabs.setTabVisible(place, shown)

    def count_page(self, name: str, count: int) -> None:
        """Say on a page's tab how many there are."""
        self.tabs.count_tab(self._places[name], count)

    def show_findings(self, findings: tuple[Finding, ...], *, writable: bool) -> None:
        """Show the findings, and how many there are on the tab; they are mended where one may write."""
        self.lines.show_all(findings)
        self.checks.show_all(findings, writable=writable)
        self.count_page("findings", len(findings))


def _page(content: QWidget) -> QScrollArea:
    area = named(QScrollArea(), "panelPage")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = named(QWidget(), "panelPage")
    column = down(holder)
    column.setContentsMargins(14, 14, 14, 14)
    column.addWidget(content)
    column.addStretch(1)
    area.setWidget(holder)
    return area

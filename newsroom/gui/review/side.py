"""The panel beside a review: facts, findings, notes, and the checklist with the history, which is seen first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from newsroom.domain.workflow import State
from newsroom.gui.panels.checks import Checks
from newsroom.gui.panels.panel_tabs import PanelTabs
from newsroom.gui.parts import down, label, line, named
from newsroom.gui.past.events import EventList
from newsroom.gui.review.checklist import Checklist
from newsroom.gui.review.facts import Facts, Notes
from newsroom.gui.theme.tokens import PANEL_WIDTH
from newsroom.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk.reviewing import Review
    from newsroom.gui.icons import Icons
    from newsroom.gui.theme.tokens import Palette

_MARGIN = 14
_MOST_CHECKS = 300
"""The checklist takes no more height than this; more lines are scrolled to."""


class ReviewSide(QWidget):
    """Emits a finding whose place shall be shown, and two versions that shall be."""

    jumped = Signal(object)
    versions = Signal(int, int)

    def __init__(self, icons: Icons, palette: Palette) -> None:
        super().__init__()
        named(self, "panel").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("over", "true")
        self.setFixedWidth(PANEL_WIDTH)
        self.checklist, self.events = Checklist(icons), EventList(palette)
        self.facts, self.notes, self.findings = Facts(), Notes(), Checks(icons)
        self.asked = label("", "head")
        self.tabs, self.pages = PanelTabs(icons), QStackedWidget()
        self._add(_("Story"), "story", _scrolled(self.facts))
        self._add(_("Findings"), "warn", _scrolled(self.findings))
        self._add(_("Notes"), "note", _scrolled(self.notes))
        self._add(_("History"), "restore", self._history())
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.setCurrentIndex(3)
        for part in (self.checklist, self.findings):
            part.jumped.connect(self.jumped)
        self.events.chosen.connect(self.versions)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(line())
        column.addWidget(self.pages, 1)

    def _add(self, title: str, icon: str, page: QWidget) -> None:
        self.tabs.add(title, icon)
        self.pages.addWidget(page)

    def _history(self) -> QWidget:
        page = named(QWidget(), "panelPage")
        column = down(page, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_headed(self.asked))
        checks = _scrolled(self.checklist, above=0)
        checks.setMaximumHeight(_MOST_CHECKS)
        column.addWidget(checks, 2)
        column.addWidget(line())
        column.addWidget(_headed(label(_("History"), "head")))
        column.addWidget(self.events, 3)
        return page

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.events.painter_.palette = palette
        self.events.viewport().update()

    def show_review(self, review: Review, zone: str, now: datetime) -> None:
        """Show what is known of the story beside its text."""
        article = review.article
        held = article.state in {State.APPROVED, State.SCHEDULED}
        self.asked.setText(_("Checklist for publishing") if held else _("Checklist for the approval"))
        self.checklist.show_lines(review.lines)
        self.events.show_events(review.events, zone, now)
        self.facts.show_article(article, zone)
        found = tuple(one.finding for one in review.lines if one.finding)
        self.findings.show_all(found, writable=False)
        self.tabs.count_tab(1, len(found))
        self.tabs.count_tab(2, self.notes.show_article(article, zone))


def _headed(title: QWidget) -> QWidget:
    made = named(QWidget(), "panelPage")
    column = down(made)
    column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 6)
    column.addWidget(title)
    return made


def _scrolled(content: QWidget, above: int = _MARGIN) -> QScrollArea:
    area = named(QScrollArea(), "panelPage")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = named(QWidget(), "panelPage")
    column = down(holder)
    column.setContentsMargins(_MARGIN, above, _MARGIN, _MARGIN)
    column.addWidget(content)
    column.addStretch(1)
    area.setWidget(holder)
    return area

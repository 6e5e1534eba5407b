"""The window of the house's wording: its rules, its learned words and the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QTabBar, QWidget

from newsroom.gui.house_rules.learned_page import LearnedPage
from newsroom.gui.house_rules.rules_page import RulesPage
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.house_rule import HouseRule

_SIZE = (860, 560)


class HouseRulesDialog(QDialog):
    """Three pages; what is done on them is told by the pages' own signals."""

    def __init__(self, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("House rules"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.rules = RulesPage(self, allowed=allowed)
        self.house = LearnedPage(
            _("Learned words of the house"),
            _("Spelling knows these words for everyone in this library."),
            self,
            allowed=allowed,
        )
        self.mine = LearnedPage(
            _("Words I have taught"), _("Spelling knows these words in all my stories."), self, allowed=True
        )
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("House rules"))
        self.tabs.setDrawBase(False)
        self.pages = QStackedWidget()
        for title, page in (
            (_("Rules"), self.rules),
            (_("Learned for the house"), self.house),
            (_("Learned for me"), self.mine),
        ):
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self._lay_out(allowed=allowed)
        self.rules.sought.setFocus()

    def _lay_out(self, *, allowed: bool) -> None:
        foot = across(gap=8)
        why = "" if allowed else _("Only a duty editor changes the settings of the house.")
        foot.addWidget(label(why, "muted", wrap=True), 1)
        done = button(_("Done"), self.accept, "primary")
        done.setAutoDefault(False)
        foot.addWidget(done)
        column = down(self, 4)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addSpacing(8)
        column.addLayout(foot)

    def show_all(self, rules: Sequence[HouseRule], house: Sequence[str], mine: Sequence[str]) -> None:
        """Show what holds now."""
        self.rules.show_all(rules)
        self.house.show_all(house)
        self.mine.show_all(mine)

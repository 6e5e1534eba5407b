"""The window of the checklists: what is asked at each way of a story, and four eyes by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QTabBar, QWidget

from newsroom.gui.checklists.model import ChecklistModel
from newsroom.gui.checklists.sections import SectionsPage
from newsroom.gui.checklists.table import ChecklistTable
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.card import Genre, Section
    from newsroom.gui.theme.tokens import Palette

_SIZE = (1080, 640)


class ChecklistsDialog(QDialog):
    """Emits what shall hold for which stories, what is to be forgotten, and wishes for a file."""

    looked = Signal(str, str)
    forgotten = Signal(object)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget, palette: Palette, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Checklists"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE[0], min(_SIZE[1], parent.height() - 60))
        self.model = ChecklistModel(palette, self, allowed=allowed)
        self.table = ChecklistTable(self.model)
        self.genre, self.section = Choice(_("Genre")), Choice(_("Section"))
        self.sections = SectionsPage(allowed=allowed)
        self.told = label("", "muted", wrap=True)
        self.tabs, self.pages = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(_("Checklists"))
        self.tabs.setDrawBase(False)
        for title, page in (
            (_("What is asked"), self._asked_page(allowed=allowed)),
            (_("Four eyes by section"), self.sections),
        ):
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self._lay_out(allowed=allowed)

    def _asked_page(self, *, allowed: bool) -> QWidget:
        page = QWidget()
        above = across(gap=8)
        above.addWidget(label(_("For stories of"), "muted"))
        for choice in (self.genre, self.section):
            choice.setMinimumContentsLength(18)
            choice.activated.connect(self._look)
            above.addWidget(choice)
        above.addStretch(1)
        self.usual = button(_("As the rules come"), self._forget)
        self.usual.setToolTip(_("Let the chosen cells hold again as the rules come"))
        self.read = button(_("Import …"), self.import_asked.emit)
        for part in (self.usual, self.read):
            part.setEnabled(allowed)
        for part in (self.usual, self.read, button(_("Export …"), self.export_asked.emit)):
            part.setAutoDefault(False)
            above.addWidget(part)
        hint = _(
            "A click or the space bar turns a cell on: off, recommended, required. What is bold was set by the house."
        )
        column = down(page, 8)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(label(hint, "muted", wrap=True))
        return page

    def _lay_out(self, *, allowed: bool) -> None:
        if not allowed:
            self.told.setText(_("Only a duty editor changes the settings of the house."))
        foot = across(gap=8)
        foot.addWidget(self.told, 1)
        done = button(_("Done"), self.accept, "primary")
        done.setAutoDefault(False)
        foot.addWidget(done)
        column = down(self, 4)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addSpacing(8)
        column.addLayout(foot)

    def offer(self, genres: Sequence[Genre], sections: Sequence[Section]) -> None:
        """Offer the genres and sections of the house; what was chosen stays chosen."""
        for choice, all_, rows in (
            (self.genre, _("All genres"), [(_(one.name), one.key) for one in genres if not one.retired]),
            (self.section, _("All sections"), [(one.name, one.name) for one in sections if not one.retired]),
        ):
            chosen = choice.currentData()
            choice.clear()
            for words, name in [(all_, ""), *rows]:
                choice.addItem(words, name)
            choice.setCurrentIndex(max(choice.findData(chosen), 0))

    def _look(self) -> None:
        self.looked.emit(*self.chosen())

    def chosen(self) -> tuple[str, str]:
        """Give the genre and section that are looked at; nothing stands for all."""
        return self.genre.currentData() or "", self.section.currentData() or ""

    def _forget(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self.forgotten.emit(chosen)

    def tell(self, words: str, tone: str = "muted") -> None:
        """Say what came of something."""
        self.told.setText(words)
        self.told.setProperty("tone", tone)

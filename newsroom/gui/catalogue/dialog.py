"""The window of the catalogue: a page for each kind, and at its foot what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QTabBar, QWidget

from newsroom.domain.catalogue import Kind, Renaming
from newsroom.gui.bars.length_line import thin_bar
from newsroom.gui.catalogue.entry_page import EntryPage
from newsroom.gui.parts import across, button, down, label, restyle
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.theme.wardrobe import Wardrobe

_SIZE = (880, 580)


class CatalogueDialog(QDialog):
    """Four pages; what is done on them is told by the pages' own signals."""

    turned = Signal(object)
    """Another kind is shown."""
    stop_asked = Signal()
    undo_asked = Signal()
    resume_asked = Signal()
    import_asked = Signal(object)
    export_asked = Signal(object)

    def __init__(self, parent: QWidget, wardrobe: Wardrobe, zone: str, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sections, genres, people, keywords"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._allowed = allowed
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Lists of the house"))
        self.tabs.setDrawBase(False)
        self.stack = QStackedWidget()
        self.pages: dict[Kind, EntryPage] = {}
        for kind in Kind:
            page = EntryPage(kind, wardrobe, zone, self, allowed=allowed)
            self.pages[kind] = page
            self.tabs.addTab(_(kind.label))
            self.stack.addWidget(page)
        self._make_foot()
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)

    def _make_foot(self) -> None:
        why = "" if self._allowed else _("Only a duty editor changes sections, genres, people and keywords.")
        self.told = label(why, "muted", wrap=True)
        self.bar = thin_bar(_("Progress"), 140)
        self.stop = button(_("Stop"), self.stop_asked.emit)
        self.undo = button(_("Undo"), self.undo_asked.emit)
        self.resume = button(_("Go on"), self.resume_asked.emit)
        self.bring = button(_("Import …"), lambda: self.import_asked.emit(self.kind()))
        self.send = button(_("Export …"), lambda: self.export_asked.emit(self.kind()))
        self.ready = button(_("Done"), self.accept, "primary")
        self.bring.setEnabled(self._allowed)
        for way in (self.stop, self.undo, self.resume, self.bring, self.send, self.ready):
            way.setAutoDefault(False)
        for part in (self.bar, self.stop, self.undo, self.resume):
            part.hide()

    def _lay_out(self) -> None:
        foot = across(gap=8)
        foot.addWidget(self.told, 1)
        for part in (self.bar, self.stop, self.resume, self.undo, self.bring, self.send, self.ready):
            foot.addWidget(part)
        column = down(self, 4)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addSpacing(8)
        column.addLayout(foot)

    def kind(self) -> Kind:
        """Give the kind that is shown."""
        return list(Kind)[self.tabs.currentIndex()]

    def page(self) -> EntryPage:
        """Give the page that is shown."""
        return self.pages[self.kind()]

    def turn_to(self, kind: Kind) -> None:
        """Show a kind."""
        self.tabs.setCurrentIndex(list(Kind).index(kind))

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.page().view.setFocus()
        self.turned.emit(self.kind())

    def say(self, words: str, tone: str = "muted", *, undo: bool = False, resume: bool = False) -> None:
        """Say a sentence at the foot, maybe with a way to take it back or to go on."""
        self.told.setText(words)
        self.told.setProperty("tone", tone)
        restyle(self.told)
        self.undo.setVisible(undo)
        self.resume.setVisible(resume and self._allowed)
        for part in (self.bar, self.stop):
            part.hide()

    def busy(self, job: Renaming, words: str) -> None:
        """Show how far a renaming is."""
        self.say(words)
        self.bar.setRange(0, max(job.total, 1))
        self.bar.setValue(job.done)
        for part in (self.bar, self.stop):
            part.show()

"""Printing with a preview: the pages at the left, what is printed and where at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.gui.panels.choice import Choice
from newsroom.gui.printing.paper import Job, page_numbers
from newsroom.gui.printing.preview_dialog import PreviewDialog
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.gui.tasks import Tasks

FORMS = {
    "pdf": N_("Galley proof"),
    "pdf-columns": N_("Newspaper columns"),
    "pdf-reading": N_("Reading copy"),
}


class PrintDialog(PreviewDialog):
    """Emits `wanted` with a job, a form and a profile's name, and `saved_as` with the last two."""

    wanted = Signal(object, str, str)
    saved_as = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        article: Article,
        profiles: tuple[PrintProfile, ...],
        form: str,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Print"), tasks, parent)
        self._desk, self._article = desk, article
        self.form, self.profile = Choice(_("Form")), Choice(_("Print profile"))
        self.pages = QLineEdit(placeholderText=_("all, or 1-3, 5"))
        self.pages.setAccessibleName(_("Pages"))
        self._fill(profiles, form)
        self._lay_out((self.form, self.profile, self.printer, self.copies, self.pages))
        self._connect()
        self._look_for_printers()
        self._draw()

    def _fill(self, profiles: tuple[PrintProfile, ...], form: str) -> None:
        for name, title in FORMS.items():
            self.form.addItem(_(title), name)
        self.form.setCurrentIndex(max(self.form.findData(form), 0))
        for profile in profiles:
            self.profile.addItem(_(profile.name), profile.name)

    def _connect(self) -> None:
        self.go.clicked.connect(self._go)
        self.save.clicked.connect(self._save)
        self.form.currentIndexChanged.connect(self._draw)
        self.profile.currentIndexChanged.connect(self._draw)
        self.pages.textChanged.connect(self._weigh)
        self.form.setFocus()

    def _draw(self) -> None:
        form, profile = self.form.currentData(), self.profile.currentData()
        self._set_pages(partial(self._desk.printing.pages, self._article, form, profile))

    def _wanted_pages(self) -> tuple[int, ...] | None:
        return page_numbers(self.pages.text(), len(self.sheets.pages))

    def _go(self) -> None:
        chosen = self._wanted_pages()
        if chosen:
            job = Job(
                printer=self.printer.currentData(),
                copies=self.copies.value(),
                pages=chosen,
                title=self._article.headline or _("Untitled"),
            )
            self.wanted.emit(job, self.form.currentData(), self.profile.currentData())
            self.accept()

    def _save(self) -> None:
        self.saved_as.emit(self.form.currentData(), self.profile.currentData())
        self.accept()

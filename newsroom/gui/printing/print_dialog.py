"""Printing with a preview: the pages at the left, what is printed and where at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from newsroom.gui.faults import words_of
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label, number
from newsroom.gui.printing.paper import Job, page_numbers, printers
from newsroom.gui.printing.sheets import Sheets
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.gui.tasks import Task, Tasks

_SIZE = (900, 640)
_SIDE = 270
_WIDEST = 560
_MOST_COPIES = 99
FORMS = {
    "pdf": N_("Galley proof"),
    "pdf-columns": N_("Newspaper columns"),
    "pdf-reading": N_("Reading copy"),
}


class PrintDialog(QDialog):
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
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._desk, self._tasks, self._article = desk, tasks, article
        self._asked: Task | None = None
        self.sheets = Sheets(_WIDEST)
        self.form, self.profile, self.printer = (
            Choice(_("Form")),
            Choice(_("Print profile")),
            Choice(_("Printer")),
        )
        self.copies = number(1, _MOST_COPIES)
        self.pages = QLineEdit(placeholderText=_("all, or 1-3, 5"))
        self.told = label("", "muted", wrap=True)
        self.save = button(_("Save as PDF …"), self._save)
        self.go = button(_("Print"), self._go, "primary")
        self._fill(profiles, form)
        self._lay_out()
        self._connect()
        self._look_for_printers()
        self._draw()

    def _fill(self, profiles: tuple[PrintProfile, ...], form: str) -> None:
        for name, title in FORMS.items():
            self.form.addItem(_(title), name)
        self.form.setCurrentIndex(max(self.form.findData(form), 0))
        for profile in profiles:
            self.profile.addItem(_(profile.name), profile.name)
        self.printer.addItem(_("Printers are being looked for …"), "")
        for field, name in (
            (self.form, _("Form")),
            (self.profile, _("Print profile")),
            (self.printer, _("Printer")),
            (self.copies, _("Copies")),
            (self.pages, _("Pages")),
        ):
            field.setAccessibleName(name)

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.setVerticalSpacing(8)
        for field in (self.form, self.profile, self.printer, self.copies, self.pages):
            fields.addRow(label(field.accessibleName(), "muted"), field)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = down(side, 12)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(fields)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.save)
        ways = across(gap=8)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.go, 1)
        column.addLayout(ways)
        whole = across(self, 20)
        whole.setContentsMargins(16, 16, 20, 16)
        whole.addWidget(self.sheets, 1)
        whole.addWidget(side)

    def _connect(self) -> None:
        self.go.setDefault(True)
        self.save.setAutoDefault(False)
        self.form.currentIndexChanged.connect(self._draw)
        self.profile.currentIndexChanged.connect(self._draw)
        self.printer.currentIndexChanged.connect(self._weigh)
        self.pages.textChanged.connect(self._weigh)
        self.form.setFocus()

    # Printers

    def _look_for_printers(self) -> None:
        self._tasks.read(printers, self._show_printers, lambda _error: self._show_printers(()))

    def _show_printers(self, names: tuple[str, ...]) -> None:
        self.printer.clear()
        for name in names:
            self.printer.addItem(name, name)
        if not names:
            self.printer.addItem(_("No printer is set up"), "")
        self.printer.setEnabled(bool(names))
        self._weigh()

    # The preview

    def _draw(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self.sheets.tell(_("The pages are being set …"))
        work = partial(
            self._desk.printing.pages, self._article, self.form.currentData(), self.profile.currentData()
        )
        self._asked = self._tasks.read(work, self._show, self._fail)
        self._weigh()

    def _show(self, pages: tuple[bytes, ...]) -> None:
        self._asked = None
        self.sheets.show_pages(pages)
        self._weigh()

    def _fail(self, error: BaseException) -> None:
        self._asked = None
        self.sheets.tell(words_of(error))
        self._weigh()

    # What is possible

    def _chosen(self) -> tuple[int, ...] | None:
        return page_numbers(self.pages.text(), len(self.sheets.pages))

    def _weigh(self) -> None:
        chosen, ready = self._chosen(), bool(self.sheets.pages) and self._asked is None
        self.go.setEnabled(ready and bool(chosen) and bool(self.printer.currentData()))
        self.save.setEnabled(ready)
        if chosen is None:
            self.told.setText(_("There are no such pages."))
        elif not self.printer.currentData() and not self.printer.isEnabled():
            self.told.setText(_("No printer is set up on this computer. Save the pages as a PDF instead."))
        else:
            self.told.setText(ngettext("{n} page", "{n} pages", len(chosen)) if ready else "")

    def _go(self) -> None:
        chosen = self._chosen()
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

"""Printing the story list: the page as it will be, and where it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from newsroom.gui.faults import words_of
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label, number
from newsroom.gui.printing.paper import Job, printers, put_on_paper
from newsroom.gui.printing.sheets import Sheets
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from newsroom.gui.room import Room

_SIZE = (900, 560)
_SIDE = 250
_WIDEST = 580
_MOST_COPIES = 99


class PlanPrintDialog(QDialog):
    """Prints; emits `saved_as` where a file is wanted instead."""

    saved_as = Signal()

    def __init__(self, room: Room, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print the story list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._room, self._day = room, day
        self.sheets = Sheets(_WIDEST)
        self.printer, self.copies = Choice(_("Printer")), number(1, _MOST_COPIES)
        self.copies.setAccessibleName(_("Copies"))
        self.told = label("", "muted", wrap=True)
        self.save = button(_("Save as PDF …"), self._save)
        self.save.setAutoDefault(False)
        self.go = button(_("Print"), self._go, "primary")
        self.go.setDefault(True)
        self._lay_out()
        self.sheets.tell(_("The pages are being set …"))
        self.printer.addItem(_("Printers are being looked for …"), "")
        room.tasks.read(partial(room.desk.plan.pages, day), self._show, self._fail)
        room.tasks.read(printers, self._offer, lambda _error: self._offer(()))
        self._weigh()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = down(side, 8)
        column.setContentsMargins(0, 0, 0, 0)
        for field in (self.printer, self.copies):
            column.addWidget(label(field.accessibleName(), "muted"))
            column.addWidget(field)
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

    def _show(self, pages: tuple[bytes, ...]) -> None:
        self.sheets.show_pages(pages)
        self._weigh()

    def _fail(self, error: BaseException) -> None:
        self.sheets.tell(words_of(error))
        self._weigh()

    def _offer(self, names: tuple[str, ...]) -> None:
        self.printer.clear()
        for name in names:
            self.printer.addItem(name, name)
        if not names:
            self.printer.addItem(_("No printer is set up"), "")
            self.told.setText(_("No printer is set up on this computer. Save the pages as a PDF instead."))
        self.printer.setEnabled(bool(names))
        self._weigh()

    def _weigh(self) -> None:
        self.go.setEnabled(bool(self.sheets.pages) and bool(self.printer.currentData()))
        self.save.setEnabled(bool(self.sheets.pages))

    def _go(self) -> None:
        job = Job(self.printer.currentData(), copies=self.copies.value(), title=_("Story list"))
        room, day = self._room, self._day

        def work() -> int:
            return put_on_paper(room.desk.plan.pages(day, paper=True), job)

        def sent(pages: int) -> None:
            words = ngettext(
                "{n} page went to “{printer}”.", "{n} pages went to “{printer}”.", pages, printer=job.printer
            )
            room.say("calm", words)

        room.tasks.read(work, sent, room.fail)
        self.accept()

    def _save(self) -> None:
        self.accept()
        self.saved_as.emit()

"""Printing the story list: the page as it will be, and where it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsroom.gui.printing.paper import Job, put_on_paper
from newsroom.gui.printing.preview_dialog import PreviewDialog
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.room import Room


class PlanPrintDialog(PreviewDialog):
    """Prints; emits `saved_as` where a file is wanted instead."""

    saved_as = Signal()

    def __init__(self, room: Room, day: date, parent: QWidget) -> None:
        super().__init__(_("Print the story list"), room.tasks, parent)
        self._room, self._day = room, day
        self.go.clicked.connect(self._go)
        self.save.clicked.connect(self._save)
        self._lay_out((self.printer, self.copies))
        self._look_for_printers()
        self._set_pages(partial(room.desk.plan.pages, day))

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

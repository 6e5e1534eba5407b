"""A dialog that prints: the pages as they will be at the left, and at the right where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from newsroom.gui.faults import words_of
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label, number
from newsroom.gui.printing.paper import printers
from newsroom.gui.printing.sheets import Sheets
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.gui.tasks import Task, Tasks

_SIZE = (900, 640)
_SIDE = 270
_WIDEST = 560
_MOST_COPIES = 99


class PreviewDialog(QDialog):
    """Looks for printers and shows pages; who makes one says what is printed, and does it."""

    def __init__(self, title: str, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tasks = tasks
        self._asked: Task | None = None
        self.sheets = Sheets(_WIDEST)
        self.printer, self.copies = Choice(_("Printer")), number(1, _MOST_COPIES)
        self.copies.setAccessibleName(_("Copies"))
        self.told = label("", "muted", wrap=True)
        self.save, self.go = button(_("Save as PDF …")), button(_("Print"), look="primary")
        self.save.setAutoDefault(False)
        self.go.setDefault(True)

    def _lay_out(self, fields: Sequence[QWidget]) -> None:
        """Put the fields under their names beside the pages."""
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        for field in fields:
            form.addRow(label(field.accessibleName(), "muted"), field)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = down(side, 12)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
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

    # Printers

    def _look_for_printers(self) -> None:
        self.printer.addItem(_("Printers are being looked for …"), "")
        self.printer.currentIndexChanged.connect(self._weigh)
        self._tasks.read(printers, self._offer, lambda _error: self._offer(()))

    def _offer(self, names: tuple[str, ...]) -> None:
        self.printer.clear()
        for name in names:
            self.printer.addItem(name, name)
        if not names:
            self.printer.addItem(_("No printer is set up"), "")
        self.printer.setEnabled(bool(names))
        self._weigh()

    # The preview

    def _set_pages(self, work: Callable[[], tuple[bytes, ...]]) -> None:
        """Show the pages that this gives, once they are set; those before are forgotten."""
        if self._asked is not None:
            self._asked.cancel()
        self.sheets.tell(_("The pages are being set …"))
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

    def _weigh(self) -> None:
        """Enable what can be done with the pages, and say what keeps the rest from it."""
        ready = bool(self.sheets.pages) and self._asked is None
        pages = self._wanted_pages()
        self.go.setEnabled(ready and bool(pages) and bool(self.printer.currentData()))
        self.save.setEnabled(ready)
        if pages is None:
            self.told.setText(_("There are no such pages."))
        elif not self.printer.currentData() and not self.printer.isEnabled():
            self.told.setText(_("No printer is set up on this computer. Save the pages as a PDF instead."))
        else:
            self.told.setText(ngettext("{n} page", "{n} pages", len(pages)) if ready else "")

    def _wanted_pages(self) -> tuple[int, ...] | None:
        """Give the numbers of the pages that are printed, or None where those asked for are not there."""
        return tuple(range(1, len(self.sheets.pages) + 1))

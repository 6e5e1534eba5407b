"""The bar under the list while several stories are chosen: how many, and what can be done with them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.parts import across, button, down, label, named
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from newsroom.gui.browser.choice import Choice


class BulkBar(QWidget):
    """A few quiet rows, or one where there is room; emits what is asked for."""

    section_asked = Signal()
    keywords_asked = Signal()
    state_asked = Signal()
    export_asked = Signal()
    trash_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        named(self, "bulkBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label("", "strong")
        self.words.setIndent(8)
        self.section = button(_("Section ▾"), self.section_asked.emit, "quiet")
        self.state = button(_("Status ▾"), self.state_asked.emit, "quiet")
        self.keywords = button(_("Keywords …"), self.keywords_asked.emit, "quiet")
        self.export = button(_("Export …"), self.export_asked.emit, "quiet")
        self.trash = button("", self.trash_asked.emit, "quiet")
        self.leave = button(_("Clear the choice"), self.left.emit, "link")
        column = down(self, 4)
        column.setContentsMargins(6, 8, 8, 8)
        rows = (
            (self.words, self.leave),
            (self.section, self.state, self.keywords),
            (self.export, self.trash),
        )
        for parts in (sum(rows, ()),) if wide else rows:
            row = across(gap=2)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        self.hide()

    @property
    def filing(self) -> tuple[QPushButton, ...]:
        """Give the buttons that file stories otherwise: nothing in the trash is."""
        return self.section, self.state, self.keywords

    def show_choice(self, choice: Choice, *, trash: bool, keeping: bool) -> None:
        """Show for which stories the bar stands, and hide it for fewer than two."""
        number = choice.number
        self.words.setText(said(choice))
        self.trash.setText(_("Restore") if trash else _("Move to the trash"))
        self.trash.setAccessibleName(self.trash.text())
        for part in self.filing:
            part.setVisible(not trash)
            part.setEnabled(keeping and not choice.asking)
        self.trash.setEnabled(keeping and not choice.asking)
        self.export.setEnabled(not choice.asking)
        self.setVisible(number > 1)


def said(choice: Choice, *, column: bool = False) -> str:
    """Say how many stories are chosen, in a list or in a column of the board; more may be known in a moment."""
    number = choice.number
    shown = QLocale().toString(number)
    if choice.whole and column:
        words = ngettext("All {n} story of this column", "All {n} stories of this column", number)
    elif choice.whole:
        words = ngettext("All {n} story of this list", "All {n} stories of this list", number)
    else:
        words = ngettext("{n} story chosen", "{n} stories chosen", number)
    words = words.replace(str(number), shown)
    return f"{words} …" if choice.asking else words

"""The panel's page of the other version: what is open with it, and every change not taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.gui.versions.card import DifferenceCard
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.versions import Step
    from newsroom.domain.counterpart import Difference, Home
    from newsroom.gui.theme.tokens import Palette

MOST = 30
"""So many cards are shown at once; those behind them follow as these are settled."""


class VersionsPage(QWidget):
    """Shows one step; emits the changes that are to be taken over or left."""

    taken = Signal(object)
    left = Signal(object)
    opened = Signal()
    shown_beside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences: tuple[Difference, ...] = ()
        self.title, self.told = label("", "head", wrap=True), label("", "muted", wrap=True)
        self.open = button(_("Open"), self.opened.emit, "link")
        self.beside = button(_("Beside"), self.shown_beside.emit, "link")
        self.take_all = button(_("Take over all"), self._take_all)
        self.leave_all = button(_("Leave all"), self._leave_all, "quiet")
        self._rows = down(gap=8)
        column = down(self, 8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(_row(self.open, self.beside))
        column.addWidget(self.told)
        column.addLayout(self._rows)
        column.addLayout(_row(self.take_all, self.leave_all))

    @property
    def cards(self) -> tuple[DifferenceCard, ...]:
        """Give the cards that are shown."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item)
        return tuple(widget for widget in widgets if isinstance(widget, DifferenceCard))

    def show_step(
        self,
        step: Step,
        palette: Palette,
        place_of: Callable[[Difference], Home | None],
        *,
        writable: bool,
    ) -> None:
        """Show how the open story stands to its other version."""
        self._differences = found = step.differences
        self.title.setText(_("Print version") if step.in_print else _("Web version"))
        self.title.setToolTip(step.other.headline)
        self.told.setText(waiting_words(len(found), in_print=step.in_print))
        emptied(self._rows)
        for one in found[:MOST]:
            card = DifferenceCard(one, place_of(one), palette)
            card.setEnabled(writable)
            card.taken.connect(self._take)
            card.left.connect(self._leave)
            self._rows.addWidget(card)
        for way in (self.take_all, self.leave_all):
            way.setVisible(len(found) > 1)
            way.setEnabled(writable)

    def _take(self, one: Difference) -> None:
        self.taken.emit((one,))

    def _leave(self, one: Difference) -> None:
        self.left.emit((one,))

    def _take_all(self) -> None:
        self.taken.emit(self._differences)

    def _leave_all(self) -> None:
        self.left.emit(self._differences)


def waiting_words(count: int, *, in_print: bool) -> str:
    """Give in words how many changes of the other version wait to be taken over or left."""
    if not count:
        return _("Nothing is waiting to be taken over.")
    if in_print:
        return ngettext(
            "{n} change of the print version is not taken over.",
            "{n} changes of the print version are not taken over.",
            count,
        )
    return ngettext(
        "{n} change of the web version is not taken over.",
        "{n} changes of the web version are not taken over.",
        count,
    )


def _row(*parts: QWidget) -> QHBoxLayout:
    row = across(gap=8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row

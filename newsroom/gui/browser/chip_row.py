"""What is understood of a search as fields: chips under the head of the list, each taken out with a press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.gui.parts import button, named
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from newsroom.text.query.chips import Chip, Split

_EDGE, _GAP = 12, 6
_BESIDE = 26
"""Pixels of a chip beside its words."""


class ChipRow(QWidget):
    """Chips in as many rows as they need; emits the query without the chip that was pressed."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "chipRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chips: list[tuple[QPushButton, str]] = []
        self.hide()

    def show_chips(self, asked: Split | None) -> None:
        """Show the fields of a search; without any, nothing."""
        wanted = asked.chips if asked else ()
        for made, _words in self._chips:
            made.hide()
            made.deleteLater()
        self._chips = [(self._made(asked, chip), _said(chip)) for chip in wanted] if asked else []
        self.setVisible(bool(wanted))
        self._lay_out()

    def _made(self, asked: Split, chip: Chip) -> QPushButton:
        made = button("", partial(self.changed.emit, asked.without(chip)), "chip")
        made.setParent(self)
        made.setAccessibleName(_("Without {field}: {value}", field=chip.title, value=chip.value))
        made.setToolTip(made.accessibleName())
        made.show()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the chips anew where there is more room or less."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = max(self.width() - 2 * _EDGE, 80)
        x, y, height = 0, _GAP, 0
        for made, words in self._chips:
            metrics = QFontMetrics(made.font())
            made.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - _BESIDE) + "  ×")
            size = made.sizeHint()
            width, height = min(size.width(), room), size.height()
            if x and x + width > room:
                x, y = 0, y + height + _GAP
            made.setGeometry(_EDGE + x, y, width, height)
            x += width + _GAP
        wanted = y + height + _GAP if self._chips else 0
        if self.height() != wanted:
            self.setFixedHeight(wanted)


def _said(chip: Chip) -> str:
    said = f"{chip.title}: {chip.value}"
    return _("not {field}", field=said) if chip.absent else said

"""Choosing the colour of a section: the calm ones of the palette, or one's own, with how well it is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from newsroom.gui.catalogue.contrast import ENOUGH, contrast
from newsroom.gui.parts import across, label, restyle
from newsroom.gui.prompt import Prompt
from newsroom.gui.theme.tokens import DARK, LIGHT
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.domain.catalogue import Entry

_ACROSS = 6
_SWATCH = 40
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class ColourDialog(Prompt):
    """Calls with the colour as #rrggbb."""

    def __init__(
        self, entry: Entry, colours: Sequence[str], parent: QWidget, call: Callable[[str], None]
    ) -> None:
        title = _("Colour of “{name}”", name=entry.title)
        super().__init__(parent, title, _("Keep"), width=0)
        self.line = QLineEdit(entry.colour)
        self.line.setAccessibleName(_("Colour, as #rrggbb"))
        self.line.setMaxLength(len("#rrggbb"))
        self.shown = label("")
        self.seen = label("", "muted", wrap=True)
        self.swatches = [self._swatch(colour) for colour in colours]
        self._lay_out(title)
        self.line.textChanged.connect(self._weigh)
        self.accepted.connect(lambda: call(self.line.text().lower()))
        self._weigh()
        next((one for one in self.swatches if one.isChecked()), self.line).setFocus()

    def _swatch(self, colour: str) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.setIconSize(QSize(_SWATCH - 12, _SWATCH - 12))
        made.setFixedSize(_SWATCH, _SWATCH)
        made.setIcon(QIcon(_drawn(colour, _SWATCH - 12)))
        made.setAccessibleName(colour)
        made.setToolTip(colour)
        made.setProperty("colour", colour)
        made.clicked.connect(lambda: self.line.setText(colour))
        return made

    def _lay_out(self, title: str) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, swatch in enumerate(self.swatches):
            grid.addWidget(swatch, number // _ACROSS, number % _ACROSS)
        own = across(gap=8)
        own.addWidget(self.shown)
        own.addWidget(self.line, 1)
        self.stack(title, grid, own, self.seen)

    def _weigh(self) -> None:
        typed = self.line.text().strip()
        good = bool(_HEX.fullmatch(typed))
        self.yes.setEnabled(good)
        for swatch in self.swatches:
            swatch.setChecked(swatch.property("colour") == typed.lower())
        self.shown.setPixmap(_drawn(typed if good else "#00000000", 20))
        if not good:
            self.seen.setText(_("A colour is written as #3b6ea5."))
            return
        light, dark = contrast(typed, LIGHT.side), contrast(typed, DARK.side)
        words = _("Contrast: {light} on light, {dark} on dark.", light=f"{light:.1f}", dark=f"{dark:.1f}")
        weak = min(light, dark) < ENOUGH
        more = _("Below 3 it is hard to see.") if weak else _("It is seen well on both.")
        self.seen.setText(f"{words} {more}")
        self.seen.setProperty("tone", "warn" if weak else "muted")
        restyle(self.seen)


def _drawn(colour: str, size: int) -> QPixmap:
    drawn = QPixmap(size * 2, size * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, size, size, 5, 5)
    painter.end()
    return drawn

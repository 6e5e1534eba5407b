"""One change of the other version: what it is, its words, and whether to take it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.domain.body import Box, Crosshead, ListItem, Picture, Quote, Table, block_text
from newsroom.domain.counterpart import BODY
from newsroom.domain.inline import plain
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.versions.taking import LEAD
from newsroom.gui.versions.words import MarkedWords, told
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.domain.body import Block
    from newsroom.domain.counterpart import Difference, Home
    from newsroom.gui.theme.tokens import Palette

_LINES = {
    "kicker": N_("Kicker"),
    "headline": N_("Headline"),
    "subheadline": N_("Subheadline"),
    LEAD: N_("Lead"),
}
_BLOCKS: dict[type, tuple[str, str, str]] = {
    Crosshead: (N_("Crosshead changed"), N_("Crosshead added"), N_("Crosshead removed")),
    Quote: (N_("Quote changed"), N_("Quote added"), N_("Quote removed")),
    ListItem: (N_("List entry changed"), N_("List entry added"), N_("List entry removed")),
    Picture: (N_("Picture changed"), N_("Picture added"), N_("Picture removed")),
    Table: (N_("Table changed"), N_("Table added"), N_("Table removed")),
    Box: (N_("Box changed"), N_("Box added"), N_("Box removed")),
}
_PARAGRAPH = (N_("Paragraph changed"), N_("Paragraph added"), N_("Paragraph removed"))


class DifferenceCard(QFrame):
    """One change with its two ways on."""

    taken = Signal(object)
    left = Signal(object)

    def __init__(
        self, one: Difference, where: Home | None, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", "card")
        self.difference = one
        name = title(one)
        self.words = MarkedWords(told(*texts(one)), palette)
        column = down(self, 6)
        column.setContentsMargins(10, 8, 10, 6)
        column.addWidget(label(name, "muted"))
        column.addWidget(self.words)
        remark = _remark(where)
        if remark:
            column.addWidget(label(remark, "tiny", wrap=True))
        self.take = button(_("Take over"), self._take, "link")
        self.take.setEnabled(where is not None)
        self.leave = button(_("Leave"), self._leave, "link")
        row = across(gap=10)
        for way in (self.take, self.leave):
            way.setAccessibleName(f"{way.text()}: {name}")
            row.addWidget(way)
        row.addStretch(1)
        column.addLayout(row)

    def _take(self) -> None:
        self.taken.emit(self.difference)

    def _leave(self) -> None:
        self.left.emit(self.difference)


def title(one: Difference) -> str:
    """Give what a change is about, in words."""
    if one.field != BODY:
        return _(_LINES[one.field])
    names = _BLOCKS.get(type(one.after if one.after is not None else one.before), _PARAGRAPH)
    return _(names[0 if None not in (one.before, one.after) else 1 if one.before is None else 2])


def texts(one: Difference) -> tuple[str, str]:
    """Give the words before and after a change."""
    if one.field == LEAD:
        return plain(one.before), plain(one.after)
    if one.field != BODY:
        return one.before, one.after
    return _read(one.before), _read(one.after)


def _read(block: Block | None) -> str:
    if block is None:
        return ""
    if isinstance(block, Picture):
        return " · ".join(part for part in (plain(block.caption), block.credit, block.alternative) if part)
    return block_text(block)


def _remark(where: Home | None) -> str:
    if where is None:
        return _("This version does not have the passage.")
    return "" if where.same else _("This version words the passage differently.")

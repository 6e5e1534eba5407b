"""The bar over two stories: how they are alike, what was decided, and what can be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.desk.doubles import OUT
from newsroom.gui.browser.times import short
from newsroom.gui.doubles.words import of_pair
from newsroom.gui.parts import across, button, down, label, named
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.card import StoryCard
    from newsroom.domain.lookalike import Pair


class PairBar(QWidget):
    """Says and asks; emits what is decided, and which pair of a group to show instead."""

    parted = Signal()
    updated = Signal()
    merge_asked = Signal()
    group_parted = Signal()
    turned = Signal(int)

    def __init__(self, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "pairBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._writable = writable
        self.head, self.facts = label("", "head", wrap=True), label("", "muted", wrap=True)
        self.place = label("", "muted")
        self.back = button("‹", lambda: self.turned.emit(-1), "quiet")
        self.on = button("›", lambda: self.turned.emit(1), "quiet")
        self.part = button(_("Not a duplicate"), self.parted.emit)
        self.part_all = button(_("No duplicates in this group"), self.group_parted.emit, "link")
        self.update_ = button(_("As an update"), self.updated.emit)
        self.merge = button(_("Merge …"), self.merge_asked.emit, "primary")
        self._name()
        self._lay_out()

    def _name(self) -> None:
        for made, words in (
            (self.back, _("The pair before (Left)")),
            (self.on, _("The next pair (Right)")),
            (self.part, _("Keep for good that these two are no duplicates (N)")),
            (self.part_all, _("Keep for good that none of this group is a duplicate (G)")),
        ):
            made.setToolTip(words)
        self.back.setAccessibleName(_("The pair before"))
        self.on.setAccessibleName(_("The next pair"))
        for made in (self.back, self.on):
            made.setFixedWidth(30)

    def _lay_out(self) -> None:
        told = down(gap=0)
        told.addWidget(self.head)
        told.addWidget(self.facts)
        row = across(gap=8)
        row.addLayout(told, 1)
        for part in (self.part, self.update_, self.merge):
            row.addWidget(part)
        turning = across(gap=4)
        for one in (self.back, self.place, self.on):
            turning.addWidget(one)
        turning.addSpacing(8)
        turning.addWidget(self.part_all)
        turning.addStretch(1)
        column = down(self, 2)
        column.setContentsMargins(20, 8, 16, 8)
        column.addLayout(row)
        column.addLayout(turning)

    def show_pair(
        self, pair: Pair, two: tuple[StoryCard, StoryCard], place: int, count: int, zone: str
    ) -> None:
        """Say how two stories are alike, and which pair of how many it is."""
        head, facts = of_pair(pair, *two)
        self.head.setText(head)
        self.facts.setText(facts)
        self.place.setText(_("Pair {n} of {count}", n=place + 1, count=count))
        for part in (self.back, self.place, self.on, self.part_all):
            part.setVisible(count > 1 and (part is not self.part_all or self._writable))
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < count)
        self._allow(two, zone)

    def _allow(self, two: tuple[StoryCard, StoryCard], zone: str) -> None:
        for made in (self.part, self.update_, self.merge):
            made.setVisible(self._writable)
        out = [card for card in two if card.state in OUT]
        self.merge.setEnabled(not out)
        words = _("One of both goes on, the other goes into the trash (M)")
        if out:
            words = _("Published stories are linked, not merged")
        self.merge.setToolTip(words)
        newer, older = two
        gaps = {
            "newer": short(newer.publish_time or newer.modified, zone),
            "older": short(older.publish_time or older.modified, zone),
        }
        self.update_.setToolTip(
            _("The story of {newer} is kept as the update of the one of {older} (U)", **gaps)
        )

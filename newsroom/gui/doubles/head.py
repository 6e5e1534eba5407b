"""The head of the doubles view: how many groups, what is chosen of them, how far the search is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from newsroom.desk.doubles import Wanted
from newsroom.domain.lookalike import BodyKind, LikenessKind
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, label, named
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.card import Section

_BAR = 140


class DoublesHead(QWidget):
    """Emits which groups are wanted, and that the search shall stop."""

    changed = Signal(object)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "listHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEAD_HEIGHT)
        self.title = label("")
        self.told = label("")
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setFixedWidth(_BAR)
        self.stop = button(_("Cancel"), self.stopped.emit, "link")
        self.kinds, self.sections = Choice(_("Kind of likeness")), Choice(_("Section"))
        for box in (self.kinds, self.sections):
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.unpublished = QCheckBox(_("Not published yet"))
        self._fill()
        self._lay_out()
        self.hide_progress()

    def _fill(self) -> None:
        for words, kinds in (
            (_("Every likeness"), frozenset()),
            (_("Same headline"), frozenset({LikenessKind.EQUAL})),
            (_("Like headlines"), frozenset(LikenessKind)),
            (_("Nearly the same text"), frozenset({BodyKind.SAME, BodyKind.NEAR})),
            (_("Shortened versions"), frozenset({BodyKind.CONTAINS, BodyKind.CONTAINED})),
        ):
            self.kinds.addItem(words, kinds)
        self.sections.addItem(_("All sections"), "")
        self.kinds.currentIndexChanged.connect(self._tell_wanted)
        self.sections.currentIndexChanged.connect(self._tell_wanted)
        self.unpublished.toggled.connect(self._tell_wanted)

    def _lay_out(self) -> None:
        row = across(self, 10)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.title)
        row.addStretch(1)
        for part in (self.told, self.progress, self.stop, self.unpublished, self.sections, self.kinds):
            row.addWidget(part)

    def wanted(self) -> Wanted:
        """Give which groups are wanted."""
        kinds = self.kinds.currentData() or frozenset()
        return Wanted(self.unpublished.isChecked(), self.sections.currentData() or "", kinds)

    def _tell_wanted(self, _value: object = None) -> None:
        self.changed.emit(self.wanted())

    def clear(self) -> None:
        """Want all groups."""
        for part in (self.kinds, self.sections, self.unpublished):
            part.blockSignals(True)
        self.kinds.setCurrentIndex(0)
        self.sections.setCurrentIndex(0)
        self.unpublished.setChecked(False)
        for part in (self.kinds, self.sections, self.unpublished):
            part.blockSignals(False)
        self._tell_wanted()

    def know(self, sections: Sequence[Section]) -> None:
        """Offer the sections of the house; the chosen one stays chosen."""
        chosen = self.sections.currentData()
        self.sections.blockSignals(True)
        while self.sections.count() > 1:
            self.sections.removeItem(1)
        for section in sections:
            self.sections.addItem(section.name, section.name)
        self.sections.setCurrentIndex(max(self.sections.findData(chosen), 0))
        self.sections.blockSignals(False)

    def tell(self, count: tuple[int, int], shown: int, *, whole: bool, all_: bool) -> None:
        """Say how many groups and stories there are, or how many of them were chosen so far."""
        groups = ngettext("{n} group", "{n} groups", count[0])
        if all_:
            stories = ngettext("{n} story", "{n} stories", count[1])
            self.title.setText(f"{groups} · {stories}")
        else:
            self.title.setText(_("{n} of {groups}", n=f"{shown}{'' if whole else '+'}", groups=groups))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the search is."""
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)
        words = ngettext("{n} story to look at", "{n} stories to look at", max(total - done, 0))
        self.told.setText(words)
        for part in (self.told, self.progress, self.stop):
            part.show()

    def hide_progress(self) -> None:
        """Say nothing of a search."""
        for part in (self.told, self.progress, self.stop):
            part.hide()

"""The question which of two stories goes on; what it gains from the other is shown before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QGridLayout, QRadioButton, QSizePolicy, QWidget

from newsroom.gui.browser.times import short
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.joining import Gain, Joining
    from newsroom.domain.article import Article

_WIDTH = 560


class MergeDialog(QDialog):
    """Shows what merging does either way; emits the numbers of the master and of the other."""

    merged = Signal(int, int)

    def __init__(self, ways: tuple[Joining, Joining], zone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Merge two stories"))
        self.setMinimumWidth(_WIDTH)
        self._ways, self._zone = ways, zone
        self.choices = QButtonGroup(self)
        column = self._column = down(self, 10)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Which story goes on?"), "title", wrap=True))
        for number, way in enumerate(
            reversed(ways)
        ):  # the other of one way is the master of the other as it is
            self._add_choice(number, way.other)
        self.gains = QFrame()
        self.gains.setProperty("tone", "card")
        self._table = QGridLayout(self.gains)
        self._table.setColumnStretch(1, 1)
        self._table.setHorizontalSpacing(16)
        column.addWidget(self.gains)
        self.warning = label("", "warn", wrap=True)
        column.addWidget(self.warning)
        words = _(
            "Its text stays. The other goes into the trash with a link to it; one undo takes both back."
        )
        column.addWidget(label(words, "muted", wrap=True))
        self._finish()
        self._show()

    def _add_choice(self, number: int, story: Article) -> None:
        made = QRadioButton((story.headline or _("No headline")).replace("&", "&&"))
        names = ", ".join(one.name for one in story.authors)
        facts = (
            _(story.state.label),
            short(story.publish_time or story.created, self._zone),
            story.section,
            names,
        )
        about = label(" · ".join(fact for fact in facts if fact), "tiny")
        about.setContentsMargins(24, 0, 0, 0)
        made.setAccessibleDescription(about.text())
        self.choices.addButton(made, number)
        choice = QWidget()
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = down(choice, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        column.addWidget(about)
        self._column.addWidget(choice)

    def _finish(self) -> None:
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        self.yes = button(_("Merge"), self.accept, "primary")
        self.yes.setDefault(True)
        row.addWidget(self.yes)
        self._column.addLayout(row)
        self.choices.button(0).setChecked(True)
        self.choices.idToggled.connect(self._show)
        self.accepted.connect(self._tell)

    @property
    def way(self) -> Joining:
        """Give the way that is chosen."""
        return self._ways[max(self.choices.checkedId(), 0)]

    def _show(self) -> None:
        while self._table.count():
            item = self._table.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        gains = self.way.gains
        head = _("It gains from the other:") if gains else _("It knows all that the other knows.")
        self._table.addWidget(label(head, "head"), 0, 0, 1, 2)
        for row, gain in enumerate(gains, 1):
            self._table.addWidget(label(_(gain.title), "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(label(self._said(gain), wrap=True), row, 1)
        parts = []
        if self.way.voids:
            parts.append(
                _("Its approval ends, for readers would see something else: it goes back for review.")
            )
        if self.way.drops:
            parts.append(_("The other is approved; that approval goes with it."))
        self.warning.setText(" ".join(parts))
        self.warning.setVisible(bool(parts))

    def _said(self, gain: Gain) -> str:
        if gain.links:
            return ngettext("{n} story", "{n} stories", gain.links)
        return short(gain.moment, self._zone) or ", ".join(gain.words)

    def _tell(self) -> None:
        self.merged.emit(self.way.master.id, self.way.other.id)

"""The head of an edition: which one, how it stands at a glance, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.domain.edition import Mark
from newsroom.gui.browser.times import brief, date_words
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label, named
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.desk.editions import Glance
    from newsroom.domain.edition import Edition, EditionLine

_ASKED = ("page", "story", "topics")


class EditionHead(QWidget):
    """Two rows; emits the name of what is asked for, and the edition that is chosen."""

    asked = Signal(str)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.edition = Choice(_("Edition"))
        self.edition.setMinimumContentsLength(28)
        self.edition.activated.connect(lambda _row: self.chosen.emit(self.edition.currentData() or 0))
        self.new = button(_("New edition …"), partial(self.asked.emit, "new"), "quiet")
        self.add = button(_("Add ▾"), self._offer, "quiet")
        self.change = button(_("Change …"), partial(self.asked.emit, "change"), "quiet")
        self.delete = button(_("Delete …"), partial(self.asked.emit, "delete"), "quiet")
        self.export = button(_("Export …"), partial(self.asked.emit, "export"), "primary")
        self.when = label("", "muted")
        self.seen, self.lacking = label("", "columnTitle"), label("", "warn")
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar())
        column.addWidget(self._glance())

    def _bar(self) -> QWidget:
        bar = named(QWidget(), "listHead")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(HEAD_HEIGHT + 4)
        row = across(bar, 4)
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self.edition)
        row.addWidget(self.new)
        row.addStretch(1)
        for part in (self.add, self.change, self.delete, self.export):
            row.addWidget(part)
        return bar

    def _glance(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(32)
        row = across(bar, 16)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.seen)
        row.addWidget(self.lacking)
        row.addStretch(1)
        row.addWidget(self.when)
        return bar

    def _offer(self) -> None:
        menu = QMenu(self)
        words = (_("Page or section …"), _("Story …"), _("Topics of the story list"))
        for name, text in zip(_ASKED, words, strict=True):
            menu.addAction(text).triggered.connect(partial(self._ask, name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _ask(self, name: str, _checked: bool = False) -> None:
        self.asked.emit(name)

    def offer(self, editions: Sequence[EditionLine], chosen: int) -> None:
        """Offer the editions there are."""
        self.edition.clear()
        for one in editions:
            self.edition.addItem(f"{date_words(one.day)} · {one.name}", one.id)
        self.edition.setCurrentIndex(self.edition.findData(chosen))
        self.edition.setVisible(bool(editions))

    def allow(self, *, edition: bool, keeping: bool, stories: bool) -> None:
        """Enable what can be done now."""
        self.new.setEnabled(keeping)
        for way in (self.add, self.change, self.delete):
            way.setEnabled(edition and keeping)
        self.export.setEnabled(stories)

    def tell(self, edition: Edition | None, glance: Glance | None, now: datetime, zone: str) -> None:
        """Say how an edition stands."""
        if edition is None or glance is None:
            for words in (self.seen, self.lacking, self.when):
                words.clear()
            return
        stories = ngettext("{n} story", "{n} stories", glance.stories)
        ready = _("{n} ready", n=glance.ready)
        self.seen.setText(f"{stories} · {ready}" if glance.stories else "")
        told = [
            _("{what}: {n}", what=_(mark.label), n=glance.marks[mark])
            for mark in Mark
            if glance.marks.get(mark) and mark is not Mark.SHORT
        ]
        self.lacking.setText(" · ".join(told))
        hour = brief(edition.hour, now, zone) if edition.hour else ""
        self.when.setText(_("Appears {time}", time=hour) if hour else _("No hour of appearance yet"))

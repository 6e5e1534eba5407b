"""The line of the panel that says who has the open story until when, and which editions hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.browser.times import date_words, recent
from newsroom.gui.parts import button, down, label, restyle
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.assignment import Assignment
    from newsroom.domain.edition import EditionLine


class StoryLine(QWidget):
    """A button that names the person; under it when the story is due, and its editions."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = button("", self.asked.emit)
        self.due = label("", "tiny", wrap=True)
        column = down(self, 2)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.who)
        column.addWidget(self.due)
        self.clear()

    def clear(self) -> None:
        """Show nothing of any story."""
        self.who.setText(_("Nobody"))
        self.who.setEnabled(False)
        self.due.hide()

    def show_assignment(
        self,
        given: Assignment | None,
        editions: Sequence[EditionLine],
        now: datetime,
        zone: str,
        *,
        keeping: bool,
    ) -> None:
        """Show who has a story, and where it stands."""
        name = given.person if given else _("Nobody")
        self.who.setText(name)
        self.who.setAccessibleName(_("Assigned to: {name}", name=name))
        self.who.setToolTip(_("Give the story to somebody"))
        self.who.setEnabled(keeping)
        told = []
        late = bool(given and given.due and given.due < now)
        if given and given.due:
            words = recent(given.due, now, zone)
            told.append(_("Due since {time}", time=words) if late else _("Due {time}", time=words))
        told += [_("In “{name}”, {day}", name=one.name, day=date_words(one.day)) for one in editions[:3]]
        self.due.setText(" · ".join(told))
        self.due.setProperty("tone", "bad" if late else "tiny")
        restyle(self.due)
        self.due.setVisible(bool(told))

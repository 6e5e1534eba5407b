"""The section of a story: one of the house's, or a new one that is named here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.panels.choice import Choice
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW = "\0new"
"""No section can have this name, as names are one line of words."""


class SectionChoice(Choice):
    """A choice whose last entry asks for a new name; emits `settled` when a section was chosen."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__(_("Section"))
        self._last = ""
        self._offered: list[str] = []
        self._retired: frozenset[str] = frozenset()
        self.activated.connect(self._chosen)

    def offer(self, names: list[str], retired: Iterable[str] = ()) -> None:
        """Offer no section, these, and a way to a new one; what is chosen stays so, a retired one too."""
        kept = self.section()
        self._offered, self._retired = names, frozenset(retired)
        self.clear()
        self.addItem("–", "")
        for name in names:
            self.addItem(name, name)
        self.insertSeparator(self.count())
        self.addItem(_("New section …"), _NEW)
        self.choose(kept)

    def choose(self, name: str) -> None:
        """Choose a section, which is added where the house does not offer it."""
        place = self.findData(name)
        if place < 0:
            place = 1 if self.count() else 0
            words = _("{name} (retired)", name=name) if name in self._retired else name
            self.insertItem(place, words or "–", name)
        self.setCurrentIndex(place)
        self._last = name

    def section(self) -> str:
        """Give the name of the chosen section, empty for none."""
        return self._last

    def _chosen(self, _place: int) -> None:
        if self.currentData() != _NEW:
            self._take(self.currentData() or "")
            return
        self.choose(self._last)
        words = _("The section is added to the library with the story.")
        LineQuestion(self.window(), _("New section"), words, _("Add"), needed=True).ask(self._take)

    def _take(self, name: str) -> None:
        wanted = " ".join(name.split())
        known = (one for one in self._offered if one.casefold() == wanted.casefold())
        self.choose(next(known, wanted))
        self.settled.emit()

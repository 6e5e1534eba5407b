"""What can be done with a section where it is listed, in the sidebar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.catalogue import Entry, Kind
from newsroom.gui.browser.places import SECTION_ROW
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from newsroom.gui.browser.places import Place
    from newsroom.gui.catalogue.feature import CatalogueFeature
    from newsroom.gui.room import Room


class ListedSections(QObject):
    """Offers it in a menu."""

    def __init__(self, room: Room, feature: CatalogueFeature) -> None:
        super().__init__(feature)
        self._room, self._feature, self._catalogue = room, feature, room.desk.catalogue
        room.window.sidebar.offered.connect(self.offer)

    def offer(self, place: Place, menu: QMenu) -> None:
        """Add to a menu what can be done with a section."""
        if not place.key.startswith(SECTION_ROW):
            return
        name, allowed = place.key.removeprefix(SECTION_ROW), self._catalogue.may_change
        for words, verb in ((_("Rename …"), "rename"), (_("Merge …"), "merge"), (_("Colour …"), "colour")):
            action = menu.addAction(words)
            action.setEnabled(allowed)
            action.triggered.connect(partial(self._with_section, name, verb))
        menu.addSeparator()
        manage = menu.addAction(_("Sections, genres, people, keywords …"))
        manage.triggered.connect(lambda: self._feature.show(Kind.SECTION, name))

    def _with_section(self, name: str, verb: str, _checked: bool = False) -> None:
        work = partial(self._catalogue.find, Kind.SECTION, name)
        self._room.tasks.read(work, partial(self._ask_section, verb), self._feature.fail)

    def _ask_section(self, verb: str, entry: Entry) -> None:
        from newsroom.gui.dialogs.line_question import LineQuestion

        if verb != "rename":
            self._feature.do(verb, entry)
            return
        title, words = _("Rename “{name}”", name=entry.title), _("Its stories follow.")
        question = LineQuestion(self._room.window, title, words, _("Rename"), now=entry.title, needed=True)
        question.ask(lambda name: self._feature.renames.rename(entry, name) if name != entry.title else None)

"""What is done with many stories at once: off the window's thread, with progress, undone as one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from newsroom.gui.bulk.bar import BulkBar
from newsroom.gui.bulk.deeds import Deeds
from newsroom.gui.bulk.menu import StoryMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from newsroom.gui.browser.cards import ManyRows
    from newsroom.gui.browser.choice import Choice
    from newsroom.gui.browser.places import Place
    from newsroom.gui.bulk.deeds import Offered
    from newsroom.gui.room import Room


class Bulk(QObject):
    """Keeps the bar of a list right and does what it asks for, one thing at a time."""

    def __init__(self, room: Room, choice: Choice, rows: ManyRows, *, wide: bool = False) -> None:
        super().__init__(rows)
        self._room, self._choice, self._rows = room, choice, rows
        self.bar = BulkBar(wide=wide)
        self._deeds = Deeds(room, self)
        self.menu = StoryMenu(room, self._deeds)
        choice.changed.connect(self._show)
        choice.failed.connect(room.fail)
        self.bar.section_asked.connect(self._offer_sections)
        self.bar.state_asked.connect(self._ask_states)
        self.bar.keywords_asked.connect(lambda: self._deeds.ask_keywords(choice.ids))
        self.bar.export_asked.connect(room.window.actions_["export"].trigger)
        self.bar.trash_asked.connect(lambda: self._deeds.trash(choice.ids))
        self.bar.left.connect(self._leave)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Answer no action: the bar asks."""
        return {}

    # What is chosen

    def _show(self) -> None:
        self.bar.show_choice(
            self._choice,
            trash=self._room.browsing.in_trash,
            keeping=not self._room.desk.library.read_only,
        )

    def _leave(self) -> None:
        self._rows.setCurrentIndex(self._rows.currentIndex())
        self._rows.setFocus()

    def chosen(self) -> Sequence[int]:
        """Give what is chosen; nothing while it is asked for."""
        return self._choice.ids

    # What is asked

    def _offer_sections(self) -> None:
        menu = QMenu(self.bar)
        self._deeds.fill_sections(menu, self._choice.ids)
        self._popup(menu, self.bar.section)

    def take(self, place: Place) -> None:
        """Put what is chosen into the section onto which it was dropped."""
        if place.filter is not None:
            self._deeds.to_section(self._choice.ids, place.filter.section)

    def _ask_states(self) -> None:
        ids = self._choice.ids
        self._deeds.ask_states(ids, partial(self._offer_states, ids))

    def _offer_states(self, ids: Sequence[int], offered: Offered) -> None:
        menu = QMenu(self.bar)
        self._deeds.fill_states(menu, ids, offered)
        self._popup(menu, self.bar.state)

    def _popup(self, menu: QMenu, under: QPushButton) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def of_list(room: Room) -> Bulk:
    """Give the bar under the list of cards, which stories are dragged from too."""
    stories = room.window.stories
    bulk = Bulk(room, stories.choice, stories.cards)
    stories.add_foot(bulk.bar)
    stories.menu_asked.connect(lambda at: bulk.menu.show(bulk.chosen(), at, stories.cards))
    room.browsing.moved.connect(stories.choice.changed)
    room.window.sidebar.dropped.connect(bulk.take)
    return bulk

"""The menu of chosen stories, the same wherever they are chosen: in the list, in columns, on the board, in the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsroom.gui.bulk.deeds import Deeds, Offered
    from newsroom.gui.editor.quiet_line import Way
    from newsroom.gui.room import Room

GIVEN = ("assign", "assign-me", "to-edition")
GONE = ("export", "", "trash", "restore")


class StoryMenu(QObject):
    """Offers at once what needs no look into the library; the states follow as soon as they are known."""

    review_asked = Signal(int)

    def __init__(self, room: Room, deeds: Deeds) -> None:
        super().__init__(deeds)
        self._room, self._deeds = room, deeds

    def show(
        self,
        ids: Sequence[int],
        at: QPoint,
        over: QWidget,
        opening: Callable[[int], None] | None = None,
        further: Iterable[Way] = (),
    ) -> None:
        """Offer what can be done with stories; nothing where none is chosen or a menu is open already."""
        if not ids or QApplication.activePopupWidget() is not None:
            return
        menu = QMenu(over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(ids) == 1:
            self._add_one(menu, ids[0], opening)
        for words, act in further:
            menu.addAction(words, act)
        if not self._room.browsing.in_trash:
            self._add_filing(menu, ids)
        menu.addSeparator()
        self._add(menu, GONE)
        menu.popup(at)

    def _add(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            if name:
                menu.addAction(self._room.window.actions_[name])
            else:
                menu.addSeparator()

    def _add_one(self, menu: QMenu, story: int, opening: Callable[[int], None] | None) -> None:
        if opening is not None:
            menu.addAction(_("Open"), partial(opening, story))
        review = self._room.window.actions_["review"]
        menu.addAction(review.icon(), review.text(), partial(self.review_asked.emit, story))

    def _add_filing(self, menu: QMenu, ids: Sequence[int]) -> None:
        """Offer to give stories to somebody and to file them otherwise."""
        menu.addSeparator()
        self._add(menu, GIVEN)
        menu.addSeparator()
        sections, states = menu.addMenu(_("Section")), menu.addMenu(_("Status"))
        self._deeds.fill_sections(sections, ids)
        states.setEnabled(False)
        keywords = menu.addAction(_("Keywords …"), partial(self._deeds.ask_keywords, ids))
        keeping = not self._room.desk.library.read_only
        sections.setEnabled(keeping and not sections.isEmpty())
        keywords.setEnabled(keeping)
        if keeping:
            asked = self._deeds.ask_states(ids, partial(self._fill, states, ids))
            menu.destroyed.connect(asked.cancel)

    def _fill(self, menu: QMenu, ids: Sequence[int], offered: Offered) -> None:
        self._deeds.fill_states(menu, ids, offered)
        menu.setEnabled(True)

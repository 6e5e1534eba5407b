"""Chips and the search field say one and the same: what is chosen in one stands in the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu

from newsroom.domain.query import Field, Thing, Trait
from newsroom.domain.workflow import State
from newsroom.gui.chips.bar import ChipsBar
from newsroom.text.query.chips import Split, field_chip, split
from newsroom.text.query.names import LANGUAGES, STATES, THINGS, TRAITS, offered
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsroom.gui.room import Room
    from newsroom.text.query.chips import Chip

    Offers = Iterable[tuple[str, str]]

_MOST = 40
_TIMES = (N_("Today"), N_("Yesterday"), N_("Last 7 days"), N_("This month"))
_OFFERED = (Field.AUTHOR, Field.GENRE, Field.KEYWORD)


class Chips(QObject):
    """Draws the search's fields as chips, adds one from a menu and takes them out."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._field = room.window.top.search
        self.bar = ChipsBar()
        room.window.stories.add_head(self.bar)
        self._field.textChanged.connect(self._show)
        room.browsing.moved.connect(self._show)
        self.bar.removed.connect(self._remove)
        self.bar.more_asked.connect(self._offer)
        back = QShortcut(Qt.Key.Key_Backspace, room.window.stories.cards, self._remove_last)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Answer no action: chips are beside the list."""
        return {}

    def _split(self) -> Split:
        return split(self._field.text(), self._room.desk.searching.standpoint)

    def _show(self, _words: str = "") -> None:
        self.bar.show_chips(self._split().chips)

    def _search(self, words: str) -> None:
        self._field.setText(words)

    def _remove(self, chip: Chip) -> None:
        kept = self._split()
        self._search(
            Split(tuple(one for one in kept.chips if one.written != chip.written), kept.words).text()
        )

    def _remove_last(self) -> None:
        if self.bar.chips:
            self._remove(self.bar.chips[-1])

    def _add(self, field: Field, value: str, _checked: bool = False) -> None:
        here = self._split()
        chip = field_chip(field, value, self._room.desk.searching.standpoint)
        self._search(Split((*here.chips, chip), here.words.strip()).text() + " ")

    def _offer(self) -> None:
        names = self._room.desk.searching.names
        self._room.tasks.read(
            lambda: {field: names(field, "")[:_MOST] for field in (Field.SECTION, *_OFFERED)},
            self._popup,
            self._room.fail,
        )

    def _popup(self, known: Mapping[Field, tuple[str, ...]]) -> None:
        menu = QMenu(self.bar)
        spoken = self._room.desk.searching.standpoint.language
        self._submenu(menu, Field.SECTION, ((name, name) for name in known[Field.SECTION]))
        self._submenu(menu, Field.STATE, ((_(one.label), offered(STATES[one], spoken)) for one in State))
        for field in _OFFERED:
            self._submenu(menu, field, ((name, name) for name in known[field]))
        languages = ((offered(one, spoken).capitalize(), offered(one, spoken)) for one in LANGUAGES.values())
        self._submenu(menu, Field.LANGUAGE, languages)
        self._times(menu)
        self._submenu(menu, Field.HAS, ((_(one.label), offered(THINGS[one], spoken)) for one in Thing))
        self._submenu(menu, Field.IS, ((_(one.label), offered(TRAITS[one], spoken)) for one in Trait))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.bar.more.mapToGlobal(QPoint(0, self.bar.more.height())))

    def _submenu(self, menu: QMenu, field: Field, offers: Offers) -> None:
        listed = tuple(offers)
        if listed:
            under = menu.addMenu(_(field.label))
            for words, value in listed:
                under.addAction(words).triggered.connect(partial(self._add, field, value))

    def _times(self, menu: QMenu) -> None:
        from datetime import timedelta

        today = self._room.desk.agenda.today()
        days = (
            (Field.ON, today.isoformat()),
            (Field.ON, (today - timedelta(days=1)).isoformat()),
            (Field.AFTER, (today - timedelta(days=6)).isoformat()),
            (Field.AFTER, today.replace(day=1).isoformat()),
        )
        under = menu.addMenu(_("Period"))
        for words, (field, value) in zip(_TIMES, days, strict=True):
            under.addAction(_(words)).triggered.connect(partial(self._add, field, value))

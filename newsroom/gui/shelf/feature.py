"""The shelf of the sidebar: what is pinned, searches as live lists with their counts, stories opened last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from newsroom.domain.saved_search import SavedSearch
from newsroom.gui.browser.places import RESERVE, SECTION_ROW, Place
from newsroom.gui.shelf.at_hand import SEARCH, SECTION, STORY, AtHand
from newsroom.gui.shelf.rows import Shelf, reserve_query, rows
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QMenu

    from newsroom.domain.changeset import Changes
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened
    from newsroom.gui.tasks import Task

_PAUSE = 400


class Way(NamedTuple):
    """Something that can be done with a row."""

    words: str
    work: Callable[[], None]


class ShelfFeature(QObject):
    """Fills the shelf on a worker whenever the library's counts moved, and answers its menu."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._hand = AtHand(room.window.kept, room.desk.library.location)
        self._shelf = Shelf()
        self._task: Task | None = None
        self._soon = AfterPause(self.fill, _PAUSE, self)
        sidebar = room.window.sidebar
        sidebar.offered.connect(self._offer)
        sidebar.pushed.connect(self._push)
        sidebar.chosen.connect(self._open)
        room.browsing.counted.connect(self._soon.ask)
        room.session.opened.connect(self._remember)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what the actions of the shelf do."""
        return {"save-search": self._ask_name, "pin": self._pin}

    # What stands there

    def fill(self) -> None:
        """Read anew what stands on the shelf."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._room.tasks.read(
            partial(self._read, self._hand.pinned, self._hand.recent), self._show, self._failed
        )

    def _read(self, pinned: tuple[str, ...], recent: tuple[int, ...]) -> Shelf:
        searches, library = self._room.desk.searches, self._room.desk.library
        stories = [int(pin.removeprefix(STORY)) for pin in pinned if pin.startswith(STORY)]
        cards = {card.id: card for card in library.lists.cards_of([*stories, *recent])}
        counted = tuple((one, searches.count(one)) for one in searches.all())
        reserve = searches.count(SavedSearch(RESERVE, reserve_query()))
        return Shelf(pinned, recent, counted, cards, library.house.sections(), reserve)

    def _failed(self, _error: BaseException) -> None:
        self._task = None  # the list beside says what is wrong with the library

    def _show(self, shelf: Shelf) -> None:
        self._task, self._shelf = None, shelf
        self._room.browsing.put_shelf(rows(shelf))

    def _open(self, place: Place) -> None:
        if place.story:
            self._room.session.open(place.story)
            self._room.window.sidebar.choose(self._room.browsing.place.key, tell=False)

    def _remember(self, opened: Opened) -> None:
        if opened.article.id:
            self._hand.opened(opened.article.id)
            self._soon.ask()

    # Pins

    def _pin(self) -> None:
        story = self._room.session.article
        if story is not None and story.id:
            pinned = self._hand.turn_pin(f"{STORY}{story.id}")
            self._room.say(
                "calm",
                _("The story is pinned in the sidebar.") if pinned else _("The story is no longer pinned."),
            )
            self.fill()

    def pin_of(self, place: Place) -> str:
        """Give the name of the pin that a row of the sidebar is, or would be; nothing where it cannot be pinned."""
        if place.story:
            return f"{STORY}{place.story}"
        if place.query and place.key != RESERVE:
            return f"{SEARCH}{place.key}"
        name = place.key.removeprefix(SECTION_ROW) if place.key.startswith(SECTION_ROW) else ""
        found = next((one.id for one in self._shelf.sections if one.name == name), 0)
        return f"{SECTION}{found}" if found else ""

    def _turn(self, pin: str) -> None:
        self._hand.turn_pin(pin)
        self.fill()

    def _move(self, pin: str, by: int) -> None:
        self._hand.move(pin, by)
        self.fill()

    def _push(self, place: Place, by: int) -> None:
        """Move a row up or down with the keys, among the pins or among the searches of its kind."""
        pin, search = self.pin_of(place), self._search_of(place)
        if pin in self._hand.pinned:
            self._move(pin, by)
        elif search is not None:
            self._write(partial(self._room.desk.searches.move, search, by))

    # Searches

    def _search_of(self, place: Place) -> SavedSearch | None:
        return next((one for one, _number in self._shelf.searches if one.key == place.key), None)

    def _ask_name(self) -> None:
        query = self._room.browsing.words
        if not query:
            self._room.say("calm", _("Search for something first, then give the search a name."))
            return
        self._name(_("Save search"), query, lambda name: self._put(SavedSearch(name, query)))

    def _name(self, title: str, now: str, call: Callable[[str], None]) -> None:
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("The sidebar lists what it finds, always as the library is now.")
        question = LineQuestion(self._room.window, title, words, _("Save"), now=now, needed=True)
        question.ask(call)

    def _put(self, search: SavedSearch, former: SavedSearch | None = None) -> None:
        if former is not None:
            kept = SavedSearch(" ".join(search.name.split()), search.query, search.house)
            self._hand.rename(f"{SEARCH}{former.key}", f"{SEARCH}{kept.key}")
        self._write(partial(self._room.desk.searches.put, search, former))

    def _drop(self, search: SavedSearch) -> None:
        self._hand.rename(f"{SEARCH}{search.key}", "")
        self._write(partial(self._room.desk.searches.drop, search))

    def _write(self, work: Callable[[], Changes]) -> None:
        self._room.tasks.write(work, self._written, self._room.fail)

    def _written(self, changes: Changes) -> None:
        self._room.apply(changes)
        self.fill()

    # The menu

    def _offer(self, place: Place, menu: QMenu) -> None:
        """Add what can be done with a row to the menu of the sidebar."""
        ways = tuple(self._ways(place))
        if ways and not menu.isEmpty():
            menu.addSeparator()
        for words, work in ways:
            menu.addAction(words).triggered.connect(partial(_do, work))

    def _ways(self, place: Place) -> Iterator[Way]:
        """Give what can be done with a row of the shelf."""
        pin, search = self.pin_of(place), self._search_of(place)
        if pin in self._hand.pinned:
            yield Way(_("Unpin"), partial(self._turn, pin))
            yield Way(_("Move up"), partial(self._move, pin, -1))
            yield Way(_("Move down"), partial(self._move, pin, 1))
        elif pin:
            yield Way(_("Pin"), partial(self._turn, pin))
        if search is not None:
            yield from self._ways_of(search, pinned=pin in self._hand.pinned)

    def _ways_of(self, search: SavedSearch, *, pinned: bool) -> Iterator[Way]:
        searches = self._room.desk.searches
        if not pinned:
            yield Way(_("Move up"), partial(self._write, partial(searches.move, search, -1)))
            yield Way(_("Move down"), partial(self._write, partial(searches.move, search, 1)))
        yield Way(_("Rename …"), partial(self._rename, search))
        shared = SavedSearch(search.name, search.query, not search.house)
        words = _("Keep for me alone") if search.house else _("Share with the house")
        yield Way(words, partial(self._put, shared, search))
        yield Way(_("Delete"), partial(self._drop, search))

    def _rename(self, search: SavedSearch) -> None:
        def renamed(name: str) -> None:
            self._put(SavedSearch(name, search.query, search.house), search)

        self._name(_("Rename search"), search.name, renamed)


def _do(work: Callable[[], None], _checked: bool = False) -> None:
    """Do what an entry of a menu offers, whatever Qt tells beside."""
    work()

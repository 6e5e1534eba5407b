"""The shelf of the sidebar: searches as live lists with their counts, pinned stories, stories opened last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from newsroom.desk.searches import MOST_COUNTED
from newsroom.domain.saved_search import SavedSearch
from newsroom.gui.browser.places import Place, heading
from newsroom.gui.shelf.at_hand import AtHand
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsroom.domain.card import StoryCard
    from newsroom.domain.changeset import Changes
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened
    from newsroom.gui.tasks import Task

    Shelf = tuple[tuple[tuple[SavedSearch, int], ...], tuple[StoryCard, ...], tuple[StoryCard, ...]]

_PAUSE = 400


class ShelfFeature(QObject):
    """Fills the shelf on a worker whenever the library's counts moved, and answers its menu."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._hand = AtHand(room.window.kept, room.desk.library.location)
        self._searches: dict[str, SavedSearch] = {}
        self._task: Task | None = None
        self._soon = AfterPause(self.fill, _PAUSE, self)
        sidebar = room.window.sidebar
        sidebar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sidebar.customContextMenuRequested.connect(self._offer)
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
        pinned, recent = self._hand.pinned, self._hand.recent
        self._task = self._room.tasks.read(partial(self._read, pinned, recent), self._show, self._failed)

    def _read(self, pinned: tuple[int, ...], recent: tuple[int, ...]) -> Shelf:
        searches, lists = self._room.desk.searches, self._room.desk.library.lists
        counted = tuple((one, searches.count(one)) for one in searches.all())
        return counted, lists.cards_of(pinned), lists.cards_of(recent)

    def _failed(self, _error: BaseException) -> None:
        self._task = None  # the list beside says what is wrong with the library

    def _show(self, found: Shelf) -> None:
        self._task = None
        searches, pinned, recent = found
        self._searches = {one.key: one for one, _number in searches}
        self._room.browsing.put_shelf(
            (
                *_under(heading("searches", _("Saved searches")), map(_search, searches)),
                *_under(heading("pinned", _("Pinned")), (_story("pin", card) for card in pinned)),
                *_under(heading("recent", _("Opened last")), (_story("recent", card) for card in recent)),
            )
        )

    def _open(self, place: Place) -> None:
        if place.story:
            self._room.session.open(place.story)
            self._room.window.sidebar.choose(self._room.browsing.place.key, tell=False)

    def _remember(self, opened: Opened) -> None:
        if opened.article.id:
            self._hand.opened(opened.article.id)
            self._soon.ask()

    # What is done with it

    def _pin(self) -> None:
        story = self._room.session.article
        if story is not None and story.id:
            pinned = self._hand.turn_pin(story.id)
            self._room.say(
                "calm",
                _("The story is pinned in the sidebar.") if pinned else _("The story is no longer pinned."),
            )
            self.fill()

    def _unpin(self, story: int) -> None:
        self._hand.turn_pin(story)
        self.fill()

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
        self._write(partial(self._room.desk.searches.put, search, former))

    def _write(self, work: Callable[[], Changes]) -> None:
        self._room.tasks.write(work, self._written, self._room.fail)

    def _written(self, changes: Changes) -> None:
        self._room.apply(changes)
        self.fill()

    def _offer(self, at: QPoint) -> None:
        sidebar = self._room.window.sidebar
        index = sidebar.indexAt(at)
        place = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        menu = QMenu(sidebar)
        for words, work in self._ways(place) if place is not None else ():
            menu.addAction(words).triggered.connect(partial(_do, work))
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(sidebar.viewport().mapToGlobal(at))

    def _ways(self, place: Place) -> Iterator[tuple[str, Callable[[], None]]]:
        """Give what can be done with a row of the shelf."""
        search = self._searches.get(place.key)
        if place.key.startswith("pin:"):
            yield _("Unpin"), partial(self._unpin, place.story)
        if search is None:
            return
        searches = self._room.desk.searches
        yield _("Rename …"), partial(self._rename, search)
        yield _("Move up"), partial(self._write, partial(searches.move, search, -1))
        yield _("Move down"), partial(self._write, partial(searches.move, search, 1))
        shared = SavedSearch(search.name, search.query, not search.house)
        words = _("Keep for me alone") if search.house else _("Share with the house")
        yield words, partial(self._put, shared, search)
        yield _("Delete"), partial(self._write, partial(searches.drop, search))

    def _rename(self, search: SavedSearch) -> None:
        def renamed(name: str) -> None:
            self._put(SavedSearch(name, search.query, search.house), search)

        self._name(_("Rename search"), search.name, renamed)


def _do(work: Callable[[], None], _checked: bool = False) -> None:
    """Do what an entry of a menu offers, whatever Qt tells beside."""
    work()


def _under(title: Place, rows: Iterable[Place]) -> Iterator[Place]:
    """Give rows under their heading, nothing where there are none."""
    listed = tuple(rows)
    if listed:
        yield title
        yield from listed


def _search(counted: tuple[SavedSearch, int]) -> Place:
    one, number = counted
    return Place(
        one.key, one.name, count=min(number, MOST_COUNTED), query=one.query, many=number > MOST_COUNTED
    )


def _story(kind: str, card: StoryCard) -> Place:
    return Place(f"{kind}:{card.id}", card.headline or _("No headline"), story=card.id)

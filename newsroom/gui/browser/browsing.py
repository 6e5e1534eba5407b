"""What the left of the window does: places lead to lists, words to hits, a card to its story."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import NewsroomError
from newsroom.domain.listing import EVERYTHING, ORDERS, Counts, Filter, Sort
from newsroom.gui.browser.finding import Finding
from newsroom.gui.browser.listing import in_order
from newsroom.gui.browser.places import Place, Planned, places
from newsroom.gui.browser.story_list_model import Loading
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.domain.card import Section
    from newsroom.gui.browser.search_field import SearchField
    from newsroom.gui.browser.sidebar import Sidebar
    from newsroom.gui.browser.story_list import StoryList
    from newsroom.gui.tasks import Tasks

_COUNTED = (Touched.STATE, Touched.TRASH, Touched.ADDED, Touched.METADATA, Touched.SECTIONS)


class Browsing(QObject):
    """Keeps sidebar, list and search telling of the same thing; emits `emptied` for an empty library."""

    filled = Signal(bool)
    moved = Signal()
    view_asked = Signal(str)
    """A place was chosen that another view shows; given is its action."""
    counted = Signal()
    """The counts of the library were read anew."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        sidebar: Sidebar,
        stories: StoryList,
        search: SearchField,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._sidebar, self._stories, self._search = sidebar, stories, search
        self._sort = Sort.NEWEST
        self._words = ""
        self._counts = Counts()
        self._sections: tuple[Section, ...] = ()
        self._shelf: tuple[Place, ...] = ()
        self._doubles = 0
        self._eyes: tuple[Place, ...] = ()
        self._planned = Planned()
        self._place = Place("all", _("All stories"), EVERYTHING)
        sidebar.chosen.connect(self._go)
        stories.sorted.connect(self._order)
        stories.model.turned.connect(self._turned)
        stories.model.counted.connect(self._entitle)
        self._finding = Finding(desk, tasks, stories, search, self)
        self._finding.weighed.connect(self._entitle)
        search.searched.connect(self._find)
        search.left.connect(self._leave_search)

    @property
    def place(self) -> Place:
        """Give the place that is shown."""
        return self._place

    @property
    def in_trash(self) -> bool:
        """Tell whether the list shows the trash."""
        return bool(self._place.filter and self._place.filter.trash) and not self._words

    def begin(self, place: str, sort: str, *, headings: bool = False) -> None:
        """Show the place and order that were kept, or all stories, the newest first."""
        self._sort = Sort(sort) if sort in list(Sort) else Sort.NEWEST
        self._stories.grouped.setChecked(headings)
        self._first = place or "all"
        self._tasks.read(self._count, self._begin)

    def _begin(self, counted: tuple[Counts, tuple[Section, ...]]) -> None:
        self._show_counts(counted)
        self._sidebar.choose(self._first)
        if self._sidebar.current_key() != self._first:
            self._sidebar.choose("all")

    @property
    def words(self) -> str:
        """Give what is searched for, or nothing."""
        return self._words

    def sort(self) -> Sort:
        """Give the order in use."""
        return self._sort

    def apply(self, changes: Changes) -> None:
        """Show what a use case changed."""
        if changes:
            self._stories.model.refresh()
        if changes.concerns(*_COUNTED):
            self._tasks.read(self._count, self._show_counts)

    def _count(self) -> tuple[Counts, tuple[Section, ...]]:
        return self._desk.lists.counts(), self._desk.library.house.sections()

    def _show_counts(self, counted: tuple[Counts, tuple[Section, ...]]) -> None:
        before = self._counts.all + self._counts.trash
        self._counts, self._sections = counted
        self._show_places()
        self.counted.emit()
        self._entitle()
        if bool(before) != bool(self._counts.all + self._counts.trash):
            self._turned()

    def put_shelf(self, rows: tuple[Place, ...]) -> None:
        """Show what a person keeps at hand, between the desk and the sections."""
        if rows != self._shelf:
            self._shelf = rows
            self._show_places()

    def put_doubles(self, groups: int) -> None:
        """Show how many groups of like stories there are."""
        if groups != self._doubles:
            self._doubles = groups
            self._show_places()

    def put_planned(self, planned: Planned) -> None:
        """Show what there is to do, and the views of planning; a list that is shown grows with its count."""
        if planned == self._planned:
            return
        self._planned = planned
        before = self._place
        self._show_places()
        if before.filter and before.filter.todo and before.count != self._place.count and not self._words:
            self.show()

    def put_eyes(self, rows: tuple[Place, ...]) -> None:
        """Show that second eyes are due somewhere, foremost of all."""
        if rows != self._eyes:
            self._eyes = rows
            self._show_places()

    def _show_places(self) -> None:
        rows = places(self._counts, self._sections, self._shelf, self._doubles, self._planned, self._eyes)
        self._sidebar.show_places(rows)
        self._place = next((row for row in rows if row.key == self._place.key), self._place)

    def tell(self) -> None:
        """Tell those who came when the list was filled already what is shown."""
        self.counted.emit()
        self.moved.emit()
        self._turned()

    def _go(self, place: Place) -> None:
        if place.view:
            self.view_asked.emit(place.view)
        if place.story or place.view:
            return
        self._place = place
        self._search.show_words(place.query)
        self._words = place.query
        self.show()

    def _order(self, sort: Sort) -> None:
        self._sort = sort
        self.show()

    def _find(self, words: str) -> None:
        self._words = words
        self.show()

    def _leave_search(self) -> None:
        self._words = ""
        self.show()

    def show(self) -> None:
        """Load the list of the place, or of the words searched for."""
        desk, sort, words = self._desk, self._sort, self._words
        wanted = self._place.filter or Filter()
        if words:
            self._finding.show(words)
        else:
            self._finding.leave()
            self._stories.model.show(in_order(desk, wanted, ORDERS[sort]))
        self._stories.show_order(None if words else sort)
        self._entitle()
        self.moved.emit()

    def _entitle(self) -> None:
        if not self._words:
            self._stories.entitle(self._place.title, self._place.count)
            return
        self._stories.title.setText(self._finding.title())

    def _turned(self) -> None:
        model = self._stories.model
        self._entitle()
        if model.loading is Loading.FAILED:
            self._say_failed(model.error)
        elif model.loading is Loading.SHOWN and not model.rowCount():
            self._say_empty()
        if model.loading is Loading.SHOWN:
            self.filled.emit(bool(self._counts.all + self._counts.trash))

    def _say_failed(self, error: BaseException | None) -> None:
        words = (
            tell(error.message) if isinstance(error, NewsroomError) else _("The list could not be loaded.")
        )
        self._stories.blank.say("offline", _("No list"), words, ((_("Try again"), self.show),))

    def _say_empty(self) -> None:
        blank = self._stories.blank
        if self._words:
            self._finding.say_none()
        elif not self._counts.all + self._counts.trash:
            blank.say("empty", _("No stories yet"), _("They will be listed here."))
        else:
            blank.say("empty", _("Nothing here"), _("“{place}” holds no stories.", place=self._place.title))

    def listed(self) -> tuple[str, Callable[[], tuple[int, ...]]]:
        """Give the title of the list that is shown, and what asks the library for all its stories."""
        words, chosen = self._words, self._place.filter or Filter()
        if words:
            return _("Found for “{words}”", words=words), partial(self._desk.searching.ids, words)
        title = ngettext(
            "{place} · {n} story", "{place} · {n} stories", self._place.count, place=self._place.title
        )
        return title, partial(self._desk.lists.ids, chosen)

    def asked(self) -> tuple[str, Filter, str]:
        """Give the title of what is shown, the filter of its stories, and the words searched for, if any."""
        if self._words:
            return _("Found for “{words}”", words=self._words), EVERYTHING, self._words
        return self._place.title, self._place.filter or EVERYTHING, ""

    def keep(self) -> dict[str, Any]:
        """Give what shall be remembered."""
        grouped = "yes" if self._stories.grouped.isChecked() else ""
        return {"place": self._place.key, "order": self._sort.value, "headings": grouped}

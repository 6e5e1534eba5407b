"""What a search does in the list: pages of hits, the best of all from the background, earlier versions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from newsroom.domain.listing import EVERYTHING, Hit, Page, Ranking
from newsroom.gui.browser.listing import Listing, found
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.browser.times import short
from newsroom.text.query.chips import split
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.desk import Desk
    from newsroom.domain.listing import Cursor, EarlierHit
    from newsroom.gui.browser.search_field import SearchField
    from newsroom.gui.browser.story_list import StoryList
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.text.query.chips import Split

_MOST_WIDENED = 2
_LONGEST, _NARROW = 80, 24
_EARLIER = 1
"""So many finds in earlier versions are waited for, lest the first one wait for the last."""


class Finding(QObject):
    """Shows what words find in the list, in the order that is chosen, until they are left."""

    weighed = Signal()
    """All that is found was weighed, or need not be."""

    def __init__(
        self, desk: Desk, tasks: Tasks, stories: StoryList, field: SearchField, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._stories, self._field = desk, tasks, stories, field
        self._words = ""
        self._order: Ranking | None = Ranking.NEWEST
        self._wide: Task | None = None
        self._left = Event()
        stories.ranking.asked.connect(self._rank)

    @property
    def earlier(self) -> bool:
        """Tell whether earlier versions are searched."""
        return self._order is None

    def show(self, words: str) -> None:
        """Show what words find."""
        self._stop()
        if words != self._words and self.earlier:
            self._order = Ranking.NEWEST
        self._words = words
        self._stories.ranking.show_order(self._order)
        self._stories.model.show(self._load(words))
        if self._order is Ranking.BEST:
            searching = self._desk.searching
            self._wide = self._tasks.long(
                lambda task: searching.best(words, task.cancelled), self._took_best, self._not_weighed
            )

    def leave(self) -> None:
        """Search no more."""
        self._stop()
        self._words = ""
        self._stories.ranking.hide()

    def look_earlier(self) -> None:
        """Search the same words in earlier versions."""
        self._rank(None)

    def _stop(self) -> None:
        self._left.set()
        self._left = Event()
        if self._wide is not None:
            self._wide.cancel()
            self._wide = None

    def _rank(self, order: Ranking | None) -> None:
        self._order = order
        if self._words:
            self.show(self._words)

    def _load(self, words: str) -> Listing:
        searching, order, left = self._desk.searching, self._order, self._left
        if order is Ranking.NEWEST:
            return found(self._desk, words)
        if order is Ranking.BEST:
            best = partial(searching.search, words, EVERYTHING, order=order)
            return Listing(best, numbers=lambda _row, _number: searching.ids(words))

        def earlier(after: Cursor | None) -> Page[Hit]:
            page = searching.earlier(words, left.is_set, after, _EARLIER)
            zone = self._desk.zone
            return Page(tuple(_told(hit, zone) for hit in page.items), page.next)

        return Listing(earlier)

    def _took_best(self, page: Page[Hit] | None) -> None:
        """Show the best of all in the place of the best of the newest."""
        self._wide = None
        if page is None:
            self.weighed.emit()
            return
        further = self._load(self._words)
        self._stories.model.show(replace(further, load=lambda after: further.load(after) if after else page))

    def _not_weighed(self, _error: BaseException) -> None:
        """Stay with the best of the newest; what is wrong with the library the list itself says."""
        self._wide = None
        self.weighed.emit()

    # What is said

    def title(self) -> str:
        """Give the title of the list."""
        model = self._stories.model
        if model.loading is not Loading.SHOWN:
            return _("Searching …")
        number = f"{QLocale().toString(model.rowCount())}{'' if model.complete else '+'}"
        if self._wide is not None:
            return _("Found: {n} · weighing all …", n=number)
        return _("In earlier versions: {n}", n=number) if self.earlier else _("Found: {n}", n=number)

    def say_none(self) -> None:
        """Say what was searched for in vain, and how to search wider."""
        asked = split(self._words, self._desk.searching.standpoint)
        if self.earlier:
            title = _("No earlier version holds “{words}”", words=_short(self._words))
            hint = _("Stories that hold it today are not listed here.")
        else:
            title = _("Nothing found for “{words}”", words=_short(self._words))
            hint = _sought(asked)
        self._stories.blank.say("search", title, hint, tuple(self._ways(asked)))

    def _ways(self, asked: Split) -> Iterator[tuple[str, Callable[[], None]]]:
        for chip in asked.chips[:_MOST_WIDENED] if asked.words.strip() or len(asked.chips) > 1 else ():
            text = asked.without(chip)
            name = _("Without {field}: {value}", field=chip.title, value=_short(chip.value, _NARROW))
            yield name, partial(self._field.setText, text)
        if not self.earlier:
            yield _("Look in earlier versions"), self.look_earlier
        yield _("Clear the search"), self._field.clear


def _short(words: str, most: int = _LONGEST) -> str:
    """Give words as they fit into a sentence."""
    plain = "".join(char for char in " ".join(words[: 2 * most].split()) if char.isprintable())
    return plain if len(plain) <= most else f"{plain[:most]} …"


def _sought(asked: Split) -> str:
    """Say in a line what was searched for, as it was understood."""
    if not asked.chips:
        return _("All words must be in the story. Fewer or shorter words find more.")
    parts = [_("all words of “{words}”", words=_short(asked.words))] if asked.words.strip() else []
    for chip in asked.chips:
        said = f"{chip.title}: {_short(chip.value)}"
        parts.append(_("not {field}", field=said) if chip.absent else said)
    return _("Asked for: {what}.", what=" · ".join(parts))


def _told(hit: EarlierHit, zone: str) -> Hit:
    """Give an earlier version as a hit whose snippet says which one it is."""
    said = _("Version {n}, {time}, {person}", n=hit.version, time=short(hit.time, zone), person=hit.person)
    before = f"{said}: "
    room = len(before)
    return Hit(hit.card, before + hit.snippet, tuple((start + room, end + room) for start, end in hit.marks))

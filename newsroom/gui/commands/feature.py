"""The command palette at work: actions at once, stories as the library finds them."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.gui.commands import rows
from newsroom.gui.commands.box import CommandBox
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.card import StoryCard
    from newsroom.gui.commands.rows import Offer
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

ID = "commands"
_PAUSE = 80
_RECENT = 12
_OFTEN = 6
_LEAST = 2
"""From so many letters on stories are looked for."""


class Commands(QObject):
    """Gathers what is offered for what was typed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self.box = CommandBox(room.window.wardrobe.palette, room.window)
        self._asked = ""
        self._stories: list[Offer] = []
        self._task: Task | None = None
        self._used: list[str] = []
        place = sha256(room.desk.library.location.encode()).hexdigest()[:12]
        self._key = f"recent-{place}"  # numbers of stories mean something in one library alone
        self._recent = room.window.kept.numbers(self._key)
        self._zone = room.desk.zone
        self._soon = AfterPause(self._search, _PAUSE, self)
        self.box.typed.connect(self._typed)
        self.box.taken.connect(self._take)
        room.session.opened.connect(self._remember)
        room.window.wardrobe.changed.connect(self._wear)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {ID: self.open}

    def _wear(self, palette: Palette) -> None:
        self.box.list.delegate.palette = palette

    def _remember(self, opened: Opened) -> None:
        story = opened.article.id
        if story:
            self._recent = [story, *(other for other in self._recent if other != story)][:_RECENT]
            self._room.window.kept.keep(self._key, self._recent)

    # Asking

    def open(self) -> None:
        """Show the palette with what was used last."""
        self._actions = rows.actions(self._room.window.actions_, ID)
        self._places = [
            rows.place(place, partial(self._room.window.sidebar.choose, place.key))
            for place in self._room.window.sidebar.places()
            if place.filter is not None
        ]
        self._stories = []
        self.box.open()
        self._typed("")

    def _typed(self, asked: str) -> None:
        self._asked = asked.strip()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._asked.startswith(">") or 0 < len(self._asked) < _LEAST:
            self._stories = []
            self._soon.forget()
        else:
            self._soon.ask()
        self._show()

    @property
    def waiting(self) -> bool:
        """Tell whether stories are still being looked for."""
        return self._soon.waiting() or self._task is not None

    def _search(self) -> None:
        work = partial(self._find, self._asked) if self._asked else partial(self._cards, self._recent)
        self._task = self._room.tasks.read(work, partial(self._found, self._asked), self._failed)

    def _find(self, asked: str) -> list[StoryCard]:
        return [hit.card for hit in self._room.desk.lists.search(asked, limit=rows.MOST).items]

    def _cards(self, recent: list[int]) -> list[StoryCard]:
        found = self._room.desk.library.lists.cards_of(recent)
        open_ = self._room.session.article
        return [card for card in found if open_ is None or card.id != open_.id][: rows.MOST]

    def _found(self, asked: str, cards: list[StoryCard]) -> None:
        self._task = None
        if asked == self._asked:
            go = self._room.session.open
            self._stories = [rows.story(card, self._zone, partial(go, card.id)) for card in cards]
            self._show()

    def _failed(self, _error: BaseException) -> None:
        self._task = None
        self._show()

    # Showing

    def _show(self) -> None:
        if not self.box.isVisible():
            return
        asked = self._asked.removeprefix(">").strip()
        if self._asked.startswith(">"):
            found = rows.chosen(asked, self._actions, 20) if asked else self._actions
            offers = rows.under(_("Commands"), found)
        elif asked:
            offers = self._for(asked)
        else:
            offers = rows.under(_("Opened last"), self._stories[:_OFTEN])
            offers += rows.under(_("Commands"), self._often())
        none = _("Searching …") if self.waiting else _("Nothing found for “{words}”", words=asked)
        self.box.show_offers(offers, none)

    def _for(self, asked: str) -> list[Offer]:
        commands = rows.under(_("Commands"), rows.chosen(asked, self._actions, _OFTEN))
        places = rows.under(_("Places"), rows.chosen(asked, self._places, 4))
        return [*commands, *places, *rows.under(_("Stories"), self._stories)]

    def _often(self) -> list[Offer]:
        """Give the commands used last, then the first ones of the menus."""
        used = [row for words in self._used for row in self._actions if row.words == words]
        return [*used, *(row for row in self._actions if row not in used)][: rows.MOST]

    def _take(self, offer: Offer) -> None:
        if any(row.words == offer.words for row in self._actions):
            self._used = [offer.words, *(words for words in self._used if words != offer.words)][:_OFTEN]
        if offer.run is not None:
            offer.run()

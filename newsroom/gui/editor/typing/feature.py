"""Typing with help, in every field of the page: by the story's language and the person's habits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.article import AUTO
from newsroom.domain.snippet import read_snippets
from newsroom.gui.editor.typing.typist import Habits, Typist
from newsroom.gui.throttle import AfterPause
from newsroom.text.typing import Manner, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room
    from newsroom.settings import Personal

_PAUSE = 2000
_SWITCHES = {
    Rule.QUOTES: "type_quotes",
    Rule.APOSTROPHES: "type_apostrophes",
    Rule.DASHES: "type_dashes",
    Rule.RANGES: "type_ranges",
    Rule.ELLIPSIS: "type_ellipsis",
    Rule.NO_BREAK: "type_no_break",
}


def rules_of(personal: Personal) -> frozenset[Rule]:
    """Give the rules of typography that a person has not switched off."""
    return frozenset(rule for rule, name in _SWITCHES.items() if getattr(personal, name))


class Typing(QObject):
    """Keeps what the typists of the page go by up to date."""

    renewed = Signal()
    """The typists go by something else, such as the language of another story."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings = room, settings
        self.typists = {field: Typist(field) for field in room.editor.fields}
        self._detected = ""
        self._listen = AfterPause(self._detect, _PAUSE, self)
        room.session.opened.connect(self._opened)
        room.session.touched.connect(self._touched)
        room.session.kept.connect(self.renew)
        room.window.panel.publication.changed.connect(self.renew)
        settings.changed.connect(self.renew)
        self.renew()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give nothing: typing is no action."""
        return {}

    def _opened(self, _opened: object) -> None:
        self._detected = ""
        self.renew()
        self._listen.ask()

    def renew(self, _why: object = None) -> None:
        """Let the typists go by what is set now."""
        personal, house = self._settings.personal, self._settings.house
        manner = Manner(self.language(), house.quotes, rules_of(personal))
        habits = Habits(manner, personal.markdown_blocks, personal.markdown_marks)
        known = read_snippets((*house.snippets, *personal.my_snippets))  # of two, the person's own counts
        snippets = {one.abbreviation: one.body for one in known}
        for typist in self.typists.values():
            typist.habits = habits
            typist.expander.snippets, typist.expander.key = snippets, personal.snippet_key
            typist.expander.values = self._values
        for field in self.typists:
            field.seams.on = personal.type_spaces
        self.renewed.emit()

    def _values(self) -> dict[str, str]:
        return self._room.desk.shorthand.values(self._room.session.current(), self.language())

    def language(self) -> str:
        """Give the language of the open story: as set, as detected, else the house's."""
        story = self._room.session.article
        chosen = self._room.window.panel.publication.language.currentData() if story else ""
        if story and chosen in {"", AUTO, None}:
            chosen = self._detected or story.detected_language
        return self._wider(chosen or self._settings.house.language)

    def _wider(self, language: str) -> str:
        """Give the house's own tag for its language, which says the country too."""
        house = self._settings.house.language
        return house if house.split("-")[0] == language else language

    # A story that nobody told the language of

    def _touched(self) -> None:
        self._listen.ask()

    def _detect(self) -> None:
        story = self._room.session.article
        if story is not None and self._room.window.panel.publication.language.currentData() == AUTO:
            work = partial(self._room.desk.proofing.detect, self._room.session.current())
            self._room.tasks.read(work, partial(self._heard, story.uid))

    def _heard(self, uid: str, language: str) -> None:
        story = self._room.session.article
        if story is not None and story.uid == uid and language != self._detected:
            self._detected = language
            self.renew()

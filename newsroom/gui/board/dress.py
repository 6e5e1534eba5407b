"""What the painters of boards and calendars share: colours, icons, sections, and what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from newsroom.domain.card import Section, StoryCard
    from newsroom.gui.icons import Icons
    from newsroom.gui.review.marked import Mark
    from newsroom.gui.theme.tokens import Palette

_GONE = frozenset({State.PUBLISHED, State.WITHDRAWN})


class Dress:
    """The look of a moment; it is changed in place, and the widgets are told to paint anew."""

    def __init__(self, palette: Palette, icons: Icons, clock: Callable[[], datetime], zone: str) -> None:
        self.palette, self.icons, self.zone = palette, icons, zone
        self.now = clock
        self.marks: Callable[[StoryCard], Mark | None] = lambda _card: None
        """Gives what else is marked on a card."""
        self.holder: Callable[[StoryCard], str] = lambda _card: ""
        """Gives the name of the person whom a story was given to."""
        self._colours: dict[str, str] = {}

    def know(self, sections: Iterable[Section]) -> None:
        """Take the sections' colours."""
        self._colours = {section.name: section.colour for section in sections}

    def colour(self, section: str) -> str:
        """Give the colour of a section; a quiet one where it has none."""
        return self._colours.get(section, self.palette.edge)

    def late(self, card: StoryCard) -> bool:
        """Tell whether a story's hour has passed and it is not out."""
        return card.publish_time is not None and card.publish_time < self.now() and card.state not in _GONE

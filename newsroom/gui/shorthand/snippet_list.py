"""The snippets while they are being changed: the person's own and the house's, apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import EMPTY
from newsroom.domain.snippet import Snippet, fits
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.domain.body import Body
    from newsroom.translation import Message

DOUBLED = N_("“{word}” stands for two snippets. Choose another abbreviation.")
UNFIT = N_("“{word}” cannot be an abbreviation: it needs 1 to 40 letters or signs and no space.")


class SnippetList:
    """The snippets of one keeper in their order."""

    def __init__(self, snippets: tuple[Snippet, ...]) -> None:
        self._before = snippets
        self.held = list(snippets)

    def add(self, body: Body = EMPTY) -> int:
        """Begin a snippet and give its place."""
        self.held.append(Snippet("", body))
        return len(self.held) - 1

    def put(self, place: int, abbreviation: str, body: Body) -> None:
        """Change the snippet at a place."""
        self.held[place] = Snippet(abbreviation.strip(), body)

    def drop(self, place: int) -> None:
        """Take the snippet at a place away."""
        del self.held[place]

    @property
    def kept(self) -> tuple[Snippet, ...]:
        """Give what is to be kept: snippets that have neither an abbreviation nor a text are forgotten."""
        return tuple(one for one in self.held if one.abbreviation or not one.body.empty)

    @property
    def changed(self) -> bool:
        """Tell whether something is other than it was."""
        return self.kept != self._before

    def fault(self) -> tuple[int, Message] | None:
        """Give the first snippet that cannot be kept, and why."""
        known: set[str] = set()
        for place, one in enumerate(self.held):
            if one not in self.kept:
                continue
            if not fits(one.abbreviation):
                return place, msg(UNFIT, word=one.abbreviation)
            if one.abbreviation in known:
                return place, msg(DOUBLED, word=one.abbreviation)
            known.add(one.abbreviation)
        return None

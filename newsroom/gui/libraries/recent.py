"""The libraries that were open last, the newest first; an address is kept without a password."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.errors import WrongValue
from newsroom.domain.server import bare, is_address, server_of

if TYPE_CHECKING:
    from newsroom.gui.kept import Kept

_NAME, _LAST = "libraries", "library"
_MOST = 12


class Recent:
    """What the window remembers of libraries."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    @property
    def last(self) -> str:
        """Give the library that somebody chose last, or nothing where it is the usual one."""
        return self._kept.word(_LAST)

    def all(self) -> tuple[str, ...]:
        """Give the places."""
        try:
            found = json.loads(self._kept.word(_NAME) or "[]")
        except ValueError:
            return ()
        return tuple(place for place in found if isinstance(place, str)) if isinstance(found, list) else ()

    def choose(self, place: str) -> None:
        """Remember that a library was chosen; its stories are numbered anew."""
        self._kept.keep(_LAST, bare(place))
        self._kept.keep("story", 0)

    def note(self, place: str) -> None:
        """Remember a library that was opened, before all others."""
        named = bare(place)
        others = [other for other in self.all() if other != named]
        self._keep([named, *others][:_MOST])

    def forget(self, place: str) -> None:
        """Forget a library; it stays where it is."""
        self._keep([other for other in self.all() if other != place])

    def _keep(self, places: list[str]) -> None:
        self._kept.keep(_NAME, json.dumps(places, ensure_ascii=True))
        self._kept.sync()


def told(place: str) -> tuple[str, str]:
    """Give how a library is called, and where it is."""
    if is_address(place):
        try:
            server = server_of(place)
        except WrongValue:
            return place, ""
        return server.database, f"{server.user + ' @ ' if server.user else ''}{server.host or 'localhost'}"
    path = Path(place)
    return path.stem, str(path.parent)

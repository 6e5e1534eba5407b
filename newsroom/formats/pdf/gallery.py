"""The pictures of stories on their way to paper: put where the document sees them, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.formats.guard.pictures import look
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.formats import Writing

_LANDSCAPE = 1.25
_ENOUGH = 500


@dataclass(frozen=True, slots=True)
class Hung:
    """A picture the document can show by its file; nothing where it cannot."""

    file: str = ""
    wide: bool = False
    """It is a landscape with pixels enough to stand across several columns."""


class Gallery:
    """Puts the pictures of stories into a folder."""

    def __init__(self, folder: Path, writing: Writing) -> None:
        self.losses: list[Message] = []
        self._folder, self._writing, self._open = folder, writing, True

    def close(self) -> None:
        """Show no picture any more."""
        self._open = False

    def hang(self, asset: str, name: str) -> Hung:
        """Give a picture as the document sees it; one that cannot be shown is named among the losses."""
        data = self._writing.picture(asset) if asset and self._open else None
        image = look(data) if data else None
        if not data or image is None:
            text = N_("The picture “{name}” cannot be shown on the proof.")
            self.losses.append(msg(text, name=name or asset[:8]))
            return Hung()
        place = self._folder / f"{asset}.{image.kind}"
        if not place.exists():
            place.write_bytes(data)
        wide = image.width >= _ENOUGH and image.width >= image.height * _LANDSCAPE
        return Hung(place.name, wide)

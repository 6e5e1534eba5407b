"""The pictures of stories: taken in with what they say of themselves, shown, measured."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.sources import load
from newsroom.domain.body import Picture, assets
from newsroom.domain.crop import WHOLE
from newsroom.domain.errors import Known, Refused
from newsroom.domain.inline import text

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.body import Body
    from newsroom.domain.crop import Crop
    from newsroom.formats.pictures.facts import Facts

REMEMBERED = 2_000
"""So many pictures' facts are remembered: what a picture is never changes."""
PREVIEW_QUALITY = 85


class Pictures:
    """What knows the pictures of a library; usable from any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._facts: OrderedDict[str, Facts | None] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, data: bytes, name: str = "", language: str = "") -> Picture:
        """Keep a picture and give it with caption, credit, creator and alternative text as it tells them.

        Raises Refused with the reason.
        """
        from newsroom.formats.guard.magic import check_size
        from newsroom.formats.pictures.facts import Look

        check_size(len(data))
        facts = self._desk.guard.do(Look(data, language or self._desk.house.language))
        asset = self._desk.library.pictures.add(data, facts.mime)
        self._remember(asset, facts)
        return prefilled(Picture(asset, name=name), facts)

    def take_file(self, path: Path, language: str = "") -> Picture:
        """Keep the picture of a file; raises Refused with the reason."""
        data = load(path)
        if not isinstance(data, bytes):
            raise Refused(data.message)
        return self.take(data, path.name, language)

    def told(self, picture: Picture) -> Picture:
        """Give a picture that is kept with what it tells of itself, where nobody said it yet."""
        facts = self.facts(picture.asset)
        return prefilled(picture, facts) if facts else picture

    def facts(self, asset: str) -> Facts | None:
        """Give what is known of a picture, or None where it is lost or damaged."""
        if not asset:
            return None
        with self._lock:
            if asset in self._facts:
                return self._facts[asset]
        facts = self._looked_at(asset)
        self._remember(asset, facts)
        return facts

    def _looked_at(self, asset: str) -> Facts | None:
        from newsroom.formats.pictures.facts import Look

        data = self._desk.library.pictures.get(asset)
        try:
            return self._desk.guard.do(Look(data, self._desk.house.language, whole=False)) if data else None
        except Known:
            return None

    def _remember(self, asset: str, facts: Facts | None) -> None:
        with self._lock:
            self._facts[asset] = facts
            while len(self._facts) > REMEMBERED:
                self._facts.popitem(last=False)

    def sizes(self, body: Body) -> dict[str, tuple[int, int]]:
        """Give width and height in pixels of each picture of a text that is to be had."""
        found = {asset: self.facts(asset) for asset in assets(body)}
        return {asset: (facts.width, facts.height) for asset, facts in found.items() if facts}

    def preview(self, asset: str, width: int, crop: Crop = WHOLE) -> bytes | None:
        """Give a picture as it is shown, at most so many pixels wide, or None where it is lost or damaged."""
        from newsroom.formats.pictures.rendering import Render

        data = self._desk.library.pictures.get(asset) if asset else None
        try:
            wanted = Render(data, crop, width, 2 * width, PREVIEW_QUALITY) if data else None
            return self._desk.guard.do(wanted) if wanted else None
        except Known:
            return None


def prefilled(picture: Picture, facts: Facts) -> Picture:
    """Give a picture with what it tells of itself put where nothing stands yet."""
    words = facts.words
    return replace(
        picture,
        caption=picture.caption or text(words.caption or words.headline),
        credit=picture.credit or words.credit or words.source or words.rights,
        creator=picture.creator or words.creator,
        alternative=picture.alternative or words.alternative,
        source_type=picture.source_type or words.source_type,
    )

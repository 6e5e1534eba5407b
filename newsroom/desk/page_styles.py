"""Which InDesign styles the house sets its stories in: read, changed, brought in and sent out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.reports import Refusal
from newsroom.desk.sources import load
from newsroom.domain.errors import Refused
from newsroom.domain.style_map import StyleMap, entries, style_map

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.formats.icml.style_names import StyleNames
    from newsroom.formats.style_table import StylesRead
    from newsroom.settings import House


class PageStyles:
    """What the parts of a story are set in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> StyleMap:
        """Give the names as the library holds them now."""
        return self.of(self._desk.house)

    @staticmethod
    def of(house: House) -> StyleMap:
        """Give the names that settings of the house hold."""
        return style_map(house.indesign_styles, house.language)

    def put(self, names: Mapping[str, str]) -> Changes:
        """Keep the names of elements by their keys; those left out have the usual ones; raises NotAllowed."""
        stored = entries(names, self._desk.house.language)
        return self._desk.preferences.set_house({"indesign_styles": stored})

    def names_in(self, path: Path) -> StyleNames:
        """Give the names of the styles that a page's IDML or ICML has; raises Refused."""
        from newsroom.formats.icml.style_names import ReadStyleNames

        return self._desk.guard.do(ReadStyleNames(_loaded(path)))

    def read(self, path: Path) -> StylesRead:
        """Give the names of a table in a file; raises Refused."""
        from newsroom.formats.style_table import read_styles

        return read_styles(_loaded(path))

    def write(self, path: Path, names: StyleMap) -> None:
        """Write names as a table into a file; raises NotWritten."""
        from newsroom.formats.files import atomic_write
        from newsroom.formats.style_table import write_styles

        atomic_write(path, write_styles(names))


def _loaded(path: Path) -> bytes:
    data = load(path)
    if isinstance(data, Refusal):
        raise Refused(data.message)
    return data

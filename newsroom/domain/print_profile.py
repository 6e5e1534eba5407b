"""How a house prints: page, columns and type by name, and what was measured of the type.

The first profile is the house's own. Lengths on paper are millimetres, type is in points, and widths of
letters are thousandths of the type's size.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.settings import House

FORM = "newsroom-print-profiles"
VERSION = 1
BUNDLED = ("Source Serif Pro", "Source Sans Pro")
_POINT = 25.4 / 72
_AVERAGE = 0.46
"""How wide a character is, in parts of the type's size, where nothing was measured."""
_NARROWEST, _WIDEST = 42.0, 104.0
_LONGEST_NAME = 80


class Page(Labelled):
    """A size of paper."""

    A4 = "a4", N_("A4")
    A3 = "a3", N_("A3")
    TABLOID = "tabloid", N_("Tabloid (half Rhenish)")
    BERLINER = "berliner", N_("Berliner format")
    RHENISH = "rhenish", N_("Rhenish format")
    NORDIC = "nordic", N_("Nordic format")
    CUSTOM = "custom", N_("Own size")


SIZES: Mapping[Page, tuple[float, float]] = {
    Page.A4: (210, 297),
    Page.A3: (297, 420),
    Page.TABLOID: (255, 350),
    Page.BERLINER: (315, 470),
    Page.RHENISH: (350, 510),
    Page.NORDIC: (400, 570),
}
"""Width and height of the known pages."""

BOUNDS: Mapping[str, tuple[float, float]] = {
    "width": (100, 600),
    "height": (100, 800),
    "top": (5, 100),
    "right": (5, 100),
    "bottom": (5, 100),
    "left": (5, 100),
    "columns": (1, 8),
    "gutter": (2, 20),
    "column": (0, 160),
    "size": (5, 24),
    "leading": (0, 40),
    "tracking": (-50, 100),
    "indent": (0, 5),
    "characters": (0, 120),
    "headline": (9, 90),
    "subheadline": (7, 40),
    "crosshead": (6, 30),
    "measure": (0.7, 1.4),
}
"""The least and the most of each number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintProfile:
    """How a page, its columns and their type are set."""

    name: str
    page: Page = Page.A4
    width: float = 210
    height: float = 297
    """The size of a page of one's own."""
    top: float = 15
    right: float = 15
    bottom: float = 15
    left: float = 15
    columns: int = 3
    gutter: float = 5
    column: float = 0
    """How wide a column is; 0 where it follows from the page."""
    face: str = BUNDLED[0]
    folder: str = ""
    """A folder of the house's type, where it is not installed."""
    size: float = 9
    leading: float = 0
    """From line to line; 0 is a fifth more than the size."""
    tracking: float = 0
    """What is put between letters, in thousandths of the size."""
    justified: bool = True
    hyphenated: bool = True
    indent: float = 1
    """How far the first line of a paragraph is indented, in parts of the size."""
    characters: int = 0
    """Characters per line where they are set; 0 where lines follow from the type."""
    headline: float = 26
    subheadline: float = 12
    crosshead: float = 9.5
    measure: float = 1
    """What the house's own printed stories say of the width: 1.02 is two in a hundred more than measured."""
    widths: tuple[tuple[str, float], ...] = ()
    """How wide each letter of the type is; measured, never typed."""

    @property
    def paper(self) -> tuple[float, float]:
        """Give width and height of the page."""
        return SIZES.get(self.page, (self.width, self.height))

    @property
    def area(self) -> float:
        """Give how wide the columns and the gutters between them may be together."""
        return self.paper[0] - self.left - self.right

    @property
    def column_width(self) -> float:
        """Give how wide one column is."""
        return self.column or (self.area - (self.columns - 1) * self.gutter) / self.columns

    @property
    def pitch(self) -> float:
        """Give the points from line to line."""
        return self.leading or round(self.size * 1.2, 2)

    @property
    def columns_that_fit(self) -> int:
        """Give how many columns of this width the page holds, at least one."""
        wanted = int((self.area + self.gutter + 0.01) // (self.column_width + self.gutter))
        return max(1, min(self.columns, wanted))

    @property
    def sets_lines_by_type(self) -> bool:
        """Tell whether lines are counted from the widths of letters."""
        return not self.characters and bool(self.widths)


_MEASURED = ("face", "folder", "tracking")


def alike_in_type(one: PrintProfile, other: PrintProfile) -> bool:
    """Tell whether letters are as wide in both."""
    return all(getattr(one, name) == getattr(other, name) for name in _MEASURED)


def of_house(house: House) -> tuple[PrintProfile, ...]:
    """Give the house's profiles; where none is kept, the one its former settings of print describe."""
    return _kept(house.print_profiles) or (_former(house),)


@lru_cache(maxsize=4)
def _kept(stored: tuple[tuple[str, str], ...]) -> tuple[PrintProfile, ...]:
    """Read what settings keep once, as lengths are counted at every pause of writing."""
    return read_profiles(stored)


def named(house: House, name: str) -> PrintProfile:
    """Give the house's profile of a name; its first one where no name is given or none has it."""
    profiles = of_house(house)
    return next((one for one in profiles if one.name == name), profiles[0])


def _former(house: House) -> PrintProfile:
    """Give the profile of a house that keeps none: its line of so many characters decides the width."""
    size = house.print_size / 10
    usual = min(max(house.characters_per_line * size * _AVERAGE * _POINT, _NARROWEST), _WIDEST)
    return PrintProfile(
        name=house.name or N_("House"),
        column=house.print_column or round(usual, 2),
        face=house.print_type,
        size=size,
        characters=house.characters_per_line,
    )


def proper(profile: PrintProfile) -> PrintProfile:
    """Give a profile whose numbers are within their bounds, and whose columns fit on the page."""
    kept = {name: _within(name, getattr(profile, name)) for name in BOUNDS}
    bound = replace(profile, name=" ".join(profile.name.split())[:_LONGEST_NAME], **kept)
    while bound.columns > 1 and not bound.column and bound.column_width < _NARROW:
        bound = replace(bound, columns=bound.columns - 1)
    return bound if bound.area >= _NARROW else replace(bound, left=5, right=5)


_NARROW = 15.0


def _within(name: str, value: float) -> Any:
    least, most = BOUNDS[name]
    if not math.isfinite(value):
        raise ValueError(name)
    bound = min(max(value, least), most)
    return round(bound) if name in {"columns", "characters"} else bound


def read_profiles(stored: Iterable[tuple[str, str]]) -> tuple[PrintProfile, ...]:
    """Read profiles as settings keep them; one that cannot be read is left out."""
    return tuple(_read(stored))


def _read(stored: Iterable[tuple[str, str]]) -> Iterator[PrintProfile]:
    for name, text in stored:
        try:
            yield _profile(name, json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            continue


def write_profiles(profiles: Iterable[PrintProfile]) -> tuple[tuple[str, str], ...]:
    """Give profiles as settings keep them."""
    return tuple((one.name, json.dumps(_plain(one), ensure_ascii=False, sort_keys=True)) for one in profiles)


def to_file(profiles: Iterable[PrintProfile]) -> str:
    """Give profiles as the text of a file, for another library."""
    entries = [{"name": one.name, **_plain(one)} for one in profiles]
    return json.dumps({"form": FORM, "version": VERSION, "profiles": entries}, ensure_ascii=False, indent=1)


def from_file(text: str) -> tuple[PrintProfile, ...]:
    """Read profiles from the text of a file; raises ValueError where it holds none."""
    try:
        data = json.loads(text)
        if data["form"] != FORM or data["version"] > VERSION:
            raise ValueError(FORM)
        return tuple(_profile(str(entry["name"]), entry) for entry in data["profiles"])
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(FORM) from error


def _plain(one: PrintProfile) -> dict[str, Any]:
    values = {entry.name: getattr(one, entry.name) for entry in fields(one) if entry.name != "name"}
    return {**values, "widths": dict(one.widths)}


def _profile(name: str, data: Mapping[str, Any]) -> PrintProfile:
    """Make a profile from plain values; what is missing has its default, what is odd raises."""
    usual = PrintProfile(name=name)
    numbers: dict[str, Any] = {field: float(data.get(field, getattr(usual, field))) for field in BOUNDS}
    return proper(
        replace(
            usual,
            page=Page(data.get("page", usual.page.value)),
            face=str(data.get("face", usual.face)),
            folder=str(data.get("folder", "")),
            justified=data.get("justified", True) is True,
            hyphenated=data.get("hyphenated", True) is True,
            widths=tuple((str(char)[:1], float(wide)) for char, wide in data.get("widths", {}).items()),
            **numbers,
        )
    )

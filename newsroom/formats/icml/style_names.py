"""The names of the styles in a page's file: an ICML or IDML of the newsroom, read where it can do no harm."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.domain.style_map import ELEMENTS, StyleKind, StyleMap
from newsroom.formats.guard import archive
from newsroom.formats.guard.magic import is_zip, recognise
from newsroom.formats.icml.opened import parsed
from newsroom.formats.icml.styles_in import Styles, style_names
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 2_000


@dataclass(frozen=True, slots=True)
class StyleNames:
    """The names that a page's file has, by kind, in its order, and the element that each seems made for."""

    names: Mapping[StyleKind, tuple[str, ...]] = field(default_factory=dict)
    fitting: Mapping[str, str] = field(default_factory=dict)

    def has(self, kind: StyleKind, name: str) -> bool:
        """Tell whether the page has a style of this name."""
        return name in self.names.get(kind, ())


@dataclass(frozen=True, slots=True)
class ReadStyleNames:
    """Reads the names from the bytes of a file; an errand for a reading process."""

    data: bytes

    def run(self) -> StyleNames:
        """Give the names; raises Refused."""
        recognise(self.data)
        root = parsed(_styles(self.data) if is_zip(self.data) else self.data)
        found: dict[StyleKind, dict[str, None]] = {kind: {} for kind in StyleKind}
        for kind, name in style_names(root):
            if len(found[kind]) < MOST:
                found[kind].setdefault(name)
        if not any(found.values()):
            raise Refused(msg(N_("There are no styles in this file. Choose an IDML or ICML of your page.")))
        names = {kind: tuple(held) for kind, held in found.items()}
        return StyleNames(names, _fitting(names))


def _styles(data: bytes) -> bytes:
    members = archive.members(data)
    if "Resources/Styles.xml" not in members:
        raise Refused(msg(N_("This is a package, but no IDML. Save the page as IDML in InDesign.")))
    return members["Resources/Styles.xml"]


def _fitting(names: Mapping[StyleKind, tuple[str, ...]]) -> dict[str, str]:
    """Give for each element the first style whose name says that it is made for it."""
    styles = Styles(StyleMap())
    kinds = {element.key: element.kind for element in ELEMENTS}
    found: dict[str, str] = {}
    for kind, held in names.items():
        for name in held:
            key = styles.meant(kind, name)
            if kinds.get(key) is kind:
                found.setdefault(key, name)
    return found

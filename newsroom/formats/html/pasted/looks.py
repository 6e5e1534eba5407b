"""How a stretch of pasted text looks, by tags and styles: what of it is meant, and what is only dress."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    NONE,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Mark,
    MarkKind,
    Marks,
    has,
)
from newsroom.formats.html.blocks import TAGS
from newsroom.formats.html.pasted.styles import Declarations, Sheet, declared

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAGS: dict[str, Mark] = {**TAGS, "var": ITALIC, "dfn": ITALIC}
_LINES = {"underline": UNDERLINE, "line-through": STRIKE}
_RAISED = {"super": SUPERSCRIPT, "sub": SUBSCRIPT}
_HEAVY = 600
_NO_COLOUR = frozenset(
    ["", "black", "windowtext", "#000", "#000000", "rgb(0,0,0)", "auto", "inherit", "initial", "unset"]
)
_NO_GROUND = _NO_COLOUR - {"black", "#000", "#000000", "rgb(0,0,0)"} | {
    "white",
    "#fff",
    "#ffffff",
    "rgb(255,255,255)",
    "transparent",
    "none",
    "rgba(0,0,0,0)",
}
_UNSAID = frozenset(["", "inherit", "initial", "unset"])
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Look:
    """Marks that are kept, and type, colour and place that are not."""

    marks: Marks = NONE
    type: tuple[str, str] = ("", "")
    """Family and size."""
    align: str = ""
    colour: tuple[str, str] = ("", "")
    """Of the letters and of the ground."""
    as_typed: bool = False
    """Line feeds in the text are meant."""
    hidden: bool = False


PLAIN = Look()


@dataclass(slots=True)
class Wardrobe:
    """Tells how elements look, by the page's style sheets and their own words."""

    sheet: Sheet = field(default_factory=Sheet)
    _known: dict[tuple[Look, str, str, str, str], Look] = field(default_factory=dict)

    def worn(self, look: Look, tag: str, attributes: Mapping[str, str | None]) -> Look:
        """Give how an element looks that stands in text of a look."""
        style, classes = attributes.get("style") or "", attributes.get("class") or ""
        old = "|".join(attributes.get(name) or "" for name in ("color", "face", "size", "align", "bgcolor"))
        if not style and not classes and tag in _PLAIN and old == "||||" and not self.sheet.rules:
            return look
        key = (look, tag, style, classes, old)
        if key not in self._known:
            said = self.said(tag, attributes)
            self._known[key] = _worn(look, tag, {**_old_ways(old), **said})
        return self._known[key]

    def said(self, tag: str, attributes: Mapping[str, str | None]) -> Declarations:
        """Give what sheets and the element itself declare."""
        found = self.sheet.of(tag, (attributes.get("class") or "").split())
        return found | declared(attributes.get("style") or "")


_PLAIN = frozenset("p div span tr tbody thead li ul ol td table".split())  # noqa: SIM905 - a list of words


def _old_ways(old: str) -> Declarations:
    """Give what HTML said before there were styles, as declarations."""
    colour, face, size, align, ground = old.lower().split("|")[:5]
    names = ("color", "font-family", "font-size", "text-align", "background-color")
    return {
        name: value for name, value in zip(names, (colour, face, size, align, ground), strict=True) if value
    }


def _worn(look: Look, tag: str, said: Declarations) -> Look:
    return replace(
        look,
        marks=_marks(look.marks, tag, said),
        type=_type(look.type, said),
        align=_align(look.align, said),
        colour=_colour(look.colour, said),
        as_typed=said["white-space"].startswith("pre") if "white-space" in said else look.as_typed,
        hidden=look.hidden or _hides(said),
    )


def _hides(said: Declarations) -> bool:
    return (
        said.get("display") == "none" or said.get("mso-hide") == "all" or said.get("visibility") == "hidden"
    )


def _marks(marks: Marks, tag: str, said: Declarations) -> Marks:
    lines = said.get("text-decoration-line") or said.get("text-decoration") or ""
    own = _TAGS.get(tag)
    done = marks | {own} if own and not (own in _LINES.values() and lines.startswith("none")) else marks
    done |= {mark for word, mark in _LINES.items() if word in lines}
    done = _turned(done, BOLD, _weight(said))
    done = _turned(done, ITALIC, _slant(said))
    raised = _RAISED.get(said.get("vertical-align", ""))
    done = done | {raised} if raised else done
    return done - {UNDERLINE} if has(done, MarkKind.LINK) else done


def _turned(marks: Marks, mark: Mark, on: bool | None) -> Marks:
    if on is None:
        return marks
    return marks | {mark} if on else marks - {mark}


def _weight(said: Declarations) -> bool | None:
    value = said.get("font-weight", "")
    if value.isdecimal():
        return int(value) >= _HEAVY
    if value in {"bold", "bolder"}:
        return True
    if "font" in said and not value:
        return True if "bold" in said["font"] else None
    return False if value in {"normal", "lighter"} else None


def _slant(said: Declarations) -> bool | None:
    value = said.get("font-style", "")
    if value.startswith(("italic", "oblique")):
        return True
    if "font" in said and not value:
        return True if "italic" in said["font"] else None
    return False if value == "normal" else None


def _type(before: tuple[str, str], said: Declarations) -> tuple[str, str]:
    family = said.get("font-family", "").split(",")[0].strip("'\" ")
    size = said.get("font-size", "")
    if "font" in said and not (family or size):
        return (said["font"].replace("bold", "").replace("italic", "").strip(), "")
    return (before[0] if family in _UNSAID else family, before[1] if size in _UNSAID else size)


def _align(before: str, said: Declarations) -> str:
    value = said.get("text-align", "")
    return before if value in _UNSAID else value if value in {"center", "right"} else ""


def _colour(before: tuple[str, str], said: Declarations) -> tuple[str, str]:
    letters, ground = before
    if "color" in said and said["color"] not in {"inherit", "unset"}:
        value = _SPACES.sub("", said["color"])
        letters = "" if value in _NO_COLOUR else value
    shade = said.get("background-color") or said.get("background") or said.get("mso-highlight") or ""
    value = _SPACES.sub("", shade)
    if value:
        ground = before[1] if value in _NO_GROUND else value
    return letters, ground

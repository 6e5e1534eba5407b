"""What the styles of a file mean: by the house's names, by the usual ones, by what others call them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsroom.domain.marks import BOLD, ITALIC, NONE, STRIKE, SUBSCRIPT, SUPERSCRIPT, UNDERLINE, Marks
from newsroom.domain.style_map import StyleKind, StyleMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_KINDS = {
    "ParagraphStyle": StyleKind.PARAGRAPH,
    "CharacterStyle": StyleKind.CHARACTER,
    "TableStyle": StyleKind.TABLE,
}
_GENERIC = (
    ("kicker", r"dachzeile|spitzmarke|oberzeile|kicker|overline"),
    (
        "headline",
        r"(haupt)?(überschrift|ueberschrift|titel|headline|title|schlagzeile)( ?1)?|h(eader|eading)? ?1",
    ),
    ("subheadline", r"unterzeile|untertitel|sub ?title|deck|subline|standfirst"),
    ("byline", r"autor(en)?(zeile)?|by ?line|author|verfasser"),
    ("lead", r"vorspann|lead( paragraph)?|intro|anlauf|abstract"),
    ("crosshead-2", r"h(eader|eading)? ?3|zwischentitel 2"),
    ("crosshead-3", r"h(eader|eading)? ?[4-6]|zwischentitel 3"),
    (
        "crosshead",
        r"(zwischen(titel|überschrift|zeile)|crosshead|subhead(line|ing)?|überschrift)( ?[12])?|h(eader|eading)? ?2",
    ),
    ("quote", r"(block ?)?(zitat|quote)"),
    ("bullet", r"aufzählung(szeichen)?|bul ?list|bullets?( list)?|list bullet|liste"),
    ("number", r"nummerierung|num ?list|numbered( list)?|list number|ordered"),
    ("caption", r"bild(unterschrift|text|zeile)|bu|caption|cutline"),
    ("sign-off", r"(autoren)?kürzel|sign-?off"),
    ("footnote", r"fu(ß|ss)note(ntext)?|footnote( text)?"),
    ("box-title", r"(kasten|info(box|kasten)?|box)[ -]?(titel|title|überschrift|head(line)?)"),
    ("box-text", r"(kasten|info(box|kasten)?|box)[ -]?(text|grundtext|body)?"),
)
_PATTERNS = tuple((key, re.compile(pattern)) for key, pattern in _GENERIC)
_BOLD = re.compile(r"bold|black|heavy|fett|halbfett|strong|gras", re.IGNORECASE)
_ITALIC = re.compile(r"ital|oblique|kursiv|schräg|emph", re.IGNORECASE)
_USUAL = (StyleMap({}, "de"), StyleMap({}, "en"))
_LISTS = {"BulletList": "bullet", "NumberedList": "number"}
_POSITIONS = {
    "Superscript": SUPERSCRIPT,
    "OTSuperscript": SUPERSCRIPT,
    "Subscript": SUBSCRIPT,
    "OTSubscript": SUBSCRIPT,
}
_MARKS: dict[str, Marks] = {
    "bold": frozenset({BOLD}),
    "italic": frozenset({ITALIC}),
    "bold-italic": frozenset({BOLD, ITALIC}),
    "underline": frozenset({UNDERLINE}),
    "strike": frozenset({STRIKE}),
    "superscript": frozenset({SUPERSCRIPT}),
    "subscript": frozenset({SUBSCRIPT}),
}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means: the element it stands for, or nothing; the size of its type; its marks."""

    key: str = ""
    size: float = 0.0
    marks: Marks = NONE


@dataclass(slots=True)
class Styles:
    """The styles of a file by their ids."""

    names: StyleMap
    declared: Mapping[str, _Element] = field(default_factory=dict)
    house: StyleMap | None = None
    """The names of today, where a file was written with others."""
    _known: dict[tuple[StyleKind, str], Style] = field(init=False, default_factory=dict)

    def style(self, kind: StyleKind, self_: str) -> Style:
        """Give what a style means."""
        if (kind, self_) not in self._known:
            self._known[kind, self_] = self._style(kind, self_)
        return self._known[kind, self_]

    def _style(self, kind: StyleKind, self_: str) -> Style:
        element = self.declared.get(self_)
        key = self.meant(kind, full_name(self_, element))
        if element is None:
            return Style(key, 0.0, _MARKS.get(key, NONE))
        if kind is StyleKind.PARAGRAPH and not key:
            key = _LISTS.get(element.get("BulletsAndNumberingListType", ""), "")
        known = _MARKS.get(key) if kind is StyleKind.CHARACTER else None
        named = emphasis(element.get("Name", "")) if kind is StyleKind.CHARACTER and not key else NONE
        return Style(key, size(element), overridden(element, named) if known is None else known)

    def meant(self, kind: StyleKind, name: str) -> str:
        """Give the element that a style seems made for by its name, or nothing."""
        maps = (self.names, self.house, *_USUAL)
        found = next((key for one in maps if one and (key := one.element(kind, name))), "")
        if found or kind is not StyleKind.PARAGRAPH:
            return found
        leaves = [part.strip().casefold() for part in re.split(r"[:>]", name) if part.strip()]
        return next((key for leaf in reversed(leaves) if (key := _generic(leaf))), "")


def _generic(leaf: str) -> str:
    return next((key for key, pattern in _PATTERNS if pattern.fullmatch(leaf)), "")


def listed(element: _Element, key: str) -> str:
    """Give what a paragraph is by its own list settings, or what its style says."""
    kind = element.get("BulletsAndNumberingListType", "")
    if kind == "NoList" and key in _LISTS.values():
        return ""
    return _LISTS.get(kind, key) if key in {"", "paragraph", "first"} else key


def size(element: _Element) -> float:
    """Give the size of type that an element sets, or 0."""
    try:
        return min(max(float(element.get("PointSize", "0")), 0.0), 1296.0)
    except ValueError:
        return 0.0


def emphasis(words: str) -> Marks:
    """Give what the name of a typeface or style says of emphasis."""
    marks = {BOLD} if _BOLD.search(words) else set()
    return frozenset(marks | ({ITALIC} if _ITALIC.search(words) else set()))


def overridden(element: _Element, marks: Marks) -> Marks:
    """Give marks as an element's own settings change them."""
    cut = element.get("FontStyle")
    if cut is not None:
        marks = (marks - {BOLD, ITALIC}) | emphasis(cut)
    for name, mark in (("Underline", UNDERLINE), ("StrikeThru", STRIKE)):
        set_ = element.get(name)
        if set_ is not None:
            marks = marks | {mark} if set_ == "true" else marks - {mark}
    place = element.get("Position")
    if place is not None:
        marks = marks - {SUPERSCRIPT, SUBSCRIPT}
        marks = marks | {_POSITIONS[place]} if place in _POSITIONS else marks
    return marks


def full_name(self_: str, element: _Element | None = None) -> str:
    """Give a style's name with its groups, as the house writes it: ``Group:Style``."""
    bare = unquote(self_.partition("/")[2] or self_)
    if bare.startswith("$ID/"):
        return bare
    if element is None:
        return bare
    groups: list[str] = []
    name = element.get("Name", "") or bare
    for above in element.iterancestors():
        if not str(above.tag).endswith("StyleGroup") or str(above.tag).startswith("Root"):
            break
        groups.insert(0, above.get("Name", "").rpartition(":")[2])
    inside = ":".join((*groups, ""))
    return name if name.startswith(inside) else inside + name


def declared(root: _Element) -> dict[str, _Element]:
    """Give the styles that a file declares, by their ids."""
    return {one.get("Self", ""): one for name in _KINDS for one in root.iter(name)}


def style_names(root: _Element) -> Iterator[tuple[StyleKind, str]]:
    """Give kind and name of each style that a file declares, without InDesign's own."""
    for name, kind in _KINDS.items():
        for one in root.iter(name):
            words = full_name(one.get("Self", ""), one)
            if words and not words.startswith(("$ID/", "[")):
                yield kind, words

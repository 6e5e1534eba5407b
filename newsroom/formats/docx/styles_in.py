"""What the styles of a file mean, whatever language their names speak, and which lists it numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.domain.marks import BOLD, ITALIC, Mark
from newsroom.formats.docx.opened import W, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsroom.formats.docx.opened import Opened, Packed

_HEADING = re.compile(
    r"(?:(?:heading|überschrift|berschrift|zwischentitel|crosshead|kop|rubrik|overskrift|otsikko|nagłówek|nagwek)\s*(\d?)"
    r"|(?:titre|titolo|título|ttulo|titulo|intertitre)\s*(\d))"
)
_ROLES = {
    "title": (
        "title",
        "titel",
        "headline",
        "schlagzeile",
        "hauptüberschrift",
        "titre",
        "título",
        "titulo",
        "ttulo",
        "titolo",
        "tytuł",
    ),
    "subtitle": (
        "subtitle",
        "untertitel",
        "unterzeile",
        "deck",
        "sous-titre",
        "subtítulo",
        "subtitulo",
        "sottotitolo",
        "ondertitel",
        "podtytuł",
    ),
    "kicker": (
        "kicker",
        "dachzeile",
        "spitzmarke",
        "surtitre",
        "antetítulo",
        "antetitulo",
        "occhiello",
        "overline",
    ),
    "lead": (
        "abstract",
        "lead",
        "lede",
        "vorspann",
        "anlauf",
        "lead paragraph",
        "chapeau",
        "chapô",
        "entradilla",
        "sommario",
        "intro",
        "introduction",
    ),
    "author": ("author", "autor", "byline", "autorenzeile", "auteur", "signature article", "autore", "firma"),
    "date": ("date", "datum", "fecha", "data"),
    "caption": (
        "caption",
        "beschriftung",
        "bildunterschrift",
        "bildtext",
        "bildzeile",
        "légende",
        "leyenda",
        "epígrafe",
        "didascalia",
        "bijschrift",
    ),
    "quote": (
        "block text",
        "blocktext",
        "quote",
        "zitat",
        "intense quote",
        "intensives zitat",
        "quotations",
        "block quotation",
        "citation",
        "citation intense",
        "cita",
        "cita destacada",
        "citazione",
        "citaat",
    ),
    "bullet": ("list bullet", "aufzählungszeichen", "liste à puces", "lista con viñetas", "punto elenco"),
    "number": ("list number", "listennummer", "liste à numéros", "lista con números", "numero elenco"),
    "sign-off": ("sign-off", "kürzel"),
    "correction": ("correction note",),
    "box title": ("box title",),
    "spacer": ("spacer",),
    "dateline": ("dateline",),
    "author role": ("author role",),
    "credit": ("credit",),
    "box": ("story box",),
    "table": ("story table",),
}
NAMES = {name: role for role, names in _ROLES.items() for name in names}
_STRONG = {"strong": BOLD, "fett": BOLD, "emphasis": ITALIC, "hervorhebung": ITALIC}
NO_LEVEL, _DIGITS, _GENERATIONS = 9, 9, 11
KEPT = 100_000
"""Tables up to this packed size are remembered; larger ones would fill the memory."""
LARGE = 28
"""Half points from which type is large: 14 pt."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style means: its role, level and place in a list; what it does to letters."""

    role: str = ""
    level: int = 0
    numbering: tuple[str, int] | None = None
    marks: frozenset[Mark] = frozenset()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which lists have numbers: by number of the list, then level."""

    ordered: Mapping[tuple[str, int], bool] = field(default_factory=dict)

    def has_numbers(self, number: str, level: int) -> bool:
        """Tell whether the entries of a list are numbered at this level."""
        return self.ordered.get((number, level), False)


def switch(element: _Element | None) -> bool:
    """Tell whether a property such as bold is on: it is there and not switched off."""
    return element is not None and element.get(W + "val") not in {"0", "false", "off", "none"}


def value(parent: _Element | None, name: str) -> str:
    """Give the value of a child property, or nothing."""
    found = None if parent is None else parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")


def number(text: str, least: int = 0) -> int:
    """Give a whole number, or the least where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else least


def styles(opened: Opened, name: str) -> Mapping[str, Style]:
    """Give the styles by id; most files of a newsroom share one table, so it is remembered."""
    packed = opened.packed(name)
    if packed and len(packed.data) < KEPT:
        return _known_styles(packed)
    return _styles(opened.bytes(name) or b"<none/>")


@lru_cache(maxsize=16)
def _known_styles(packed: Packed) -> Mapping[str, Style]:
    return _styles(packed.unpacked())


def _styles(data: bytes) -> Mapping[str, Style]:
    raw = {style.get(W + "styleId", ""): style for style in parsed(data).iter(W + "style")}
    return {key: _style(style, raw) for key, style in raw.items()}


def _style(style: _Element, raw: Mapping[str, _Element]) -> Style:
    chain = _chain(style, raw)
    role, level = next((found for found in map(_role, chain) if found[0]), ("", 0))
    numbering = next((found for found in map(_numbering, chain) if found), None)
    size = next((found for found in (_size(one) for one in chain) if found), 0)
    marks = _letters(chain) if role == "" else frozenset()
    return Style(role, level, numbering, marks, size)


def _chain(style: _Element, raw: Mapping[str, _Element]) -> list[_Element]:
    chain = [style]
    while len(chain) < _GENERATIONS and (parent := raw.get(value(chain[-1], "basedOn"))) is not None:
        chain.append(parent)
    return chain


def named(name: str) -> tuple[str, int]:
    """Give the role and the level that a style's name, or where it has none its id, stands for."""
    words = name.casefold().strip()
    if words in NAMES:
        return NAMES[words], 0
    heading = _HEADING.fullmatch(words)
    return ("heading", number(heading[1] or heading[2] or "", 1) or 1) if heading else ("", 0)


@lru_cache(maxsize=256)
def unlisted(key: str) -> Style:
    """Give what a style means that a file uses but does not describe: by its id alone."""
    return Style(*named(key))


def _role(style: _Element) -> tuple[str, int]:
    role = named(value(style, "name") or style.get(W + "styleId", ""))
    if role[0]:
        return role
    outline = value(style.find(W + "pPr"), "outlineLvl")
    return ("heading", number(outline) + 1) if outline and number(outline, NO_LEVEL) < NO_LEVEL else ("", 0)


def _numbering(style: _Element) -> tuple[str, int] | None:
    block = style.find(W + "pPr")
    found = None if block is None else block.find(W + "numPr")
    return None if found is None else (value(found, "numId"), number(value(found, "ilvl")))


def _size(style: _Element) -> int:
    return number(value(style.find(W + "rPr"), "sz"))


def _letters(chain: list[_Element]) -> frozenset[Mark]:
    """Give what a style does to letters: by its name, or by its properties."""
    marks = {_STRONG[name] for one in chain if (name := value(one, "name").casefold()) in _STRONG}
    for tag, mark in (("b", BOLD), ("i", ITALIC)):
        found = (block.find(W + tag) for one in chain if (block := one.find(W + "rPr")) is not None)
        if switch(next((one for one in found if one is not None), None)):
            marks.add(mark)
    return frozenset(marks)


def numbering(opened: Opened, name: str) -> Numbering:
    """Give which lists have numbers and which have bullets."""
    packed = opened.packed(name)
    if packed and len(packed.data) < KEPT:
        return _known_numbering(packed)
    return _numbers(opened.bytes(name) or b"<none/>")


@lru_cache(maxsize=16)
def _known_numbering(packed: Packed) -> Numbering:
    return _numbers(packed.unpacked())


def _numbers(data: bytes) -> Numbering:
    root = parsed(data)
    kinds = {
        form.get(W + "abstractNumId", ""): {
            number(level.get(W + "ilvl", "")): value(level, "numFmt") not in {"bullet", "none", ""}
            for level in form.iter(W + "lvl")
            if number(level.get(W + "ilvl", "")) < NO_LEVEL
        }
        for form in root.iter(W + "abstractNum")
    }
    return Numbering(
        {
            (line.get(W + "numId", ""), level): ordered
            for line in root.iter(W + "num")
            for level, ordered in kinds.get(value(line, "abstractNumId"), {}).items()
        }
    )

"""Which InDesign style each part of a story is set in: the house's own names, or the usual ones.

A name is written as InDesign shows it; a style in a group is ``Group:Style``. An element without a name of
its own is set as the one it falls back on; a character style without a name becomes plain overrides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 100
"""The most characters of a style's name."""


class StyleKind(Labelled):
    """The kinds of styles that InDesign has."""

    PARAGRAPH = "paragraph", N_("Paragraph styles")
    CHARACTER = "character", N_("Character styles")
    TABLE = "table", N_("Table styles")


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a story that is set in a style; likewise is the element it falls back on."""

    key: str
    title: str
    german: str
    english: str
    kind: StyleKind = StyleKind.PARAGRAPH
    likewise: str = ""
    example: str = ""

    def usual(self, language: str) -> str:
        """Give the name that is used where the house has set none."""
        return self.german if language.startswith("de") else self.english


_C, _T = StyleKind.CHARACTER, StyleKind.TABLE
ELEMENTS = (
    Element("kicker", N_("Kicker"), "Dachzeile", "Kicker", example=N_("Harbour")),
    Element("headline", N_("Headline"), "Überschrift", "Headline", example=N_("Ferry runs again from May")),
    Element("subheadline", N_("Deck"), "Unterzeile", "Deck", example=N_("New ship, old timetable")),
    Element("byline", N_("Byline"), "Autorenzeile", "Byline", example=N_("By Ada Muster")),
    Element("lead", N_("Lead"), "Vorspann", "Lead", example=N_("For three years the pier was empty.")),
    Element(
        "first",
        N_("First paragraph"),
        "Grundtext Anfang",
        "Body First",
        likewise="paragraph",
        example=N_("The first guests came at dawn."),
    ),
    Element("paragraph", N_("Paragraph"), "Grundtext", "Body", example=N_("Then it was quiet for a while.")),
    Element(
        "after-crosshead",
        N_("Paragraph after a crosshead"),
        "",
        "",
        likewise="paragraph",
        example=N_("Nobody had counted on that."),
    ),
    Element("crosshead", N_("Crosshead"), "Zwischentitel", "Crosshead", example=N_("A new beginning")),
    Element("crosshead-2", N_("Crosshead, level 2"), "Zwischentitel 2", "Crosshead 2", likewise="crosshead"),
    Element("crosshead-3", N_("Crosshead, level 3"), "Zwischentitel 3", "Crosshead 3", likewise="crosshead"),
    Element("quote", N_("Quote"), "Zitat", "Quote", likewise="paragraph", example=N_("“We waited long.”")),
    Element("bullet", N_("List item"), "Aufzählung", "Bullet List", example=N_("Tickets on board")),
    Element("number", N_("Numbered list item"), "Nummerierung", "Numbered List", example=N_("1. Book")),
    Element("figure", N_("Line for a picture or table"), "Bildrahmen", "Figure", likewise="paragraph"),
    Element("caption", N_("Caption"), "Bildunterschrift", "Caption", example=N_("The pier in the evening")),
    Element("table-head", N_("Table head"), "Tabellenkopf", "Table Head", likewise="table-cell"),
    Element("table-cell", N_("Table cell"), "Tabellentext", "Table Text", likewise="paragraph"),
    Element(
        "box-title", N_("Title of a box"), "Kasten Titel", "Box Title", example=N_("The ferry in figures")
    ),
    Element("box-text", N_("Text of a box"), "Kasten Text", "Box Text", likewise="paragraph"),
    Element("footnote", N_("Footnote"), "Fußnote", "Footnote", example=N_("As of March.")),
    Element("sign-off", N_("Sign-off"), "Kürzel", "Sign-off", likewise="paragraph", example=N_("amu")),
    Element(
        "correction",
        N_("Correction note"),
        "Korrekturhinweis",
        "Correction",
        likewise="paragraph",
        example=N_("An earlier version named the wrong year."),
    ),
    Element("dateline", N_("Dateline"), "Ortsmarke", "Dateline", _C, example=N_("KIEL –")),
    Element("bold", N_("Bold"), "Fett", "Bold", _C),
    Element("italic", N_("Italic"), "Kursiv", "Italic", _C),
    Element("bold-italic", N_("Bold and italic"), "Fett kursiv", "Bold Italic", _C),
    Element("underline", N_("Underlined"), "", "", _C),
    Element("strike", N_("Struck through"), "", "", _C),
    Element("superscript", N_("Superscript"), "", "", _C),
    Element("subscript", N_("Subscript"), "", "", _C),
    Element("link", N_("Link"), "", "", _C),
    Element("credit", N_("Credit"), "Bildnachweis", "Credit", _C, example=N_("Photo: Bo Beispiel")),
    Element("table", N_("Table"), "Tabelle", "Table", _T),
    Element("box", N_("Box"), "Kasten", "Box", _T),
)
"""All of them, in the order of a page."""
BY_KEY = {element.key: element for element in ELEMENTS}
_PLAINEST = ("paragraph", "bold", "italic", "table-cell", "table")
"""Elements that are meant first where several share a name."""


@dataclass(frozen=True)
class StyleMap:
    """The names that the house uses: those it chose, and for the rest the usual names of a language."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    language: str = "de"

    def own(self, key: str) -> str:
        """Give an element's own name, which may be empty."""
        return self.chosen.get(key, BY_KEY[key].usual(self.language))

    def name(self, key: str) -> str:
        """Give the name of the style that an element is set in; empty only for character styles."""
        element = BY_KEY[key]
        found = self.own(key)
        if found or element.kind is StyleKind.CHARACTER:
            return found
        return self.name(element.likewise) if element.likewise else element.usual(self.language)

    def element(self, kind: StyleKind, name: str) -> str:
        """Give the element that a style of the house stands for, or nothing; upper and lower case are one."""
        return self._elements.get((kind, name.casefold()), "")

    @cached_property
    def _elements(self) -> dict[tuple[StyleKind, str], str]:
        keys = [*_PLAINEST, *(one.key for one in ELEMENTS if one.key not in _PLAINEST)]
        named = ((BY_KEY[key].kind, self.own(key).casefold(), key) for key in reversed(keys))
        return {(kind, name): key for kind, name, key in named if name}


def style_map(entries: Iterable[tuple[str, str]], language: str) -> StyleMap:
    """Give the map that settings of the house hold; what this version does not know is left out."""
    return StyleMap({key: name for key, name in entries if key in BY_KEY}, language)


def entries(names: Mapping[str, str], language: str) -> tuple[tuple[str, str], ...]:
    """Give names as the settings keep them: those alone that differ from the usual ones."""
    clean = {key: proper(names[key]) for key in BY_KEY if key in names}
    return tuple((key, name) for key, name in clean.items() if name != BY_KEY[key].usual(language))


def proper(name: str) -> str:
    """Give a style's name as it can be kept: one line, no more than a hundred characters."""
    words = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    parts = [part.strip() for part in words.split(":")]
    return ":".join(filter(None, parts))[:LONGEST]

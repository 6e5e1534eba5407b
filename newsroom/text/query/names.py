"""The words of the search language: names of fields and of their values, in English and German.

All are understood whatever language the program speaks; the first of each is the one that is offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsroom.domain.query import Field, Thing, Trait
from newsroom.domain.workflow import State
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
Names = dict[str, tuple[str, ...]]

FIELDS: dict[Field, Names] = {
    Field.HEADLINE: {"en": ("headline", "title"), "de": ("überschrift", "titel", "schlagzeile")},
    Field.KICKER: {"en": ("kicker",), "de": ("dachzeile",)},
    Field.SECTION: {"en": ("section", "sections"), "de": ("ressort", "ressorts", "rubrik")},
    Field.AUTHOR: {
        "en": ("author", "authors", "by"),
        "de": ("autor", "autorin", "autoren", "verfasser", "verfasserin", "von"),
    },
    Field.KEYWORD: {
        "en": ("keyword", "keywords", "tag", "tags"),
        "de": ("schlagwort", "schlagwörter", "schlagworte", "stichwort", "stichwörter"),
    },
    Field.STATE: {"en": ("state", "status"), "de": ("status", "stand")},
    Field.AFTER: {"en": ("after", "since", "from"), "de": ("nach", "seit", "ab")},
    Field.BEFORE: {"en": ("before",), "de": ("vor",)},
    Field.UNTIL: {"en": ("until",), "de": ("bis",)},
    Field.ON: {"en": ("on", "in", "period"), "de": ("am", "im", "zeitraum")},
    Field.GENRE: {"en": ("genre",), "de": ("textsorte",)},
    Field.LANGUAGE: {"en": ("language", "lang"), "de": ("sprache",)},
    Field.SOURCE: {"en": ("source", "agency"), "de": ("quelle", "agentur")},
    Field.HAS: {"en": ("has", "with"), "de": ("hat", "mit")},
    Field.IS: {"en": ("is",), "de": ("ist",)},
}
STATES: dict[State, Names] = {
    State.DRAFT: {"en": ("draft",), "de": ("entwurf",)},
    State.FOR_REVIEW: {"en": ("for-review", "review", "submitted"), "de": ("zur-freigabe", "eingereicht")},
    State.RETURNED: {"en": ("returned",), "de": ("zurückgegeben", "zurück")},
    State.APPROVED: {"en": ("approved",), "de": ("freigegeben",)},
    State.SCHEDULED: {"en": ("scheduled", "planned"), "de": ("geplant",)},
    State.PUBLISHED: {"en": ("published", "live"), "de": ("veröffentlicht", "online")},
    State.WITHDRAWN: {"en": ("withdrawn",), "de": ("zurückgezogen",)},
}
THINGS: dict[Thing, Names] = {
    Thing.PICTURE: {"en": ("picture", "pictures", "image", "photo"), "de": ("bild", "bilder", "foto", "fotos")},
    Thing.TABLE: {"en": ("table", "tables"), "de": ("tabelle", "tabellen")},
    Thing.FOOTNOTE: {"en": ("footnote", "footnotes"), "de": ("fußnote", "fußnoten")},
    Thing.NOTE: {"en": ("note", "notes"), "de": ("notiz", "notizen")},
    Thing.CHANGES: {"en": ("changes", "tracked-changes"), "de": ("änderungen", "änderung")},
    Thing.FINDINGS: {"en": ("findings", "finding"), "de": ("hinweise", "hinweis", "befunde")},
    Thing.DOUBLES: {"en": ("doubles", "similar", "similar-stories"), "de": ("ähnliche", "ähnliche-artikel", "doppelte", "dubletten")},
}  # fmt: skip
TRAITS: dict[Trait, Names] = {
    Trait.EMBARGOED: {"en": ("embargoed",), "de": ("gesperrt", "sperrfrist")},
    Trait.MINE: {"en": ("mine",), "de": ("meine", "mein", "von-mir")},
    Trait.IMPORTED: {"en": ("imported",), "de": ("importiert",)},
    Trait.RESERVE: {"en": ("reserve", "reserve-copy"), "de": ("stehsatz",)},
    Trait.TRASH: {
        "en": ("trash", "trashed", "in-the-trash"),
        "de": ("papierkorb", "im-papierkorb", "gelöscht"),
    },
}
LANGUAGES: dict[str, Names] = {
    "de": {"en": ("german",), "de": ("deutsch",)},
    "en": {"en": ("english",), "de": ("englisch",)},
    "fr": {"en": ("french",), "de": ("französisch",)},
    "it": {"en": ("italian",), "de": ("italienisch",)},
    "es": {"en": ("spanish",), "de": ("spanisch",)},
    "nl": {"en": ("dutch",), "de": ("niederländisch",)},
    "da": {"en": ("danish",), "de": ("dänisch",)},
    "pl": {"en": ("polish",), "de": ("polnisch",)},
    "cs": {"en": ("czech",), "de": ("tschechisch",)},
    "tr": {"en": ("turkish",), "de": ("türkisch",)},
    "pt": {"en": ("portuguese",), "de": ("portugiesisch",)},
    "sv": {"en": ("swedish",), "de": ("schwedisch",)},
    "ru": {"en": ("russian",), "de": ("russisch",)},
    "uk": {"en": ("ukrainian",), "de": ("ukrainisch",)},
}
GENRES: dict[str, Names] = {
    "news": {"en": ("news-item", "news"), "de": ("meldung", "nachricht")},
    "report": {"en": ("report",), "de": ("bericht",)},
    "feature": {"en": ("feature",), "de": ("reportage",)},
    "interview": {"en": ("interview",), "de": ("interview",)},
    "commentary": {"en": ("commentary",), "de": ("kommentar",)},
    "analysis": {"en": ("analysis",), "de": ("analyse",)},
    "profile": {"en": ("profile",), "de": ("porträt",)},
    "review": {"en": ("review",), "de": ("rezension", "kritik")},
    "box": {"en": ("box",), "de": ("kasten", "infokasten")},
}
"""The genres that a new library has; a house's own are known by the names it gave them."""

DAYS: Names = {
    "en": ("today", "yesterday", "this-week", "last-week", "this-month", "last-month"),
    "de": ("heute", "gestern", "diese-woche", "letzte-woche", "diesen-monat", "letzten-monat"),
}
"""Stretches of time that are offered."""


def _turned(named: Mapping[T, Names]) -> dict[str, T]:
    return {
        folded(name): thing for thing, names in named.items() for spoken in names.values() for name in spoken
    }


FIELD_NAMES = _turned(FIELDS)
STATE_NAMES = _turned(STATES)
THING_NAMES = _turned(THINGS)
TRAIT_NAMES = _turned(TRAITS)
LANGUAGE_NAMES = {**_turned(LANGUAGES), **{code: code for code in LANGUAGES}}
GENRE_NAMES = _turned(GENRES)


def offered(names: Names, language: str) -> str:
    """Give the name that is offered in a language of the program."""
    return names["de" if language == "de" else "en"][0]

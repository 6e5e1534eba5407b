"""Enumerations whose members carry the word people read beside the word that is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from newsroom.translation import N_


class Labelled(StrEnum):
    """A stored word with its label, an English catalogue text that is translated where it is shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stored word and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


LANGUAGES = {
    "de": N_("German"),
    "de-DE": N_("German"),
    "de-AT": N_("German (Austria)"),
    "de-CH": N_("German (Switzerland)"),
    "en": N_("English"),
    "en-GB": N_("English (Britain)"),
    "en-US": N_("English (United States)"),
    "da": N_("Danish"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "nl": N_("Dutch"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "sv": N_("Swedish"),
    "tr": N_("Turkish"),
}
"""What the languages of stories are called, by their code."""


def language_name(code: str) -> str:
    """Give the English name of a language, untranslated; a code that has none names itself."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.partition("-")[0]) or code

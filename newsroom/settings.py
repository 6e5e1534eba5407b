"""The house's settings, kept in the library, and a person's, kept in a file; each explains itself.

A setting carries title, help and bounds beside its default, so that the preferences dialog and the
command line are made from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from newsroom.translation import N_


def _setting(default: Any, title: str, text: str = "", **bounds: Any) -> Any:
    return field(default=default, metadata={"title": title, "help": text, **bounds})


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What a newsroom has agreed on; one per library."""

    name: str = _setting("", N_("Name of the newsroom"))
    zone: str = _setting("Europe/Berlin", N_("Time zone"), N_("Times are entered and shown in this zone"))
    language: str = _setting("de-DE", N_("Language of the stories"))
    detectable: tuple[str, ...] = _setting(("de", "en"), N_("Languages of the newsroom"))
    quotes: str = _setting(
        "low", N_("German quotation marks"), choices={"low": "„…“ ‚…‘", "guillemets": "»…« ›…‹"}
    )
    characters_per_line: int = _setting(
        34, N_("Characters per line"), N_("Length of the house's printed line"), least=10, most=120
    )
    words_per_minute: int = _setting(220, N_("Reading speed, words per minute"), least=80, most=600)
    headline_hint: int = _setting(90, N_("Headline: count turns amber from"), least=20, most=300)
    headline_warning: int = _setting(120, N_("Headline: hint from"), least=20, most=300)
    dateline_pattern: str = _setting("{place} –", N_("Form of the dateline"))
    agencies: tuple[str, ...] = _setting(
        ("ona",), N_("Further agencies"), N_("Signs as in “Berlin (dpa) -”, besides the usual agencies")
    )
    lookalike_days: int = _setting(
        30,
        N_("Similar headlines: window of days"),
        N_("For what is merely like; what is equal or very like always counts. 0: all stories"),
        least=0,
        most=3650,
    )
    lookalike_threshold: int = _setting(76, N_("Similar headlines: least likeness"), least=50, most=100)
    standing_heads: tuple[str, ...] = _setting(
        ("Wetter", "Lotto", "Kurz notiert", "Das Wetter", "Lottozahlen", "News in brief"),
        N_("Standing heads"),
        N_("Headlines that come back every day and resemble themselves"),
    )
    house_words: tuple[tuple[str, str, str, str], ...] = _setting(
        (), N_("House rules"), N_("Word, wanted word, reason, and quotes-too where quotations count")
    )
    print_days_later: int = _setting(
        0, N_("Print appears after the web, days"), N_("0: on the same day"), least=0, most=7
    )
    severities: tuple[tuple[str, str, str], ...] = _setting(
        (), N_("Checklist"), N_("Rule, transition, and off, recommended or required")
    )
    file_pattern: str = _setting("{date}-{slug}", N_("Names of exported files"))
    four_eyes: bool = _setting(
        False, N_("Four-eyes rule"), N_("No one approves their own story; off in a one-person library")
    )


def described(kind: type) -> dict[str, dict[str, Any]]:
    """Give title, help and bounds of each setting of a settings class, by name."""
    return {entry.name: dict(entry.metadata) for entry in fields(kind)}

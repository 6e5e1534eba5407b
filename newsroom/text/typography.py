"""The quotation marks and no-break rules of German and English typography."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """The four marks of a language or house: outer and inner ones."""

    open: str
    close: str
    inner_open: str
    inner_close: str


_LOW = QuoteMarks("„", "“", "‚", "‘")
_MARKS = {
    ("de", ""): _LOW,
    ("de", "low"): _LOW,
    ("de", "guillemets"): QuoteMarks("»", "«", "›", "‹"),
    ("de-CH", ""): QuoteMarks("«", "»", "‹", "›"),
    ("de-CH", "low"): _LOW,
    ("en", ""): QuoteMarks("“", "”", "‘", "’"),
    ("en", "single"): QuoteMarks("‘", "’", "“", "”"),
}


def quote_marks(language: str, style: str = "") -> QuoteMarks:
    """Give the marks of a language in a house's style: "" the usual, "low", "guillemets", "single"."""
    primary = rules_for(language)
    return _MARKS.get((primary, style)) or _MARKS.get((primary, "")) or _MARKS["en", ""]


def rules_for(language: str) -> str:
    """Give the key of a language tag's typography: its primary language, and "de-CH" for Swiss German."""
    parts = language.replace("_", "-").split("-")
    if parts[0].lower() == "de" and parts[-1].upper() in {"CH", "LI"}:
        return "de-CH"
    return parts[0].lower()

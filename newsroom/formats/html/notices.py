"""The notices on a page, in the words of readers: embargo, use of AI, correction; written and read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import AiUse, ImportNote
from newsroom.domain.body import Paragraph
from newsroom.domain.inline import text
from newsroom.formats.embargo_line import take_embargo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_ENGLISH = {
    "embargo": "Embargoed until",
    "held": "Embargoed",
    "correction": "Correction",
    "by": "By",
    "assisted": "Written with the help of AI.",
    "generated": "Made by AI.",
    "source": "Source",
    "and": "and",
    "back": "Back to the text, note",
    "overview": "Overview",
    "earlier": "Previous story",
    "later": "Next story",
    "sections": "Sections",
    "further": "Further stories",
    "picture": "Picture",
    "story": "story",
    "stories": "stories",
    "other": "Other",
    "all": "All stories",
}
_GERMAN = {
    "embargo": "Sperrfrist bis",
    "held": "Sperrfrist",
    "correction": "Korrektur",
    "by": "Von",
    "assisted": "Mit Hilfe von KI erstellt.",
    "generated": "Von einer KI erstellt.",
    "source": "Quelle",
    "and": "und",
    "back": "Zurück zum Text, Fußnote",
    "overview": "Überblick",
    "earlier": "Voriger Beitrag",
    "later": "Nächster Beitrag",
    "sections": "Ressorts",
    "further": "Weitere Beiträge",
    "picture": "Bild",
    "story": "Beitrag",
    "stories": "Beiträge",
    "other": "Ohne Ressort",
    "all": "Alle Beiträge",
}
_AI = {
    words[name]: use
    for words in (_ENGLISH, _GERMAN)
    for name, use in (("assisted", AiUse.ASSISTED), ("generated", AiUse.GENERATED))
}
_CORRECTIONS = tuple(f"{words['correction']}: " for words in (_ENGLISH, _GERMAN))


def words_for(language: str) -> Mapping[str, str]:
    """Give readers' words, which follow the story's language and not that of the window."""
    return _GERMAN if language[:2].lower() == "de" else _ENGLISH


@dataclass(slots=True)
class Notices:
    """What a page's notices said; those that are not ours stay as paragraphs."""

    embargo: datetime | None = None
    embargo_line: str = ""
    correction_note: str = ""
    ai_use: AiUse = AiUse.NONE
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[ImportNote, ...] = ()


def read_notices(lines: Sequence[str], zone: str) -> Notices:
    """Read the notices of a page."""
    found = Notices()
    for line in lines:
        held = take_embargo((line,), zone)
        if line in _AI:
            found.ai_use = _AI[line]
        elif line.startswith(_CORRECTIONS):
            found.correction_note = line.partition(": ")[2]
        elif not held.lines:
            found.embargo, found.embargo_line, found.notes = held.until, held.unread, held.notes
        else:
            found.paragraphs += (Paragraph(text(line)),)
    return found

"""Bytes to text: marked or valid Unicode is believed, all else is read as Windows-1252 and said to be a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newsroom.domain.article import ImportNote
from newsroom.domain.errors import Refused, WrongValue
from newsroom.domain.inline import NOT_TEXT
from newsroom.translation import N_, Message, msg, msgs

GUESS = "cp1252"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_MOST_NOISE = 0.02
"""A text of which a larger part is control characters is none."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A clean text with line feeds, the encoding it was in, and what was guessed or removed."""

    text: str
    encoding: str
    notes: tuple[ImportNote, ...] = ()


def decode(data: bytes, chosen: str = "") -> Decoded:
    """Read bytes as text in the chosen encoding, or in the one they show; raises Refused where it is no text."""
    encoding = _known(chosen) if chosen else _found(data)
    raw = data.decode(encoding, errors="replace")
    text = _LINE_ENDS.sub("\n", raw).replace("\u2029", "\n\n").removeprefix("\ufeff")
    clean, removed = NOT_TEXT.subn("", text)
    if removed > max(len(text) * _MOST_NOISE, 16):
        raise Refused(msg(N_("This is no text: it consists of control characters in good part.")))
    lost = _lost(data, encoding, raw)
    notes = (*_guess_note(encoding, chosen), *_lost_notes(lost, encoding), *_removed_notes(removed))
    return Decoded(clean, encoding.removesuffix("-sig"), notes)


def _found(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode()
    except UnicodeDecodeError:
        return GUESS
    return "utf-8"


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, UnicodeError):
        raise WrongValue(msg(N_("There is no encoding “{name}”."), name=name)) from None
    return "utf-8-sig" if found.name == "utf-8" else found.name


def _lost(data: bytes, encoding: str, raw: str) -> int:
    """Count the characters that the encoding could not give, apart from those that stood there before."""
    if "\ufffd" not in raw:
        return 0
    return raw.count("\ufffd") - data.decode(encoding, errors="ignore").count("\ufffd")


def _guess_note(encoding: str, chosen: str) -> tuple[ImportNote, ...]:
    if chosen or encoding != GUESS:
        return ()
    message = msg(
        N_("The file does not say its encoding; it was read as Windows-1252. Another can be chosen.")
    )
    return (ImportNote("encoding-guessed", message),)


def _lost_notes(lost: int, encoding: str) -> tuple[ImportNote, ...]:
    if not lost:
        return ()
    message = msgs(
        "{n} character could not be read as {encoding}.",
        "{n} characters could not be read as {encoding}.",
        lost,
        encoding=encoding,
    )
    return (ImportNote("characters-lost", message),)


def _removed_notes(removed: int) -> tuple[ImportNote, ...]:
    return (ImportNote("characters-removed", removed_message(removed)),) if removed else ()


def removed_message(removed: int) -> Message:
    """Give the sentence about characters that are none and were taken out."""
    return msgs("{n} control character was removed.", "{n} control characters were removed.", removed)


def glimpse(data: bytes) -> str:
    """Read the first bytes of a file as well as can be, to see what it is; a cut character does no harm."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="ignore")
    text = data.decode(errors="replace")
    return text if "\ufffd" not in text[:-4] else data.decode(GUESS, errors="replace")

"""The head of a Markdown text: fields by their English or German names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import ImportNote, Priority
from newsroom.domain.inline import text
from newsroom.formats import stamps
from newsroom.formats.bylines import people
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Byline
    from newsroom.formats import Reading

_NAMES = {
    "headline": ("headline", "title", "überschrift", "titel"),
    "kicker": ("kicker", "dachzeile"),
    "subheadline": ("subheadline", "deck", "unterzeile"),
    "lead": ("lead", "vorspann"),
    "section": ("section", "ressort"),
    "genre": ("genre", "textsorte"),
    "language": ("language", "lang", "sprache"),
    "publish_time": ("publish time", "date", "veröffentlichungszeit", "veröffentlichungsdatum"),
    "embargo": ("embargo", "sperrfrist"),
    "keywords": ("keywords", "tags", "schlagwörter"),
    "authors": ("byline", "author", "authors", "autor", "autorenzeile"),
    "dateline": ("dateline", "ortsmarke"),
    "priority": ("priority", "priorität"),
    "source": ("source", "quelle"),
    "teaser": ("teaser",),
    "sign_off": ("sign-off", "kürzel"),
    "rights": ("rights", "rechte"),
    "correction_note": ("correction", "correction note", "korrektur", "berichtigung"),
    "address": ("id", "guid", "url", "address", "adresse"),
}
_FIELD = {name: target for target, names in _NAMES.items() for name in names}
_LINE = re.compile(r"(?P<name>[^\s:][^:]*?)\s*:\s*(?P<value>.*)")
_LANGUAGE = re.compile(r"auto|[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(slots=True)
class Head:
    """The values of fields, and what could not be taken."""

    values: dict[str, Any] = field(default_factory=dict)
    notes: list[ImportNote] = field(default_factory=list)
    losses: list[Message] = field(default_factory=list)
    address: str = ""
    """By what the story is known where it came from."""


def read_fields(lines: str, reading: Reading) -> Head:
    """Read the lines of a head; a name or a value that is not understood is told."""
    head = Head()
    for line in filter(None, map(str.strip, lines.split("\n"))):
        found = _LINE.fullmatch(line)
        target = _FIELD.get(re.sub(r"[\s_]+", " ", found["name"]).casefold()) if found else None
        if not found or not target:
            head.losses.append(msg(N_("The line “{line}” of the head was not understood."), line=line[:80]))
        elif found["value"]:
            _take(head, target, _unquoted(found["value"]), reading)
    return head


def _take(head: Head, target: str, value: str, reading: Reading) -> None:
    if target in {"publish_time", "embargo"}:
        _take_time(head, target, value, reading.house.zone)
        return
    if target == "address":
        head.address = value
        return
    taken = _READERS.get(target, _as_is)(value)
    if taken is None:
        head.losses.append(msg(N_("“{value}” does not fit its field and was left out."), value=value))
    else:
        head.values[target] = taken


def _take_time(head: Head, target: str, value: str, zone: str) -> None:
    stamp = stamps.read(value, zone)
    if stamp and (stamp.timed or target == "publish_time"):
        head.values[target] = stamp.when
        head.notes.extend(stamp.notes)
    elif target == "embargo":
        head.values["embargo_line"] = value
        message = msg(
            N_("The embargo line “{line}” could not be read; readers' exports wait until you set it."),
            line=value,
        )
        head.notes.append(ImportNote("embargo-unread", message))
    else:
        head.notes.append(
            ImportNote(
                "time-unread", msg(N_("The publication date “{words}” could not be read."), words=value)
            )
        )


def _unquoted(value: str) -> str:
    for quote in "\"'":
        if len(value) > 1 and value[0] == value[-1] == quote:
            return value[1:-1].replace("\\" + quote, quote)
    return value


def _listed(value: str) -> tuple[str, ...]:
    words = (_unquoted(word.strip()) for word in value.strip("[]").split(","))
    return tuple(dict.fromkeys(filter(None, words)))


def _people(value: str) -> tuple[Byline, ...]:
    return people(value.strip("[]"))


def _language(value: str) -> str | None:
    return value if _LANGUAGE.fullmatch(value) else None


def _priority(value: str) -> Priority | None:
    return next((entry for entry in Priority if entry.value == value), None)


def _as_is(value: str) -> str:
    return value


_READERS: dict[str, Callable[[str], Any]] = {
    "lead": text,
    "keywords": _listed,
    "authors": _people,
    "language": _language,
    "priority": _priority,
}

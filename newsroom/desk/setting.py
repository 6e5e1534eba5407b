"""Fields of a story from typed words: ``FIELD=VALUE`` of the command line, and pasted values."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import AUTO, AiUse, Byline, OrderedLength, Priority, Unit
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import WrongValue
from newsroom.domain.inline import plain, text
from newsroom.translation import N_, _, language, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.body import Body
    from newsroom.domain.words import Labelled
    from newsroom.text.dates import Parsed

    Parse = Callable[[str, str, Desk], object]

LONGEST = {"headline": 500, "kicker": 300, "subheadline": 500, "web_headline": 500}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|[0-9]{3}))?")
_LENGTH = re.compile(r"(?P<amount>\d{1,7})\s*(?P<unit>\w*)")
_UNITS = {
    "": Unit.LINES,
    "line": Unit.LINES,
    "lines": Unit.LINES,
    "zeile": Unit.LINES,
    "zeilen": Unit.LINES,
    "character": Unit.CHARACTERS,
    "characters": Unit.CHARACTERS,
    "zeichen": Unit.CHARACTERS,
    "anschläge": Unit.CHARACTERS,
    "word": Unit.WORDS,
    "words": Unit.WORDS,
    "wort": Unit.WORDS,
    "wörter": Unit.WORDS,
}


def settable() -> tuple[str, ...]:
    """Give the names of the fields that can be set, sorted."""
    return tuple(sorted(_FIELDS))


def changed(article: Article, values: Mapping[str, str], desk: Desk) -> Article:
    """Give a story with these fields set; raises WrongValue for a field or value that does not fit."""
    parsed: dict[str, object] = {}
    for name, typed in values.items():
        field = name.strip().replace("-", "_").lower()
        if field not in _FIELDS:
            raise WrongValue(
                msg(N_("There is no field “{field}”. Fields: {all}."), field=name, all=", ".join(settable()))
            )
        parsed[field] = _FIELDS[field](field, typed.strip(), desk)
    if "embargo" in parsed:
        parsed["embargo_line"] = ""  # someone has said when, so the unread line no longer stands
    return replace(article, **parsed)  # type: ignore[arg-type]  # each parser gives its field's type


def _line(field: str, typed: str, _desk: Desk) -> str:
    words = plain(text(" ".join(typed.split())))
    most = LONGEST.get(field, 1_000)
    if len(words) > most:
        raise WrongValue(msg(N_("“{field}” holds at most {n} characters."), field=field, n=most))
    return words


def _words(_field: str, typed: str, _desk: Desk) -> str:
    return plain(text(typed))


def _rich(_field: str, typed: str, _desk: Desk) -> object:
    return text(" ".join(typed.split()))


def _list(_field: str, typed: str, _desk: Desk) -> tuple[str, ...]:
    parts = (plain(text(" ".join(part.split()))) for part in re.split(r"[,;]", typed))
    return tuple(dict.fromkeys(part for part in parts if part))


def _authors(field: str, typed: str, desk: Desk) -> tuple[Byline, ...]:
    """Read ``Name, Name (role)``."""
    return tuple(_byline(part) for part in _list(field, typed, desk))


def _byline(part: str) -> Byline:
    match = re.fullmatch(r"(?P<name>[^()]+?)\s*\((?P<role>[^()]*)\)", part)
    return Byline(match["name"], match["role"].strip()) if match else Byline(part)


def read_time(field: str, typed: str, desk: Desk) -> Parsed | None:
    """Give a time typed in German or English, None where nothing was typed; raises WrongValue."""
    if not typed.strip():
        return None
    from newsroom.text import dates

    parsed = dates.parse(typed, desk.zone, desk.clock(), language())
    if parsed is None:
        raise WrongValue(
            msg(N_("“{value}” in “{field}” is no time, such as 27.03.2025 11:25."), value=typed, field=field)
        )
    return parsed


def _time(field: str, typed: str, desk: Desk) -> datetime | None:
    parsed = read_time(field, typed, desk)
    return parsed.when if parsed else None


def _embargo(field: str, typed: str, desk: Desk) -> datetime | None:
    """Give the time of an embargo; one that is over would hold nobody back, so it is a slip."""
    when = _time(field, typed, desk)
    if when is not None and when <= desk.clock():
        text = N_(
            "An embargo until {time} is over already and holds nobody back. Give a later time, or none."
        )
        raise WrongValue(msg(text, time=typed))
    return when


def read_length(field: str, typed: str, _desk: Desk) -> OrderedLength | None:
    """Give an ordered length as it was typed, None where nothing was; raises WrongValue."""
    if not typed:
        return None
    match = _LENGTH.fullmatch(typed.replace(".", "").replace(",", ""))
    unit = _UNITS.get(match["unit"].lower()) if match else None
    if match is None or unit is None or not int(match["amount"]):
        raise WrongValue(
            msg(N_("“{value}” in “{field}” is no length, such as “42 lines”."), value=typed, field=field)
        )
    return OrderedLength(int(match["amount"]), unit)


def _tag(field: str, typed: str, _desk: Desk) -> str:
    if not typed or typed.lower() == AUTO:
        return AUTO
    parts = typed.replace("_", "-").split("-")
    tag = "-".join(
        (parts[0].lower(), *(part.upper() if len(part) == len("DE") else part for part in parts[1:]))
    )
    if not _TAG.fullmatch(tag):
        raise WrongValue(
            msg(N_("“{value}” in “{field}” is no language, such as de-DE or auto."), value=typed, field=field)
        )
    return tag


def _genre(field: str, typed: str, desk: Desk) -> str:
    if not typed:
        return ""
    genres = desk.library.house.genres()
    for genre in genres:
        if typed.casefold() in {one.casefold() for one in (genre.key, genre.name, _(genre.name))}:
            return genre.key
    raise _not_among(field, typed, [genre.key for genre in genres])


def _choice(field: str, typed: str, kind: type[Labelled]) -> Labelled:
    for member in kind:
        if typed.casefold() in {member.value.casefold(), member.name.casefold()}:
            return member
    raise _not_among(field, typed, [member.value or member.name.lower() for member in kind])


def _priority(field: str, typed: str, _desk: Desk) -> Labelled:
    return _choice(field, typed, Priority) if typed else Priority.NORMAL


def _ai_use(field: str, typed: str, _desk: Desk) -> Labelled:
    return _choice(field, typed, AiUse)


def _not_among(field: str, typed: str, known: list[str]) -> WrongValue:
    return WrongValue(
        msg(
            N_("“{value}” is not possible in “{field}”. Choose from: {all}."),
            value=typed,
            field=field,
            all=", ".join(known),
        )
    )


def _slug(_field: str, typed: str, _desk: Desk) -> str:
    from newsroom.text.slug import slug

    return slug(typed)


def _body(_field: str, typed: str, desk: Desk) -> Body:
    """Read paragraphs parted by empty lines, or ``@FILE`` in any format that is read."""
    if not typed.startswith("@"):
        return paragraphs(part for part in re.split(r"\n\s*\n", typed) if part.strip())
    from newsroom.desk.intake import read_body

    return read_body(Path(typed[1:]).expanduser(), desk)


_FIELDS: dict[str, Parse] = {
    "ai_use": _ai_use,
    "authors": _authors,
    "body": _body,
    "correction_note": _words,
    "dateline": _line,
    "editors_note": _words,
    "embargo": _embargo,
    "genre": _genre,
    "headline": _line,
    "keywords": _list,
    "kicker": _line,
    "language": _tag,
    "lead": _rich,
    "ordered_length": read_length,
    "priority": _priority,
    "publish_time": _time,
    "rights": _words,
    "section": _line,
    "sign_off": _line,
    "slug": _slug,
    "source": _line,
    "subheadline": _line,
    "teaser": _words,
    "web_headline": _line,
}

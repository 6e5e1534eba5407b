"""Settings from typed words, and as words; whoever sets one, its bounds hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.domain.errors import WrongValue
from newsroom.settings import House, Kind, Personal, Setting, described
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Settings = TypeVar("Settings", House, Personal)

_YES = frozenset({"1", "yes", "true", "on", "ja", "an"})
_NO = frozenset({"0", "no", "false", "off", "nein", "aus"})


def setting(kind: type, name: str) -> Setting:
    """Give what is known of a setting by its name, hyphens or not; raises WrongValue."""
    known = described(kind).get(name.strip().replace("-", "_"))
    if known is None:
        raise WrongValue(msg(N_("There is no setting “{name}”."), name=name))
    return known


def changed(before: Settings, values: Mapping[str, str]) -> Settings:
    """Give the settings with these ones set; raises WrongValue for a name or a value that does not fit."""
    parsed: dict[str, Any] = {}
    for name, typed in values.items():
        known = setting(type(before), name)
        parsed[known.name] = proper(known, _PARSERS[known.kind](known, typed.strip()))
    return replace(before, **parsed)


def amended(before: Settings, values: Mapping[str, object]) -> Settings:
    """Give the settings with these values; raises WrongValue for one that does not fit."""
    kind = type(before)
    wanted: dict[str, Any] = {name: proper(setting(kind, name), value) for name, value in values.items()}
    return replace(before, **wanted)


def shown(value: object) -> str:
    """Give a setting's value as it is typed: lists by comma, entries of several parts by semicolon and bar."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "; ".join("|".join(map(str, entry)) for entry in value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def proper(known: Setting, value: Any) -> object:
    """Give a value as the setting holds it; raises WrongValue where it does not fit."""
    if known.kind is Kind.NUMBER and not known.least <= value <= known.most:
        raise _out_of_bounds(known)
    if known.kind is Kind.CHOICE and value not in known.choices:
        raise _wrong(known, value)
    if known.kind is Kind.ENTRIES:
        return tuple(_entry(known, entry) for entry in value)
    if known.kind is Kind.WORDS:
        words = dict.fromkeys(word.strip() for word in value if word.strip())
        return tuple(_proper_text(known, word) for word in words)
    return _proper_text(known, value) if known.kind in {Kind.TEXT, Kind.FILE} else value


def _proper_text(known: Setting, value: str) -> str:
    if known.zone:
        _check_zone(known, value)
    if known.pattern and not re.fullmatch(known.pattern, value):
        raise _wrong(known, value)
    if not all(field in value for field in known.must_hold):
        raise WrongValue(
            msg(N_("“{field}” must hold {wanted}."), field=known.name, wanted=", ".join(known.must_hold))
        )
    return value


def _entry(known: Setting, entry: tuple[str, ...]) -> tuple[str, ...]:
    most = len(known.parts)
    if not most - known.spare <= len(entry) <= most:
        raise _wrong(known, "|".join(entry))
    return (*entry, *("",) * (most - len(entry)))


def _yes_or_no(known: Setting, typed: str) -> bool:
    if typed.casefold() not in _YES | _NO:
        raise _wrong(known, typed)
    return typed.casefold() in _YES


def _number(known: Setting, typed: str) -> int:
    if not typed.isdecimal() or len(typed) > len(str(known.most)):
        raise _out_of_bounds(known)
    return int(typed)


def _words(_known: Setting, typed: str) -> tuple[str, ...]:
    return tuple(typed.split(","))


def _entries(known: Setting, typed: str) -> tuple[tuple[str, ...], ...]:
    """Read ``a|b|c; d|e|f``."""
    if known.elsewhere:
        raise WrongValue(msg(N_("“{field}” is changed in the window."), field=known.name))
    entries = (entry for entry in typed.split(";") if entry.strip())
    return tuple(tuple(part.strip() for part in entry.split("|")) for entry in entries)


def _as_typed(_known: Setting, typed: str) -> str:
    return typed


_PARSERS: dict[Kind, Callable[[Setting, str], object]] = {
    Kind.SWITCH: _yes_or_no,
    Kind.NUMBER: _number,
    Kind.CHOICE: _as_typed,
    Kind.TEXT: _as_typed,
    Kind.FILE: _as_typed,
    Kind.WORDS: _words,
    Kind.ENTRIES: _entries,
}


def _check_zone(known: Setting, typed: str) -> None:
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _wrong(known, typed) from error


def _out_of_bounds(known: Setting) -> WrongValue:
    return WrongValue(
        msg(
            N_("“{field}” takes a number from {least} to {most}."),
            field=known.name,
            least=known.least,
            most=known.most,
        )
    )


def _wrong(known: Setting, typed: str) -> WrongValue:
    return WrongValue(msg(N_("“{value}” is not possible in “{field}”."), value=typed, field=known.name))

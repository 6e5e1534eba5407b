"""Settings of the house from typed words, and as words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsroom.domain.errors import WrongValue
from newsroom.settings import House, described
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

_YES = frozenset({"1", "yes", "true", "on", "ja", "an"})
_NO = frozenset({"0", "no", "false", "off", "nein", "aus"})


def changed(house: House, values: Mapping[str, str]) -> House:
    """Give the settings with these ones set; raises WrongValue for a name or a value that does not fit."""
    known = described(House)
    parsed: dict[str, Any] = {}
    for name, typed in values.items():
        field = name.strip().replace("-", "_")
        if field not in known:
            raise WrongValue(msg(N_("There is no setting “{name}”."), name=name))
        parsed[field] = _parsed(field, getattr(house, field), typed.strip(), known[field])
    return replace(house, **parsed)


def shown(value: object) -> str:
    """Give a setting's value as it is typed: lists by comma, entries of several parts by semicolon and bar."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "; ".join("|".join(map(str, entry)) for entry in value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _parsed(field: str, old: object, typed: str, bounds: Mapping[str, Any]) -> object:
    if isinstance(old, bool):
        return _yes_or_no(field, typed)
    if isinstance(old, int):
        return _number(field, typed, bounds)
    if isinstance(old, tuple):
        return _triples(field, typed) if field in {"house_words", "severities"} else _list(typed)
    if "choices" in bounds and typed not in bounds["choices"]:
        raise _wrong(field, typed)
    if field == "zone":
        _check_zone(field, typed)
    return typed


def _yes_or_no(field: str, typed: str) -> bool:
    if typed.casefold() not in _YES | _NO:
        raise _wrong(field, typed)
    return typed.casefold() in _YES


def _number(field: str, typed: str, bounds: Mapping[str, Any]) -> int:
    if not typed.isdecimal() or not bounds["least"] <= int(typed) <= bounds["most"]:
        raise WrongValue(
            msg(
                N_("“{field}” takes a number from {least} to {most}."),
                field=field,
                least=bounds["least"],
                most=bounds["most"],
            )
        )
    return int(typed)


def _list(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(",") if part.strip())


def _triples(field: str, typed: str) -> tuple[tuple[str, ...], ...]:
    """Read ``a|b|c; d|e|f``."""
    entries = [
        tuple(part.strip() for part in entry.split("|")) for entry in typed.split(";") if entry.strip()
    ]
    if any(len(entry) != len(("word", "wanted", "reason")) for entry in entries):
        raise _wrong(field, typed)
    return tuple(entries)


def _check_zone(field: str, typed: str) -> None:
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _wrong(field, typed) from error


def _wrong(field: str, typed: str) -> WrongValue:
    return WrongValue(msg(N_("“{value}” is not possible in “{field}”."), value=typed, field=field))

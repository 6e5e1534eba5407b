"""Settings that name sections and genres follow when these are renamed or merged: checklists, strict sections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.catalogue import Kind
from newsroom.domain.checklist import demands_of
from newsroom.library import catalogue

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newsroom.settings import House

_NAMED = ("strict_sections", "second_sections", "severities")


def follow(connection: Connection, kind: Kind, old: str, new: str) -> list[dict[str, Any]]:
    """Let settings name a section or genre by its new name; give what they were and are, or nothing."""
    house = catalogue.house(connection)
    after = _renamed(house, kind, old, new)
    if after == house:
        return []
    catalogue.set_house(connection, after)
    return [{name: getattr(one, name) for name in _NAMED} for one in (house, after)]


def _renamed(house: House, kind: Kind, old: str, new: str) -> House:
    if kind is Kind.GENRE:
        return replace(house, severities=_demands(house, "genre", old, new))
    if kind is not Kind.SECTION:
        return house
    return replace(
        house,
        strict_sections=_names(house.strict_sections, old, new),
        second_sections=_names(house.second_sections, old, new),
        severities=_demands(house, "section", old, new),
    )


def _names(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    if old not in names:
        return names
    return tuple(dict.fromkeys(new if one == old else one for one in names))


def _demands(house: House, part: str, old: str, new: str) -> tuple[tuple[str, ...], ...]:
    """Give the checklists with another name; of two demands for the same then, that of the name of now stays."""
    place = {"genre": 3, "section": 4}[part]
    if not any(entry[place : place + 1] == (old,) for entry in house.severities):
        return house.severities
    moved = [
        (*entry[:place], new, *entry[place + 1 :])
        for entry in house.severities
        if entry[place : place + 1] == (old,)
    ]
    kept = [entry for entry in house.severities if entry[place : place + 1] != (old,)]
    return tuple(one.entry() for one in demands_of((*moved, *kept)))


def put_back(connection: Connection, kept: list[dict[str, Any]]) -> None:
    """Let settings be as they were before, where nobody has changed them since."""
    if not kept:
        return
    before, after = ({name: _tuples(value) for name, value in one.items()} for one in kept)
    house = catalogue.house(connection)
    wanted = {name: before[name] for name in _NAMED if getattr(house, name) == after[name]}
    catalogue.set_house(connection, replace(house, **wanted))


def _tuples(value: Any) -> Any:
    """Give lists, as JSON keeps them, as settings have them."""
    return tuple(_tuples(one) for one in value) if isinstance(value, list | tuple) else value

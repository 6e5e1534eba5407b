"""The lists a house keeps: sections with their colours, genres, people, and its settings."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from newsroom.domain.card import Genre, Section
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import NotFound
from newsroom.domain.person import Person, Role
from newsroom.library.database import insert
from newsroom.library.rows import FACT, FORMER, GENRE, PERSON, SECTION, USAGE
from newsroom.settings import House
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table

PALETTE = (
    "#3b6ea5", "#b0563f", "#4f8a5b", "#8a6bb1", "#b58a2e", "#3f8f95", "#a8577e", "#6b7f3a", "#7a6a5d",
    "#5a6fb8", "#c07a3c", "#5c8374",
)  # fmt: skip
"""Calm colours of one lightness, given to sections in this order."""

GENRES = (
    Genre("news", N_("News item"), wants_lead=False),
    Genre("report", N_("Report")),
    Genre("feature", N_("Feature")),
    Genre("interview", N_("Interview")),
    Genre("commentary", N_("Commentary")),
    Genre("analysis", N_("Analysis")),
    Genre("profile", N_("Profile")),
    Genre("review", N_("Review")),
    Genre("box", N_("Box"), wants_lead=False),
)
"""The genres of a new library; their names are catalogue words, said in the user's language."""

_HOUSE = "house"


def sections(connection: Connection) -> tuple[Section, ...]:
    """Give the sections in their order."""
    columns = (SECTION.c.name, SECTION.c.colour, SECTION.c.id, SECTION.c.position, SECTION.c.retired)
    rows = connection.execute(select(*columns).order_by(SECTION.c.position, SECTION.c.id))
    return tuple(Section(*row) for row in rows)


def name_sections(connection: Connection, names: Iterable[str]) -> None:
    """Add the sections that are not there yet, each with the next colour."""
    wanted = [name for name in dict.fromkeys(names) if name]
    known = set(connection.scalars(select(SECTION.c.name).where(SECTION.c.name.in_(wanted))))
    for name in wanted:
        if name not in known:
            put_section(connection, Section(name, _next_colour(connection)))


def _next_colour(connection: Connection) -> str:
    number = connection.scalar(select(func.count()).select_from(SECTION)) or 0
    return PALETTE[number % len(PALETTE)]


def put_section(connection: Connection, section: Section) -> Section:
    """Add a section, or change the one with this id or, where it has none, this name; give it as kept."""
    values = asdict(section)
    number = values.pop("id") or connection.scalar(select(SECTION.c.id).where(SECTION.c.name == section.name))
    if number:
        connection.execute(update(SECTION).where(SECTION.c.id == number).values(values))
    else:
        place = connection.scalar(select(func.max(SECTION.c.position))) or 0
        values["position"] = section.position or place + 1
        number = _insert(connection, SECTION, values)
    return next(found for found in sections(connection) if found.id == number)


def _insert(connection: Connection, row: Table, values: dict[str, Any]) -> int:
    number: int = connection.execute(row.insert().values(values).returning(row.c.id)).scalar_one()
    return number


def genres(connection: Connection) -> tuple[Genre, ...]:
    """Give the genres in their order, those that are retired too."""
    columns = (GENRE.c.key, GENRE.c.name, GENRE.c.wants_lead, GENRE.c.id, GENRE.c.position)
    rows = connection.execute(select(*columns).order_by(GENRE.c.position, GENRE.c.id)).all()
    gone = _retired(connection, "genre")
    return tuple(Genre(*row, retired=row.key in gone) for row in rows)


def _retired(connection: Connection, kind: str) -> frozenset[str]:
    return frozenset(connection.scalars(select(USAGE.c.name).where(USAGE.c.kind == kind, USAGE.c.retired)))


def put_genre(connection: Connection, genre: Genre) -> None:
    """Add a genre, or change the one with this key."""
    values = {name: value for name, value in asdict(genre).items() if name not in {"id", "retired"}}
    statement = insert(connection, GENRE).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=values))


def people(connection: Connection) -> tuple[Person, ...]:
    """Give everyone the library knows, by name, those who are retired too."""
    columns = (PERSON.c.name, PERSON.c.role, PERSON.c.sign_off, PERSON.c.id, PERSON.c.name_key)
    rows = connection.execute(select(*columns).order_by(PERSON.c.name_key)).all()
    gone, former = _retired(connection, "person"), _former_names(connection)
    return tuple(
        Person(name, Role(role), sign_off, number, key in gone, former.get(key, ()))
        for name, role, sign_off, number, key in rows
    )


def _former_names(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Give for each person, in small letters, the names of before."""
    found: dict[str, tuple[str, ...]] = {}
    asked = select(FORMER.c.target, FORMER.c.name).where(FORMER.c.kind == "person").order_by(FORMER.c.name)
    for now, name in connection.execute(asked):
        found[now] = (*found.get(now, ()), name)
    return found


def put_person(connection: Connection, person: Person) -> Person:
    """Add a person, or change the one with this id or, where it has none, this name; give them as kept."""
    key = person.name.strip().casefold()
    number = person.id or connection.scalar(select(PERSON.c.id).where(PERSON.c.name_key == key))
    values = {"name": person.name.strip(), "name_key": key, "role": person.role.value}
    values["sign_off"] = cleaned(person.sign_off)
    if number:
        done = connection.execute(update(PERSON).where(PERSON.c.id == number).values(values))
        if not done.rowcount:
            raise NotFound(msg(N_("There is no person with the number {id}."), id=number))
    else:
        number = _insert(connection, PERSON, values)
    return next(found for found in people(connection) if found.id == number)


def house(connection: Connection) -> House:
    """Give the house's settings; one that an older program did not know has its default."""
    kept = json.loads(fact(connection, _HOUSE) or "{}")
    known = {entry.name: entry.default for entry in fields(House)}
    return House(**{name: _like(known[name], value) for name, value in kept.items() if name in known})


def _like(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        return tuple(tuple(entry) if isinstance(entry, list) else entry for entry in value)
    return value


def set_house(connection: Connection, wanted: House) -> None:
    """Keep the house's settings."""
    set_fact(connection, _HOUSE, json.dumps(asdict(cleaned(wanted)), ensure_ascii=False, sort_keys=True))


def fact(connection: Connection, name: str) -> str:
    """Give what the library knows about itself under a name, or nothing."""
    return connection.scalar(select(FACT.c.value).where(FACT.c.name == name)) or ""


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Note something about the library."""
    statement = insert(connection, FACT).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

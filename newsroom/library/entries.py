"""The entries of the catalogue, each with its counts, and what happens to them when one gets another name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from newsroom.domain.catalogue import DONE_WITH, Entry, Kind, Renaming
from newsroom.domain.errors import EditedElsewhere, WrongValue
from newsroom.domain.workflow import State
from newsroom.library import catalogue, former, usage
from newsroom.library.rows import ARTICLE, AUTHOR, FORMER, GENRE, PERSON, SECTION, USAGE
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table

_COUNTS = ("live", "open", "trashed", "used")
_ROWS = {Kind.SECTION: (SECTION, "name"), Kind.GENRE: (GENRE, "key"), Kind.PERSON: (PERSON, "name_key")}


def all_of(connection: Connection, kind: Kind) -> tuple[Entry, ...]:
    """Give the sections, genres or people with their counts, in their order; those being renamed are not there."""
    counts, names = _counts(connection, kind), former.by_target(connection, kind)
    gone = former.targets(connection, kind)
    made = {Kind.SECTION: _sections, Kind.GENRE: _genres, Kind.PERSON: _people}[kind](connection)
    found = []
    for values in made:
        key = former.key_of(kind, values["name"])
        if key not in gone:
            counted = {**counts.get(key, {}), "former": names.get(key, ())}
            found.append(Entry(kind=kind, **values, **counted))
    return tuple(found) if kind is not Kind.PERSON else tuple(_counted(connection, one) for one in found)


def _counts(connection: Connection, kind: Kind) -> dict[str, dict[str, Any]]:
    columns = [USAGE.c[name] for name in ("name", *_COUNTS)]
    rows = connection.execute(select(*columns).where(USAGE.c.kind == kind.value))
    return {name: dict(zip(_COUNTS, counts, strict=True)) for name, *counts in rows}


def _sections(connection: Connection) -> Iterable[dict[str, Any]]:
    for one in catalogue.sections(connection):
        yield {
            "name": one.name, "title": one.name, "id": one.id, "colour": one.colour, "retired": one.retired,
        }  # fmt: skip


def _genres(connection: Connection) -> Iterable[dict[str, Any]]:
    for one in catalogue.genres(connection):
        yield {
            "name": one.key, "title": one.name, "id": one.id, "wants_lead": one.wants_lead,
            "retired": one.retired,
        }  # fmt: skip


def _people(connection: Connection) -> Iterable[dict[str, Any]]:
    for one in catalogue.people(connection):
        yield {
            "name": one.name, "title": one.name, "id": one.id, "role": one.role, "sign_off": one.sign_off,
            "retired": one.retired,
        }  # fmt: skip


def _counted(connection: Connection, entry: Entry) -> Entry:
    """Give a person with the stories of former names, each story once."""
    if not entry.former:
        return entry
    rows = _by_state(connection, entry.name)
    live = sum(number for in_trash, _, number in rows if not in_trash)
    closed = sum(number for in_trash, state, number in rows if not in_trash and state in DONE_WITH)
    trashed = sum(number for in_trash, _, number in rows if in_trash)
    return replace(entry, live=live, open=live - closed, trashed=trashed)


def _by_state(connection: Connection, person: str) -> list[tuple[bool, State, int]]:
    """Give how many stories a person has under all their names: in the trash or not, by state."""
    mine = select(AUTHOR.c.article_id).where(former.is_called(AUTHOR.c.name, person))
    asked = select(ARTICLE.c.in_trash, ARTICLE.c.state, func.count()).where(ARTICLE.c.id.in_(mine))
    rows = connection.execute(asked.group_by(ARTICLE.c.in_trash, ARTICLE.c.state))
    return [(in_trash, State(state), number) for in_trash, state, number in rows]


def mine(connection: Connection, person: str) -> dict[State, int]:
    """Give how many stories a person has under all their names, by state."""
    return {state: number for in_trash, state, number in _by_state(connection, person) if not in_trash}


def keywords(
    connection: Connection, sought: str = "", after: tuple[int, str] | None = None, limit: int = 200
) -> tuple[Entry, ...]:
    """Give keywords whose words hold what is sought, the most used first, after the count and name given."""
    asked = select(USAGE).where(USAGE.c.kind == Kind.KEYWORD.value, _standing())
    if sought:
        asked = asked.where(USAGE.c.folded.contains(sought, autoescape=True))
    if after is not None:
        live, name = after
        asked = asked.where((USAGE.c.live < live) | ((USAGE.c.live == live) & (USAGE.c.name > name)))
    rows = connection.execute(asked.order_by(USAGE.c.live.desc(), USAGE.c.name).limit(limit))
    names = former.by_target(connection, Kind.KEYWORD)
    return tuple(_keyword(row, names.get(row.name, ())) for row in rows)


def _standing() -> Any:
    return (USAGE.c.live > 0) | (USAGE.c.trashed > 0) | USAGE.c.kept | USAGE.c.retired


def _keyword(row: Any, names: tuple[str, ...]) -> Entry:
    told = {name: getattr(row, name) for name in ("name", "retired", "kept", *_COUNTS)}
    return Entry(kind=Kind.KEYWORD, title=row.name, former=names, **told)


def keyword(connection: Connection, name: str) -> Entry | None:
    """Give a keyword by its name, or nothing."""
    here = (USAGE.c.kind == Kind.KEYWORD.value, USAGE.c.name == name)
    row = connection.execute(select(USAGE).where(*here, _standing())).first()
    names = former.by_target(connection, Kind.KEYWORD) if row else {}
    return _keyword(row, names.get(name, ())) if row else None


def folded_keywords(connection: Connection) -> list[tuple[str, str, int]]:
    """Give all keywords in use that are offered, each with its folded form and how many stories use it."""
    here = (USAGE.c.kind == Kind.KEYWORD.value, USAGE.c.live > 0, ~USAGE.c.retired)
    asked = select(USAGE.c.name, USAGE.c.folded, USAGE.c.live).where(*here)
    return [(name, key, live) for name, key, live in connection.execute(asked)]


# Order, and what is not needed any more


def put_in_order(connection: Connection, kind: Kind, ids: Iterable[int]) -> None:
    """Put sections or genres into an order; those that are not named come after."""
    table: Table = SECTION if kind is Kind.SECTION else GENRE
    known = list(connection.scalars(select(table.c.id).order_by(table.c.position, table.c.id)))
    wanted = dict.fromkeys([number for number in ids if number in set(known)])
    for place, number in enumerate([*wanted, *(one for one in known if one not in wanted)]):
        connection.execute(update(table).where(table.c.id == number).values(position=place + 1))


def refuse_used(connection: Connection, kind: Kind, name: str) -> None:
    """Raise WrongValue where a story uses an entry, also one in the trash."""
    counts = _counts(connection, kind).get(former.key_of(kind, name), {})
    if counts.get("live") or counts.get("trashed"):
        text = N_("“{name}” is used by stories. Merge it into another, or retire it.")
        raise WrongValue(msg(text, name=name))


def delete_entry(connection: Connection, kind: Kind, name: str) -> None:
    """Delete an entry that no story uses."""
    if kind in _ROWS:
        table, column = _ROWS[kind]
        connection.execute(delete(table).where(table.c[column] == former.key_of(kind, name)))
    usage.decide(connection, kind, former.key_of(kind, name), kept=False, retired=False)
    usage.forget(connection, kind, former.key_of(kind, name))
    former.drop_target(connection, kind, name)


# Renaming


def take(connection: Connection, wanted: Renaming, *, lasting: bool) -> dict[str, Any]:
    """Let an entry have its new name, or be merged into the one that has it; give what undoing needs.

    While stories still hold the old name, it stays as a retired entry. Raises WrongValue and EditedElsewhere.
    """
    there = exists(connection, wanted.kind, wanted.new) and not _itself(wanted)
    if there and not wanted.merged:
        raise WrongValue(msg(N_("“{name}” is there already. Merge the two instead."), name=wanted.new_title))
    if wanted.merged and not there:
        text = N_("“{name}” was renamed or merged meanwhile. Look at the list again.")
        raise EditedElsewhere(msg(text, name=wanted.new_title))
    if wanted.kind is Kind.KEYWORD:
        return _take_keyword(connection, wanted)
    return _take_row(connection, wanted, lasting=lasting)


def _itself(wanted: Renaming) -> bool:
    return former.key_of(wanted.kind, wanted.old) == former.key_of(wanted.kind, wanted.new)


def exists(connection: Connection, kind: Kind, name: str) -> bool:
    """Tell whether the catalogue has an entry of this name; one that is being renamed away does not count."""
    if kind is Kind.KEYWORD:
        return keyword(connection, name) is not None
    table, column = _ROWS[kind]
    key = former.key_of(kind, name)
    gone = select(FORMER.c.name).where(FORMER.c.kind == kind.value, FORMER.c.name == key)
    if connection.scalar(gone) is not None:
        return False
    return connection.scalar(select(table.c.id).where(table.c[column] == key)) is not None


def _take_keyword(connection: Connection, wanted: Renaming) -> dict[str, Any]:
    old = keyword(connection, wanted.old)
    if old is None:
        raise _gone(wanted)
    if not wanted.merged:
        usage.decide(connection, Kind.KEYWORD, wanted.new, kept=old.kept, retired=old.retired)
    usage.decide(connection, Kind.KEYWORD, wanted.old, kept=False, retired=False)
    return {"keyword": {"kept": old.kept, "retired": old.retired}}


def _gone(wanted: Renaming) -> EditedElsewhere:
    text = N_("“{name}” was renamed or merged meanwhile. Look at the list again.")
    return EditedElsewhere(msg(text, name=wanted.old_title))


def _take_row(connection: Connection, wanted: Renaming, *, lasting: bool) -> dict[str, Any]:
    table, column = _ROWS[wanted.kind]
    here = table.c[column] == former.key_of(wanted.kind, wanted.old)
    row = connection.execute(select(table).where(here)).mappings().first()
    if row is None or (wanted.kind is Kind.GENRE and not wanted.merged and row["name"] != wanted.old_title):
        raise _gone(wanted)
    kept = {name: value for name, value in row.items() if name != "id"}
    if wanted.merged and lasting and wanted.kind is Kind.SECTION:
        connection.execute(update(SECTION).where(here).values(retired=True))
    elif wanted.merged and not (lasting and wanted.kind is Kind.GENRE):
        connection.execute(delete(table).where(here))
    elif not wanted.merged:
        connection.execute(update(table).where(here).values(_named(wanted)))
        _leave_behind(connection, wanted, kept, lasting=lasting)
    _move_decisions(connection, wanted)
    return {"row": kept}


def _named(wanted: Renaming) -> dict[str, Any]:
    if wanted.kind is Kind.PERSON:
        return {"name": wanted.new, "name_key": wanted.new.casefold()}
    return {"name": wanted.new_title}


def _leave_behind(connection: Connection, wanted: Renaming, row: dict[str, Any], *, lasting: bool) -> None:
    """Keep a section's old name as a retired one for as long as stories hold it."""
    if wanted.kind is Kind.SECTION and lasting:
        connection.execute(SECTION.insert().values({**row, "retired": True}))


def _move_decisions(connection: Connection, wanted: Renaming) -> None:
    """Let a person who is retired stay so under the new name."""
    if wanted.kind is Kind.PERSON and not wanted.merged:
        old = wanted.old.casefold()
        if old in usage.retired(connection, Kind.PERSON):
            usage.decide(connection, Kind.PERSON, wanted.new.casefold(), retired=True)
            usage.decide(connection, Kind.PERSON, old, retired=False)


def drop_old(connection: Connection, job: Renaming) -> None:
    """Let go of an old name that no story holds any more."""
    if job.old == job.new or former.target(connection, job.kind, job.old) == job.old:
        return
    counts = _counts(connection, job.kind).get(former.key_of(job.kind, job.old), {})
    if counts.get("live") or counts.get("trashed"):
        return
    if job.kind in {Kind.SECTION, Kind.GENRE}:
        drop_temporary(connection, job)
    usage.forget(connection, job.kind, former.key_of(job.kind, job.old))


def drop_temporary(connection: Connection, job: Renaming) -> None:
    """Let go of the entry that an old name was kept as meanwhile."""
    if job.kind in {Kind.SECTION, Kind.GENRE} and job.old != job.new:
        table, column = _ROWS[job.kind]
        connection.execute(delete(table).where(table.c[column] == job.old))


def put_back(connection: Connection, job: Renaming, kept: dict[str, Any]) -> None:
    """Put an entry back that was merged into another; raises WrongValue where its name is in use again."""
    if exists(connection, job.kind, job.old):
        raise WrongValue(
            msg(N_("“{name}” is in use again, so this cannot be taken back."), name=job.old_title)
        )
    if job.kind is Kind.KEYWORD:
        usage.decide(connection, Kind.KEYWORD, job.old, **kept["keyword"])
        return
    table, column = _ROWS[job.kind]
    connection.execute(delete(table).where(table.c[column] == former.key_of(job.kind, job.old)))
    connection.execute(table.insert().values(kept["row"]))


def name_now(connection: Connection, job: Renaming) -> str:
    """Give what stories shall hold in place of the old name: the new one, or what that has become since."""
    now = former.target(connection, job.kind, job.old)
    if job.kind is not Kind.PERSON:
        return now if now != job.old else job.new
    named = connection.scalar(select(PERSON.c.name).where(PERSON.c.name_key == now.casefold()))
    return named or job.new

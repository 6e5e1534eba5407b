"""The lists of the catalogue brought in and sent out as tables, to set a house up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.catalogue import Entry, Kind
from newsroom.domain.errors import NotFound, WrongValue
from newsroom.domain.person import Role
from newsroom.translation import N_, _, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.catalogue import Catalogue
    from newsroom.formats.name_table import Row

HEADS = {
    Kind.SECTION: ("name", "colour", "retired", "stories"),
    Kind.GENRE: ("name", "wants_lead", "retired", "stories"),
    Kind.PERSON: ("name", "role", "sign_off", "retired", "stories"),
    Kind.KEYWORD: ("name", "retired", "stories"),
}
_YES = frozenset({"1", "x", "yes", "ja", "true", "wahr"})


def bring_in(desk: Desk, kind: Kind, path: Path) -> tuple[Entry, ...]:
    """Add the names of a table, and give those that are there what it says; give them as kept.

    Raises Refused, NotAllowed and WrongValue; nothing that is not in the table is changed.
    """
    from newsroom.formats.name_table import read_file

    return tuple(_bring(desk, kind, row) for row in read_file(path))


def _bring(desk: Desk, kind: Kind, row: Row) -> Entry:
    catalogue, name = desk.catalogue, row["name"]
    try:
        entry = catalogue.find(kind, name)
    except NotFound:
        entry = catalogue.add(kind, name)
    if kind is Kind.SECTION and "colour" in row:
        catalogue.colour(entry.name, row["colour"])
    if kind is Kind.GENRE and "wants_lead" in row:
        catalogue.wants_lead(entry.name, wanted=row["wants_lead"].casefold() in _YES)
    if kind is Kind.PERSON:
        _bring_person(catalogue, entry, row)
    wanted = row.get("retired", "").casefold() in _YES
    if wanted != entry.retired and "retired" in row:
        catalogue.retire(kind, entry.name, retired=wanted)
    return catalogue.find(kind, entry.name)


def _bring_person(catalogue: Catalogue, entry: Entry, row: Row) -> None:
    role = _role(row["role"]) if "role" in row else entry.role
    sign_off = row.get("sign_off", entry.sign_off)
    if (role, sign_off) != (entry.role, entry.sign_off):
        catalogue.person(entry.name, role, sign_off)


def _role(name: str) -> Role:
    for role in Role:
        if name.casefold() in {role.value, _(role.label).casefold()}:
            return role
    raise WrongValue(
        msg(N_("There is no role “{name}”. Choose from: {all}."), name=name, all=", ".join(Role))
    )


def send_out(desk: Desk, kind: Kind, path: Path) -> int:
    """Write all names of a kind as a table into a file and give how many; raises NotWritten."""
    from newsroom.formats.files import atomic_write
    from newsroom.formats.spreadsheet import written

    rows = [tuple(_cells(entry)[head] for head in HEADS[kind]) for entry in everything(desk, kind)]
    atomic_write(path, written(HEADS[kind], rows))
    return len(rows)


def _cells(entry: Entry) -> dict[str, str]:
    return {
        "name": entry.title,
        "colour": entry.colour,
        "retired": "yes" if entry.retired else "",
        "wants_lead": "yes" if entry.wants_lead else "no",
        "role": entry.role.value,
        "sign_off": entry.sign_off,
        "stories": str(entry.live),
    }


def everything(desk: Desk, kind: Kind) -> Iterator[Entry]:
    """Give all entries of a kind, keywords page by page."""
    if kind is not Kind.KEYWORD:
        yield from desk.catalogue.entries(kind)
        return
    page = desk.catalogue.keywords()
    while page:
        yield from page
        page = desk.catalogue.keywords(after=page[-1])

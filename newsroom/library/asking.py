"""A query divided between those who answer it: the search index, and the rows of the stories themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import false, not_, or_, select

from newsroom.domain.catalogue import Kind
from newsroom.domain.listing import EVERYTHING
from newsroom.domain.query import Field, Is, Named, Term, Trait, Within
from newsroom.library import database, former, lists
from newsroom.library.judging import condition
from newsroom.library.matching import ANY_STORY, Match, by_person, in_headlines, rows
from newsroom.library.rows import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeGuard

    from sqlalchemy import ColumnElement, Connection

    from newsroom.domain.listing import Filter
    from newsroom.domain.query import Clause, Condition, Part, Query
    from newsroom.library.database import Matching
    from newsroom.library.matching import Row

    Conditions = tuple[ColumnElement[bool], ...]

_IN_TRASH = (Is(Trait.TRASH),)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index, None where that is nothing, and of the rows of stories.

    The times are asked of the key by which the index is ordered, what is judged of a story's row; ``plainly``
    is what of it can be asked without the index. With ``few`` the judgement may let few stories through.
    """

    index: Matching | None
    key: ColumnElement[int]
    times: Conditions
    judged: Conditions
    plainly: Conditions
    few: bool


def asked(connection: Connection, query: Query, chosen: Filter, *, ranked: bool = False) -> Asked:
    """Divide a query and the filter it is asked within."""
    wanted = former.widened(connection, (clause for clause in query.wanted if clause != _IN_TRASH))
    people = [by_person(_names(connection, part)) for part in _people(wanted)]
    match = _match(wanted, query.unwanted, [rows for rows in people if rows], ranked=ranked)
    index = database.of(connection).matching(match) if match else None
    key = index.key if index else ARTICLE.c.sort_key
    row = replace(chosen, since=None, until=None, trash=chosen.trash or asks_for_trash(query))
    time = replace(EVERYTHING, since=chosen.since, until=chosen.until)
    others = [clause for clause in wanted if not (_is_time(clause) or _is_known(clause))]
    plainly = [
        *lists.conditions(row),
        *(_either(connection, clause, key) for clause in others if not _asks_index(clause)),
        *(not_(condition(connection, part, key)) for part in query.unwanted if _is_plain(part)),
    ]
    judged = [
        *(_either(connection, clause, key) for clause in others if _asks_index(clause)),
        *(not_(condition(connection, part, key)) for part in query.unwanted if isinstance(part, Within)),
    ]
    times = (
        *lists.times(time, key),
        *(_either(connection, clause, key) for clause in wanted if _is_time(clause)),
    )
    few = bool(judged) or row != EVERYTHING or len(plainly) > 1
    return Asked(index, key, times, (*plainly, *judged), tuple(plainly), few)


def asks_for_trash(query: Query) -> bool:
    """Tell whether a query asks for what lies in the trash."""
    return _IN_TRASH in query.wanted


def match_of(query: Query) -> Match | None:
    """Give what is asked of the index alone, None where that is nothing."""
    return _match(list(query.wanted), query.unwanted)


def _is_plain(part: Part) -> TypeGuard[Condition]:
    """Tell whether a part is asked of a story's row and nothing else."""
    return not isinstance(part, Within) and not rows(part)


def _asks_index(clause: Clause) -> bool:
    return not all(map(_is_plain, clause))


def _is_time(clause: Clause) -> bool:
    return bool(clause) and all(isinstance(part, Within) for part in clause)


def _is_known(clause: Clause) -> bool:
    """Tell whether the index knows all parts of a clause."""
    return bool(clause) and all(map(rows, clause))


def _people(wanted: list[Clause]) -> Iterator[Named]:
    """Give the people whose stories alone are wanted."""
    for clause in wanted:
        for part in clause[:1] if len(clause) == 1 else ():
            if isinstance(part, Named) and part.field is Field.AUTHOR:
                yield part


def _names(connection: Connection, person: Named) -> tuple[str, ...]:
    return (person.name, *former.by_target(connection, Kind.PERSON).get(person.name.casefold(), ()))


def _match(
    wanted: list[Clause],
    unwanted: tuple[Part, ...],
    narrowing: Sequence[tuple[Row, ...]] = (),
    *,
    ranked: bool = False,
) -> Match | None:
    """Give what the index is asked: clauses of which it knows all parts, and what narrows the others."""
    told = [_joint(clause, ranked=ranked) for clause in wanted if _is_known(clause)]
    told += narrowing
    never = tuple(row for part in unwanted for row in rows(part))
    if not told and not never:
        return None
    return Match(tuple(told) or (ANY_STORY,), never)


def _joint(clause: Clause, *, ranked: bool = False) -> tuple[Row, ...]:
    """Give the rows of a clause's parts; where the best are wanted, a headline counts on top."""
    found = [row for part in clause for row in rows(part)]
    if ranked:
        found += [row for part in clause for row in in_headlines(part)]
    return tuple(dict.fromkeys(found))


def _either(connection: Connection, clause: Clause, key: ColumnElement[int]) -> ColumnElement[bool]:
    """Give that one part of a clause holds; those that the index knows are looked up in it."""
    known = tuple(part for part in clause if rows(part))
    judged = [
        condition(connection, part, key) for part in clause if not isinstance(part, Term) and not rows(part)
    ]
    if known:
        found = database.of(connection).matching(Match((_joint(known),)))
        judged.append(key.in_(select(found.key).select_from(found.rows).where(found.fits).correlate(None)))
    return or_(*judged) if judged else false()

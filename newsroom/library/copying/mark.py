"""The mark of a library into which another one is being copied: of which, and how far.

It stands among the facts and is written with the rows it tells of, so that a copy that was killed goes on
where it ended. Whoever opens a library asks for it first: half a library is none.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from newsroom.domain.errors import LibraryUnfinished
from newsroom.library import catalogue, schema, usage
from newsroom.library.rows import FACT, JOURNAL
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from sqlalchemy import Connection

FACT_NAME = "copy"
OWN = (FACT_NAME, schema.FORM, usage.FORM)
"""Facts that each library has for itself and that are not copied."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a copy came: done names the last key of each table."""

    origin: str
    identity: str
    seq: int
    done: dict[str, list[Any]] = field(default_factory=dict)

    def with_done(self, table: str, key: list[Any]) -> Mark:
        """Give the mark with one more chunk copied."""
        return replace(self, done={**self.done, table: key})


def read(connection: Connection) -> Mark | None:
    """Give the mark of an unfinished copy, or None where there is none."""
    stored = catalogue.fact(connection, FACT_NAME)
    return Mark(**json.loads(stored)) if stored else None


def write(connection: Connection, mark: Mark) -> None:
    """Write the mark, in the transaction of what it tells of."""
    catalogue.set_fact(connection, FACT_NAME, json.dumps(asdict(mark), ensure_ascii=False))


def remove(connection: Connection) -> None:
    """Take the mark away: from here on it is a library like any other."""
    connection.execute(delete(FACT).where(FACT.c.name == FACT_NAME))


def refuse_unfinished(connection: Connection, where: str) -> None:
    """Raise LibraryUnfinished where a copy into this library has not come to its end."""
    mark = read(connection)
    if mark is not None:
        text = N_(
            "The copy of a library into {where} is not complete. Go on with it: newsroom library copy {origin} {where}"
        )
        raise LibraryUnfinished(msg(text, where=where, origin=mark.origin))


def identity_of(connection: Connection) -> str:
    """Give what one library alone has and always will: the digest of its journal's first line."""
    first = select(JOURNAL.c.digest).order_by(JOURNAL.c.article_id, JOURNAL.c.number).limit(1)
    return connection.scalar(first) or ""

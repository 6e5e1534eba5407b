"""One run of a copy: rows over, all of them compared, indexes built, mark taken away.

A table goes over in the order of its key, a chunk a transaction. Where the original was written since the
run before, or somebody touched the copy, rows that are apart are struck and filled in again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from newsroom.domain.errors import Cancelled, NotWritten
from newsroom.library import schema
from newsroom.library.adding import add
from newsroom.library.copying import chunks, comparing, mark
from newsroom.library.rows import ARTICLE, FACT
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, RowMapping, Table

    from newsroom.library.copying.mark import Mark
    from newsroom.library.engine import Store

Progress = Callable[[int, int, str], None]


class Run:
    """A copy under way, of one state of the original, into a library that bears its mark."""

    def __init__(
        self, ours: Connection, target: Store, begun: Mark, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        self._ours, self._target, self._mark = ours, target, begun
        self._progress, self._cancelled = progress, cancelled
        self._tables = chunks.tables()
        self._counts = {table.name: chunks.count(ours, table) for table in self._tables}
        self._rows = sum(self._counts.values())
        self._total = 2 * self._rows + self._counts[ARTICLE.name]
        self._at = 0
        self._digests: dict[str, str] = {}

    def go(self, *, changed: bool) -> dict[str, str]:
        """Copy what is missing and compare everything; give the hash of each table. `finish` must follow."""
        if changed:
            self._mend()
        else:
            self._fill_all(anew=False)
        wrong = self._compare_all()
        if wrong:
            self._mend()
            wrong = self._compare_all()
        if wrong:
            raise _spoilt(wrong)
        return self._digests

    # Copying

    def _fill_all(self, *, anew: bool) -> None:
        self._at = 0
        for table in self._tables:
            self._fill(table, anew=anew)

    def _fill(self, table: Table, *, anew: bool) -> None:
        """Copy a table from where it ended; anew, from its beginning, what is not there."""
        after = None if anew else self._mark.done.get(table.name)
        for rows in chunks.chunks(self._ours, table, after):
            self._stop_if_asked()
            reached = self._mark.with_done(table.name, list(chunks.key_of(rows[-1], table)))
            self._put(table, rows, reached, anew=anew)
            self._mark = reached
            self._step(len(rows), table.name)

    def _put(self, table: Table, rows: Sequence[RowMapping], reached: Mark, *, anew: bool) -> None:
        try:
            with self._target.writing() as theirs:
                missing = _missing(theirs, table, rows) if anew else rows
                add(theirs, table, missing)  # type: ignore[arg-type]  # a row mapping is a mapping by its names
                mark.write(theirs, reached)
        except DataError as fault:
            text = N_("A row of “{table}” holds what this database cannot keep. Check the library first.")
            raise NotWritten(msg(text, table=table.name)) from fault
        except IntegrityError as fault:
            text = N_("Somebody else writes into the copy. Wait until they are done, then copy again.")
            raise NotWritten(msg(text)) from fault

    def _mend(self) -> None:
        """Strike what is apart, and fill in what is missing then."""
        for table in reversed(self._tables):
            with self._target.reading() as theirs:
                wrong = list(comparing.apart(self._ours, theirs, table))
            for keys in wrong:
                self._strike(table, keys)
        self._fill_all(anew=True)

    def _strike(self, table: Table, keys: list[chunks.Key]) -> None:
        self._stop_if_asked()
        try:
            with self._target.writing() as theirs:
                theirs.execute(delete(table).where(chunks.among(table, keys)))
        except DBAPIError as fault:  # the journal lets nothing be taken out
            raise _spoilt(table.name) from fault

    # Comparing

    def _compare_all(self) -> str:
        """Compare what was not compared yet; give the name of a table that differs, or nothing."""
        self._at = self._rows
        with self._target.reading() as theirs:
            for table in self._tables:
                digest = comparing.digest_of(self._ours, theirs, table, self._stepping(table.name))
                if digest is None:
                    return table.name
                self._digests[table.name] = digest
        return ""

    def _stepping(self, name: str) -> Callable[[int], None]:
        def step(rows: int) -> None:
            self._stop_if_asked()
            self._step(rows, name)

        return step

    def finish(self) -> None:
        """Build the indexes and take the mark away, in one transaction."""
        self._stop_if_asked()
        self._at = 2 * self._rows
        with self._target.writing() as theirs:
            schema.rebuild_indexes(theirs, self._stepping("search"))
            _number_on(theirs)
            mark.remove(theirs)
        self._progress(self._total, self._total, "")

    # Telling

    def _step(self, rows: int, name: str) -> None:
        self._at += rows
        self._progress(min(self._at, self._total), self._total, name)

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            text = N_("The copy was called off. It goes on from here when it is begun again.")
            raise Cancelled(msg(text))


def _number_on(theirs: Connection) -> None:
    """Let new rows be numbered after those that came with their numbers, where a server counts on its own."""
    if theirs.dialect.name != "postgresql":
        return
    for table in chunks.tables():
        column = table.autoincrement_column
        if column is not None:
            last = theirs.scalar(select(func.max(column))) or 0
            counter = func.pg_get_serial_sequence(table.name, column.name)
            theirs.execute(select(func.setval(counter, last + 1, False)))


def _spoilt(table: str) -> NotWritten:
    text = N_("The copy does not hold what the library holds, in “{table}”. Copy it to another place.")
    return NotWritten(msg(text, table=table))


def _missing(theirs: Connection, table: Table, rows: Sequence[RowMapping]) -> Sequence[RowMapping]:
    known = chunks.present(theirs, table, [chunks.key_of(row, table) for row in rows])
    return [row for row in rows if chunks.key_of(row, table) not in known]


def empty(theirs: Connection) -> None:
    """Take out of a fresh library what each begins with."""
    for table in reversed(chunks.tables()):
        if table is FACT:
            theirs.execute(delete(FACT).where(FACT.c.name.not_in(mark.OWN)))
        elif theirs.execute(select(*table.primary_key.columns).limit(1)).first() is not None:
            theirs.execute(delete(table))

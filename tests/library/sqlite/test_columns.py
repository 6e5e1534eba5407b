"""SQLite answers each order of a list from an index, without sorting."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from newsroom.domain.listing import EVERYTHING, Heading, Order
from newsroom.library import columns, open_library


def told(connection, work):
    """Give what work asks of the library."""
    asked = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        if statement != "BEGIN":
            asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    work()
    event.remove(connection, "before_cursor_execute", note)
    return asked


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", list(Heading))
def test_an_index_serves_each_order(place, by, down):
    with open_library(place) as library, library._store.reading() as connection:
        asked = told(connection, lambda: columns.page(connection, EVERYTHING, Order(by, down), None, 10))
        assert asked
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps = [row[3] for row in plan]
            assert any("USING INDEX" in step for step in steps), (statement, steps)
            assert not any("TEMP B-TREE" in step for step in steps), statement

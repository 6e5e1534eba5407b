"""SQLite answers each order of a list from an index, without sorting."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from newsroom.domain.listing import EVERYTHING, Heading, Order
from newsroom.library import columns, open_library


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", list(Heading))
def test_an_index_serves_each_order(place, by, down):
    with open_library(place) as library, library._store.reading() as connection:
        asked = columns._statement(EVERYTHING, Order(by, down), None, 10)
        compiled = asked.compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
    assert any("USING INDEX" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)

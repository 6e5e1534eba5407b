"""Rows added many at once arrive as a statement of SQLAlchemy would have brought them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from newsroom.library.adding import add
from newsroom.library.rows import DRAFT, LINK, METADATA, SECTION
from newsroom.library.sqlite.engine import make_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

NOON = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = make_engine(tmp_path / "rows", "rwc")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        yield connection
    engine.dispose()


def draft(uid: str, time: datetime) -> dict[str, object]:
    return {"story": "{}", "time": time, "uid": uid, "session": "one"}


def test_times_come_back_in_utc_whatever_order_the_columns_are_named_in(connection: Connection) -> None:
    add(connection, DRAFT, [draft("a", NOON), draft("b", NOON + timedelta(microseconds=7))])
    found = connection.execute(select(DRAFT.c.uid, DRAFT.c.time).order_by(DRAFT.c.uid)).all()
    assert [tuple(row) for row in found] == [
        ("a", datetime(2026, 3, 1, 11, tzinfo=UTC)),
        ("b", datetime(2026, 3, 1, 11, 0, 0, 7, tzinfo=UTC)),
    ]


def test_a_time_without_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(TypeError):
        add(connection, DRAFT, [draft("a", NOON.replace(tzinfo=None))])


def test_a_column_left_out_is_filled_by_the_database(connection: Connection) -> None:
    rows = [
        {"name": name, "colour": "#000000", "position": 1, "retired": retired}
        for name, retired in (("Sport", True), ("Lokales", False))
    ]
    add(connection, SECTION, rows)
    found = connection.execute(select(SECTION.c.id, SECTION.c.name, SECTION.c.retired)).all()
    assert [tuple(row) for row in found] == [(1, "Sport", True), (2, "Lokales", False)]


def test_adding_nothing_asks_nothing_of_the_database(connection: Connection) -> None:
    add(connection, LINK, [])
    assert connection.execute(select(LINK)).all() == []


def test_the_indexes_are_merged_only_after_an_import_that_is_a_large_part_of_the_library(
    library, anna, story, monkeypatch
):
    merged = []
    monkeypatch.setattr("newsroom.library.rooms.stories.MANY", 3)
    monkeypatch.setattr(library._store.database, "settle", merged.append)
    library.stories.add_many([(story(f"Nr. {number}"), "") for number in range(20)], anna)
    assert len(merged) == 1
    library.stories.add_many([(story(f"Neu {number}"), "") for number in range(3)], anna)
    assert len(merged) == 1

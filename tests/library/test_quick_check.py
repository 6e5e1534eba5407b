"""The quick test of a library is given up when its library is closed."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from sqlalchemy import text

from newsroom.domain.errors import Cancelled

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
    "postgresql": "SELECT pg_sleep(600)",
}


def test_a_sound_library_passes(library):
    assert library.quick_check().run() == ()


def test_a_test_that_takes_long_is_given_up(library, monkeypatch):
    begun, ended = Event(), []

    def endless(connection):
        begun.set()
        yield connection.scalar(text(ENDLESS[connection.dialect.name]))

    monkeypatch.setattr(library._store.database, "quick", endless)
    check = library.quick_check()

    def run():
        try:
            check.run()
        except Cancelled:
            ended.append("given up")

    asking = Thread(target=run, daemon=True)
    asking.start()
    assert begun.wait(20)
    for _ in range(200):  # one that has not begun to ask yet is not heard
        check.stop()
        asking.join(0.1)
        if not asking.is_alive():
            break
    assert ended == ["given up"]


def test_what_was_given_up_before_it_began_never_begins(library):
    check = library.quick_check()
    check.stop()
    with pytest.raises(Cancelled):
        check.run()

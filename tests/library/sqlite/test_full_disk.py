import sqlite3
from dataclasses import replace

import pytest

from newsroom.domain.errors import LibraryDamaged, LibraryUnusable
from newsroom.library.sqlite.engine import told


def full(library):
    """Leave the library no room: its file may not grow any more."""
    from sqlalchemy import event

    def bound(connection, *_):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    library._store.engine.dispose()
    event.listen(library._store.engine, "connect", bound)
    return lambda: (event.remove(library._store.engine, "connect", bound), library._store.engine.dispose())


def test_a_full_disk_is_told_and_nothing_is_lost(library, anna, story):
    first = library.stories.save(story(), anna).article
    make_room = full(library)
    long = replace(first, headline="Neu", body=story("x", "Wort " * 20_000).body)
    for write in (
        lambda: library.stories.save(long, anna),
        lambda: library.drafts.keep("s", long),
        lambda: library.pictures.add(bytes(10**6), "image/png"),
    ):
        with pytest.raises(LibraryUnusable, match="disk is full"):
            write()
    assert library.stories.article(1) == first
    assert library.check() == ()
    make_room()
    assert library.stories.save(long, anna).article.version == 2
    assert library.check() == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database or disk is full", LibraryUnusable),
        ("database disk image is malformed", LibraryDamaged),
        ("attempt to write a readonly database", LibraryUnusable),
        ("database is locked", LibraryUnusable),
        ("disk I/O error", LibraryUnusable),
        ("unable to open database file", LibraryUnusable),
    ],
)
def test_the_world_s_faults_are_told(said, kind):
    assert type(told(sqlite3.OperationalError(said))) is kind


def test_our_own_faults_are_not_hidden():
    assert told(sqlite3.OperationalError('near "SELEC": syntax error')) is None

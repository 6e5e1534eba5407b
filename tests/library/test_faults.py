import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from newsroom.domain.errors import EditedElsewhere, LibraryDamaged, LibraryUnusable
from newsroom.library import open_library
from newsroom.library.sqlite.engine import told

ROOT = Path(__file__).parents[2]
COUNTING = """
import sys
from dataclasses import replace
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.person import Person
from newsroom.library import open_library
done = 0
with open_library(sys.argv[1]) as library:
    while done < int(sys.argv[2]):
        article = library.stories.article(1)
        try:
            library.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), Person("P"))
        except EditedElsewhere:
            continue
        done += 1
"""
SAVING = """
import sys
from newsroom.domain.article import Article
from newsroom.domain.person import Person
from newsroom.library import open_library
with open_library(sys.argv[1]) as library:
    while True:
        print(library.stories.save(Article.new(headline="Hafen"), Person("P")).article.uid, flush=True)
"""


def test_two_programs_that_count_in_one_story_lose_nothing(place, anna, story):
    with open_library(place) as library:
        library.stories.save(story(kicker="0"), anna)
        command = [sys.executable, "-c", COUNTING, str(place), "40"]
        programs = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
        assert [program.wait(60) for program in programs] == [0, 0]
        assert library.stories.article(1).kicker == "80"
        assert (
            library.stories.article(1).version
            == len(library.history.revisions(1))
            == len(library.history.journal(1))
            == 81
        )
        assert library.check() == ()


def test_threads_of_one_program_lose_nothing(library, anna, story):
    library.stories.save(story(kicker="0"), anna)

    def count():
        done = 0
        while done < 15:
            article = library.stories.article(1)
            try:
                library.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), anna)
            except EditedElsewhere:
                continue
            done += 1

    threads = [Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert library.stories.article(1).kicker == "60"


def test_a_program_that_is_killed_loses_no_save_it_was_told_of(place):
    acknowledged = []
    for _ in range(3):
        program = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(place)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        acknowledged += [program.stdout.readline().strip() for _ in range(25)]
        program.send_signal(signal.SIGKILL)
        acknowledged += program.communicate()[0].split()
    with open_library(place) as library:
        assert {library.stories.by_uid(uid).uid for uid in acknowledged} == set(acknowledged)
        assert library.check() == ()


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


def test_a_failed_save_leaves_no_trace(library, anna, story, monkeypatch):
    first = library.stories.save(story(), anna).article
    monkeypatch.setattr("newsroom.library.tally.add", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.stories.save(replace(first, headline="Anders"), anna)
    monkeypatch.undo()
    assert library.stories.article(1) == first
    assert library.lists.search("anders").items == ()
    assert library.check() == ()

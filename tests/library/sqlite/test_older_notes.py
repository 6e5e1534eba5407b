import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsroom.domain.finding import Field, Place
from newsroom.domain.note_listing import NoteFilter
from newsroom.domain.note_places import add_note
from newsroom.domain.notes import Note
from newsroom.library import articles, noting, open_library
from newsroom.library.engine import Store
from newsroom.library.sqlite.engine import make_engine
from newsroom.library.sqlite.schema import stand_in
from tests.library.older import taken_back

OPEN = NoteFilter()
EVERY = NoteFilter(resolved=True)


def at(minute):
    return datetime(2026, 5, 4, 9, minute, tzinfo=UTC)


def note(name="n1", author="Bruno Hald", minute=0, text="Wer sagt das?"):
    return Note(name, author, at(minute), text)


@pytest.fixture
def noted(library, anna, story):
    """Give a function that saves a new story with notes on its first words."""

    def save(headline, *notes, **fields):
        article = story(headline, **fields)
        for one in notes:
            article = add_note(article, one, Place(Field.BODY, 0, 0, 3))
        return library.stories.save(article, anna).article

    return save


def names(page):
    return [line.name for line in page.items]


def test_an_older_library_lists_the_notes_its_stories_have(place, library, noted):
    kept = noted("Hafen", note("n1", minute=7), note("n2"))
    before = library.lists.notes(EVERY).items
    library.close()
    taken_back(place, "0003")
    with closing(sqlite3.connect(place)) as raw:
        raw.execute("DROP TABLE note")
        raw.execute("DROP TABLE counterpart")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()
        stored = json.loads(raw.execute("SELECT notes FROM article_text").fetchone()[0])
    assert [entry[0] for entry in stored] == [one.id for one in kept.notes]
    with open_library(place) as migrated:
        assert migrated.lists.notes(EVERY).items == before
        assert migrated.check() == ()


def test_a_library_older_than_the_list_lists_none_where_it_is_only_read(place, library, noted):
    kept = noted("Hafen", note("n1"))
    library.close()
    with closing(sqlite3.connect(place)) as raw:
        raw.executescript("DROP TABLE note; DROP TABLE counterpart; PRAGMA user_version = 1;")
    store = Store(make_engine(place, "ro", stand_in))
    with store.reading() as connection:
        assert noting.page(connection, EVERY, None, 10).items == ()
        assert articles.read(connection, kept.id) == kept
    store.close()

"""The steps of the schema on both databases: made whole or step by step it is one library, there and back."""

from importlib.resources import files

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from newsroom.domain.errors import LibraryNewer
from newsroom.library import open_library, schema
from newsroom.library.rows import ARTICLE, JOURNAL, METADATA
from tests.library.older import taken_back

STEPS = ("0004", "0003", "0002", "0001")


@pytest.fixture
def where(owned):
    """Who brings a library up, or back, owns it."""
    return owned


@pytest.fixture
def filled(library, anna, story):
    for number in range(3):
        library.stories.save(story(f"Kopf {number}", section="Lokales", keywords=("Bau",)), anna)
    return library


def shape(connection):
    """Give what a database says of its tables, whatever order they were made in."""
    found = inspect(connection)
    names = sorted(set(found.get_table_names()))
    return {
        name: (
            sorted(
                (column["name"], str(column["type"]), column["nullable"])
                for column in found.get_columns(name)
            ),
            sorted((one["name"], one["column_names"], one["unique"]) for one in found.get_indexes(name)),
            sorted(str(key) for key in found.get_foreign_keys(name)),
            str(found.get_pk_constraint(name)),
            sorted(str(one) for one in found.get_unique_constraints(name)),
        )
        for name in names
    }


def test_nothing_is_missing_in_the_migrations(library):
    with library._store.writing() as connection:
        command.check(schema.migrations(connection))


def test_migrations_from_nothing_make_what_is_made_whole(library):
    with library._store.writing() as connection:
        whole = shape(connection)
        command.downgrade(schema.migrations(connection), "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        schema.migrate(connection)
        assert shape(connection) == whole
        connection.execute(JOURNAL.insert().values(article_id=1, number=1, sealed="", digest=""))
        with pytest.raises(Exception, match="append-only"):
            connection.execute(JOURNAL.delete())


def test_a_migrated_library_is_like_one_that_was_made(library, anna, story):
    with library._store.writing() as connection:
        command.downgrade(schema.migrations(connection), "base")
        schema.migrate(connection)
        schema.fill(connection, "Europe/Berlin")
    library.stories.save(story(), anna)
    assert len(library.lists.search("hafen").items) == 1
    assert library.check() == ()


@pytest.mark.parametrize("step", STEPS)
def test_stories_outlive_the_way_back_and_forth(filled, where, step):
    before = filled.stories.articles([1, 2, 3])
    filled.close()
    taken_back(where, step)
    with open_library(where) as again:
        assert again.stories.articles([1, 2, 3]) == before
        assert [hit.card.id for hit in again.lists.search("kopf").items] == [3, 2, 1]
        assert again.lists.counts().sections == {"Lokales": 3}
        assert again.check() == ()
        with again._store.reading() as connection:
            assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
            assert connection.scalar(select(ARTICLE.c.id).order_by(ARTICLE.c.id).limit(1)) == 1


def test_the_head_that_is_stamped_is_the_newest_migration():
    scripts = ScriptDirectory(str(files("newsroom.library") / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]
    assert len(list(scripts.walk_revisions())) == schema.VERSION


def test_a_window_that_stayed_open_writes_nothing_into_a_newer_library(library, anna, story):
    saved = library.stories.save(story(), anna).article
    with library._store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        library._store.database.mark(connection, 9999)
    with pytest.raises(LibraryNewer, match="update this one"):
        library.stories.save(saved, anna)
    library.drafts.keep("here", saved)
    assert library.stories.article(1) == saved
    assert [draft.article.headline for draft in library.drafts.all()] == [saved.headline]

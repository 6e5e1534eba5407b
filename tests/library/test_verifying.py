"""What was changed from outside is named: which story, which entry or version, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, update

from newsroom.library.rows import REVISION
from tests.library.test_journal import tamper


@pytest.fixture
def where(owned):
    """Who touches the tables from outside, or takes rows out of them, owns the library."""
    return owned


@pytest.fixture
def kept(library, anna, bruno, story):
    saved = library.stories.save(story("Eins"), anna).article
    for number in range(3):
        saved = library.stories.save(replace(saved, headline=f"Eins {number}"), bruno).article
    library.stories.save(story("Zwei"), anna)
    return library


def found(library, story=None):
    return [str(one) for one in library.history.verify(story)]


def test_an_untouched_library_has_nothing_to_tell(kept):
    heard = []
    assert kept.history.verify(step=heard.append) == ()
    assert kept.history.entries() == 5


def test_an_edited_entry_is_named_with_what_to_do(kept):
    tamper(
        kept,
        "UPDATE journal SET sealed = replace(sealed, 'Bruno', 'Berta') WHERE article_id = 1 AND number = 3",
    )
    first = found(kept)[0]
    assert "story 1" in first
    assert "entry 3" in first
    assert "backup" in first
    assert found(kept, 2) == []


def test_a_cut_end_is_named_at_the_last_entry_that_is_left(kept):
    tamper(kept, "DELETE FROM journal WHERE article_id = 1 AND number = 4")
    assert "after entry 3" in found(kept)[0]


@pytest.mark.parametrize(
    "change",
    [{"packed": None, "story": "{}"}, {"person": "Anna Berg"}, {"action": "approve"}, {"note": "so"}],
)
def test_a_version_that_was_touched_is_named_with_the_entry_that_sealed_it(kept, change):
    with kept._store.writing() as connection:
        this = REVISION.c.article_id == 1, REVISION.c.version == 2
        connection.execute(update(REVISION).where(*this).values(change))
    assert [one[: one.index(".")] for one in found(kept)] == [
        "Version 2 of story 1 is not what entry 2 of its journal sealed"
    ]


def test_a_version_that_was_taken_out_is_missed(kept):
    with kept._store.writing() as connection:
        connection.execute(delete(REVISION).where(REVISION.c.article_id == 1, REVISION.c.version == 3))
    assert "Version 3 of story 1 is missing" in found(kept)[0]


def test_a_version_that_was_put_in_is_told(kept):
    with kept._store.writing() as connection:
        row = dict(connection.execute(select(REVISION).where(REVISION.c.article_id == 2)).mappings().one())
        connection.execute(insert(REVISION).values({**row, "version": 7}))
    assert "Version 7 of story 2 stands in no entry" in found(kept)[0]


def test_a_key_version_that_was_touched_takes_those_beside_it_along(kept):
    with kept._store.writing() as connection:
        this = REVISION.c.article_id == 1, REVISION.c.version == 1
        connection.execute(update(REVISION).where(*this).values(packed=b"\x01junk"))
    assert len(found(kept)) == 4
    assert all("story 1" in one for one in found(kept))

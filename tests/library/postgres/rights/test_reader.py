"""The database makes out the readers' text as the program does, sign by sign; where it cannot, it says so."""

import psycopg
import pytest
from hypothesis import given

from newsroom.domain.reader import reader_hash
from newsroom.library.fields import fields_of, story_text
from newsroom.library.next_version import clean
from newsroom.library.postgres.rights.grants import ACCESS
from newsroom.library.postgres.tables import BESIDE
from newsroom.library.rows import METADATA
from tests.strategies import articles

ASKED = "SELECT newsroom_rights.reader_hash(%s), newsroom_rights.tracked(%s)"


@pytest.fixture(scope="module")
def owner(house):
    info = f"host={house.server.folder / 'pg'} user=postgres dbname={house.database}"
    with psycopg.connect(info, autocommit=True) as connection:
        yield connection


@given(article=articles(tracked=False))
def test_the_hash_of_a_text_with_notes_and_all_else_is_the_same(owner, article):
    kept = clean(article)
    whole = story_text(fields_of(kept))
    assert owner.execute(ASKED, (whole, whole)).fetchone() == (reader_hash(kept), False)


@given(article=articles())
def test_a_text_with_tracked_changes_is_never_given_a_wrong_hash(owner, article):
    kept = clean(article)
    whole = story_text(fields_of(kept))
    found, tracked = owner.execute(ASKED, (whole, whole)).fetchone()
    assert found == (None if tracked else reader_hash(kept))


def test_every_table_has_its_rights():
    tables = {name for one in (METADATA, *BESIDE) for name in one.tables}
    assert tables | {"alembic_version"} == set(ACCESS)

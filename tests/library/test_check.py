from dataclasses import replace

import pytest
from sqlalchemy import update

from newsroom.domain.errors import NotWritten
from newsroom.library import open_library
from newsroom.library.rows import PICTURE

DAMAGE = {
    "sqlite": "DELETE FROM search_data WHERE id > 10",
    "postgresql": "DELETE FROM search WHERE key = (SELECT max(key) FROM search)",
}


@pytest.fixture
def filled(library, anna, story):
    for number in range(3):
        library.stories.save(story(f"Kopf {number}", keywords=("Bau",), section="Lokales"), anna)
    library.stories.save(replace(library.stories.article(1), headline="Neuer Kopf"), anna)
    library.pictures.add(b"picture", "image/png")
    return library


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE article SET headline = 'Neuer Kopg' WHERE id = 1",
        "UPDATE article SET state = 'approved' WHERE id = 1",
        "UPDATE article SET keywords = '[' WHERE id = 1",
        "UPDATE article SET headline_key = 'x' WHERE id = 1",
        "UPDATE article SET digest = 'x' WHERE id = 1",
        "UPDATE article_text SET body = replace(body, 'Hafen', 'Hafem') WHERE article_id = 1",
        "UPDATE article_text SET body = '' WHERE article_id = 1",
        "UPDATE article_text SET notes = '[1]' WHERE article_id = 1",
        "DELETE FROM article_text WHERE article_id = 1",
        "UPDATE revision SET story = '{}', packed = NULL WHERE article_id = 1 AND version = 1",
    ],
)
def test_damaged_text_is_found_at_its_story(filled, statement):
    assert filled.check() == ()
    with filled._store.writing() as connection:
        connection.exec_driver_sql(statement)
    found = filled.check()
    assert found
    assert {dict(message.values).get("id") for message in found} - {None} == {1}


def test_a_damaged_picture_is_found(filled):
    with filled._store.writing() as connection:
        connection.execute(update(PICTURE).values(data=b"another"))
    assert [message.text for message in filled.check()] == ["A picture is damaged: {name}."]


def test_a_damaged_index_is_found_and_built_anew(filled):
    with filled._store.writing() as connection:
        connection.exec_driver_sql(DAMAGE[connection.dialect.name])
    assert list(map(str, filled.check())) == [
        "The index “search” is damaged.", "The index was built anew from the stories. Nothing is lost.",
    ]  # fmt: skip
    assert filled.check() == ()
    assert len(filled.lists.search("kopf").items) == 3


def test_counts_that_went_wrong_are_found(filled):
    with filled._store.writing() as connection:
        connection.exec_driver_sql("UPDATE tally SET number = 9 WHERE kind = 'state'")
    assert [message.text for message in filled.check()] == ["The counts of the sidebar are not right."]


def test_a_sound_library_has_nothing_to_tell(filled):
    assert filled.quick_check().run() == filled.check() == ()


def test_a_backup_holds_everything_while_others_write(filled, tmp_path, anna, story):
    copy = tmp_path / "copies" / "copy.newsroom"
    copy.parent.mkdir()
    filled.backup(copy)
    filled.stories.save(story("Danach"), anna)
    with open_library(copy) as restored:
        assert restored.stories.articles([1, 2, 3]) == filled.stories.articles([1, 2, 3])
        assert restored.lists.count() == 3
        assert restored.check() == ()
    assert [found.name for found in copy.parent.iterdir()] == ["copy.newsroom"]


def test_a_backup_replaces_no_file(filled, tmp_path):
    copy = tmp_path / "copy.newsroom"
    copy.write_text("mine")
    with pytest.raises(NotWritten, match="exists already"):
        filled.backup(copy)
    assert copy.read_text() == "mine"


def test_a_backup_that_cannot_be_written_is_told(filled, tmp_path):
    with pytest.raises(NotWritten, match="could not be written"):
        filled.backup(tmp_path / "nowhere" / "copy.newsroom")


def test_a_backup_of_a_damaged_library_does_not_count(filled, tmp_path):
    with filled._store.writing() as connection:
        connection.exec_driver_sql("UPDATE article SET headline = 'x' WHERE id = 1")
    with pytest.raises(NotWritten, match="does not hold"):
        filled.backup(tmp_path / "copy.newsroom")
    assert not (tmp_path / "copy.newsroom").exists()


def test_damage_that_ends_one_test_is_told_and_the_others_go_on(filled):
    with filled._store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE tally")
        connection.execute(update(PICTURE).values(data=b"another"))
    assert {"The library is damaged. Open the newest backup.", "A picture is damaged: {name}."} <= {
        message.text for message in filled.check()
    }


def test_a_check_tells_how_far_it_is(filled):
    steps = []
    filled.check(lambda done, total, _name: steps.append((done, total)))
    assert steps == [(done, steps[-1][1]) for done in range(len(steps))]
    assert steps[-1][0] == steps[-1][1]

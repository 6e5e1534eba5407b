import sqlite3
from contextlib import closing

import pytest

from newsroom.domain.errors import NotWritten


@pytest.fixture
def filled(library, anna, story):
    library.stories.save(story(), anna)
    library.pictures.add(b"picture", "image/png")
    return library


def test_a_copy_that_differs_does_not_count(filled, tmp_path, monkeypatch):
    from newsroom.library.sqlite import backup

    def lossy(source, making):
        copied(source, making)
        with closing(sqlite3.connect(making)) as raw:
            raw.execute("DELETE FROM picture")
            raw.commit()

    copied = backup._copy
    monkeypatch.setattr(backup, "_copy", lossy)
    with pytest.raises(NotWritten, match="does not hold"):
        filled.backup(tmp_path / "copy.newsroom")


def test_a_file_that_appears_while_a_backup_is_made_is_kept(filled, tmp_path, monkeypatch):
    from newsroom.library.sqlite import backup

    def slow(source, making):
        copied(source, making)
        copy.write_text("theirs")

    copy = tmp_path / "copy.newsroom"
    copied = backup._compare
    monkeypatch.setattr(backup, "_compare", slow)
    with pytest.raises(NotWritten, match="exists already"):
        filled.backup(copy)
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == ["copy.newsroom"]
    assert copy.read_text() == "theirs"

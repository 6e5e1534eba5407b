import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.domain.errors import LibraryDamaged, LibraryForeign, LibraryNewer, LibraryUnusable
from newsroom.library import open_library
from newsroom.library.sqlite.places import place_warning

ROOT = Path(__file__).parents[3]


def spoil(place, at, data):
    with place.open("r+b") as file:
        file.seek(at)
        file.write(data)


def refused(place, kind, sentence):
    before = place.read_bytes()
    with pytest.raises(kind, match=sentence) as told:
        open_library(place)
    assert type(told.value) is kind
    assert place.read_bytes() == before
    assert [found.name for found in place.parent.iterdir()] == [place.name]


def test_a_library_opens_again_with_all_it_held(place, anna, story):
    with open_library(place) as library:
        saved = library.stories.save(story(), anna).article
    with open_library(place) as library:
        assert library.stories.article(1) == saved
        assert not library.read_only
        assert library.warning is None


def test_a_new_library_is_made_and_nothing_beside_it(tmp_path):
    place = tmp_path / "new.newsroom"
    with open_library(place, zone="Europe/Vienna") as library:
        assert library.house.settings().zone == "Europe/Vienna"
        assert library.check() == ()
    assert [found.name for found in place.parent.iterdir()] == ["new.newsroom"]


def test_no_folder_is_made_where_a_drive_may_be_missing(tmp_path):
    with pytest.raises(LibraryUnusable, match="Connect its drive"):
        open_library(tmp_path / "drive" / "new.newsroom")
    assert list(tmp_path.iterdir()) == []


def test_no_library_is_made_where_none_is_wanted(tmp_path):
    with pytest.raises(LibraryUnusable, match="There is no library"):
        open_library(tmp_path / "none", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_address_names_a_library_too(place):
    with open_library(f"sqlite:///{place}") as library:
        assert library.location == str(place)


def test_an_unknown_kind_of_address_is_told_without_its_password(tmp_path):
    with pytest.raises(LibraryUnusable) as told:
        open_library("mysql://me:secret@host/db")
    assert "secret" not in str(told.value)


def test_another_program_s_database_is_refused(tmp_path):
    place = tmp_path / "other.db"
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE article (id)")
        other.commit()
    refused(place, LibraryForeign, "no library of this program")


@pytest.mark.parametrize("data", [b"", b"Hello, I am a letter.\n", b"PK\x03\x04" + bytes(200)])
def test_another_kind_of_file_is_refused(tmp_path, data):
    place = tmp_path / "letter.txt"
    place.write_bytes(data)
    refused(place, LibraryForeign, "no library of this program")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(LibraryUnusable, match="cannot be read"):
        open_library(tmp_path)


def test_a_newer_library_is_refused(place):
    with closing(sqlite3.connect(place)) as newer:
        newer.execute("PRAGMA journal_mode=DELETE")
        newer.execute("PRAGMA user_version=99")
    refused(place, LibraryNewer, "newer version")


def test_a_library_damaged_beyond_reading_is_told_and_left(place):
    size = place.stat().st_size
    spoil(place, 100, os.urandom(size - 100))
    refused(place, LibraryDamaged, "left as it is")


def test_a_truncated_library_opens_for_reading_where_it_can(place, anna, story):
    with open_library(place) as library:
        library.stories.add_many(
            [(story(f"Kopf {number}", "Wort " * 500), "") for number in range(300)], anna
        )
    with place.open("r+b") as file:
        file.truncate(place.stat().st_size - 200_000)
    before = place.read_bytes()
    try:
        library = open_library(place)
    except LibraryDamaged:
        pass
    else:
        with library:
            assert library.read_only
            assert "damaged" in str(library.warning)
            with pytest.raises(LibraryUnusable, match="damaged"):
                library.stories.save(story(), anna)
    assert place.read_bytes() == before


def test_a_library_with_a_damaged_table_opens_for_reading(place, anna, story):
    with open_library(place) as library:
        library.stories.save(story(), anna)
        with library._store.reading() as connection:
            find = "SELECT rootpage FROM sqlite_master WHERE name = 'journal_head'"
            page = connection.exec_driver_sql(find).scalar_one()
    spoil(place, (page - 1) * 4096, b"\xff" * 4096)
    with open_library(place) as library:
        assert library.read_only
        assert library.stories.article(1).headline == "Hafen wird tiefer"
        assert library.quick_check().run()


READING = """
import os, sys
from newsroom.library import open_library
from newsroom.domain.article import Article
from newsroom.domain.errors import LibraryUnusable
from newsroom.domain.person import Person
with open_library(sys.argv[2]) as other:  # imports all there is, which nobody could not read
    other.stories.save(Article.new(headline="Anders"), Person("A"))
    other.lists.search("anders")
os.setuid(65534)
with open_library(sys.argv[1]) as library:
    print(library.read_only, library.warning, library.stories.article(1).headline, len(library.lists.search("hafen").items))
    try:
        library.stories.save(Article.new(), Person("A"))
    except LibraryUnusable as told:
        print(told)
"""


@pytest.fixture
def open_folder():
    """A folder that everyone may enter; pytest's own are for one user alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody else"
)
@pytest.mark.parametrize("what", ["file", "folder"])
@pytest.mark.long
def test_a_library_that_cannot_be_written_opens_for_reading(open_folder, anna, story, what):
    place = open_folder / "house.newsroom"
    with open_library(place) as library:
        library.stories.save(story(), anna)
    place.chmod(0o644 if what == "file" else 0o666)
    open_folder.chmod(0o777 if what == "file" else 0o755)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(place), str(open_folder / "other")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = done.stdout.splitlines()
    assert first == (
        "True The library cannot be written here; it is open for reading only. Hafen wird tiefer 1"
    )
    assert "cannot be written" in second


def test_two_that_make_the_same_library_share_it(tmp_path, anna, story):
    place = tmp_path / "new.newsroom"
    with open_library(place) as one, open_library(place) as two:
        one.stories.save(story(), anna)
        assert two.stories.article(1).headline == "Hafen wird tiefer"


@pytest.mark.parametrize("folder", ["Dropbox", "Nextcloud", "OneDrive - Verlag"])
def test_a_synchronised_folder_gets_a_warning(tmp_path, folder):
    (tmp_path / folder).mkdir()
    with open_library(tmp_path / folder / "house.newsroom") as library:
        assert "synchronised" in str(library.warning)
        assert not library.read_only


def test_a_network_drive_gets_a_warning(tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("newsroom.library.sqlite.places._MOUNTS", mounts)
    assert "network drive" in str(place_warning(tmp_path / "house.newsroom"))
    assert place_warning(Path("/elsewhere/house.newsroom")) is None


def test_opening_imports_no_alembic(place):
    program = f"""
import sys
from newsroom.library import open_library
assert "sqlalchemy" not in sys.modules
open_library({str(place)!r}).close()
assert "sqlalchemy" in sys.modules
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)

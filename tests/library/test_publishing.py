"""What waits, what went out, what is blocked and what was erased, kept alike in a file and on a server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.channel import Channel
from newsroom.domain.errors import NotAllowed, NotFound, UnreadableText
from newsroom.domain.person import Person, Role
from newsroom.domain.publishing import Release, ReleaseKind, SentFile
from newsroom.library import open_library
from newsroom.library.copying import copy_library
from newsroom.library.rows import SENT
from tests.postgres import name_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
CHIEF = Person("Ragna Hollmann", Role.CHIEF)


def release(story, *files):
    """Make a release of files by their bytes, and give it with these."""
    from hashlib import sha256

    data = {sha256(whole).hexdigest(): whole for _name, whole in files}
    listed = tuple(SentFile("text", name, sha256(whole).hexdigest(), len(whole)) for name, whole in files)
    made = Release(
        story=story.id, channel=Channel.WEB, kind=ReleaseKind.PUBLISHED, version=story.version, hash="h",
        person="Ragna Hollmann", time=NOW, folder="/web", pattern="", files=listed,
    )  # fmt: skip
    return made, data


OWNERS = pytest.mark.parametrize("where", ["sqlite", "postgres"], indirect=True)
"""Whoever checks a library, copies it or erases in it owns it."""


@pytest.fixture
def kept(library, story, anna):
    return library.stories.save(
        story("Der Quastenflosser lebt", "Er schwimmt im Zwetschgenhain."), anna
    ).article


@OWNERS
def test_the_bytes_of_a_release_come_back_and_are_kept_once(library, kept):
    made, data = release(kept, ("a.txt", b"abc" * 100), ("b.txt", b"\x00\x01"), ("c.txt", b"abc" * 100))
    assert library.releases.keep(made, data) == 1
    library.releases.written(kept.id, 1)
    (found,) = library.releases.of(kept.id)
    assert replace(found, number=0, written=None) == made
    assert [library.releases.file(one.sha256) for one in found.files] == [
        b"abc" * 100,
        b"\x00\x01",
        b"abc" * 100,
    ]
    assert library.releases.taken("a.txt", 0) == {"/web"}
    assert library.releases.taken("a.txt", kept.id) == frozenset()
    assert library.check() == ()


def test_what_was_never_written_is_forgotten_with_its_bytes(library, kept):
    library.releases.keep(*release(kept, ("a.txt", b"one")))
    library.releases.written(kept.id, 1)
    library.releases.keep(*release(kept, ("a.txt", b"one"), ("b.txt", b"two")))
    library.releases.forget_unwritten(kept.id)
    (found,) = library.releases.of(kept.id)
    assert library.releases.file(found.files[0].sha256) == b"one"
    with library._store.reading() as connection:
        assert len(connection.execute(SENT.select()).all()) == 1


@OWNERS
def test_damaged_and_missing_bytes_are_told_by_the_check(library, kept):
    library.releases.keep(*release(kept, ("a.txt", b"one"), ("b.txt", b"two" * 99)))
    (found,) = library.releases.of(kept.id)
    with library._store.writing() as connection:
        connection.execute(SENT.update().where(SENT.c.sha256 == found.files[0].sha256).values(data=b"eins"))
        connection.execute(SENT.delete().where(SENT.c.sha256 == found.files[1].sha256))
    told = [str(one) for one in library.check()]
    assert any("damaged" in one for one in told)
    assert any("b.txt" in one for one in told)
    with pytest.raises(UnreadableText):
        library.releases.file(found.files[0].sha256)
    with pytest.raises(NotFound):
        library.releases.file(found.files[1].sha256)


def test_of_two_who_try_one_holds_it_until_the_time_is_over(library, kept):
    library.releases._clock = lambda: NOW
    library.releases.note(kept.id, kept.version, (Channel.WEB,), CHIEF)
    assert library.releases.claim(kept.id, "one").channels == (Channel.WEB,)
    assert library.releases.claim(kept.id, "two") is None
    library.releases._clock = lambda: NOW + timedelta(minutes=11)
    assert library.releases.claim(kept.id, "two") is not None
    library.releases.done(kept.id, "one")
    assert len(library.releases.waiting()) == 1
    library.releases.done(kept.id, "two")
    assert library.releases.waiting() == ()


@OWNERS
def test_blocks_and_releases_go_along_with_a_copy(library, where, kept, tmp_path):
    library.releases.keep(*release(kept, ("a.txt", b"one")))
    library.blocks.put([kept.id], "Unterlassung", CHIEF)
    copy_library(where, tmp_path / "copy.newsroom", lambda *_told: None, lambda: False)
    with open_library(tmp_path / "copy.newsroom") as copy:
        assert copy.releases.of(kept.id) == library.releases.of(kept.id)
        assert copy.blocks.all() == library.blocks.all()
        assert copy.check() == ()


def test_the_servers_clock_is_known_where_there_is_a_server(library, where, kept):
    server = library.server_time()
    assert (server is None) == ("://" not in str(where))
    assert server is None or abs(server - datetime.now(UTC)) < timedelta(minutes=1)
    assert library.newest_change() == kept.modified


@OWNERS
def test_an_erased_story_leaves_a_tombstone_and_the_journal_verifies(library, kept, story, anna):
    other = library.stories.save(story("Der Kran"), anna).article
    library.releases.keep(*release(kept, ("a.txt", b"one")))
    library.erasing.erase([kept.id], "LG Wendelsbrück", CHIEF)
    assert library.erasing.scrub()
    assert library.check() == ()
    assert library.history.verify() == ()
    assert library.lists.search("Quastenflosser").items == ()
    assert [one.action for one in library.history.journal(kept.id)] == ["erased"]
    assert library.stories.article(other.id) == other
    assert library.stories.save(story("Neu"), anna).article.id == other.id + 1


@pytest.mark.parametrize("where", ["sqlite", "postgres", "postgres-own-login"], indirect=True)
def test_a_block_is_set_and_lifted_with_a_line_in_the_journal(library, kept):
    library.blocks.put([kept.id], "Unterlassung", CHIEF)
    assert library.blocks.of([kept.uid])[kept.uid].reason == "Unterlassung"
    assert library.blocks.lift([kept.id], "Vergleich", CHIEF).stories == {kept.id}
    assert library.blocks.lift([kept.id], "Vergleich", CHIEF).stories == frozenset()
    told = [(one.action, one.note) for one in library.history.journal(kept.id)]
    assert told[1:] == [("blocked", "Unterlassung"), ("unblocked", "Vergleich")]
    assert library.history.verify(kept.id) == ()


@pytest.mark.long
def test_a_login_of_its_own_erases_nothing_and_is_told_who_can(request, story, anna):
    server = request.getfixturevalue("postgres")
    from tests.library.conftest import _own_login

    address = server.library()
    with open_library(_own_login(server, address)) as library:
        kept = library.stories.save(story("Der Kran"), anna).article
        with pytest.raises(NotAllowed, match="Only the owner"):
            library.erasing.erase([kept.id], "LG", CHIEF)
        assert library.stories.article(kept.id) == kept
    server.give_back(address)


def test_no_byte_of_the_words_stays_in_the_files_of_a_server(postgres, story, anna):
    address = postgres.library()
    with open_library(address) as library:
        words = (b"Quastenflosser", b"quastenflosser", b"Zwetschgenhain", b"zwetschgenhain")
        for number in range(40):
            library.stories.save(story(f"Kran {number}", "Er steht am Kai."), anna)
        kept = library.stories.save(
            story("Quastenflosser", "Er lebt im Zwetschgenhain. " * 300, keywords=("Zwetschgenhain",)), anna
        ).article
        library.stories.save(replace(kept, headline="Quastenflosser lebt"), anna, note="Zwetschgenhain")
        name = postgres.run(
            "SELECT oid FROM pg_database WHERE datname = current_database()", name_of(address)
        )[0][0]
        folder = postgres.folder / "pg" / "base" / str(name)
        postgres.run("CHECKPOINT")
        assert any(word in path.read_bytes() for path in folder.iterdir() for word in words)
        library.erasing.erase([kept.id], "LG Wendelsbrück", CHIEF)
        assert library.erasing.scrub()
        postgres.run("CHECKPOINT")
        held = {path.name for path in folder.iterdir() for word in words if word in path.read_bytes()}
        assert held == set()
    postgres.give_back(address)

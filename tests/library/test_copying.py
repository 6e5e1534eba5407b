"""A library copied to another place is the same library there; half a one is none."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.assignment import Assignment
from newsroom.domain.card import Section
from newsroom.domain.edition import Edition, Part
from newsroom.domain.errors import Cancelled, LibraryUnfinished, LibraryUnusable, NotWritten
from newsroom.domain.plan import Topic
from newsroom.library import open_library
from newsroom.library.copying import chunks, copy_library
from newsroom.library.copying.comparing import print_of
from tests.strategies import articles

ROOT = Path(__file__).parents[2]


def silent(_done, _total, _name):
    """Tell nobody."""


def never():
    return False


def copy(source, target, cancelled=never):
    return copy_library(source, target, silent, cancelled)


def rows(library):
    """Give all that a library holds but what is its own."""
    with library._store.reading() as connection:
        return {
            table.name: [dict(row) for part in chunks.chunks(connection, table) for row in part]
            for table in chunks.tables()
        }


def after(number):
    """Give what calls off after it was asked so often."""
    asked = iter(range(number))
    return lambda: next(asked, None) is None


@pytest.fixture
def filled(place, story, anna, bruno):
    """A library with something in every table."""
    with open_library(place) as library:
        for number in range(12):
            library.stories.save(
                story(f"Kopf {number}", day=number + 1, keywords=("Bau",), section="Lokales"), anna
            )
        library.stories.save(replace(library.stories.article(1), headline="Neuer Kopf"), bruno, note="besser")
        library.stories.add_many([(story("Von der Agentur"), "agentur:7")], anna)
        library.stories.trash([3], anna)
        library.pictures.add(b"picture" * 1000, "image/png")
        library.drafts.keep("somewhere", replace(library.stories.article(2), headline="Angefangen"))
        library.house.put_person(anna)
        library.house.put_section(Section("Sport", "#123456"))
        library.house.put_person(bruno)
        library.assigning.assign([1, 2], Assignment(0, "Bruno Hald", datetime(2026, 5, 1, tzinfo=UTC)), anna)
        library.plan.add(
            [Topic(day=date(2026, 5, 1), topic="Hafen", deadline=datetime(2026, 5, 1, tzinfo=UTC))]
        )
        library.editions.save(
            Edition(
                name="Haupt", day=date(2026, 5, 1), parts=(Part("Seite 1", page=True), Part("Hafen", topic=1))
            )
        )
    return place


def test_everything_is_kept_with_ids_versions_and_journal(filled, tmp_path):
    copied = copy(filled, tmp_path / "copy.newsroom")
    assert copied.stories == 13
    with open_library(filled) as ours, open_library(tmp_path / "copy.newsroom") as theirs:
        assert rows(ours) == rows(theirs)
        assert copied.digests.keys() == rows(ours).keys()
        assert theirs.check() == ()
        assert theirs.stories.article(1) == ours.stories.article(1)
        assert theirs.history.revision(1, 1) == ours.history.revision(1, 1)
        assert [hit.card.id for hit in theirs.lists.search("neuer kopf").items] == [1]


@pytest.mark.parametrize("middle", ["in a file", "on a server"])
def test_a_library_goes_there_and_back_through_either_database(filled, tmp_path, request, middle, bruno):
    there = (
        tmp_path / "there.newsroom" if middle == "in a file" else request.getfixturevalue("postgres").empty()
    )
    gone, back = copy(filled, there), copy(there, tmp_path / "back.newsroom")
    assert gone == back
    with open_library(there) as theirs:
        assert theirs.check() == ()
        assert [hit.card.id for hit in theirs.lists.search("neuer kopf").items] == [1]
        assert theirs.house.put_person(bruno).id > 1
    with open_library(filled) as ours, open_library(tmp_path / "back.newsroom") as theirs:
        assert rows(ours) == rows(theirs)


def test_a_copy_to_a_server_that_was_called_off_goes_on(filled, postgres):
    there = postgres.empty()
    with pytest.raises(Cancelled):
        copy(filled, there, after(9))
    with pytest.raises(LibraryUnfinished):
        open_library(there)
    copy(filled, there)
    with open_library(filled) as ours, open_library(there) as theirs:
        assert rows(ours).keys() == rows(theirs).keys()
        assert {name: len(held) for name, held in rows(ours).items()} == {
            name: len(held) for name, held in rows(theirs).items()
        }


@settings(max_examples=4)
@given(stories=st.lists(articles(), min_size=1, max_size=8))
@pytest.mark.long
def test_any_story_arrives_as_it_was(stories, tmp_path_factory, anna):
    folder = tmp_path_factory.mktemp("any")
    with open_library(folder / "a.newsroom") as library:
        kept = library.stories.add_many([(replace(story, id=0, version=0), "") for story in stories], anna)
    copy(folder / "a.newsroom", folder / "b.newsroom")
    with open_library(folder / "b.newsroom") as library:
        assert list(library.stories.articles([story.id for story in kept])) == kept


@pytest.mark.parametrize("called_off", [1, 20])
def test_a_copy_that_ended_in_the_middle_is_not_opened_and_goes_on(filled, tmp_path, called_off):
    target = tmp_path / "copy.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(called_off))
    with pytest.raises(LibraryUnfinished, match="newsroom library copy"):
        open_library(target)
    with pytest.raises(LibraryUnfinished):
        copy(target, tmp_path / "other.newsroom")
    copy(filled, target)
    with open_library(filled) as ours, open_library(target) as theirs:
        assert rows(ours) == rows(theirs)
        assert theirs.check() == ()


KILLED = """
import sys
from newsroom.library.copying import copy_library
def tell(done, _total, name):
    print(name, flush=True)
    if name == "revision":
        sys.stdin.readline()
copy_library(sys.argv[1], sys.argv[2], tell, lambda: False)
"""


@pytest.mark.long
def test_a_copy_whose_program_was_killed_goes_on(filled, tmp_path):
    target = tmp_path / "copy.newsroom"
    command = [sys.executable, "-c", KILLED, str(filled), str(target)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert any(line.strip() == "revision" for line in running.stdout)
        running.kill()
    with pytest.raises(LibraryUnfinished):
        open_library(target)
    copy(filled, target)
    with open_library(filled) as ours, open_library(target) as theirs:
        assert rows(ours) == rows(theirs)


def test_what_is_copied_is_not_copied_again(filled, tmp_path, monkeypatch):
    target = tmp_path / "copy.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(8))
    from newsroom.library.copying import run

    added = []
    add = run.add
    monkeypatch.setattr(
        run, "add", lambda connection, table, given: (added.append(table.name), add(connection, table, given))
    )
    copy(filled, target)
    assert added
    assert "article" not in added


def test_what_was_written_between_two_runs_is_copied_too(filled, tmp_path, anna, story):
    target = tmp_path / "copy.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(12))
    with open_library(filled) as library:
        first, second = library.stories.article(1), library.stories.article(2)
        library.stories.save(replace(first, slug="frei-fuer-zwei"), anna)
        library.stories.save(replace(second, headline="Anders"), anna)
        library.stories.save(story("Ganz neu", day=20), anna)
    copy(filled, target)
    with open_library(filled) as ours, open_library(target) as theirs:
        assert rows(ours) == rows(theirs)
        assert theirs.check() == ()


def test_a_row_that_was_changed_in_the_copy_is_found_and_mended(filled, tmp_path):
    target = tmp_path / "copy.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(20))
    change(target, "UPDATE article SET headline = 'Verfälscht' WHERE id = 5")
    copy(filled, target)
    with open_library(target) as theirs:
        assert theirs.stories.article(5).headline == "Kopf 4"
        assert theirs.check() == ()


def test_a_copy_whose_journal_was_changed_is_never_called_whole(filled, tmp_path):
    target = tmp_path / "copy.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(20))
    change(
        target,
        "DROP TRIGGER journal_never_changes",
        "UPDATE journal SET sealed = 'x' WHERE number = 1 AND article_id = 2",
    )
    with pytest.raises(NotWritten, match="“journal”"):
        copy(filled, target)
    with pytest.raises(LibraryUnfinished):
        open_library(target)


def change(target, *statements):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(target)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_a_library_that_somebody_uses_is_never_copied_into(filled, tmp_path, anna, story):
    used = tmp_path / "used.newsroom"
    with open_library(used) as library:
        library.stories.save(story("Meine"), anna)
    with pytest.raises(NotWritten, match="holds a library already"):
        copy(filled, used)
    with open_library(used) as library:
        assert library.stories.article(1).headline == "Meine"


def test_the_unfinished_copy_of_another_library_is_refused(filled, tmp_path, anna, story):
    target, other = tmp_path / "copy.newsroom", tmp_path / "other.newsroom"
    with pytest.raises(Cancelled):
        copy(filled, target, after(5))
    with open_library(other) as library:
        library.stories.save(story("Andere"), anna)
    with pytest.raises(NotWritten, match="another library"):
        copy(other, target)


def test_a_library_that_is_not_there_makes_no_copy(tmp_path):
    with pytest.raises(LibraryUnusable, match="no library"):
        copy(tmp_path / "none.newsroom", tmp_path / "copy.newsroom")
    assert not list(tmp_path.iterdir())


def test_the_hash_of_a_row_is_that_of_its_values_in_utc():
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    assert print_of({"a": 1, "b": noon}) == print_of({"a": 1, "b": noon.astimezone()})
    assert print_of({"a": b"x"}) == print_of({"a": memoryview(b"x")})
    assert print_of({"a": "1"}) != print_of({"a": 1})

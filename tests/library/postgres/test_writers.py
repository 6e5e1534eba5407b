"""Many write at once, and a server goes away in the middle: nothing is lost and nothing is half there."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from newsroom.domain.article import Byline
from newsroom.domain.errors import EditedElsewhere, LibraryAway, LibraryUnusable
from newsroom.library import open_library

WRITERS, STORIES = 50, 10
LONG = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))


def test_fifty_people_who_count_in_ten_stories_and_begin_one_each_lose_nothing(library, where, anna, story):
    library.stories.add_many([(story(kicker="0"), "") for _ in range(STORIES)], anna)
    together = Barrier(WRITERS)
    begun = []

    def count(number):
        with open_library(where) as own:
            together.wait(60)
            while not raised(own, number):
                pass
            begun.append(own.stories.save(story(section="Sport", keywords=("Hafen",)), anna).article.id)

    def raised(own, number):
        article = own.stories.article(number)
        try:
            own.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), anna)
        except EditedElsewhere:
            return False
        return True

    threads = [Thread(target=count, args=(1 + place % STORIES,)) for place in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    each = WRITERS // STORIES
    for number in range(1, STORIES + 1):
        assert library.stories.article(number).kicker == str(each)
        assert len(library.history.revisions(number)) == len(library.history.journal(number)) == each + 1
    assert sorted(begun) == list(range(STORIES + 1, STORIES + WRITERS + 1))
    assert library.lists.counts().sections["Sport"] == WRITERS
    assert library.seq() == 2 * WRITERS + 1
    assert library.check() == ()


def cut_off(postgres):
    """Let the server end every connection, as when it is restarted."""
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'library%'")


def test_a_line_that_breaks_within_a_save_leaves_nothing_of_it(library, postgres, anna, story, monkeypatch):
    first = library.stories.save(story(), anna).article
    monkeypatch.setattr("newsroom.library.tally.add", lambda *_: cut_off(postgres))
    with pytest.raises(LibraryAway, match="does not answer"):
        library.stories.save(replace(first, headline="Anders"), anna)
    monkeypatch.undo()
    assert library.stories.article(1) == first
    assert library.lists.search("anders").items == ()
    assert library.stories.save(replace(first, headline="Weiter"), anna).article.version == 2
    assert library.check() == ()


def test_a_server_that_goes_away_and_comes_back_is_used_again(library, postgres, anna, story):
    first = library.stories.save(story(), anna).article
    postgres.stop()
    try:
        for act in (
            lambda: library.stories.article(1),
            lambda: library.stories.save(first, anna),
            library.seq,
        ):
            with pytest.raises(LibraryAway, match="does not answer"):
                act()
    finally:
        postgres.start()
    assert library.stories.article(1) == first
    assert library.stories.save(first, anna).article.version == 2


def test_who_waits_too_long_for_another_s_write_is_told(library, anna, story, monkeypatch):
    with library._store.engine.connect() as other:
        other.execute(text("SELECT pg_advisory_lock(:key)"), {"key": 0x4E777352})
        library._store.engine.pool.dispose()
        monkeypatch.setattr("newsroom.library.postgres.engine._SESSION", "SET lock_timeout = '50ms'")
        with pytest.raises(LibraryUnusable, match="Another program is writing"):
            library.stories.save(story(), anna)
        other.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": 0x4E777352})
    assert library.stories.save(story(), anna).article.id == 1


def test_a_name_without_an_end_is_refused_in_a_sentence(library, anna, story):
    for given in ({"section": LONG}, {"keywords": (LONG,)}, {"authors": (Byline(LONG),)}):
        with pytest.raises(LibraryUnusable, match="too long for a library on a server"):
            library.stories.save(story(**given), anna)
    assert library.lists.cards().items == ()
    assert library.check() == ()

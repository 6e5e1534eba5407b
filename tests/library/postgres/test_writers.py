"""Many write at once, and a server goes away in the middle: nothing is lost and nothing is half there."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from newsroom.domain.errors import EditedElsewhere, LibraryAway, LibraryUnusable
from newsroom.library import open_library

WRITERS = 50


def test_fifty_people_who_count_in_one_story_lose_nothing(library, where, anna, story):
    library.stories.save(story(kicker="0"), anna)
    together = Barrier(WRITERS)
    faults = []

    def count():
        with open_library(where) as own:
            together.wait(60)
            while True:
                article = own.stories.article(1)
                try:
                    own.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), anna)
                except EditedElsewhere:
                    continue
                except Exception as fault:
                    faults.append(fault)
                return

    threads = [Thread(target=count) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert library.stories.article(1).kicker == str(WRITERS)
    assert len(library.history.revisions(1)) == len(library.history.journal(1)) == library.seq() == WRITERS + 1
    assert library.check() == ()

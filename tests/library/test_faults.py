import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from newsroom.domain.errors import EditedElsewhere
from newsroom.library import open_library

ROOT = Path(__file__).parents[2]
COUNTING = """
import sys
from dataclasses import replace
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.person import Person
from newsroom.library import open_library
done = 0
with open_library(sys.argv[1]) as library:
    while done < int(sys.argv[2]):
        article = library.stories.article(1)
        try:
            library.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), Person("P"))
        except EditedElsewhere:
            continue
        done += 1
"""
SAVING = """
import sys
from newsroom.domain.article import Article
from newsroom.domain.person import Person
from newsroom.library import open_library
with open_library(sys.argv[1]) as library:
    while True:
        print(library.stories.save(Article.new(headline="Hafen"), Person("P")).article.uid, flush=True)
"""


@pytest.mark.long
def test_two_programs_that_count_in_one_story_lose_nothing(where, anna, story):
    with open_library(where) as library:
        library.stories.save(story(kicker="0"), anna)
        command = [sys.executable, "-c", COUNTING, str(where), "20"]
        programs = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
        assert [program.wait(60) for program in programs] == [0, 0]
        assert library.stories.article(1).kicker == "40"
        assert (
            library.stories.article(1).version
            == len(library.history.revisions(1))
            == len(library.history.journal(1))
            == 41
        )
        assert library.check() == ()


def test_threads_of_one_program_lose_nothing(library, anna, story):
    library.stories.save(story(kicker="0"), anna)

    def count():
        done = 0
        while done < 15:
            article = library.stories.article(1)
            try:
                library.stories.save(replace(article, kicker=str(int(article.kicker) + 1)), anna)
            except EditedElsewhere:
                continue
            done += 1

    threads = [Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert library.stories.article(1).kicker == "60"


@pytest.mark.long
def test_a_program_that_is_killed_loses_no_save_it_was_told_of(where):
    acknowledged = []
    for _ in range(3):
        program = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(where)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        acknowledged += [program.stdout.readline().strip() for _ in range(25)]
        program.send_signal(signal.SIGKILL)
        acknowledged += program.communicate()[0].split()
    with open_library(where) as library:
        assert {library.stories.by_uid(uid).uid for uid in acknowledged} == set(acknowledged)
        assert library.check() == ()


def test_a_failed_save_leaves_no_trace(library, anna, story, monkeypatch):
    first = library.stories.save(story(), anna).article
    monkeypatch.setattr("newsroom.library.tally.add", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.stories.save(replace(first, headline="Anders"), anna)
    monkeypatch.undo()
    assert library.stories.article(1) == first
    assert library.lists.search("anders").items == ()
    assert library.check() == ()

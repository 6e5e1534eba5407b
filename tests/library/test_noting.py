from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.finding import Field, Place
from newsroom.domain.note_listing import NoteFilter, NoteScope
from newsroom.domain.note_places import add_note
from newsroom.domain.notes import Note, Reply, answered, put, resolved

OPEN = NoteFilter()
EVERY = NoteFilter(resolved=True)


def at(minute):
    return datetime(2026, 5, 4, 9, minute, tzinfo=UTC)


def note(name="n1", author="Bruno Hald", minute=0, text="Wer sagt das?"):
    return Note(name, author, at(minute), text)


@pytest.fixture
def noted(library, anna, story):
    """Give a function that saves a new story with notes on its first words."""

    def save(headline, *notes, **fields):
        article = story(headline, **fields)
        for one in notes:
            article = add_note(article, one, Place(Field.BODY, 0, 0, 3))
        return library.stories.save(article, anna).article

    return save


def names(page):
    return [line.name for line in page.items]


def test_notes_are_listed_with_their_story_those_last_spoken_of_first(library, noted):
    spoken = answered(note("old", minute=1), Reply("Anna Berg", at(9), "Interfax."))
    first = noted("Hafen wird tiefer", note("new", minute=5), spoken)
    lines = library.lists.notes(OPEN).items
    assert [line.name for line in lines] == ["old", "new"]
    assert (lines[0].story, lines[0].headline, lines[0].replies) == (first.id, "Hafen wird tiefer", 1)
    assert lines[0].latest == at(9)
    assert lines[0].placed


def test_resolved_notes_are_listed_only_where_they_are_wanted(library, noted):
    noted("Hafen", note("open"), resolved(note("done", minute=1)))
    assert names(library.lists.notes(OPEN)) == ["open"]
    assert names(library.lists.notes(EVERY)) == ["done", "open"]


def test_a_save_brings_the_list_up_to_date(library, noted, anna):
    kept = noted("Hafen", note("n1"))
    gone = library.stories.save(replace(kept, body=paragraphs(["Neu."])), anna).article
    assert not library.lists.notes(OPEN).items[0].placed
    library.stories.save(replace(gone, notes=put(gone.notes, resolved(gone.notes[0]))), anna)
    assert library.lists.notes(OPEN).items == ()


def test_notes_of_stories_in_the_trash_are_not_listed_until_they_come_back(library, noted, anna):
    kept = noted("Hafen", note())
    library.stories.trash([kept.id], anna)
    assert library.lists.notes(EVERY).items == ()
    library.stories.restore([kept.id], anna)
    assert names(library.lists.notes(EVERY)) == ["n1"]


def test_one_asks_for_the_notes_of_ones_stories_or_for_those_one_wrote(library, noted, bruno):
    noted("Hafen", note("in-annas", author="Bruno Hald"))
    byline = (Byline("Bruno Hald"),)
    noted("Rat", note("in-brunos", author="Carla", minute=1), authors=byline, created_by="Carla")
    mine = NoteFilter(scope=NoteScope.MY_STORIES, person="bruno hald")
    written = NoteFilter(scope=NoteScope.MINE, person=bruno.name)
    assert names(library.lists.notes(mine)) == ["in-brunos"]
    assert names(library.lists.notes(written)) == ["in-annas"]


def test_pages_follow_each_other_without_a_gap(library, noted):
    for number in range(5):
        noted(f"Hafen {number}", note(f"a{number}", minute=3), note(f"b{number}", minute=number))
    found, after = [], None
    while True:
        page = library.lists.notes(OPEN, after, 3)
        found += [(line.story, line.name) for line in page.items]
        after = page.next
        if after is None:
            break
    assert len(found) == len(set(found)) == 10
    whole = library.lists.notes(OPEN).items
    assert found == [(line.story, line.name) for line in whole]

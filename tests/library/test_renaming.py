"""A name of the catalogue becomes another, on every kind of database."""

from dataclasses import replace

import pytest

from newsroom.domain.catalogue import Kind, Renaming
from newsroom.domain.errors import EditedElsewhere, WrongValue
from newsroom.domain.listing import Filter


@pytest.fixture(autouse=True)
def short_pages(monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 2)


def wish(kind, old, new, *, merged=False):
    return Renaming(id=0, kind=kind, old=old, new=new, old_title=old, new_title=new, merged=merged)


def finish(library, job, person):
    while not job.finished:
        job, _ = library.catalogue.go_on(job.id, person)
    return job


@pytest.mark.parametrize("kind", [Kind.SECTION, Kind.KEYWORD])
def test_a_merge_goes_page_by_page_and_back_again(library, anna, story, kind):
    def named(name):
        return {"section": name} if kind is Kind.SECTION else {"keywords": ("Bahn", name)}

    ids = [
        library.stories.save(story(**named(name)), anna).article.id for name in ("Ö%l_", "Ö%l_", "Öl", "Ö%l_")
    ]
    library.stories.trash(ids[:1], anna)
    before = [named(name) for name in ("Ö%l_", "Ö%l_", "Öl", "Ö%l_")]
    job = library.catalogue.begin(wish(kind, "Ö%l_", "Öl", merged=True), anna)
    assert (job.total, job.finished) == (3, False)
    finish(library, job, anna)
    assert [_fields(library, one, kind) for one in ids] == [named("Öl")] * 4
    assert library.check() == ()
    finish(library, library.catalogue.undo(job.id, anna), anna)
    assert [_fields(library, one, kind) for one in ids] == before
    assert library.check() == ()


def _fields(library, number, kind):
    found = library.stories.article(number)
    return {"section": found.section} if kind is Kind.SECTION else {"keywords": found.keywords}


def test_a_story_saved_with_a_former_name_has_the_new_one(library, anna, story):
    old = library.stories.save(story(section="Sport", keywords=("Ball",)), anna).article
    finish(library, library.catalogue.begin(wish(Kind.SECTION, "Sport", "Spiele"), anna), anna)
    finish(library, library.catalogue.begin(wish(Kind.KEYWORD, "Ball", "Bälle"), anna), anna)
    late = library.stories.save(replace(old, headline="Neu"), anna).article
    assert (late.section, late.keywords, late.headline) == ("Spiele", ("Bälle",), "Neu")
    assert [card.id for card in library.lists.cards(Filter(section="Spiele")).items] == [old.id]
    with pytest.raises(EditedElsewhere):
        library.catalogue.begin(wish(Kind.SECTION, "Sport", "Freizeit"), anna)


def test_a_taken_name_is_refused_and_nothing_changes(library, anna, story):
    for name in ("Sport", "Spiele"):
        library.stories.save(story(section=name), anna)
    with pytest.raises(WrongValue):
        library.catalogue.begin(wish(Kind.SECTION, "Sport", "Spiele"), anna)
    assert [one.name for one in library.house.sections()] == ["Sport", "Spiele"]
    assert library.catalogue.unfinished() == ()


def test_a_search_for_a_former_name_finds_what_it_became(library, anna, story):
    kept = library.stories.save(story(section="Sport", keywords=("Flüssiggas",)), anna).article
    finish(library, library.catalogue.begin(wish(Kind.SECTION, "Sport", "Spiele"), anna), anna)
    finish(library, library.catalogue.begin(wish(Kind.KEYWORD, "Flüssiggas", "LNG"), anna), anna)
    for query in ("section:Sport", "section:Spiele", "keyword:Flüssiggas", "keyword:LNG"):
        assert [hit.card.id for hit in library.lists.search(query).items] == [kept.id], query

"""A library moves from a file to a server and back, and is the same library all the way."""

from dataclasses import replace

from newsroom.domain.article import Byline
from newsroom.domain.card import Section
from newsroom.library import open_library
from newsroom.library.copying import copy_library


def copy(source, target):
    return copy_library(source, target, lambda *_: None, lambda: False)


def fill(library, anna, bruno, story):
    for number in range(15):
        library.stories.save(
            story(f"Häuser am Hafen {number}", day=number + 1, section="Lokales", keywords=("Bau", "Öl")),
            anna,
        )
    library.stories.save(replace(library.stories.article(1), authors=(Byline("Änne"),)), bruno, note="besser")
    library.stories.trash([3], anna)
    library.pictures.add(bytes(range(256)) * 100, "image/png")
    library.drafts.keep("somewhere", replace(library.stories.article(2), headline="Angefangen"))
    library.house.put_person(bruno)


def test_a_library_goes_to_a_server_and_back(postgres, place, tmp_path, anna, bruno, story):
    with open_library(place) as library:
        fill(library, anna, bruno, story)
        before = library.stories.articles(library.lists.ids())
    address = postgres.empty()
    there = copy(place, address)
    back = copy(address, tmp_path / "back.newsroom")
    assert there.digests == back.digests
    assert there.stories == 15
    with open_library(address) as server, open_library(tmp_path / "back.newsroom") as again:
        for one in (server, again):
            assert one.stories.articles(one.lists.ids()) == before
            assert [hit.card.id for hit in one.lists.search("haus").items] == [
                15 - n for n in range(15) if n != 12
            ]
            assert one.check() == ()
            assert one.house.put_section(Section("Neu", "#000000")).id == 2
            assert one.stories.save(story(), anna).article.id == 16
    postgres.drop(address)

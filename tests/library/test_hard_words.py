"""Words that are hard on a database come back as they were given, in every field and in every question."""

from dataclasses import fields, replace

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.card import Section
from newsroom.domain.listing import Filter
from newsroom.domain.person import Person

LONG = "ßﷺ𝔥 " * 2_000 + "x" * 20_000
HARD = (
    "'; DROP TABLE article; --",
    "\\' \\\" %s %(name)s {name} :name ? $1 ${x}",
    "NULL",
    "\u202eNeb\u0300el\u200b\u00ad\ufeff",
    "👩‍👩‍👧‍👦 🇩🇪 e\u0301 İ ǆ",
    "a\tb\nc d\u00a0e",
    "()<->!&|:* \" ' AND NOT near/3",
    LONG,
)
IDS = ("sql", "gaps", "null", "bidi", "emoji", "space", "match", "long")
CODED = {"genre", "language", "detected_language", "uid", "slug", "embargo_line"}


@pytest.mark.parametrize("words", HARD, ids=IDS)
def test_every_field_keeps_it(library, anna, story, words):
    texts = {
        entry.name: words
        for entry in fields(story())
        if type(getattr(story(), entry.name)) is str and entry.name not in CODED
    }
    names = {"keywords": (words,), "authors": (Byline(words, words),)}
    if words is LONG:
        texts |= {"section": "Sport", "created_by": "Anna Berg"}
        names = {}
    given = replace(story("x", words), **texts, **names)
    saved = library.stories.save(given, anna).article
    assert library.stories.article(saved.id) == saved
    assert {name: getattr(saved, name) for name in texts} == texts
    library.lists.search(words)
    library.doubles.headlines(words)
    library.house.keywords(words)
    for chosen in (Filter(section=words), Filter(author=words), Filter(genre=words), Filter(language=words)):
        library.lists.cards(chosen)
        library.lists.count(chosen)
    library.lists.counts(Person(words))
    assert library.check() == ()
    library.stories.save(replace(saved, headline="Anders", keywords=(), section="", authors=()), anna)
    assert library.check() == ()


@pytest.mark.parametrize("words", HARD[:-1], ids=IDS[:-1])
def test_the_house_s_names_keep_it(library, words):
    assert library.house.put_section(Section(words, "#000000")).name == words
    assert library.house.put_person(Person(words.strip())).name == words.strip()
    assert library.house.person(words).name == words.strip()
    library.stories.known_source([words])


def test_a_query_of_a_million_characters_is_answered(library, anna, story):
    library.stories.save(story(), anna)
    for query in ("hafen " * 170_000, "x" * 1_000_000, '"' * 1_000_000, "-" * 1_000_000):
        library.lists.search(query)

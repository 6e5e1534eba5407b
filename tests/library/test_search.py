from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Byline
from newsroom.domain.body import Paragraph, body
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.inline import Run
from newsroom.domain.listing import Filter
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.workflow import State
from newsroom.library import database, open_library


def found(library, query, *filters):
    return [hit.card.id for hit in library.lists.search(query, *filters).items]


FOUND_BY = [
    ("mueller", "Frau Müller lacht"),
    ("Müller", "Frau Mueller lacht"),
    ("strasse", "Die Straße ist zu"),
    ("straße", "Die Strasse ist zu"),
    ("häuser", "Ein Haus ist neu"),
    ("haus", "Alle Häuser sind neu"),
    ("houses", "A house is new"),
    ("CAFÉ", "Im Cafe sitzen"),
    ("nord-süd", "Die Nord-Süd-Linie"),
    ("Bürger:innen", "Alle Bürgerinnen kommen"),
    ("hafe", "Der Hafen"),
    ("h", "Der Hafen"),
    ('"wird der Hafen"', "Nun wird der Hafen tief"),
    ('"wird der Haf', "Nun wird der Hafen tief"),
    ("„wird der Hafen“", "Nun wird der Hafen tief"),
    ("hafen -schnee", "Der Hafen taut"),
    ("Elbe tiefer", "Tiefer wird die Elbe"),
]
NOT_FOUND_BY = [
    ('"der wird Hafen"', "Nun wird der Hafen tief"),
    ("hafen -tief", "Nun wird der Hafen tief"),
    ('hafen -"der Hafen"', "Nun wird der Hafen tief"),
    ("afen", "Der Hafen"),
    ("wi tief", "Der Hafen wird tief"),
    ("hafen schnee", "Der Hafen wird tief"),
    ("...", "Der Hafen ... wird tief"),
]


def test_a_story_is_found_by_what_stands_in_it(library, anna, story):
    for query, text in FOUND_BY:
        language = "en" if "house" in text else "de"
        made = library.stories.save(story("Titel", text, language=language), anna).article
        assert made.id in found(library, query), query


def test_a_story_is_not_found_by_what_does_not(library, anna, story):
    for query, text in NOT_FOUND_BY:
        made = library.stories.save(story("Titel", text), anna).article
        assert made.id not in found(library, query), query


def test_every_field_that_is_read_is_searched(library, anna, story):
    fields = {
        "kicker": "Dachwort", "subheadline": "Unterwort", "teaser": "Teaserwort", "web_headline": "Webwort",
        "keywords": ("Schlagwort",), "authors": (Byline("Namenswort"),), "dateline": "Ortswort",
    }  # fmt: skip
    library.stories.save(story(**fields), anna)
    for word in ["Dachwort", "Unterwort", "Teaserwort", "Webwort", "Schlagwort", "Namenswort", "Ortswort"]:
        assert found(library, word) == [1], word


def test_a_phrase_does_not_reach_across_fields(library, anna, story):
    library.stories.save(story("Hafen wird", "tiefer als gedacht"), anna)
    assert found(library, '"wird tiefer"') == []


def test_deleted_text_is_not_found(library, anna, story):
    deleted = Mark(MarkKind.DELETED, "c1")
    text = body(Paragraph((Run("Der "), Run("alte ", frozenset({deleted})), Run("Hafen"))))
    moment = library.stories.save(story(), anna).article.modified
    change = Change("c1", ChangeKind.DELETION, "Anna", moment)
    library.stories.save(replace(story("Titel"), body=text, changes=(change,)), anna)
    assert found(library, "alte") == []
    assert found(library, "hafen titel") == [2]


def test_the_newest_come_first_in_pages(library, anna, story):
    library.stories.add_many([(story(f"Hafen {day}", day=day), "") for day in (3, 1, 5, 2, 4)], anna)
    first = library.lists.search("hafen ", limit=3)
    second = library.lists.search("hafen ", limit=3, after=first.next)
    assert [hit.card.headline for hit in (*first.items, *second.items)] == [
        f"Hafen {day}" for day in (5, 4, 3, 2, 1)
    ]
    assert second.next is None


def test_a_search_obeys_the_filter(library, anna, story):
    library.stories.save(story("Hafen", section="Sport", day=1), anna)
    library.stories.save(story("Hafen", section="Lokales", day=2, state=State.APPROVED), anna)
    since = library.stories.article(2).publish_time
    assert found(library, "hafen", Filter(section="Sport")) == [1]
    assert found(library, "hafen", Filter(states=frozenset({State.APPROVED}))) == [2]
    assert found(library, "hafen", Filter(since=since)) == [2]
    assert found(library, "hafen", Filter(until=since)) == [1]
    assert found(library, "hafen", Filter(language="de", author="anna berg")) == [2, 1]


def test_an_empty_query_gives_the_list(library, anna, story):
    library.stories.save(story(), anna)
    assert found(library, "  ") == [1]


def test_a_changed_story_is_found_by_its_new_words_alone(library, anna, story):
    first = library.stories.save(story("Titel", "Das Wetter bleibt"), anna).article
    library.stories.save(replace(first, headline="Neuer Kopf"), anna)
    assert found(library, "titel") == []
    assert found(library, "neuer wetter") == [1]


def test_a_changed_time_moves_a_story_in_the_order(library, anna, story):
    early, late = (library.stories.save(story(f"Hafen {day}", day=day), anna).article for day in (1, 2))
    library.stories.save(replace(early, publish_time=late.publish_time.replace(day=9)), anna)
    assert found(library, "hafen") == [1, 2]


def test_the_snippet_shows_the_place_and_marks_the_words(library, anna, story):
    text = (
        "Vorher steht viel. " * 20
        + "Dann kommen die Häuser der Familie Müller ins Bild. "
        + "Und mehr. " * 30
    )
    library.stories.save(story("Titel", text), anna)
    hit = library.lists.search("haus muel").items[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Häuser", "Müller"]
    assert len(hit.snippet) < 180
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")


def test_a_story_found_by_its_headline_alone_shows_its_beginning(library, anna, story):
    library.stories.save(story("Hafen", "Kein Wort davon."), anna)
    hit = library.lists.search("hafen").items[0]
    assert (hit.snippet, hit.marks) == ("Kein Wort davon.", ())


@pytest.mark.parametrize(
    "query",
    [
        '" AND (',
        '"',
        '""',
        "-",
        "--",
        '-"',
        "*",
        "hafen*",
        "NEAR(a b)",
        "a:b",
        "{words}",
        "') --",
        "\0",
        "OR",
    ],
)
def test_what_looks_like_syntax_is_words(shared_library, query):
    shared_library.lists.search(query)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(), st.text('"-*()„“: abÄß')))
def test_no_text_is_an_error(shared_library, query):
    shared_library.lists.search(query)


def test_an_index_of_another_form_is_built_anew(where, library, anna, story):
    library.stories.save(story("Hafen", "Die Häuser"), anna)
    with library._store.writing() as connection:
        database.of(connection).empty(connection)
        connection.exec_driver_sql("UPDATE fact SET value = 'older' WHERE name = 'index form'")
    assert found(library, "haus") == []
    with open_library(where) as again:
        assert found(again, "haus") == [1]
        assert [match.id for match in again.doubles.headlines("Hafen")] == [1]
        assert again.check() == ()

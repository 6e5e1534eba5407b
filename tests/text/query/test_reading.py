from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import translation
from newsroom.domain.query import (
    Field,
    Has,
    InLanguage,
    InState,
    Is,
    Named,
    Query,
    Term,
    Thing,
    Trait,
    Within,
)
from newsroom.domain.workflow import State
from newsroom.text.query import names
from newsroom.text.query.reading import MOST_WORDS, read, understood
from newsroom.text.query.values import Standpoint
from newsroom.text.terms import folded

AT = Standpoint(datetime(2026, 11, 23, 10, 30, tzinfo=UTC), "Europe/Berlin", "Anna Berg")


def wanted(text):
    """Give the wanted clauses, a single part bare, words as plain text with their marks."""
    return [_said(clause) for clause in read(text, AT).wanted]


def _said(clause):
    parts = [_word(part) if isinstance(part, Term) else part for part in clause]
    return parts[0] if len(parts) == 1 else tuple(parts)


def _word(term):
    words = ("-" if not term.exact else " ").join(term.words)
    quoted = f'"{words}"' if term.exact else words
    return (f"{term.field.value}:" if term.field else "") + quoted + ("*" if term.begun else "")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Häfen elbe ", ["haefen", "elbe"]),
        ("hafen elb", ["hafen", "elb*"]),
        ("haf* elbe ", ["haf*", "elbe"]),
        ('"wird der Hafen" x ', ['"wird der hafen"', "x"]),
        ('"wird der Haf', ['"wird der haf"*']),
        ('"wird der Hafen"', ['"wird der hafen"']),
        ("„a b“ «c d» »e f«", ['"a b"', '"c d"', '"e f"']),
        ("Nord-Süd ", ["nord-sued"]),
        ("hafen or elbe x ", [("hafen", "elbe"), "x"]),
        ("hafen oder elbe ODER weser ", [("hafen", "elbe", "weser")]),
        ("hafen or", ["hafen"]),
        ("hafen or or elbe ", [("hafen", "elbe")]),
        ("or", ["or*"]),
        ("Hochwasser Oder ", ["hochwasser", "oder"]),
        ("titel:Hafen ", ["headline:hafen"]),
        ('überschrift:"Der Hafen" ', ['headline:"der hafen"']),
        ("ueberschrift:hafen kicker:elbe ", ["headline:hafen", "kicker:elbe"]),
        ("autor: Berg", ["author:berg*"]),
        ("von:Berg von:Hald ", [("author:berg", "author:hald")]),
        ("headline:a headline:b ", ["headline:a", "headline:b"]),
    ],
)
def test_words_are_read(text, meant):
    assert wanted(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("section:Sport ", Named(Field.SECTION, "Sport")),
        ("ressort:Spo", Named(Field.SECTION, "Spo", begun=True)),
        ('section:"Welt Nachrichten"', Named(Field.SECTION, "Welt Nachrichten")),
        ("status:veröffentlicht ", InState(State.PUBLISHED)),
        ("STATE:For-Review ", InState(State.FOR_REVIEW)),
        ('status:"zur Freigabe"', InState(State.FOR_REVIEW)),
        ("state:publ", InState(State.PUBLISHED)),
        ("is:published ", InState(State.PUBLISHED)),
        ("ist:gesperrt ", Is(Trait.EMBARGOED, AT.now)),
        ("is:mine ", Named(Field.AUTHOR, "Anna Berg")),
        ("has:bild ", Has(Thing.PICTURE)),
        ("hat:fussnote ", Has(Thing.FOOTNOTE)),
        ("sprache:Deutsch ", InLanguage("de")),
        ("language:de-AT ", InLanguage("de")),
    ],
)
def test_fields_are_read(text, meant):
    assert wanted(text) == [meant]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("after:gestern ", "2026-11-22", None),
        ("before:2026-03-01 ", None, "2026-03-01"),
        ("bis:2026-03-01 ", None, "2026-03-02"),
        ("on:heute ", "2026-11-23", "2026-11-24"),
        ("im:märz-2025 ", "2025-03-01", "2025-04-01"),
        ("am:27.3.2025", "2025-03-27", "2025-03-28"),
        ('on:"letzte Woche"', "2026-11-16", "2026-11-23"),
    ],
)
def test_times_are_read(text, since, until):
    (within,) = wanted(text)
    assert isinstance(within, Within)
    assert [time and f"{time:%Y-%m-%d}" for time in (within.since, within.until)] == [since, until]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("foo:bar ", ["foo", "bar"]),
        ("http://x.org/a ", ["http", "x", "org", "a"]),
        ("12:30 ", ["12", "30"]),
        ("state:foo ", ["state", "foo"]),
        ("on:hafen ", ["on", "hafen"]),
        ("Autor:innen ", ["autorinnen"]),
        ('foo:"a b"', ["foo", '"a b"']),
        ("has:picture:x ", ["has", "picture", "x"]),
        ("a AND b NEAR(c) ", ["a", "and", "b", "near", "c"]),
    ],
)
def test_what_cannot_be_a_field_is_words(text, meant):
    assert wanted(text) == meant


@pytest.mark.parametrize(
    "text", ["section:", "section: ", "on:ge", "on:27.", "status:", "", "  ", "-", '"', "\0"]
)
def test_what_is_not_typed_yet_asks_for_nothing(text):
    assert not read(text, AT)


@pytest.mark.parametrize("text", ["...", "???", "§ %"])
def test_signs_alone_find_nothing(text):
    assert read(text, AT) == Query(((),))


def test_what_is_excluded_is_unwanted_and_never_begun():
    asked = read('hafen -elbe -"der Hafen" -section:Sport -is:mine', AT)
    assert asked.unwanted == (
        Term(("elbe",)),
        Term(("der", "hafen"), exact=True),
        Named(Field.SECTION, "Sport"),
        Named(Field.AUTHOR, "Anna Berg"),
    )


def test_two_values_of_one_field_mean_either():
    assert wanted("section:Sport hafen ressort:Politik status:draft is:published ") == [
        (Named(Field.SECTION, "Sport"), Named(Field.SECTION, "Politik")),
        "hafen",
        (InState(State.DRAFT), InState(State.PUBLISHED)),
    ]


def test_words_and_fields_may_be_alternatives():
    assert wanted("hafen or section:Sport x ") == [("hafen", Named(Field.SECTION, "Sport")), "x"]


def test_a_genre_is_known_in_both_languages_and_by_its_own_name():
    assert Named(Field.GENRE, "report") in read("genre:Bericht ", AT).wanted[0]
    assert read("textsorte:Glosse ", AT).wanted == ((Named(Field.GENRE, "Glosse"),),)


@pytest.mark.parametrize("code", translation.LANGUAGES)
def test_every_word_that_the_program_shows_is_understood(code):
    spoken = translation.language()
    translation.use(code)
    try:
        shown = [
            (known, thing, folded(translation._(thing.label)).replace(" ", ""))
            for things, known in (
                (Field, names.FIELD_NAMES),
                (State, names.STATE_NAMES),
                (Thing, names.THING_NAMES),
                (Trait, names.TRAIT_NAMES),
            )
            for thing in things
        ]
    finally:
        translation.use(spoken)
    for known, thing, word in shown:
        assert {name.replace(" ", ""): it for name, it in known.items()}[word] is thing


@pytest.mark.parametrize("named", [names.FIELDS, names.STATES, names.THINGS, names.TRAITS, names.LANGUAGES])
def test_no_name_has_two_meanings(named):
    said = [
        (folded(word), thing) for thing, both in named.items() for words in both.values() for word in words
    ]
    assert len({word for word, _ in said}) == len(set(said))


def test_a_million_characters_are_read_at_once():
    for text in ("a" * 1_000_000, "section:x " * 100_000, '"' * 1_000_000, "-" * 1_000_000, "a:" * 500_000):
        asked = read(text, AT)
        assert sum(len(term.words) for term in asked.terms) <= MOST_WORDS


naughty = st.one_of(
    st.text(),
    st.text('"-*()„“«»: abÄßor\u202e\u0301\u200d\u00ad😀'),
    st.lists(
        st.sampled_from(["section:", "on:", "-", '"', "or", " ", "heute", "a", "status:", "*", ":", "ä"])
    ).map("".join),
)


@given(naughty)
def test_no_text_is_an_error(text):
    asked = read(text, AT)
    assert isinstance(asked, Query)
    assert sum(len(term.words) for term in asked.terms) <= MOST_WORDS


@given(naughty)
def test_pieces_lie_in_order_inside_the_text(text):
    ends = [0]
    for one in understood(text, AT):
        assert ends[-1] <= one.piece.start < one.piece.end <= len(text)
        ends.append(one.piece.end)


@given(
    st.lists(
        st.sampled_from(["hafen", "Elbe", '"der Hafen"', "-Schnee", "section:Sport", "on:2025", "is:draft"]),
        max_size=16,  # of more words the last ones are left out
    )
)
def test_order_does_not_matter_without_or(parts):
    one, other = read(" ".join(parts) + " ", AT), read(" ".join(reversed(parts)) + " ", AT)
    assert {frozenset(clause) for clause in one.wanted} == {frozenset(clause) for clause in other.wanted}
    assert set(one.unwanted) == set(other.unwanted)

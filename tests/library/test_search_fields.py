"""The search language on a real library: fields, alternatives, what is unwanted, what stands where."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Byline
from newsroom.domain.body import Paragraph, Picture, Table, body
from newsroom.domain.inline import Footnote, Run, text
from newsroom.domain.listing import Filter, Ranking
from newsroom.domain.notes import Note
from newsroom.domain.workflow import State
from newsroom.library import search
from newsroom.text.query.reading import read
from newsroom.text.query.values import Standpoint

NOW = datetime(2025, 5, 20, 10, tzinfo=UTC)
AT = Standpoint(NOW, "Europe/Berlin", "Anna Berg")


def found(library, query, **options):
    return {hit.card.headline for hit in library.lists.search(read(query, AT), **options).items}


@pytest.fixture(scope="module")
def harbour(shared_library, anna, bruno, story):
    """A library of six stories that differ in all that can be asked for."""
    picture = body(
        Paragraph(text("Das Bild zeigt den Hafen.")),
        Picture("", text("Kran"), "Fotowerk", alternative="Turmkran"),
    )
    table = body(Paragraph(text("Zahlen zum Hafen.")), Table(((text("Jahr"), text("Umschlag")),)))
    foot = body(Paragraph((Run("Hafen mit Fuß"), Footnote(text("unten")))))
    note = Note("n1", "Anna Berg", NOW, "Stimmt das?")
    made = [
        story("Hafen wird tiefer", "Der Hafen an der Elbe.", day=1, section="Lokales", genre="report",
              state=State.PUBLISHED, keywords=("Elbe", "Hafen Hamburg"), source="ona"),
        story("Elbe steigt", "Im Hafen steht Wasser.", day=2, section="Welt Nachrichten", kicker="Hafenwetter",
              authors=(Byline("Bruno Hald"),), state=State.SCHEDULED),
        replace(story("Kräne", day=3, section="Lokales", embargo=NOW + timedelta(days=1)), body=picture),
        replace(story("Zahlen", day=4, section="Sport", notes=(note,), genre="glosse"), body=table),
        replace(story("Fußnote", day=5, section="Kultur", embargo=NOW - timedelta(days=1)), body=foot),
        story("Port news", "The harbour is deeper.", day=6, section="Sport", language="en-GB", imported=True),
    ]  # fmt: skip
    shared_library.stories.add_many([(article, "") for article in made], anna)
    gone = shared_library.stories.save(story("Weg", "Hafen im Papierkorb."), bruno).article
    shared_library.stories.trash([gone.id], bruno)
    return shared_library


ALL = {"Hafen wird tiefer", "Elbe steigt", "Kräne", "Zahlen", "Fußnote", "Port news"}


@pytest.mark.parametrize(
    ("query", "stories"),
    [
        ("headline:hafen ", {"Hafen wird tiefer"}),
        ("titel:Kran ", {"Kräne"}),
        ("titel:Kran", {"Kräne"}),
        ("titel:häfen ", {"Hafen wird tiefer"}),
        ('überschrift:"wird tiefer"', {"Hafen wird tiefer"}),
        ('überschrift:"tiefer wird"', set()),
        ("titel:hafen titel:elbe ", set()),
        ("titel:hafen or titel:elbe ", {"Hafen wird tiefer", "Elbe steigt"}),
        ("dachzeile:hafen", {"Elbe steigt"}),
        ("hafen -titel:hafen ", ALL - {"Hafen wird tiefer", "Port news"}),
        ("section:lokales ", {"Hafen wird tiefer", "Kräne"}),
        ("ressort:Lokales ressort:Sport ", {"Hafen wird tiefer", "Kräne", "Zahlen", "Port news"}),
        ('section:"welt nachrichten"', {"Elbe steigt"}),
        ("section:Welt ", {"Elbe steigt"}),
        ("section:Lok", {"Hafen wird tiefer", "Kräne"}),
        ("section:Nirgends ", set()),
        ("-section:Lokales -ressort:Sport ", {"Elbe steigt", "Fußnote"}),
        ("author:hald ", {"Elbe steigt"}),
        ('autor:"Bruno Hald"', {"Elbe steigt"}),
        ("von:berg ", ALL),
        ("is:mine ", ALL),
        ("-is:mine ", set()),
        ("keyword:elbe ", {"Hafen wird tiefer"}),
        ('schlagwort:"Hafen Hamburg"', {"Hafen wird tiefer"}),
        ('schlagwort:"Elbe Hafen"', set()),
        ("quelle:ona ", {"Hafen wird tiefer"}),
        ("genre:Bericht ", {"Hafen wird tiefer"}),
        ("textsorte:glosse ", {"Zahlen"}),
        ("status:veröffentlicht ", {"Hafen wird tiefer"}),
        ("is:published is:scheduled ", {"Hafen wird tiefer", "Elbe steigt"}),
        ("language:english ", {"Port news"}),
        ("hafen sprache:de ", ALL - {"Port news"}),
        ("-sprache:de ", {"Port news"}),
        ("has:bild ", {"Kräne"}),
        ("hat:tabelle ", {"Zahlen"}),
        ("has:footnote ", {"Fußnote"}),
        ("unten ", {"Fußnote"}),
        ("fotowerk turmkran ", {"Kräne"}),
        ("has:note ", {"Zahlen"}),
        ("has:changes ", set()),
        ("-has:picture -has:table hafen ", {"Hafen wird tiefer", "Elbe steigt", "Fußnote"}),
        ("is:gesperrt ", {"Kräne"}),
        ("is:imported ", {"Port news"}),
        ("is:trash ", {"Weg"}),
        ("hafen is:papierkorb ", {"Weg"}),
        ("after:4.5.2025 ", {"Zahlen", "Fußnote", "Port news"}),
        ("hafen nach:3.5.2025 vor:5.5.2025 ", {"Kräne", "Zahlen"}),
        ("on:2.5.2025 ", {"Elbe steigt"}),
        ("bis:2.5.2025 ", {"Hafen wird tiefer", "Elbe steigt"}),
        ("im:mai-2025 hafen -am:2.5.2025 ", {"Hafen wird tiefer", "Kräne", "Zahlen", "Fußnote"}),
        ("am:1.5.2025 am:2.5.2025 ", {"Hafen wird tiefer", "Elbe steigt"}),
        ("kran or tiefer ", {"Hafen wird tiefer", "Kräne"}),
        ("kran or tiefer elbe ", {"Hafen wird tiefer"}),
        ("kran or section:Sport ", {"Kräne", "Zahlen", "Port news"}),
        ("kran or section:Sport or am:1.5.2025 ", {"Kräne", "Zahlen", "Port news", "Hafen wird tiefer"}),
        ("-hafen ", {"Port news"}),
        ("...", set()),
        ("section:", ALL),
    ],
)
def test_a_query_finds_exactly(harbour, query, stories):
    assert found(harbour, query) == stories
    assert harbour.lists.found(read(query, AT)) == (len(stories) if read(query, AT) else len(ALL))


def test_a_query_obeys_the_filter_it_is_asked_within(harbour):
    assert found(harbour, "hafen ", chosen=Filter(section="Sport")) == {"Zahlen"}
    assert found(harbour, "hafen ", chosen=Filter(trash=True)) == {"Weg"}


HYPHENED = [
    ("Bundeskanzler-Amt ", "Das Bundeskanzleramt schweigt"),
    ("Bundeskanzleramt ", "Das Bundeskanzler-Amt schweigt"),
    ("Corona-Regeln ", "Eine Corona-Regel fällt"),
    ("Nord-Süd ", "Die Nord-Süd-Linie fährt"),
    ("E-Mail ", "Eine Email kam"),
    ("nord-sü", "Die Nordsüdlinie fährt"),
]


def test_hyphens_keep_nothing_apart(library, anna, story):
    for number, (query, words) in enumerate(HYPHENED):
        library.stories.save(story(f"Titel {number}", words), anna)
        assert f"Titel {number}" in found(library, query), query

    library.stories.save(story("Fern", "Im Norden Regen, im Süden Sonne, nord und süd."), anna)
    assert "Fern" not in found(library, "Nord-Süd ")


def test_where_right_ones_are_few_they_are_found_among_many(library, anna, story, monkeypatch):
    monkeypatch.setattr(search, "NEAREST", 5)
    monkeypatch.setattr(search, "FEW", 3)
    made = [
        story(f"Hafen {n}", day=1 + n % 28, section="Sport" if n % 10 == 0 else "Lokales") for n in range(40)
    ]
    made += [story("Hafen selten", day=1, section="Kultur")]
    library.stories.add_many([(article, "") for article in made], anna)
    assert found(library, "hafen section:Kultur ") == {"Hafen selten"}
    assert found(library, "hafen section:Sport ") == {"Hafen 0", "Hafen 10", "Hafen 20", "Hafen 30"}
    first = library.lists.search("hafen section:Lokales ", limit=20)
    second = library.lists.search("hafen section:Lokales ", limit=20, after=first.next)
    keys = [hit.card.sort_key for hit in (*first.items, *second.items)]
    assert keys == sorted(keys, reverse=True)
    assert len(keys) == 36
    assert second.next is None


def test_the_best_come_first_and_then_the_best_of_all(library, anna, story, monkeypatch):
    from newsroom.library import ranking

    monkeypatch.setattr(ranking, "NEWEST", 3)
    made = [
        story("Wetter", "Am Rande: ein Hafen. " + "Viel anderes steht hier. " * 20, day=day)
        for day in (4, 5, 6)
    ]
    made += [story("Der Hafen", "Hafen, Hafen, Hafen.", day=1)]
    library.stories.add_many([(article, "") for article in made], anna)
    newest = [hit.card.headline for hit in library.lists.search("hafen ", order=Ranking.BEST).items]
    best = [hit.card.headline for hit in library.lists.best("hafen ", lambda: False).items]
    assert newest == ["Wetter"] * 3
    assert best == ["Der Hafen", *newest]
    assert library.lists.best("hafen ", lambda: True).items == ()

    first = library.lists.search("hafen ", limit=2, order=Ranking.BEST)
    second = library.lists.search("hafen ", limit=2, order=Ranking.BEST, after=first.next)
    assert len({hit.card.id for hit in (*first.items, *second.items)}) == 3
    assert second.next is None


def test_numbers_of_all_finds_are_given_newest_first(harbour):
    ids = harbour.lists.found_ids(read("hafen ", AT))
    assert [harbour.stories.article(number).headline for number in ids[:2]] == ["Fußnote", "Zahlen"]


def test_a_story_that_lost_a_word_is_found_in_its_earlier_version(library, anna, bruno, story):
    first = library.stories.save(story("Titel", "Der Minister lügt."), anna).article
    second = library.stories.save(
        replace(first, body=body(Paragraph(text("Der Minister irrt.")))), bruno
    ).article
    library.stories.save(replace(second, headline="Anderer Titel"), anna)
    (hit,) = library.history.search("lügt ").items
    assert (hit.card.headline, hit.version, hit.person) == ("Anderer Titel", 1, "Anna Berg")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["lügt"]
    assert library.history.search("minister ").items == (), "today's version holds it"
    assert library.history.search('titel:"Titel" lügt ').items == (hit,)
    assert library.history.search("lügt section:Nirgends ").items == ()


def test_earlier_versions_are_searched_page_by_page(library, anna, story):
    for n in range(3):
        saved = library.stories.save(story(f"Alt {n}", "Früher Hafen", day=n + 1), anna).article
        library.stories.save(replace(saved, body=body(Paragraph(text("heute nicht")))), anna)
    seen, after = [], None
    while True:
        page = library.history.search("hafen ", after=after, stories=1)
        seen += [hit.card.headline for hit in page.items]
        after = page.next
        if after is None:
            break
    assert seen == ["Alt 2", "Alt 1", "Alt 0"]


def test_marks_show_what_was_asked_for_and_nothing_of_fields(harbour):
    (hit,) = harbour.lists.search(read('"der Hafen" titel:tiefer ', AT)).items
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Der Hafen"]
    (hit,) = harbour.lists.search(read("kran or wasser steht section:Welt ", AT)).items
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["steht", "Wasser"]


parts = st.sampled_from(
    [
        "hafen",
        "elbe",
        '"der hafen"',
        "-kran",
        "section:Sport",
        "-section:Lokales",
        "on:2025",
        "is:mine",
        "or",
        "has:bild",
        "titel:hafen",
        "is:trash",
        "status:entwurf",
        "von:hald",
        "language:de",
        '"',
        "-",
        "(",
        "*",
        "ä",
        "genre:Bericht",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(parts, max_size=8))
def test_every_combination_is_answered_and_counted_alike(harbour, pieces):
    query = read(" ".join(pieces), AT)
    page = harbour.lists.search(query)
    assert harbour.lists.found(query) == len(page.items)
    assert [hit.card.id for hit in page.items] == list(harbour.lists.found_ids(query))
    best = harbour.lists.search(query, order=Ranking.BEST)
    assert {hit.card.id for hit in best.items} == {hit.card.id for hit in page.items}
    harbour.history.search(query)

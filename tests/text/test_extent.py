from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Article, OrderedLength, Unit
from newsroom.domain.body import Body, Box, Paragraph, Picture, Table, block_text, body, paragraphs
from newsroom.domain.changes import for_readers
from newsroom.domain.finding import Field, Place
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.text.extent import measured
from newsroom.text.length import measure
from newsroom.text.ordered import Reach, filled, overset
from tests.strategies import bodies

GONE = frozenset({Mark(MarkKind.DELETED, "c1")})
NEW = frozenset({Mark(MarkKind.INSERTED, "c1")})
WIDTH = 12


def story(*words, lead=""):
    return Article(uid="u", lead=text(lead), body=paragraphs(words))


def extent(article, dateline="", before=None):
    return measured(article, WIDTH, 200, dateline, before)


@given(bodies(max_size=3))
def test_counted_is_exactly_what_readers_get(source):
    parts = [block_text(block) for block in for_readers(source).blocks]
    wanted = measure([part for part in parts if part.strip()], WIDTH, 200)
    assert extent(Article(uid="u", body=source)).length == wanted


@given(bodies(max_size=3), bodies(max_size=2))
def test_counting_what_changed_gives_the_same_as_counting_all(one, other):
    before = extent(Article(uid="u", body=one))
    mixed = Article(uid="u", body=Body((*one.blocks, *other.blocks)))
    assert extent(mixed, before=before) == extent(mixed)


def test_what_did_not_change_is_not_counted_again():
    article = story("Eins zwei.", "Drei vier.")
    before = extent(article)
    longer = replace(article, body=Body((Paragraph(text("Neu.")), *article.body.blocks)))
    after = extent(longer, before=before)
    kept = [part.counted for part in after.parts[2:]]
    assert all(one is was.counted for one, was in zip(kept, before.parts[1:], strict=True))


def test_deleted_text_and_joined_paragraphs_are_one_for_readers():
    first = Paragraph((Run("Der "), Run("alte ", GONE), Run("Hafen")), GONE)
    found = extent(Article(uid="u", body=body(first, Paragraph((Run(" ruht.", NEW),)))))
    assert found.parts[1].counted.text == "Der Hafen ruht."
    assert found.parts[1].place(5) == Place(Field.BODY, 0, 10, 10)
    assert found.parts[1].place(11) == Place(Field.BODY, 1, 2, 2)
    assert found.parts[1].offset(1, 2) == 11


def test_the_dateline_counts_in_front_of_the_first_words():
    found = extent(story("Der Hafen wird tiefer.", lead="Ein Vorspann."), "KIEL –")
    assert found.parts[1].counted.text == "KIEL – Der Hafen wird tiefer."
    assert found.parts[1].place(found.parts[1].counted.starts[1]).start == 4
    assert extent(story(lead="Nur das."), "KIEL –").parts[0].counted.text == "KIEL – Nur das."


@pytest.mark.parametrize(
    ("unit", "amount", "line", "word"),
    [(Unit.LINES, 2, 3, "wird"), (Unit.WORDS, 2, 2, "von"), (Unit.CHARACTERS, 10, 2, "von")],
)
def test_the_overset_begins_where_the_order_is_filled(unit, amount, line, word):
    article = story("Der Hafen von Lindholm wird tiefer.")
    found = overset(extent(article), OrderedLength(amount, unit), 0)
    assert found.line == line
    assert block_text(article.body.blocks[0])[found.place.start :].split()[0] == word


def test_the_overset_is_counted_through_lead_and_paragraphs():
    found = overset(extent(story("Eins.", "Zwei.", "Drei.", lead="Null.")), OrderedLength(2), 0)
    assert (found.line, found.place) == (3, Place(Field.BODY, 1, 0, 0))


@pytest.mark.parametrize(
    ("lines", "reach"), [(9, Reach.SHORT), (10, Reach.FITS), (12, Reach.FITS), (13, Reach.OVER)]
)
def test_a_story_fits_within_the_tolerance(lines, reach):
    found = extent(story(*["Eins."] * lines))
    ordered = OrderedLength(11)
    assert filled(found.length, ordered, 5).reach is reach
    assert (overset(found, ordered, 5) is not None) is (reach is Reach.OVER)


def test_nothing_is_over_where_nothing_was_ordered():
    assert overset(extent(story("Eins.")), None, 5) is None


@given(
    st.lists(st.text("ab -\u00ad", max_size=40), max_size=5), st.integers(1, 30), st.sampled_from(list(Unit))
)
def test_an_overset_always_has_its_place(words, amount, unit):
    found = extent(story(*words))
    ordered = OrderedLength(amount, unit)
    over = filled(found.length, ordered, 0).reach is Reach.OVER
    assert (overset(found, ordered, 0) is not None) is over


def test_a_selection_is_counted_as_readers_get_it():
    first = Paragraph((Run("Der "), Run("alte ", GONE), Run("Hafen ruht.")))
    article = Article(uid="u", body=body(first, *paragraphs(["Zwei Worte.", "Ende."]).blocks))
    found = extent(article)
    chosen = found.between(Place(Field.BODY, 0, 4, 4), Place(Field.BODY, 2, 3, 3))
    assert (chosen.words, chosen.characters) == (5, len("Hafen ruht.Zwei Worte.End"))
    assert chosen.reading_seconds == 2
    assert found.between(Place(Field.BODY, 1, 5, 5), Place(Field.BODY, 1, 10, 10)).characters == 5


def test_captions_tables_and_boxes_count():
    source = body(
        Picture("", text("Der Kai")),
        Table(((text("eins"), text("zwei")),)),
        Box(text("Kasten"), (Paragraph(text("Im Kasten")),)),
    )
    assert extent(Article(uid="u", body=source)).length.words == 7


def test_another_line_is_counted_anew():
    article = story("Der Hafen von Lindholm wird tiefer.")
    assert measured(article, 60, 200, "", extent(article)).length.lines == 1

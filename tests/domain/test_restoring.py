"""What a story once was comes back: whole, a field, a paragraph."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.body import Crosshead, Picture, block_text, body, paragraphs
from newsroom.domain.changes import final, original
from newsroom.domain.errors import WrongValue
from newsroom.domain.inline import text
from newsroom.domain.ledger import Ledger
from newsroom.domain.notes import new_note
from newsroom.domain.restoring import restored, with_field, with_paragraph
from newsroom.domain.workflow import State

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ONE, TWO, THREE = "Der Rat tagt heute.", "Die Schule bleibt zu.", "Das Amt baut eine Brücke."
STORY = Article.new(headline="Rat", body=paragraphs([ONE, TWO, THREE]), section="Lokales")


def texts(story):
    return [block_text(block) for block in story.body.blocks]


def test_text_and_facts_come_back_and_where_the_story_stands_stays():
    now = replace(STORY, id=3, version=9, headline="Neu", section="Welt", state=State.APPROVED, embargo=NOON)
    back = restored(now, replace(STORY, id=3, version=2, keywords=("Bau",)))
    assert (back.headline, back.section, back.keywords) == ("Rat", "Lokales", ("Bau",))
    assert (back.version, back.state, back.embargo) == (9, State.APPROVED, NOON)


def test_notes_that_were_made_since_are_kept():
    old, new = new_note("Anna", NOON, "alt"), new_note("Anna", NOON, "neu")
    back = restored(replace(STORY, notes=(new,)), replace(STORY, notes=(old,)))
    assert back.notes == (old, new)


def test_a_changed_paragraph_comes_back_word_by_word():
    now = replace(STORY, body=paragraphs([ONE, "Die Schule öffnet.", THREE]))
    assert texts(with_paragraph(now, (STORY, now), (1, 1))) == [ONE, TWO, THREE]


def test_a_paragraph_that_went_comes_back_to_its_place():
    now = replace(STORY, body=paragraphs([ONE, THREE]))
    assert texts(with_paragraph(now, (STORY, now), (1, None))) == [ONE, TWO, THREE]


def test_a_paragraph_that_came_goes_again():
    now = replace(STORY, body=paragraphs([ONE, "Ganz neu ist das hier.", TWO, THREE]))
    assert texts(with_paragraph(now, (STORY, now), (None, 1))) == [ONE, TWO, THREE]


def test_it_is_found_where_the_story_went_on_since_the_newer_version():
    newer = replace(STORY, body=paragraphs([ONE, "Die Schule bleibt heute zu.", THREE]))
    now = replace(STORY, body=paragraphs(["Ein neuer Anfang.", *texts(newer), "Schluss."]))
    back = with_paragraph(now, (STORY, newer), (1, 1))
    assert texts(back) == ["Ein neuer Anfang.", ONE, TWO, THREE, "Schluss."]


def test_a_paragraph_that_is_no_longer_there_is_told():
    newer = replace(STORY, body=paragraphs([ONE, "Die Schule öffnet.", THREE]))
    now = replace(STORY, body=paragraphs(["Etwas anderes."]))
    with pytest.raises(WrongValue, match="no longer in the text"):
        with_paragraph(now, (STORY, newer), (1, 1))


def test_a_picture_and_a_crosshead_come_back_as_what_they_were():
    old = replace(STORY, body=body(Picture("a" * 64, text("Kai")), Crosshead(text("Der Rat tagt heute."))))
    now = replace(STORY, body=body(Picture("b" * 64, text("Kai")), *paragraphs([ONE]).blocks))
    once = with_paragraph(now, (old, now), (0, 0))
    assert with_paragraph(once, (old, now), (1, 1)).body == old.body


def test_with_a_ledger_the_way_back_is_a_tracked_change():
    now = replace(STORY, body=paragraphs([ONE, "Die Schule öffnet.", THREE]))
    back = with_paragraph(now, (STORY, now), (1, 1), Ledger("Rike", (), lambda: NOON))
    assert final(back.body) == STORY.body
    assert original(back.body, back.changes) == now.body
    assert {change.author for change in back.changes} == {"Rike"}


def test_a_field_comes_back_alone():
    now = replace(STORY, headline="Neu", section="Welt", lead=text("Was war."))
    assert with_field(now, STORY, "headline").section == "Welt"
    assert with_field(now, STORY, "lead").lead == ()


@given(
    st.lists(st.sampled_from([ONE, TWO, THREE, "Vier", "Fünf sechs"]), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from([ONE, TWO, THREE, "Vier", "Fünf sechs"]), min_size=1, max_size=4, unique=True),
)
def test_paragraphs_that_went_come_back_in_whatever_order(old, new):
    former, now = replace(STORY, body=paragraphs(old)), replace(STORY, body=paragraphs(new))
    for place, words in enumerate(old):
        if words not in new:
            back = with_paragraph(now, (former, now), (place, None))
            assert words in texts(back)
            assert len(texts(back)) == len(new) + 1

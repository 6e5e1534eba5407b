from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.body import Body, Crosshead, Paragraph, Picture, paragraphs
from newsroom.domain.counterpart import (
    BODY,
    Home,
    Wording,
    home,
    pending,
    settled,
    wording_of,
)
from newsroom.domain.inline import text
from tests.strategies import bodies

FERRY = (
    "Die Fähre nach Wendelsbrück fährt ab Montag wieder jede Stunde.",
    "Der Kapitän freut sich auf den Sommer und auf viele Gäste.",
    "Karten gibt es am Hafen und im Netz.",
)


def wording(*texts, **fields):
    return Wording(headline="Fähre fährt wieder", body=paragraphs(texts or FERRY), **fields)


def changed(place, words):
    return wording(*FERRY[:place], words, *FERRY[place + 1 :])


def test_a_version_that_did_not_change_has_nothing_to_take_over():
    assert pending(wording(), wording()) == ()


def test_tracked_changes_count_as_accepted():
    story = Article.new(headline="Fähre fährt wieder", body=paragraphs(FERRY))
    assert wording_of(story) == wording()


def test_each_changed_line_is_a_change_of_its_own():
    now = replace(wording(), headline="Fähre fährt häufiger", kicker="Verkehr")
    assert [(one.field, one.before, one.after) for one in pending(wording(), now)] == [
        ("kicker", "", "Verkehr"),
        ("headline", "Fähre fährt wieder", "Fähre fährt häufiger"),
    ]


def test_a_changed_paragraph_a_new_one_and_one_that_went_are_three_changes():
    now = wording("Neu am Anfang.", FERRY[0].replace("Montag", "Dienstag"), FERRY[2])
    kinds = [(one.before is None, one.after is None) for one in pending(wording(), now)]
    assert sorted(kinds) == [(False, False), (False, True), (True, False)]


def test_what_was_left_is_not_told_again():
    now = changed(1, FERRY[1].replace("Sommer", "Herbst"))
    (one,) = pending(wording(), now)
    assert pending(settled(wording(), one), now) == ()


def test_a_paragraph_that_reads_the_same_here_is_replaced():
    (one,) = pending(wording(), changed(1, FERRY[1].replace("Sommer", "Herbst")))
    own = paragraphs((FERRY[1],))
    where = home(own, wording(), one)
    assert where == Home(0, 1)


def test_a_paragraph_that_was_shortened_here_is_found_and_said_to_differ():
    (one,) = pending(wording(), changed(1, FERRY[1].replace("Sommer", "Herbst")))
    own = paragraphs((FERRY[0], "Der Kapitän freut sich auf den Sommer."))
    assert home(own, wording(), one) == Home(1, 2, same=False)


def test_a_paragraph_that_was_cut_here_has_no_place():
    (one,) = pending(wording(), changed(1, FERRY[1].replace("Sommer", "Herbst")))
    assert home(paragraphs((FERRY[2],)), wording(), one) is None


def test_a_new_paragraph_goes_behind_what_stood_before_it():
    (one,) = pending(wording(), wording(FERRY[0], "Ganz neu ist das.", *FERRY[1:]))
    own = paragraphs((FERRY[0], FERRY[2]))
    assert home(own, wording(), one) == Home(1, 1)


def test_a_new_first_paragraph_goes_to_the_top():
    (one,) = pending(wording(), wording("Ganz neu ist das.", *FERRY))
    assert home(paragraphs(FERRY[1:]), wording(), one) == Home(0, 0)


def test_another_caption_is_a_change_of_its_picture():
    old = Picture("a" * 64, text("Die Fähre am Morgen."))
    new = replace(old, caption=text("Die Fähre am Abend."))
    (one,) = pending(Wording(body=Body((old,))), Wording(body=Body((new,))))
    assert (one.field, one.before, one.after) == (BODY, old, new)


def test_a_paragraph_that_became_a_crosshead_went_and_came():
    words = text(FERRY[1])
    old, new = Body((Paragraph(words),)), Body((Crosshead(words),))
    kinds = [(one.before, one.after) for one in pending(Wording(body=old), Wording(body=new))]
    assert kinds == [(Paragraph(words), None), (None, Crosshead(words))]


@given(bodies(), bodies(), st.randoms(use_true_random=False))
@pytest.mark.long
def test_settling_all_changes_one_by_one_in_any_order_leaves_none(old, new, chance):
    considered, now = Wording(body=old), Wording(body=new)
    for _turn in range(200):
        left = pending(considered, now)
        if not left:
            break
        considered = settled(considered, chance.choice(left))
    assert considered == now


@pytest.mark.parametrize("size", [0, 1])
def test_an_empty_version_can_be_compared(size):
    assert len(pending(Wording(), Wording(body=paragraphs(FERRY[:size])))) == size

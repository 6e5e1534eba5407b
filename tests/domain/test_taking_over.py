from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Body,
    Box,
    Crosshead,
    Paragraph,
    Picture,
    normal_body,
    paragraphs,
)
from newsroom.domain.changes import final, for_readers, original
from newsroom.domain.counterpart import Wording, home, pending, settled
from newsroom.domain.inline import Run, normal, plain, text
from newsroom.domain.ledger import Ledger, Pen
from newsroom.domain.marks import BOLD, MarkKind, has
from newsroom.domain.taking_over import Plain, content_taken_over, taken_over
from tests.strategies import bodies

FERRY = "Die Fähre nach Wendelsbrück fährt ab Montag wieder jede Stunde."


def all_taken_over(own, other, pen_of):
    """Take over everything that another version has made of one's own text."""
    considered, now, body = Wording(body=own), Wording(body=other), own
    while left := pending(considered, now):
        where = home(body, considered, left[0])
        assert where is not None
        body, considered = taken_over(body, where, left[0], pen_of()), settled(considered, left[0])
    return body


def pens():
    ledger = Ledger("Ragna")
    return ledger, lambda: Pen(ledger)


def _numbered(number, block):
    """Give a block that no other one equals."""
    name = Run(f"w{number} ")
    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=normal((name, *block.content)))
    if isinstance(block, Picture):
        return replace(block, caption=normal((name, *block.caption)))
    return replace(block, title=normal((name, *block.title))) if isinstance(block, Box) else None


@st.composite
def versions(draw):
    """Give two texts that have some of their blocks in common, no two of which are the same."""
    found = draw(bodies(tracked=False, notes=False)).blocks
    numbered = [block for number, one in enumerate(found) if (block := _numbered(number, one))]
    some = [draw(st.permutations(numbered))[: draw(st.integers(0, len(numbered)))] for _side in range(2)]
    return tuple(normal_body(Body(tuple(side))) for side in some)


def test_only_the_words_that_differ_are_touched():
    ledger, pen_of = pens()
    body = all_taken_over(paragraphs([FERRY]), paragraphs([FERRY.replace("Montag", "Dienstag")]), pen_of)
    marked = [
        (piece.text, next(mark.kind for mark in piece.marks))
        for piece in body.blocks[0].content
        if piece.marks
    ]
    assert sorted(marked) == [("Dienstag", MarkKind.INSERTED), ("Montag", MarkKind.DELETED)]
    assert len(ledger.changes) == 2


def test_bold_that_came_is_a_change_of_looks_alone():
    own = text(FERRY)
    new = (Run("Die Fähre", frozenset({BOLD})), *text(FERRY.removeprefix("Die Fähre")))
    done = content_taken_over(own, new, Plain())
    assert done == new


def test_a_note_in_the_paragraph_stays():
    from newsroom.domain.inline import Anchor

    own = (*text("Die Fähre "), Anchor("n1"), *text("fährt."))
    done = content_taken_over(own, text("Das Schiff fährt."), Plain())
    assert Anchor("n1") in done
    assert plain(done) == "Das Schiff fährt."


def test_a_paragraph_that_was_shortened_here_reads_as_there_afterwards():
    ledger, pen_of = pens()
    before, after = paragraphs([FERRY]), paragraphs([FERRY.replace("Montag", "Dienstag")])
    own = paragraphs(["Die Fähre nach Wendelsbrück fährt ab Montag."])
    (one,) = pending(Wording(body=before), Wording(body=after))
    where = home(own, Wording(body=before), one)
    assert final(taken_over(own, where, one, pen_of())) == after
    assert ledger.changes


def test_a_paragraph_that_became_a_crosshead_becomes_one_here():
    _ledger, pen_of = pens()
    own, other = Body((Paragraph(text(FERRY)),)), Body((Crosshead(text(FERRY)),))
    assert final(all_taken_over(own, other, pen_of)) == other


def test_a_deleted_paragraph_is_struck_and_can_come_back():
    ledger, pen_of = pens()
    own = paragraphs([FERRY, "Der Kapitän freut sich.", "Ende."])
    body = all_taken_over(own, paragraphs([FERRY, "Ende."]), pen_of)
    assert has(body.blocks[1].marks, MarkKind.DELETED)
    assert original(body, tuple(ledger.changes.values())) == own


@given(bodies(tracked=False, notes=False), bodies(tracked=False, notes=False))
@pytest.mark.long
def test_without_tracking_all_taken_over_gives_the_other_text(own, other):
    assert normal_body(all_taken_over(own, other, Plain)) == normal_body(other)


@given(versions())
@pytest.mark.long
def test_with_tracking_accepting_gives_the_other_text_and_rejecting_gives_ones_own(both):
    own, other = both
    ledger, pen_of = pens()
    body = normal_body(all_taken_over(own, other, pen_of))
    assert for_readers(body) == normal_body(other)
    assert original(body, tuple(ledger.changes.values())) == normal_body(own)


def test_a_block_of_a_newer_version_is_never_touched():
    from newsroom.domain.body import Unknown

    own = Body((Unknown('{"type":"poll"}'),))
    considered = Wording(body=own)
    (one,) = pending(considered, Wording())
    assert taken_over(own, home(own, considered, one), one, Plain()) == own
    assert replace(one, after=None) == one

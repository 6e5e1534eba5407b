from datetime import UTC, datetime

from hypothesis import given, settings

from newsroom.domain.body import Crosshead, Paragraph, Picture, block_text, body, plain_text
from newsroom.domain.changes import (
    Change,
    ChangeKind,
    change_ids,
    final,
    final_content,
    for_readers,
    original,
    settle,
)
from newsroom.domain.inline import Anchor, Run, text
from newsroom.domain.marks import BOLD, ITALIC, TRACKED, Mark, MarkKind
from tests.strategies import CHANGE_IDS, bodies, change_lists, contents

INSERTED, DELETED = (frozenset({Mark(kind, "c1")}) for kind in (MarkKind.INSERTED, MarkKind.DELETED))
FORMATTED = Mark(MarkKind.FORMATTED, "c1")
LAW = settings(max_examples=50, deadline=None)
MOMENT = datetime(2025, 5, 1, tzinfo=UTC)


@LAW
@given(bodies())
def test_the_final_text_has_no_changes_and_is_its_own_final(source):
    done = final(source)
    assert change_ids(done) == frozenset()
    assert final(done) == done


@LAW
@given(bodies(), change_lists())
def test_the_original_text_has_no_changes_and_is_its_own_original(source, changes):
    done = original(source, changes)
    assert change_ids(done) == frozenset()
    assert original(done, changes) == done


@LAW
@given(bodies(tracked=False))
def test_without_changes_final_and_original_are_the_text(source):
    assert final(source) == original(source) == source


@given(contents(tracked=False))
def test_content_without_changes_stays(content):
    assert final_content(content) == content


@LAW
@given(bodies())
def test_each_place_of_the_final_text_leads_to_its_letter(source):
    settled = settle(source)
    for number, block in enumerate(settled.body.blocks):
        if isinstance(block, Paragraph):
            for offset, letter in enumerate(block_text(block)):
                place, at = settled.place(number, offset)
                assert block_text(source.blocks[place])[at] == letter


@LAW
@given(bodies())
def test_readers_see_no_notes(source):
    shown = for_readers(source)
    kinds = {mark.kind for mark in _marks(shown)}
    assert not kinds & (TRACKED | {MarkKind.NOTE})
    assert plain_text(shown) == plain_text(final(source))


def _marks(source):
    from newsroom.domain.body import contents as texts

    for block in source.blocks:
        for content in texts(block):
            for piece in content:
                assert not isinstance(piece, Anchor)
                yield from piece.marks


@LAW
@given(bodies())
def test_only_known_changes_stand_in_a_text(source):
    assert change_ids(source) <= set(CHANGE_IDS)


def test_an_insertion_and_a_deletion_change_places():
    source = body(Paragraph((Run("Der "), Run("alte", DELETED), Run("neue", INSERTED), Run(" Hafen"))))
    assert plain_text(final(source)) == "Der neue Hafen"
    assert plain_text(original(source)) == "Der alte Hafen"


def test_a_deleted_paragraph_end_joins_and_an_inserted_one_parts():
    joined = body(Crosshead(text("Kopf "), 1, DELETED), Paragraph(text("Rest")))
    assert final(joined).blocks == (Paragraph(text("Kopf Rest")),)
    assert original(joined).blocks == (Crosshead(text("Kopf ")), Paragraph(text("Rest")))
    parted = body(Paragraph(text("Kopf "), INSERTED), Paragraph(text("Rest")))
    assert original(parted).blocks == (Paragraph(text("Kopf Rest")),)
    assert len(final(parted).blocks) == 2


def test_a_deleted_end_before_a_picture_joins_nothing():
    source = body(Paragraph(text("Kopf"), DELETED), Picture("ab" * 32), Paragraph(text("Rest")))
    assert [type(block) for block in final(source).blocks] == [Paragraph, Picture, Paragraph]


def test_a_format_change_is_taken_back_to_the_former_marks():
    change = Change("c1", ChangeKind.FORMAT, "Bruno", MOMENT, frozenset({ITALIC}))
    source = body(Paragraph((Run("a", frozenset({BOLD, FORMATTED})),)))
    assert original(source, (change,)).blocks[0].content == (Run("a", frozenset({ITALIC})),)
    assert final(source).blocks[0].content == (Run("a", frozenset({BOLD})),)

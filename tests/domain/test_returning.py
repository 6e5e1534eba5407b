from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.body import (
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Table,
    body,
    paragraphs,
    plain_text,
)
from newsroom.domain.change_list import entries
from newsroom.domain.changes import Change, ChangeKind, final, final_content, for_readers, original
from newsroom.domain.deciding import accept, reject
from newsroom.domain.inline import Footnote, Run, normal, text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.domain.notes import Note
from newsroom.domain.returning import Hand, Sent, returned
from newsroom.domain.units import groups_now, of_blocks
from tests import strategies

WHEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HAND = Hand("Mara Weber", WHEN, "Both edited this.", "Deleted there.")


def merged(base, now, back, **told):
    return returned(Sent(body=base), Sent(body=now), Sent(body=back, **told), HAND)


def ids(result):
    return {change.id for change in result.changes}


def told(result):
    """What each change deleted and inserted, and by whom."""
    known = {change.id: change for change in result.changes}
    return [(one.deleted, one.inserted, one.author) for one in entries(result.body, known)]


HARBOUR = paragraphs(["Der Hafen bleibt vorerst ohne Kran.", "Der Rat tagt im Januar.", "Alle sind froh."])


def test_a_word_that_was_changed_with_tracking_off_is_one_tracked_change_by_the_files_author():
    back = paragraphs(["Der Hafen bleibt vorerst ohne Brücke.", "Der Rat tagt im Januar.", "Alle sind froh."])
    assert told(merged(HARBOUR, HARBOUR, back)) == [("Kran", "Brücke", "Mara Weber")]


def test_words_changed_beside_each_other_are_one_change_and_apart_they_are_two():
    back = paragraphs(
        ["Unser Hafen bleibt vorerst noch lange.", "Der Rat tagt im Januar.", "Alle sind froh."]
    )
    assert told(merged(HARBOUR, HARBOUR, back)) == [
        ("Der", "Unser", "Mara Weber"),
        ("ohne Kran", "noch lange", "Mara Weber"),
    ]


def test_tracked_changes_of_the_file_keep_their_author_and_time_even_inside_a_word():
    early = WHEN - timedelta(days=2)
    changes = (
        Change("word-1", ChangeKind.DELETION, "Jo Brandt", early),
        Change("word-2", ChangeKind.INSERTION, "Ada Kern", early),
    )
    line = Paragraph(
        normal(
            (
                Run("Der Hafen bleibt vorerst ohne "),
                Run("Kr", frozenset({Mark(MarkKind.DELETED, "word-1")})),
                Run("K", frozenset({Mark(MarkKind.INSERTED, "word-2")})),
                Run("an."),
            )
        )
    )
    result = merged(HARBOUR, HARBOUR, Body((line, *HARBOUR.blocks[1:])), changes=changes)
    assert told(result) == [("Kr", "", "Jo Brandt"), ("", "K", "Ada Kern")]
    assert {change.time for change in result.changes} == {early}


def test_a_paragraph_that_was_parted_and_one_that_was_joined_change_an_end_alone():
    parted = paragraphs(
        ["Der Hafen bleibt", "vorerst ohne Kran.", "Der Rat tagt im Januar.", "Alle sind froh."]
    )
    assert [one[:2] for one in told(merged(HARBOUR, HARBOUR, parted))] == [(" ", "¶")]
    assert [one[:2] for one in told(merged(parted, parted, HARBOUR))] == [("¶", " ")]


def test_a_paragraph_that_both_edited_keeps_both_with_a_note():
    ours = paragraphs(["Der Hafen bleibt wohl ohne Kran.", "Der Rat tagt im Januar.", "Alle sind froh."])
    theirs = paragraphs(["Der Hafen bleibt vorerst ohne Brücke.", "Der Rat tagt im Mai.", "Alle sind froh."])
    result = merged(HARBOUR, ours, theirs)
    assert plain_text(final(result.body)).split("\n\n") == [
        "Der Hafen bleibt wohl ohne Kran.",
        "Der Hafen bleibt vorerst ohne Brücke.",
        "Der Rat tagt im Mai.",
        "Alle sind froh.",
    ]
    assert (result.clashes, [note.text for note in result.notes]) == (1, ["Both edited this."])
    assert for_readers(reject(result.body, ids(result), result.changes)) == ours


def test_a_paragraph_that_was_deleted_there_and_edited_here_stays_with_a_note():
    ours = paragraphs(["Der Hafen bleibt wohl ohne Kran.", "Der Rat tagt im Januar.", "Alle sind froh."])
    result = merged(HARBOUR, ours, Body(HARBOUR.blocks[1:]))
    assert for_readers(result.body) == ours
    assert [note.text for note in result.notes] == ["Deleted there."]


def test_a_paragraph_that_was_deleted_here_and_edited_there_comes_as_an_insertion_with_a_note():
    theirs = paragraphs(
        ["Der Hafen bleibt vorerst ohne Brücke.", "Der Rat tagt im Januar.", "Alle sind froh."]
    )
    result = merged(HARBOUR, Body(HARBOUR.blocks[1:]), theirs)
    assert final(result.body).blocks[0].content[0].text == "Der Hafen bleibt vorerst ohne Brücke."
    assert result.clashes == 1


def test_the_same_edit_on_both_sides_is_no_change():
    both = paragraphs(
        ["Der Hafen bleibt vorerst ohne Brücke.", "Neu.", "Der Rat tagt im Januar.", "Alle sind froh."]
    )
    result = merged(HARBOUR, both, both)
    assert (result.body, result.changes, result.clashes) == (both, (), 0)


def test_edits_of_other_paragraphs_meet_without_a_clash():
    ours = paragraphs(
        ["Der Hafen bleibt vorerst ohne Kran.", "Neu bei uns.", "Der Rat tagt im Januar.", "Alle sind froh."]
    )
    theirs = paragraphs(
        ["Der Hafen bleibt vorerst ohne Kran.", "Der Rat tagt im Januar.", "Alle sind sehr froh.", "Ende."]
    )
    result = merged(HARBOUR, ours, theirs)
    assert result.clashes == 0
    assert plain_text(final(result.body)).split("\n\n") == [
        "Der Hafen bleibt vorerst ohne Kran.",
        "Neu bei uns.",
        "Der Rat tagt im Januar.",
        "Alle sind sehr froh.",
        "Ende.",
    ]


def test_formatting_alone_is_a_change_of_formatting():
    bold = Paragraph((Run("Alle sind "), Run("froh", frozenset({BOLD})), Run(".")))
    back = Body((Crosshead(text("Der Hafen bleibt vorerst ohne Kran.")), HARBOUR.blocks[1], bold))
    result = merged(HARBOUR, HARBOUR, back)
    assert [change.kind for change in result.changes] == [ChangeKind.FORMAT, ChangeKind.FORMAT]
    assert final(result.body) == back
    assert original(result.body, result.changes) == HARBOUR


def test_captions_and_cells_carry_their_changes_inside():
    old = body(Picture("a" * 64, text("Der alte Kran"), "Foto: Kern"), Table(((text("Tor"), text("1")),)))
    new = body(Picture("", text("Der neue Kran")), Table(((text("Tor"), text("2")),)))
    result = merged(old, old, new)
    assert [one[:2] for one in told(result)] == [("alte", "neue"), ("1", "2")]
    assert accept(result.body, ids(result)).blocks[0].credit == "Foto: Kern"


def test_comments_become_notes_on_the_same_words_and_known_ones_are_not_doubled():
    mark = frozenset({Mark(MarkKind.NOTE, "word-0")})
    back = Body(
        (
            Paragraph((Run("Der "), Run("Hafen", mark), *text(" bleibt vorerst ohne Kran."))),
            *HARBOUR.blocks[1:],
        )
    )
    note = Note("word-0", "Mara Weber", WHEN, "Welcher?")
    result = merged(HARBOUR, HARBOUR, back, notes=(note,))
    assert result.changes == ()
    assert [one.text for one in result.notes] == ["Welcher?"]
    marked = next(piece for piece in result.body.blocks[0].content if piece.marks)
    assert (marked.text, marked.marks) == ("Hafen", frozenset({Mark(MarkKind.NOTE, result.notes[0].id)}))
    assert merged(HARBOUR, HARBOUR, back).body == HARBOUR


def test_a_lead_carries_its_changes_and_one_that_both_edited_stays():
    def lead(words):
        return Sent(lead=text(words))

    result = returned(lead("Es war kalt."), lead("Es war kalt."), lead("Es war warm."), HAND)
    assert final_content(result.lead) == text("Es war warm.")
    clash = returned(lead("Es war kalt."), lead("Es ist kalt."), lead("Es war warm."), HAND)
    assert (clash.lead, clash.lead_clashes) == (text("Es ist kalt."), True)


def test_a_numbered_entry_that_moves_in_is_still_one_entry():
    old = body(ListItem(text("Eins")), ListItem(text("Zwei")))
    new = body(ListItem(text("Eins")), ListItem(text("Neu")), ListItem(text("Zwei")))
    result = merged(old, old, new)
    assert final(result.body) == new
    assert told(result) == [("", "Neu¶", "Mara Weber")]


def read_of(source):
    return for_readers(source)


@st.composite
def edited(draw, source):
    """A text with blocks taken out, put in, moved and written anew."""
    blocks = list(source.blocks)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(blocks)))
        what = draw(st.sampled_from(("out", "in", "words")))
        if what == "in":
            blocks.insert(at, draw(strategies.blocks(tracked=False, notes=False)))
        elif blocks and what == "out":
            del blocks[min(at, len(blocks) - 1)]
        elif blocks and isinstance(blocks[min(at, len(blocks) - 1)], Paragraph):
            words = draw(strategies.contents(tracked=False, notes=False))
            blocks[min(at, len(blocks) - 1)] = Paragraph(words)
    return body(*blocks)


def test_a_footnote_that_went_from_the_head_of_a_table_is_missed():
    sent = body(Table(((text("Strecke"), (*text("Preis"), Footnote(text("in Euro")))),)))
    back = body(Table(((text("Strecke"), text("Preis")),)))
    result = merged(sent, sent, back)
    assert final(result.body) == back


plain_bodies = strategies.bodies(tracked=False, notes=False, max_size=5)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_accepting_gives_what_came_back_and_rejecting_what_stood_here(data):
    sent = data.draw(plain_bodies)
    back = data.draw(st.one_of(edited(sent), plain_bodies))
    result = merged(sent, sent, back)
    assert _read(accept(result.body, ids(result))) == _read(back)
    assert reject(result.body, ids(result), result.changes) == sent


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(
    strategies.bodies(notes=False, max_size=4),
    strategies.bodies(notes=False, max_size=4),
    strategies.change_lists(),
)
def test_a_text_with_open_changes_of_its_own_goes_by_the_same_law(here, back, changes):
    here = with_ends(here)
    result = merged(here, here, back, changes=changes)
    assert _read(final(result.body)) == _read(final(back))
    assert reject(result.body, ids(result), result.changes) == here


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(strategies.bodies(), strategies.bodies())
def test_a_file_that_nobody_edited_makes_no_change(sent, here):
    result = merged(sent, here, for_readers(sent))
    assert (result.body, result.changes, result.notes) == (here, (), ())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plain_bodies, plain_bodies, plain_bodies)
def test_whatever_meets_rejecting_gives_what_stood_here(sent, here, back):
    result = merged(sent, here, back)
    assert for_readers(reject(result.body, ids(result), result.changes)) == here


def with_ends(source):
    """Give a text in which changes are open inside paragraphs, and all ends stand."""
    return Body(tuple(with_end(block) for block in source.blocks))


def with_end(block):
    inner = {"blocks": tuple(map(with_end, block.blocks))} if isinstance(block, Box) else {}
    return replace(block, marks=frozenset(), **inner)


def _read(source):
    """Give what a returned file can tell: how a footnote's sign looks and how a picture is set it cannot."""
    return [group.look for group in groups_now(of_blocks(for_readers(source).blocks))]

from datetime import UTC, datetime

from hypothesis import given

from newsroom.domain.body import Box, Crosshead, Paragraph, Picture, body
from newsroom.domain.change_list import PARAGRAPH_END, WHOLE, entries
from newsroom.domain.changes import Change, ChangeKind, change_ids
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from tests.strategies import bodies

MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
CHANGES = {
    name: Change(name, ChangeKind.INSERTION, author, MOMENT)
    for name, author in (("a", "Anna"), ("b", "Anna"), ("c", "Bruno"))
}


def ins(words, name="a"):
    return Run(words, frozenset({Mark(MarkKind.INSERTED, name)}))


def gone(words, name="b"):
    return Run(words, frozenset({Mark(MarkKind.DELETED, name)}))


def test_a_word_in_the_place_of_another_is_one_entry():
    (entry,) = entries(body(Paragraph((Run("Am "), gone("Mittwoch"), ins("Donnerstag")))), CHANGES)
    assert (entry.deleted, entry.inserted, entry.author) == ("Mittwoch", "Donnerstag", "Anna")
    assert (entry.block, entry.start, entry.end) == (0, 3, 21)
    assert set(entry.ids) == {"a", "b"}


def test_changes_apart_and_of_two_people_are_entries_of_their_own():
    source = body(Paragraph((ins("eins"), ins("zwei", "c"), Run(" und "), ins("drei"))))
    assert [(one.inserted, one.author) for one in entries(source, CHANGES)] == [
        ("eins", "Anna"),
        ("zwei", "Bruno"),
        ("drei", "Anna"),
    ]


def test_a_deletion_over_paragraphs_is_one_entry_that_begins_in_the_first():
    struck = frozenset({Mark(MarkKind.DELETED, "b")})
    source = body(Crosshead((Run("Kopf "), gone("los")), 1, struck), Paragraph((gone("Rest"), Run(" geht"))))
    (entry,) = entries(source, CHANGES)
    assert entry.deleted == f"los{PARAGRAPH_END}Rest"
    assert (entry.block, entry.start, entry.end) == (0, 5, 8)


def test_formatting_and_whole_blocks_are_told():
    bold = Run("fett", frozenset({BOLD, Mark(MarkKind.FORMATTED, "a")}))
    source = body(Paragraph((bold,)), Picture("", marks=frozenset({Mark(MarkKind.DELETED, "c")})))
    assert [(one.formatted, one.deleted) for one in entries(source, CHANGES)] == [("fett", ""), ("", WHOLE)]


def test_text_inside_a_box_is_found_at_its_place():
    source = body(Box(text("Titel"), (Paragraph((Run("ab"), ins("c"))),)))
    (entry,) = entries(source, CHANGES)
    assert (entry.block, entry.start, entry.end) == (0, 8, 9)


@given(bodies())
def test_every_change_is_in_an_entry(source):
    assert {name for entry in entries(source, {}) for name in entry.ids} == change_ids(source)

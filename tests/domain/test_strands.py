"""A story as texts to look through, and the way back."""

from __future__ import annotations

from hypothesis import given

from newsroom.domain.article import Article
from newsroom.domain.body import Box, Paragraph, Picture, Table, block_text, body
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Run, plain, text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.domain.strands import all_strands, strands
from tests.strategies import bodies

GONE = Mark(MarkKind.DELETED, "c1")


def texts(*blocks):
    return [strand.text for strand in strands(Article.new(body=body(*blocks)))]


def test_headlines_lead_and_text_stand_in_reading_order():
    story = Article.new(
        kicker="Hafen", headline="Kran fehlt", lead=text("Vorspann"), body=body(Paragraph(text("Text"))),
        teaser="Teaser", web_headline="Netz",
    )  # fmt: skip
    assert [strand.text for strand in strands(story)] == ["Hafen", "Kran fehlt", "Vorspann", "Text"]
    assert [strand.field for strand in all_strands(story)][-2:] == [Field.TEASER, Field.WEB_HEADLINE]


def test_what_is_deleted_is_in_no_strand_and_its_place_is_left_out():
    block = Paragraph((Run("Mitt"), Run("en", frozenset({GONE})), Run("woch", frozenset({BOLD}))))
    (strand,) = strands(Article.new(body=body(block)))
    assert strand.text == "Mittwoch"
    assert strand.places(2, 6) == (Place(Field.BODY, 0, 2, 4), Place(Field.BODY, 0, 6, 8))


def test_paragraphs_that_a_deleted_end_joins_are_one_strand():
    first = Paragraph(text("Der Ha"), frozenset({GONE}))
    (strand,) = strands(Article.new(body=body(first, Paragraph(text("fen")))))
    assert strand.text == "Der Hafen"
    assert [place.block for place in strand.places(4, 9)] == [0, 1]


def test_captions_cells_and_boxes_are_strands_of_their_own():
    box = Box(text("Kasten"), (Paragraph(text("eins")), Paragraph(text("zwei"))))
    table = Table(((text("a"), text("b")), (text("c"), ())))
    assert texts(Picture("", text("Bild")), table, box) == ["Bild", "a", "b", "c", "Kasten", "eins", "zwei"]


@given(bodies())
def test_every_character_is_found_where_its_strand_says(source):
    for strand in strands(Article.new(body=source)):
        places = strand.places(0, len(strand.text))
        said = "".join(block_text(source.blocks[place.block])[place.start : place.end] for place in places)
        assert said == strand.text


@given(bodies())
def test_strands_hold_what_readers_read(source):
    story = Article.new(body=source)
    read = [
        words
        for block in for_readers(source).blocks
        for words in block_text(block).replace("\t", "\n").split("\n")
    ]
    held = [words for strand in strands(story) for words in strand.text.replace("\t", "\n").split("\n")]
    assert [words for words in held if words] == [words for words in read if words]


def test_a_lead_is_searched_as_it_is_read():
    lead = (Run("Alt", frozenset({GONE})), Run("Neu"))
    (strand,) = strands(Article.new(lead=lead))
    assert (strand.text, strand.block) == (plain(content_for_readers(lead)), HEADER)

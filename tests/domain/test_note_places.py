from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.body import Box, Paragraph, Picture, Table, block_text, body
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Anchor, Footnote, Run, normal, plain, text
from newsroom.domain.marks import BOLD
from newsroom.domain.note_places import add_note, delete_note, homeless, places
from newsroom.domain.notes import Note
from newsroom.domain.reader import reader_text
from tests.strategies import bodies, contents

NOTE = Note("new", "Imke", datetime(2026, 5, 4, tzinfo=UTC), "Wer sagt das?")


def story(*blocks, lead=()):
    return Article.new(lead=lead, body=body(*blocks))


def words_at(article, place):
    source = (
        plain(article.lead) if place.field is Field.LEAD else block_text(article.body.blocks[place.block])
    )
    return source[place.start : place.end]


def test_a_note_stands_on_its_words_through_other_marks():
    content = normal((Run("Die Fähre "), Run("fährt", frozenset({BOLD})), Run(" wieder.")))
    noted = add_note(story(Paragraph(content)), NOTE, Place(Field.BODY, 0, 4, 15))
    (place,) = places(noted)["new"]
    assert words_at(noted, place) == "Fähre fährt"
    assert noted.notes == (NOTE,)


def test_a_note_stands_on_the_lead():
    noted = add_note(story(lead=text("Der Hafen ist zu.")), NOTE, Place(Field.LEAD, HEADER, 4, 9))
    assert places(noted) == {"new": [Place(Field.LEAD, HEADER, 4, 9)]}


def test_a_note_on_no_text_is_an_anchor_at_its_point():
    noted = add_note(story(Paragraph(text("ab"))), NOTE, Place(Field.BODY, 0, 1, 1))
    assert noted.body.blocks[0].content == (Run("a"), Anchor("new"), Run("b"))
    assert places(noted) == {"new": [Place(Field.BODY, 0, 1, 1)]}


def test_a_footnote_inside_the_words_is_noted_with_them_and_never_doubled():
    mark = Footnote((Run("Quelle"),))
    content = normal((Run("ab"), mark, Run("cd"), mark))
    noted = add_note(story(Paragraph(content)), NOTE, Place(Field.BODY, 0, 1, 4))
    kinds = [type(piece) for piece in noted.body.blocks[0].content]
    assert kinds.count(Footnote) == 2
    assert plain(noted.body.blocks[0].content) == "abcd"


def test_notes_are_found_in_cells_captions_and_boxes():
    table = Table(((text("a"), text("bc")), (text("d"), text("ef"))))
    box = Box(text("Titel"), (Paragraph(text("Innen")),))
    picture = Picture("", text("Ein Kutter"))
    for block, start, end, wanted in ((table, 7, 9, "ef"), (box, 6, 11, "Innen"), (picture, 4, 10, "Kutter")):
        noted = add_note(story(block), NOTE, Place(Field.BODY, 0, start, end))
        (place,) = places(noted)["new"]
        assert words_at(noted, place) == wanted


def test_a_note_whose_text_is_gone_is_homeless_and_kept():
    noted = add_note(story(Paragraph(text("Die Fähre"))), NOTE, Place(Field.BODY, 0, 4, 9))
    cut = replace(noted, body=body(Paragraph(text("Die"))))
    assert homeless(noted) == ()
    assert homeless(cut) == (NOTE,)


@settings(max_examples=60)
@given(contents(), bodies(max_size=3), st.data())
def test_adding_and_deleting_a_note_leaves_the_story_as_it_was(lead, source, data):
    article = Article.new(lead=lead, body=source)
    fields = [(Field.LEAD, HEADER, plain(article.lead))]
    fields += [(Field.BODY, n, block_text(one)) for n, one in enumerate(article.body.blocks)]
    field, number, words = data.draw(st.sampled_from(fields))
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    noted = add_note(article, NOTE, Place(field, number, start, end))
    assert reader_text(noted) == reader_text(article)
    assert delete_note(noted, "new") == article
    covered = "".join(words_at(noted, place) for place in places(noted).get("new", ()))
    assert _joined(covered) == _joined(words[start:end])


def _joined(words):
    """Leave out what parts cells and lines, which no mark can cover."""
    return words.replace("\t", "").replace("\n", "")

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.mending import mended, spliced, spliced_content
from newsroom.domain.article import Article
from newsroom.domain.body import Box, ListItem, Paragraph, Picture, Table, block_text, body
from newsroom.domain.finding import Field, Fix, Place, Replacement
from newsroom.domain.inline import Run, plain, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.translation import msg

BOLD = frozenset({Mark(MarkKind.BOLD)})
WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12)


def fix(*replacements):
    return Fix(msg("Mend it"), replacements)


@given(WORDS, WORDS, WORDS, WORDS)
def test_splicing_replaces_exactly_the_stretch(before, old, new, after):
    content = text(before + old + after)
    done = spliced_content(content, len(before), len(before) + len(old), new)
    assert plain(done) == before + new + after


def test_the_new_text_takes_the_marks_of_the_old():
    content = (Run("ein "), Run("fettes", BOLD), Run(" Wort"))
    assert spliced_content(content, 4, 10, "dickes") == (Run("ein "), Run("dickes", BOLD), Run(" Wort"))


def test_an_insertion_takes_nothing_away():
    assert plain(spliced_content(text("Der Hafen"), 4, 4, "neue ")) == "Der neue Hafen"


def test_replacements_are_made_last_place_first():
    story = Article.new(body=body(Paragraph(text('"Ja" und "Nein"'))))
    place = [
        Replacement(Place(Field.BODY, 0, start, start + 1), sign)
        for start, sign in ((0, "„"), (3, "“"), (9, "„"), (14, "“"))
    ]
    assert block_text(mended(story, fix(*place)).body.blocks[0]) == "„Ja“ und „Nein“"


def test_header_fields_are_mended_too():
    story = Article.new(headline="Der der Hafen", lead=text("Ein ein Vorspann"))
    done = mended(
        story,
        fix(
            Replacement(Place(Field.HEADLINE, start=4, end=8), ""),
            Replacement(Place(Field.LEAD, start=4, end=8), ""),
        ),
    )
    assert (done.headline, plain(done.lead)) == ("Der Hafen", "Ein Vorspann")


def test_the_right_cell_of_a_table_is_mended():
    table = Table(((text("Ort"), text("Zahl")), (text("Hafn"), text("3"))))
    at = block_text(table).index("Hafn")
    assert block_text(spliced(table, at, at + 4, "Hafen")) == "Ort\tZahl\nHafen\t3"


def test_the_right_part_of_a_box_is_mended():
    box = Box(text("Zahlen"), (ListItem(text("eins")), ListItem(text("zwo"))))
    at = block_text(box).index("zwo")
    assert block_text(spliced(box, at, at + 3, "zwei")) == "Zahlen\neins\nzwei"


def test_a_caption_is_mended():
    assert block_text(spliced(Picture("", text("Der hafen")), 4, 9, "Hafen")) == "Der Hafen"


def test_a_place_that_is_no_longer_there_changes_nothing():
    story = Article.new(body=body(Paragraph(text("Kurz"))))
    assert mended(story, fix(Replacement(Place(Field.BODY, 7, 0, 1), "x"))) == story

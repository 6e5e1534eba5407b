"""Two versions of a story beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newsroom.desk.comparing import compared
from newsroom.domain.article import Article
from newsroom.domain.body import Crosshead, Paragraph, Picture, Table, body, paragraphs
from newsroom.domain.crop import Crop
from newsroom.domain.inline import Footnote, Run, text
from newsroom.domain.marks import BOLD

STORY = Article.new(headline="Der Hafen", section="Region", body=paragraphs(["Eins.", "Zwei."]))


def test_fields_that_hold_something_stand_beside_each_other():
    other = replace(STORY, headline="Der alte Hafen", teaser="Neu", body=paragraphs(["Eins.", "Drei."]))
    fields = {field.title: field for field in compared(STORY, other)}
    assert list(fields) == ["Headline", "Text", "Teaser", "Section"]
    assert [name for name, field in fields.items() if not field.same] == ["Headline", "Text", "Teaser"]
    assert [row.same for row in fields["Text"].rows] == [True, False]


def test_a_story_beside_itself_has_no_difference():
    assert all(field.same for field in compared(STORY, STORY))


def shown(field):
    return [
        "".join(f"[{part.text}]" if part.differs else part.text for part in row.new) for row in field.rows
    ]


def test_facts_are_told_where_they_differ():
    other = replace(STORY, keywords=("Bau", "Hafen"), embargo=datetime(2026, 5, 1, 10, tzinfo=UTC))
    fields = {field.field: field for field in compared(STORY, other, "Europe/Berlin") if not field.same}
    assert list(fields) == ["keywords", "embargo"]
    assert shown(fields["keywords"]) == ["[Bau, Hafen]"]
    assert "12:00" in shown(fields["embargo"])[0]


def test_words_that_are_only_set_otherwise_are_told():
    bold = replace(STORY, body=body(Paragraph((Run("Eins.", frozenset({BOLD})),)), Crosshead(text("Zwei."))))
    (field,) = (field for field in compared(STORY, bold) if not field.same)
    assert [(row.reformed, row.same) for row in field.rows] == [(True, False), (True, False)]
    changed = replace(STORY, body=body(Paragraph((Run("Eins!", frozenset({BOLD})),)), *STORY.body.blocks[1:]))
    assert [row.reformed for row in compared(STORY, changed)[1].rows] == [False, False]


def test_pictures_are_compared_by_their_bytes_their_cut_and_what_is_said_of_them():
    first = Picture("a" * 64, text("Der Kai."), credit="Foto: Berg", name="kai.jpg")
    old = replace(STORY, body=body(*STORY.body.blocks, first))
    for changed, differs in (
        (replace(first, source_type="x"), True),
        (replace(first, asset="b" * 64), True),
        (replace(first, crop=Crop(0.1, 0.1, 0.5, 0.5)), True),
        (replace(first, credit="Foto: Hald"), True),
    ):
        fields = {
            field.field: field
            for field in compared(old, replace(STORY, body=body(*STORY.body.blocks, changed)))
        }
        assert fields["pictures"].same is not differs
        assert fields["pictures"].assets == (("a" * 64, changed.asset),)


def test_tables_and_footnotes_are_lines_that_know_their_block():
    note = Paragraph((Run("Drei"), Footnote((Run("Quelle: Amt"),)), Run(".")))
    table = Table(((text("a"), text("b")), (text("c"), text("d"))))
    other = replace(STORY, body=body(*STORY.body.blocks, note, table))
    field = next(field for field in compared(STORY, other) if field.field == "body")
    assert shown(field) == ["Eins.", "Zwei.", "[Drei.]", "[* Quelle: Amt]", "[a\tb]", "[c\td]"]
    assert field.blocks == ((0, 1), (0, 1, 2, 2, 3, 3))

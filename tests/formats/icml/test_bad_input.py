"""Files that are not what they seem: each is refused with a sentence, or read with what it has."""

from __future__ import annotations

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, body, plain_text
from newsroom.domain.errors import Refused
from newsroom.domain.inline import plain, text
from newsroom.formats import By, Reading, Writing
from newsroom.formats.guard.worker import Job, answer, read_here
from newsroom.formats.icml import FORMAT

GOOD = FORMAT.write(Article.new(headline="Gut", body=body(Paragraph(text("Ein Text.")))), Writing()).data
START = '<?xml version="1.0"?><?aid style="50" type="snippet"?><?aid SnippetType="InCopyInterchange"?>'


def document(inner, styles=""):
    return f"{START}<Document DOMVersion='8.0'>{styles}<Story Self='u1'>{inner}</Story></Document>".encode()


def line(words, style="Grundtext", attributes=""):
    return (
        f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}"><CharacterStyleRange {attributes}>'
        f"<Content>{words}</Content><Br/></CharacterStyleRange></ParagraphStyleRange>"
    )


def read(data, name="story.icml"):
    return read_here(Job(name, data), Reading())


def test_a_renamed_file_is_known_by_what_it_holds():
    (incoming,) = read(GOOD, "brief.docx")
    assert incoming.article.headline == "Gut"
    assert incoming.origin is not None


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused(cut):
    with pytest.raises(Refused):
        read(GOOD[: int(len(GOOD) * cut)])


@pytest.mark.parametrize(
    "trick",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/hosts">',
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused(trick, encoding):
    data = GOOD.decode().replace("<Document ", f"{trick}<Document ", 1).replace('encoding="UTF-8" ', "")
    with pytest.raises(Refused):
        read(data.encode(encoding))


@pytest.mark.parametrize("depth", [150, 300, 5_000])
def test_nesting_without_end_is_refused(depth):
    inner = "<XMLElement>" * depth + "</XMLElement>" * depth
    reply = answer(Job("x.icml", document(inner)), Reading())
    assert reply.refused
    assert not reply.trace


@pytest.mark.long
def test_more_paragraphs_than_a_story_has_end_in_a_sentence():
    many = "<Content>a</Content><Br/>" * 50_010
    inner = f"<ParagraphStyleRange><CharacterStyleRange>{many}</CharacterStyleRange></ParagraphStyleRange>"
    reply = answer(Job("x.icml", document(inner)), Reading())
    assert reply.refused
    assert not reply.trace


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "<ParagraphStyleRange/>",
        "<Br/><Br/>",
        "<Table/>",
        '<Table HeaderRowCount="-3" ColumnCount="x"><Cell Name="99999999999:1"/><Cell/></Table>',
        "<Footnote/><Note/><Change/>",
        "<HyperlinkTextSource/>",
        "<Rectangle><Image><Link/></Image></Rectangle>",
    ],
)
def test_hollow_files_are_no_stories_and_no_fault(inner):
    reply = answer(Job("x.icml", document(inner)), Reading())
    assert not reply.trace


def test_words_of_a_label_are_cleaned_like_those_of_a_text():
    data = GOOD.decode().replace(
        "&quot;section&quot;:&quot;&quot;", "&quot;section&quot;:&quot;a\\u0000\\ud800b&quot;"
    )
    assert read(data.encode())[0].article.section == "ab"


@pytest.mark.parametrize(
    "facts",
    [
        "[]",
        "{",
        '{"authors":[1,[2,3],["a"]],"keywords":7,"pictures":{"a":[1]},"publish":5,"hyphens":3}',
        "[" * 90_000,
    ],
)
def test_a_label_that_somebody_changed_is_not_believed(facts):
    from html import escape

    data = GOOD.decode()
    start = data.index('Key="newsroom.facts" Value="') + len('Key="newsroom.facts" Value="')
    end = data.index('"/>', start)
    (incoming,) = read((data[:start] + escape(facts) + data[end:]).encode())
    assert incoming.article.headline == "Gut"
    assert incoming.article.authors == ()


def test_a_link_that_acts_is_its_text():
    inner = (
        '<ParagraphStyleRange><HyperlinkTextSource Self="s"><CharacterStyleRange><Content>hier</Content>'
        "</CharacterStyleRange></HyperlinkTextSource></ParagraphStyleRange>"
    )
    links = (
        '<HyperlinkURLDestination Self="d" DestinationURL="javascript:alert(1)"/><Hyperlink Source="s" Self="h">'
        "<Properties><Destination>d</Destination></Properties></Hyperlink></Document>"
    )
    data = document(inner).decode().replace("</Document>", links).encode()
    (incoming,) = read(data)
    assert plain_text(incoming.article.body) == "hier"
    assert len(incoming.losses) == 1


# Files of other programs


def test_the_largest_of_the_first_lines_is_the_headline():
    data = document(
        line("Aus dem Rat", "A")
        + line("Der Hafen bleibt", "B", 'PointSize="32"')
        + line("Nach langem Streit ist es entschieden, sagte der Bürgermeister.", "C")
        + line("Mehr dazu morgen.", "C")
    )
    (incoming,) = read(data)
    made = incoming.article
    assert (made.kicker, made.headline) == ("Aus dem Rat", "Der Hafen bleibt")
    assert len(made.body.blocks) == 2
    assert [note.rule for note in made.import_notes] == ["headline"]
    told = [(one.field, one.line, one.text, one.by) for one in incoming.recognised]
    assert told == [
        ("kicker", 1, "Aus dem Rat", By.POSITION),
        ("headline", 2, "Der Hafen bleibt", By.POSITION),
    ]
    assert incoming.origin is None


def test_styles_of_any_house_are_understood_by_their_names():
    data = document(
        line("Hafen", "Zeitung%3aDachzeile")
        + line("Der Hafen bleibt", "Header1")
        + line("Kurz gesagt", "Intro")
        + line("Von Ada Muster", "Author")
        + line("Text.", "irgendwas")
        + line("Zwischen", "Subhead")
        + line("Punkt", "BulList")
        + line("weiter", "$ID/NormalParagraphStyle")
    )
    (incoming,) = read(data)
    made = incoming.article
    assert (made.kicker, made.headline, plain(made.lead)) == ("Hafen", "Der Hafen bleibt", "Kurz gesagt")
    assert [one.name for one in made.authors] == ["Ada Muster"]
    assert [one.field for one in incoming.recognised] == ["kicker", "headline", "lead", "authors"]
    assert {one.by for one in incoming.recognised} == {By.STYLE}
    assert [type(one) for one in made.body.blocks] == [Paragraph, Crosshead, ListItem, Paragraph]


def test_lists_are_known_by_what_their_style_does():
    styles = (
        '<RootParagraphStyleGroup><ParagraphStyle Self="ParagraphStyle/Pkt" Name="Pkt"'
        ' BulletsAndNumberingListType="NumberedList"/></RootParagraphStyleGroup>'
    )
    made = read(document(line("Kopf", "Headline") + line("eins", "Pkt") + line("x", "y"), styles))[0].article
    assert made.body.blocks[0] == ListItem(text("eins"), ordered=True)


def test_a_table_of_one_cell_is_a_box():
    cell = f'<Cell Name="0:0">{line("Info", "Kasten Titel")}{line("Drei Kräne.", "z")}</Cell>'
    table = f"<ParagraphStyleRange><CharacterStyleRange><Table>{cell}</Table></CharacterStyleRange></ParagraphStyleRange>"
    made = read(document(line("Kopf", "Headline") + table))[0].article
    assert made.body.blocks == (Box(text("Info"), (Paragraph(text("Drei Kräne.")),)),)


def test_several_stories_of_one_file_are_several():
    data = document(line("Eins", "Headline") + line("Text."))
    both = data.decode().replace(
        "</Document>", f"<Story>{line('Zwei', 'Headline')}</Story><Story/></Document>"
    )
    assert [one.article.headline for one in read(both.encode())] == ["Eins", "Zwei"]

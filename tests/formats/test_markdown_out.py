"""Markdown out: what the form holds comes back equal, the rest is told."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article, Byline, Priority
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table, body, paragraphs
from newsroom.domain.inline import Footnote, LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, UNDERLINE, link
from newsroom.formats import Reading, Writing
from newsroom.formats.markdown import FORMAT, read, write
from tests.formats.newsroom.test_handover import PNG

WORDS = re.compile(r"\s+")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def back(story, writing=None):
    (found,) = read(write(story, writing or Writing()).data, Reading())
    return found.article


def test_the_fields_come_back():
    story = Article.new(
        headline="# Der *Hafen* bleibt",
        kicker='"Hafen"',
        lead=text("Vorspann: kurz"),
        section="Region",
        dateline="Wien",
        keywords=("Hafen", "Kran"),
        authors=(Byline("Ada Muster", "Fotos"), Byline("Bo Beispiel")),
        publish_time=NOW,
        language="de-AT",
        priority=Priority.URGENT,
        correction_note="Es war ein Dienstag.",
        body=paragraphs(["Text."]),
    )
    again = back(story)
    same = {"uid": story.uid, "imported": False, "import_notes": ()}
    assert replace(again, **same) == story


def test_blocks_and_marks_come_back():
    story = Article.new(
        headline="Der Hafen",
        body=body(
            Paragraph(
                (Run("Fett", frozenset({BOLD})), Run(" und "), Run("schräg", frozenset({ITALIC})), Run("."))
            ),
            Crosshead(text("Zwischentitel"), 2),
            Quote(text("Ein Zitat.")),
            ListItem(text("eins"), ordered=True),
            ListItem(text("darunter"), level=1),
            ListItem(text("zwei"), ordered=True),
            Paragraph((Run("oben"), LineBreak(), Run("unten"))),
            Table(((text("Jahr"), text("Zahl | Anteil")), (text("2026"), text("7 %"))), 1),
            Paragraph((Run("Zum "), Run("Hafen", frozenset({link("https://beispiel.example/a_b?c=1&d=2")})))),
            Paragraph((Run("weg", frozenset({STRIKE})),)),
        ),
    )
    assert back(story).body == story.body


LINES = st.text(st.sampled_from("abcäß *_#>-+=~`[]()<>&|!\\.:1234567890„“–"), min_size=1, max_size=40)


@given(st.lists(LINES.map(lambda line: WORDS.sub(" ", line).strip()).filter(bool), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_sign_in_a_text_means_anything(lines):
    story = Article.new(
        headline="Kopf", body=body(Paragraph(text("Anfang.")), *map(Paragraph, map(text, lines)))
    )
    assert back(story).body == story.body


def test_a_picture_lies_beside_the_file_under_the_files_name():
    asset = "ab" * 32
    story = Article.new(
        headline="Der Hafen",
        body=body(Picture(asset, text("Der Hafen am Abend"), "Ada", alternative="Kräne")),
    )
    written = write(story, replace(Writing(), stem="hafen", picture={asset: PNG}.get))
    assert written.beside == {"hafen-abababab.png": PNG}
    assert '![Kräne](<hafen-abababab.png> "Der Hafen am Abend | Ada")' in written.data.decode()


def test_what_markdown_cannot_hold_is_told_and_its_text_stays():
    story = Article.new(
        headline="Der Hafen",
        lead=(Run("Vorspann", frozenset({BOLD})),),
        body=body(
            Box(text("Kasten"), (Paragraph(text("innen")),)),
            Paragraph((Run("unten", frozenset({UNDERLINE})), Footnote((Run("Fußnote"),)))),
            Table(((text("a"),),), 0),
        ),
    )
    written = write(story, Writing())
    assert len(written.losses) == 4
    words = written.data.decode()
    assert all(part in words for part in ("> **Kasten**", "> innen", "unten[^1]", "[^1]: Fußnote"))


def test_it_is_offered_both_ways():
    assert FORMAT.read
    assert FORMAT.write
    assert FORMAT.collect

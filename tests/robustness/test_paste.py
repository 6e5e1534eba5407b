"""What a clipboard may hold: taken, taken as plain words, or left with a sentence; the window never hangs."""

from __future__ import annotations

import time
from functools import partial

import pytest
from PySide6.QtCore import QMimeData

from newsroom.desk import open_desk
from newsroom.domain.article import Article
from newsroom.domain.body import Picture, paragraphs, plain_text
from newsroom.formats import Reading
from newsroom.gui.editor.clipboard import MIME
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.pasting import read_html

WORDS = "Der Kern."


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with open_desk(tmp_path_factory.mktemp("paste") / "library.newsroom") as made:
        made.guard.read(("warm.txt", b"Kopf\n\nText."), Reading())
        yield made


@pytest.fixture
def pane(qtbot, desk):
    page = EditorPane()
    qtbot.addWidget(page)
    page.set_sources(partial(read_html, desk))
    page.set_article(Article.new(headline="Kopf", body=paragraphs(["Alt."])))
    return page


def mime(html="", text=WORDS, **others):
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    for kind, content in others.items():
        data.setData(kind.replace("_", "/"), content)
    return data


def paste(pane, data):
    """Paste and give the sentence that was said, within the time that a hand waits for."""
    start = time.perf_counter()
    pane.body_edit.insertFromMimeData(data)
    assert time.perf_counter() - start < 2
    return pane.notice._text.text()


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000 + WORDS, "nested too deeply"),
        ("<table><tr><td>" * 18 + WORDS, "nested too deeply"),
        ("<p>" + "x" * 6_000, "a word of more than"),
        ("<p>" + "x " * 1_100_000, "too long"),
    ],
    ids=["elements", "tables", "word", "length"],
)
def test_html_that_is_refused_is_pasted_as_its_plain_words_with_the_reason(pane, html, reason):
    said = paste(pane, mime(html))
    assert said.startswith("Pasted without formatting: ")
    assert reason in said
    assert plain_text(pane.article().body) == f"{WORDS}Alt."


def test_refused_html_that_comes_without_plain_words_leaves_the_text_and_is_told(pane):
    said = paste(pane, mime("<table><tr><td>" * 18 + WORDS, text=""))
    assert said.startswith("Nothing was pasted: ")
    assert plain_text(pane.article().body) == "Alt."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 1_000_000, "a word of more than"),
        ("Wort " * 500_000, "too long"),
        ("a\n" * 50_002, "paragraphs"),
    ],
    ids=["word", "length", "paragraphs"],
)
def test_more_than_the_editor_can_show_is_left_and_told(pane, text, reason):
    pane.body_edit.selectAll()
    said = paste(pane, mime(text=text))
    assert said.startswith("Nothing was pasted: ")
    assert reason in said
    assert plain_text(pane.article().body) == "Alt."


def test_a_giant_line_is_not_pasted_into_the_headline(pane):
    pane.headline.insertFromMimeData(mime(text="x" * 1_000_000))
    assert pane.article().headline == "Kopf"
    assert "5000 characters" in pane.notice._text.text()


def test_what_acts_or_loads_is_gone_and_the_words_and_places_stay(pane):
    hostile = (
        "<p onclick=alert(1)>Ein <a href='javascript:alert(1)'>Wort</a>"
        "<img src='https://x.example/a.png' alt='Bild'><img src='file:///etc/passwd'>"
        "<p style='background:url(https://x.example/b.png)'>Ende<iframe src='https://x.example'></iframe>"
    )
    paste(pane, mime(hostile))
    body = pane.article().body
    assert "Ein Wort" in plain_text(body)
    assert "Ende" in plain_text(body)
    assert not any(block.asset for block in body.blocks if isinstance(block, Picture))
    shown = pane.body_edit.document().toHtml()
    assert not [word for word in ("javascript:", "x.example", "passwd", "onclick") if word in shown]


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"v":1,"blocks":[{"t":"box"', b"\xff", b"null", b"{}"])
def test_a_forged_clipboard_of_our_own_kind_is_only_words(pane, content):
    data = mime()
    data.setData(MIME, content)
    paste(pane, data)
    assert plain_text(pane.article().body) == f"{WORDS}Alt."


def test_what_is_no_text_is_taken_out_of_a_paste(pane):
    paste(pane, mime(text="Ein\x00 Text\ufffe mit\x1b Resten. "))
    assert plain_text(pane.article().body).startswith("Ein Text mit Resten. ")

"""Pasting and dropping with the real clipboard: what stands, what is said, and the other way with one click."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.article import Article
from newsroom.domain.body import (
    TEXT_BLOCKS,
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unknown,
    block_text,
    body,
    contents,
    paragraphs,
    plain_text,
)
from newsroom.domain.changes import change_ids, final, original
from newsroom.domain.inline import Run, text
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import BOLD, Mark, MarkKind, link
from newsroom.gui.editor.clipboard import to_mime
from newsroom.gui.editor.tracking.hand import TrackingHand
from newsroom.gui.pasting import Clips
from newsroom.gui.tasks import Tasks
from tests.strategies import bodies

CLIPS = Path(__file__).parents[2] / "formats" / "pasted" / "clips"
BUSY = "Pasting …"
LAW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with open_desk(tmp_path_factory.mktemp("paste") / "library.newsroom") as made:
        yield made


@pytest.fixture
def pane(pane, desk):
    tasks = Tasks()
    pane.set_sources(Clips(desk, tasks))
    yield pane
    tasks.close()


def copy(words="", html=b"", **kinds):
    data = QMimeData()
    if words:
        data.setText(words)
    if html:
        data.setData("text/html", html)
    for kind, held in kinds.items():
        data.setData(kind.replace("_", "/"), held)
    QGuiApplication.clipboard().setMimeData(data)


def paste(edit):
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def kinds(edit):
    return [(type(block).__name__, block_text(block)) for block in edit.body().blocks]


def put_caret(edit, position):
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)


def test_a_paste_from_word_keeps_its_structure_and_says_what_was_left_out(pane, edit):
    copy("Nur Worte", (CLIPS / "word_windows.html").read_bytes())
    edit.set_body(Body())
    paste(edit)
    assert kinds(edit)[:2][0] == ("Crosshead", "Die Fähre fährt wieder")
    assert {type(block) for block in edit.body().blocks} == {Crosshead, Paragraph, ListItem, Quote, Table}
    assert pane.quiet.words.text() == (
        "Pasted: 1 colour, 1 picture, 1 comment, 1 tracked deletion, 1 link, 1 hidden part left out"
    )
    edit.undo()
    assert edit.body().empty


def test_one_click_takes_the_words_alone_and_another_the_structure_again(pane, edit):
    copy("Kopf\nText", b"<h2>Kopf</h2><p>Text<img src=x.png>")
    edit.selectAll()
    paste(edit)
    rich = kinds(edit)
    assert rich == [("Crosshead", "Kopf"), ("Paragraph", "Text")]
    pane.quiet.buttons[0].click()
    assert kinds(edit) == [("Paragraph", "Kopf"), ("Paragraph", "Text")]
    assert pane.quiet.words.text() == "Pasted as plain text."
    pane.quiet.buttons[0].click()
    assert kinds(edit) == rich
    edit.undo()
    assert plain_text(edit.body()) == "Eins zwei drei.\n\nVier fünf."


def test_a_table_too_large_to_be_put_in_at_once_becomes_lines_and_this_is_said(qtbot, pane, edit):
    rows = "".join(f"<tr><td>Platz {n}</td><td><b>{n * 2}</b></td><td>Boot</td></tr>" for n in range(400))
    edit.set_body(Body())
    copy("", f"<p>Ergebnis</p><table>{rows}</table><p>Ende</p>".encode())
    paste(edit)
    qtbot.waitUntil(lambda: "became" in pane.quiet.words.text(), timeout=10_000)
    assert pane.quiet.words.text() == "Pasted: a table of 1,200 cells became lines of text"
    blocks = edit.body().blocks
    assert len(blocks) == 402
    assert blocks[3].content[0] == Run("Platz 2\t")
    assert blocks[3].content[1] == Run("4", frozenset({BOLD}))
    assert block_text(blocks[-1]) == "Ende"
    edit.undo()
    assert edit.body().empty


def test_where_nothing_was_left_out_nothing_is_said(pane, edit):
    copy("fett", b"<b>fett</b> und <a href='https://a.example/'>Link</a> ")
    paste(edit)
    assert not pane.quiet.isVisible()
    first = edit.body().blocks[0].content
    assert first[0] == Run("fett", frozenset({BOLD}))
    assert Run("Link", frozenset({link("https://a.example/")})) in first


def test_the_line_goes_when_the_writer_goes_on(pane, edit):
    copy("x", b"x<img src=x.png>")
    paste(edit)
    assert pane.quiet.isVisible()
    QTest.keyClicks(edit, "y")
    assert not pane.quiet.isVisible()


def test_rtf_alone_is_read(edit):
    copy(text_rtf=(CLIPS / "wordpad.rtf").read_bytes())
    paste(edit)
    assert kinds(edit)[0] == ("Paragraph", "Die Fähre fährt wieder, für 4,50\xa0€.")


def test_joined_lines_are_said_and_taken_apart_with_one_click(pane, edit):
    copy((CLIPS / "pdf.txt").read_text(encoding="utf-8"))
    paste(edit)
    assert pane.quiet.words.text() == "Pasted: lines were joined to paragraphs"
    pane.quiet.buttons[0].click()
    assert ("Paragraph", "Rat nach langen Verhand-") in kinds(edit)


LONG = b"<h2>Kopf</h2>" + b"<p>Ein Absatz aus einer langen Quelle, <b>fett</b> zum Teil.</p>" * 3_000


def test_a_long_paste_goes_where_it_was_pasted_while_the_writer_types_elsewhere(qtbot, pane, edit):
    put_caret(edit, 0)
    copy("", LONG)
    paste(edit)
    assert pane.quiet.words.text() == BUSY
    put_caret(edit, edit.document().characterCount() - 1)
    QTest.keyClicks(edit, " Mehr")
    qtbot.waitUntil(lambda: len(edit.body().blocks) > 3_000, timeout=20_000)
    QTest.keyClicks(edit, " Text.")
    qtbot.waitUntil(lambda: not pane.quiet.isVisible())
    qtbot.waitUntil(lambda: plain_text(edit.body()).endswith("Vier fünf. Mehr Text."))
    assert kinds(edit)[0] == ("Crosshead", "Kopf")
    assert len(edit.body().blocks) == 3_003
    for _word_space_paste in range(3):
        edit.undo()
    assert kinds(edit) == [("Paragraph", "Eins zwei drei."), ("Paragraph", "Vier fünf. Mehr")]


@pytest.mark.long
def test_a_long_paste_is_tracked_like_a_short_one(qtbot, pane, edit):
    before = edit.body()
    ledger = Ledger("Anna")
    edit.hand = TrackingHand(edit, ledger)
    copy("", LONG)
    paste(edit)
    qtbot.waitUntil(lambda: not edit.pasting.on_its_way, timeout=20_000)
    marked = edit.body()
    assert len(final(marked).blocks) == 3_003
    assert original(marked, tuple(ledger.changes.values())) == before
    assert len(change_ids(marked)) == 1
    edit.undo()
    assert edit.body() == before


def test_a_long_paste_is_called_off_with_one_click(qtbot, pane, edit):
    before = edit.body()
    copy("", LONG)
    paste(edit)
    pane.quiet.buttons[0].click()
    assert not pane.quiet.isVisible()
    assert edit.body() == before
    assert not edit.pasting.on_its_way


def test_another_story_does_not_get_what_was_pasted_into_the_last(qtbot, pane, edit):
    copy("", LONG)
    paste(edit)
    pane.set_article(Article.new(headline="Zweite", body=paragraphs(["Hier."])))
    copy("!")
    put_caret(edit, 5)
    paste(edit)
    assert plain_text(edit.body()) == "Hier.!"
    assert not edit.pasting.on_its_way


def blocks_of(*names):
    made = {
        "p": Paragraph(text("p")),
        "h": Crosshead(text("h")),
        "li": ListItem(text("li")),
        "q": Quote(text("q")),
        "t": Table(((text("a"), text("b")),)),
        "box": Box(text("box"), (Paragraph(text("in")),)),
        "pic": Picture(""),
    }
    return Body(tuple(made[name] for name in names))


@pytest.mark.parametrize(
    ("names", "at", "expected"),
    [
        ("p", 2, "Alpt."),
        ("p p", 2, "Alp|pt."),
        ("h", 0, "h:h|Alt."),
        ("h", 2, "Al|h:h|t."),
        ("h", 4, "Alt.|h:h"),
        ("p h", 2, "Alp|h:h|t."),
        ("h p", 0, "h:h|p|Alt."),
        ("li li", 2, "Al|li:li|li:li|t."),
        ("q", 2, "Al|q:q|t."),
        ("t", 0, "t:a\tb|Alt."),
        ("t", 2, "Al|t:a\tb|t."),
        ("t", 4, "Alt.|t:a\tb"),
        ("box", 2, "Al|box:box\nin|t."),
        ("pic", 2, "Al|pic:|t."),
        ("t p", 2, "Al|t:a\tb|pt."),
    ],
)
def test_whatever_is_pasted_wherever_the_words_around_stay_what_they_are(edit, names, at, expected):
    signs = {Crosshead: "h:", ListItem: "li:", Quote: "q:", Table: "t:", Box: "box:", Picture: "pic:"}
    edit.set_body(paragraphs(["Alt."]))
    put_caret(edit, at)
    QGuiApplication.clipboard().setMimeData(to_mime(blocks_of(*names.split())))
    paste(edit)
    assert "|".join(signs.get(type(b), "") + block_text(b) for b in edit.body().blocks) == expected
    edit.undo()
    assert edit.body() == paragraphs(["Alt."])


def test_a_paste_over_a_selection_across_blocks_takes_its_place(edit):
    edit.set_body(body(Paragraph(text("Erster Absatz.")), Crosshead(text("Kopf")), ListItem(text("Punkt"))))
    cursor = edit.textCursor()
    cursor.setPosition(7)
    cursor.setPosition(edit.document().characterCount() - 3, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    copy("", b"<p>Satz.</p><h2>Neu</h2>")
    paste(edit)
    assert kinds(edit) == [("Paragraph", "Erster Satz."), ("Crosshead", "Neu"), ("Paragraph", "kt")]


def test_a_list_pasted_into_the_lead_or_a_cell_is_its_words(pane, edit):
    copy("", b"<ul><li>eins<li><b>zwei</b></ul>")
    pane.lead.setFocus()
    pane.lead.selectAll()
    paste(pane.lead)
    assert pane.article().lead == (Run("eins "), Run("zwei", frozenset({BOLD})))
    edit.set_body(body(Table(((text("a"), text("b")),))))
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.moveCursor(edit.textCursor().MoveOperation.NextBlock)
    paste(edit)
    assert kinds(edit) == [("Table", "eins\nzweia\tb")]


def test_what_is_dragged_from_another_program_is_taken_as_if_pasted(pane, edit):
    data = QMimeData()
    data.setHtml("<p><i>schräg</i><script>x()</script></p>")
    place = QPointF(edit.cursorRect().center())
    drop = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    edit.dropEvent(drop)
    assert plain_text(edit.body()).startswith("schrägEins")
    assert pane.quiet.words.text() == "Pasted: 1 script left out"


# Copying


def test_others_get_html_with_headings_emphasis_and_links_and_no_notes_and_no_deleted_words(edit):
    struck = frozenset({Mark(MarkKind.DELETED, "c1")})
    edit.set_body(
        body(
            Crosshead(text("Kopf")),
            Paragraph(
                (
                    Run("Wort", frozenset({BOLD, Mark(MarkKind.NOTE, "n1")})),
                    Run(" weg", struck),
                    Run("hin", frozenset({link("https://a.example/")})),
                )
            ),
        )
    )
    edit.selectAll()
    edit.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<h2>Kopf</h2>" in html
    assert '<strong>Wort</strong><a href="https://a.example/">hin</a>' in html
    assert "n1" not in html
    assert "weg" not in html


def test_words_out_of_a_paragraph_are_copied_without_a_paragraph(edit):
    edit.set_body(paragraphs(["Eins zwei"]))
    QTest.keyClick(edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    edit.copy()
    assert "<!--StartFragment-->E<!--EndFragment-->" in QGuiApplication.clipboard().mimeData().html()


@LAW
@given(source=bodies())
@pytest.mark.long
def test_what_is_copied_and_pasted_is_the_same_notes_and_changes_too(pane, source):
    edit = pane.body_edit
    source = trimmed(source)
    QGuiApplication.clipboard().clear()
    edit.set_body(source)
    edit.selectAll()
    edit.copy()
    edit.set_body(Body())
    edit.paste()
    assert edit.body() == expected(source)


def expected(source):
    """Words out of one block are words, whatever the block is."""
    if len(source.blocks) == 1 and isinstance(source.blocks[0], TEXT_BLOCKS):
        return body(Paragraph(source.blocks[0].content)) if source.blocks[0].content else Body()
    return source


def trimmed(source):
    """Give a body less the blocks at its edges that begin or end with nothing that could be copied."""
    blocks = list(source.blocks)
    while blocks and isinstance(blocks[0], (*TEXT_BLOCKS, Box)) and not next(contents(blocks[0])):
        blocks.pop(0)
    while blocks and isinstance(blocks[-1], (*TEXT_BLOCKS, Box)) and not list(contents(blocks[-1]))[-1]:
        blocks.pop()
    return Body(tuple(blocks))


# A newer version's parts


NEWER = Body((Paragraph(text("Vorn.")), Unknown('{"type":"film"}'), Paragraph(text("Hinten."))))


def test_a_story_with_parts_of_a_newer_version_says_so_once_and_can_be_copied(pane, edit):
    pane.set_article(Article.new(headline="Film", body=NEWER))
    assert pane.notice.isVisible()
    assert "newer version" in pane.notice._text.text()
    edit.selectAll()
    edit.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert b'"film"' in bytes(data.data("application/x-newsroom-body").data())
    paste(edit)
    assert edit.body() == NEWER
    pane.set_article(Article.new(headline="Andere", body=paragraphs(["Hier."])))
    assert not pane.notice.isVisible()
    paste(edit)
    assert kinds(edit) == [("Paragraph", "Vorn."), ("Paragraph", "Hinten.Hier.")]
    assert pane.quiet.words.text() == "Pasted: 1 part of a newer version left out"

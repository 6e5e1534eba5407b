from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import (
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    body,
    normal_body,
    paragraphs,
)
from newsroom.domain.inline import Anchor, LineBreak, Run, plain, text
from newsroom.domain.marks import BOLD, ITALIC, Mark, MarkKind, link
from newsroom.gui.editor.bridge import read
from newsroom.gui.editor.bridge.properties import Kind
from newsroom.gui.editor.clipboard import Read
from newsroom.gui.editor.link_dialog import completed, set_link
from newsroom.gui.editor.styling import set_kind, toggle_mark

EVERYTHING = body(
    Paragraph(text("Erster 😀 Absatz")),
    Table(((text("a"), text("b")), (text("c"), text("d"))), 1),
    Table(((text("x"),),)),
    Box(text("Info"), (Paragraph(text("eins")), ListItem(text("zwei")))),
    Box(text("Zweiter Kasten"), (Paragraph(text("drei")),)),
    Picture("", text("Bild")),
    Picture("", text("Noch eins")),
    ListItem(text("Punkt")),
    ListItem(text("Punkt"), ordered=True, level=2),
    Quote(text("Zitat")),
    Crosshead(text("Zwischentitel")),
    Paragraph(text("Letzter")),
)
MOVE = QTextCursor.MoveOperation
KEEP = QTextCursor.MoveMode.KeepAnchor


def keys(edit, typed):
    QTest.keyClicks(edit, typed)


def press(edit, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(edit, key, modifier)


def select(edit, block, start, end):
    edit.setTextCursor(edit.select(block, start, end))


def test_typed_words_are_in_the_body(edit):
    keys(edit, "Neu: ")
    assert edit.body().blocks[0] == Paragraph(text("Neu: Eins zwei drei."))


def test_enter_splits_and_backspace_joins_again(edit):
    before = edit.body()
    select(edit, 0, 5, 5)
    press(edit, Qt.Key.Key_Return)
    assert edit.body() == paragraphs(["Eins ", "zwei drei.", "Vier fünf."])
    press(edit, Qt.Key.Key_Backspace)
    assert edit.body() == before


def test_shift_enter_breaks_the_line_inside_the_paragraph(edit):
    select(edit, 0, 5, 5)
    press(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert edit.body().blocks[0] == Paragraph((Run("Eins "), LineBreak(), Run("zwei drei.")))


def test_bold_goes_on_and_off_and_is_undone_as_one_step(edit):
    before = edit.body()
    select(edit, 0, 5, 9)
    toggle_mark(edit, BOLD)
    assert edit.body().blocks[0] == Paragraph((Run("Eins "), Run("zwei", frozenset({BOLD})), Run(" drei.")))
    edit.undo()
    assert edit.body() == before
    edit.redo()
    select(edit, 0, 5, 9)
    toggle_mark(edit, BOLD)
    assert edit.body() == before


def test_a_mark_without_a_selection_is_on_what_is_typed_next(edit):
    toggle_mark(edit, ITALIC)
    keys(edit, "So ")
    assert edit.body().blocks[0].content[0] == Run("So ", frozenset({ITALIC}))


@pytest.mark.parametrize(
    ("kind", "ordered", "made"),
    [
        (Kind.CROSSHEAD, False, Crosshead(text("Eins zwei drei."))),
        (Kind.QUOTE, False, Quote(text("Eins zwei drei."))),
        (Kind.ITEM, False, ListItem(text("Eins zwei drei."))),
        (Kind.ITEM, True, ListItem(text("Eins zwei drei."), ordered=True)),
    ],
)
def test_a_paragraph_becomes_another_kind_and_back(edit, kind, ordered, made):
    before = edit.body()
    set_kind(edit, kind, ordered=ordered)
    assert edit.body().blocks[0] == made
    set_kind(edit, kind, ordered=ordered)
    assert edit.body() == before


def test_enter_continues_a_list_and_on_an_empty_entry_ends_it(edit):
    set_kind(edit, Kind.ITEM)
    edit.moveCursor(MOVE.EndOfBlock)
    press(edit, Qt.Key.Key_Return)
    keys(edit, "mehr")
    press(edit, Qt.Key.Key_Return)
    press(edit, Qt.Key.Key_Return)
    keys(edit, "danach")
    assert edit.body().blocks[:3] == (
        ListItem(text("Eins zwei drei.")),
        ListItem(text("mehr")),
        Paragraph(text("danach")),
    )


def test_tab_moves_an_entry_in_and_backtab_out(edit):
    set_kind(edit, Kind.ITEM)
    press(edit, Qt.Key.Key_Tab)
    assert edit.body().blocks[0] == ListItem(text("Eins zwei drei."), level=1)
    press(edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert edit.body().blocks[0] == ListItem(text("Eins zwei drei."))


def test_enter_after_a_crosshead_begins_a_paragraph(edit):
    set_kind(edit, Kind.CROSSHEAD)
    edit.moveCursor(MOVE.EndOfBlock)
    press(edit, Qt.Key.Key_Return)
    keys(edit, "Text")
    assert edit.body().blocks[:2] == (Crosshead(text("Eins zwei drei.")), Paragraph(text("Text")))


def test_backspace_at_the_start_first_makes_a_plain_paragraph(edit):
    set_kind(edit, Kind.QUOTE)
    press(edit, Qt.Key.Key_Backspace)
    assert edit.body().blocks[0] == Paragraph(text("Eins zwei drei."))


def test_typing_after_deleted_words_does_not_delete_what_is_typed(edit):
    gone = Run("weg", frozenset({Mark(MarkKind.DELETED, "c1")}))
    edit.set_body(body(Paragraph((Run("Da "), gone))))
    edit.moveCursor(MOVE.End)
    keys(edit, "neu")
    assert edit.body() == body(Paragraph((Run("Da "), gone, Run("neu"))))


def test_typing_after_an_anchor_makes_no_second_anchor(edit):
    edit.set_body(body(Paragraph((Run("Da"), Anchor("n1")))))
    edit.moveCursor(MOVE.End)
    keys(edit, "neu")
    assert edit.body() == body(Paragraph((Run("Da"), Anchor("n1"), Run("neu"))))


def test_enter_in_a_box_title_stays_in_the_box(edit):
    edit.set_body(body(Box(text("Info"), ())))
    edit.moveCursor(MOVE.EndOfBlock)
    press(edit, Qt.Key.Key_Return)
    keys(edit, "Inhalt")
    assert edit.body() == body(Box(text("Info"), (Paragraph(text("Inhalt")),)))


def test_no_text_is_poured_into_a_picture(edit):
    source = body(Picture("", text("Bild")), Paragraph(text("Text")))
    edit.set_body(source)
    select(edit, 1, 0, 0)
    press(edit, Qt.Key.Key_Backspace)
    assert edit.body() == source


def test_copy_and_paste_inside_keeps_every_mark(edit):
    rich = body(
        Paragraph((Run("a", frozenset({BOLD, link("https://a.example")})), Run(" b"))), Quote(text("Q"))
    )
    edit.set_body(rich)
    edit.selectAll()
    edit.copy()
    edit.set_body(Body())
    edit.paste()
    assert edit.body() == rich


def test_words_from_a_crosshead_flow_into_the_paragraph_they_are_pasted_into(edit):
    edit.set_body(body(Crosshead(text("Kopf")), Paragraph(text("Text"))))
    select(edit, 0, 0, 4)
    edit.copy()
    select(edit, 1, 2, 2)
    edit.paste()
    assert edit.body() == body(Crosshead(text("Kopf")), Paragraph(text("TeKopfxt")))


def test_a_paste_into_an_empty_entry_leaves_it_an_entry(edit):
    edit.set_body(body(ListItem()))
    edit.insert_body(paragraphs(["Wort"]))
    assert edit.body() == body(ListItem(text("Wort")))


def test_paragraphs_pasted_into_a_box_stay_in_it(edit):
    edit.set_body(body(Box(text("Info"), (Paragraph(text("ab")),))))
    select(edit, 0, 6, 6)
    edit.insert_body(paragraphs(["1", "2"]))
    assert edit.body() == body(Box(text("Info"), (Paragraph(text("a1")), Paragraph(text("2b")))))


def test_a_table_pasted_into_a_cell_is_its_words(edit):
    table = body(Table(((text("a"), text("b")),)))
    edit.set_body(table)
    select(edit, 0, 0, 0)
    edit.insert_body(table)
    cell = (Run("a"), LineBreak(), Run("ba"))
    assert edit.body() == body(Table(((cell, text("b")),)))


def test_a_clipboard_without_words_leaves_the_selected_text_alone(edit):
    before = edit.body()
    image = QMimeData()
    image.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    edit.selectAll()
    edit.insertFromMimeData(image)
    edit.pasting.paste_plain(image)
    assert edit.body() == before


@pytest.mark.parametrize(
    "mark", [link("https://a.example"), Mark(MarkKind.NOTE, "n"), Mark(MarkKind.INSERTED, "c")]
)
def test_a_link_a_note_and_an_insertion_go_on_inside_and_end_at_their_end(edit, mark):
    edit.set_body(body(Paragraph((Run("Da "), Run("dort", frozenset({mark}))))))
    select(edit, 0, 5, 5)
    keys(edit, "x")
    edit.moveCursor(MOVE.End)
    keys(edit, "y")
    assert edit.body() == body(Paragraph((Run("Da "), Run("doxrt", frozenset({mark})), Run("y"))))


def test_others_get_the_final_text_without_notes_and_deletions(edit):
    edit.set_body(
        body(Paragraph((Run("Da "), Run("weg", frozenset({Mark(MarkKind.DELETED, "c")})), Run("hin"))))
    )
    edit.selectAll()
    edit.copy()
    assert QGuiApplication.clipboard().mimeData().text() == "Da hin"


def test_foreign_html_goes_through_the_reader_that_is_handed_in(edit):
    seen = []

    class Reader:
        def at_once(self, clip):
            seen.append(clip.data)
            return Read(paragraphs(["sauber"]))

    edit.pasting.reader = Reader()
    data = QMimeData()
    data.setHtml("<p onclick='x'>sauber</p>")
    edit.set_body(Body())
    edit.insertFromMimeData(data)
    assert seen
    assert edit.body() == paragraphs(["sauber"])


def test_pasted_lines_become_paragraphs(edit):
    data = QMimeData()
    data.setText("eins\r\nzwei\r\n")
    edit.set_body(Body())
    edit.insertFromMimeData(data)
    assert edit.body() == paragraphs(["eins", "zwei"])


def test_dropped_files_and_images_are_not_taken_into_the_text(edit):
    files, image = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/x.png")])
    image.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert not edit.canInsertFromMimeData(files)
    assert not edit.canInsertFromMimeData(image)


def test_the_document_opens_no_file_that_a_text_names(edit, tmp_path):
    path = tmp_path / "x.png"
    image = QImage(3, 3, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(path))
    shown = edit.document().loadResource(2, QUrl.fromLocalFile(str(path)))
    assert shown.isNull()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hafen.example/a", "https://hafen.example/a"),
        ("http://a.example", "http://a.example"),
        ("amt@hafen.example", "mailto:amt@hafen.example"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_a_typed_address_is_completed_or_refused(typed, address):
    assert completed(typed) == address


def test_a_link_is_put_on_the_selected_words(edit):
    select(edit, 0, 0, 4)
    set_link(edit, "hafen.example")
    assert edit.body().blocks[0].content[0] == Run("Eins", frozenset({link("https://hafen.example")}))


def test_emoji_and_no_break_spaces_survive_typing_beside_them(edit):
    edit.set_body(paragraphs(["😀\u00a0\u202fz.\u00a0B. \u00ad"]))
    edit.moveCursor(MOVE.End)
    keys(edit, "x")
    assert plain(edit.body().blocks[0].content) == "😀\u00a0\u202fz.\u00a0B. \u00adx"


@pytest.mark.parametrize("seed", [0, 1, 9, 21, 29, 36])
def test_after_any_edits_what_was_kept_is_what_a_fresh_reading_gives(edit, seed):
    chance = random.Random(seed)
    edit.set_body(EVERYTHING)
    for _ in range(50):
        edit.body()
        _random_edit(edit, chance)
        assert edit.body() == read(edit.document()) == normal_body(edit.body())


def _random_edit(edit, chance):
    cursor = edit.textCursor()
    last = edit.document().characterCount() - 1
    cursor.setPosition(chance.randint(0, last))
    if chance.random() < 0.5:
        cursor.setPosition(chance.randint(0, last), KEEP)
    edit.setTextCursor(cursor)
    chance.choice(
        [
            lambda: keys(edit, "wort "),
            lambda: press(edit, Qt.Key.Key_Return),
            lambda: press(edit, Qt.Key.Key_Backspace),
            lambda: press(edit, Qt.Key.Key_Delete),
            lambda: toggle_mark(edit, BOLD),
            lambda: set_kind(edit, chance.choice([Kind.QUOTE, Kind.CROSSHEAD, Kind.ITEM])),
            edit.undo,
            edit.redo,
            lambda: press(edit, Qt.Key.Key_Tab) if edit.kind()[0] is Kind.ITEM else None,
            lambda: QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Cut)),
            lambda: QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Paste)),
        ]
    )()


def test_after_undo_of_a_single_step_all_is_read_anew(edit):
    keys(edit, "x")
    edit.body()
    press(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.document().availableRedoSteps() == 0
    assert edit._reader.unread == edit.document().blockCount()
    assert edit.body() == read(edit.document())

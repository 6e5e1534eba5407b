"""Notes written, answered, resolved and deleted with keys and mouse, in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.desk import open_desk
from newsroom.domain.note_places import homeless, places
from newsroom.domain.notes import new_note
from newsroom.gui.notes.all_notes import AllNotes
from newsroom.gui.notes.desk_notes import PAGE, DeskNotes

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"
COUNCIL = "Rat beschließt den Haushalt für zwei Jahre"


@pytest.fixture
def writing(program, visit):
    """The program with the story on the ferry open and its first words chosen."""
    visit(program, FERRY)
    choose(program, 0, 8)
    return program


def choose(program, start, end):
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def press(qtbot, key, *modifiers):
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def feature(program):
    return program.wiring.feature(DeskNotes)


def notes(program):
    return program.wiring.session.current().notes


def write_note(program, qtbot, words):
    press(qtbot, Qt.Key.Key_M, CONTROL, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), words)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    return notes(program)[-1]


def way(card, name):
    QApplication.processEvents()
    return next(one for one in card.findChildren(QPushButton) if one.objectName() == name and one.isVisible())


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def wide(program):
    """Make room for cards beside the text."""
    program.window.resize(1440, 900)
    program.window.columns.fold_list()
    program.window.columns.fold_panel()
    QApplication.processEvents()


def test_a_note_is_written_on_selected_words_with_keys_alone(writing, qtbot):
    note = write_note(writing, qtbot, "Wer sagt das?")
    article = writing.wiring.session.current()
    (place,) = places(article)[note.id]
    assert (place.block, place.start, place.end) == (0, 0, 8)
    assert (note.text, note.author) == ("Wer sagt das?", writing.desk.person.name)
    assert writing.wiring.editor.body_edit.hasFocus()
    assert tab(writing) == "Notes 1"


def tab(program):
    tabs = program.window.panel.tabs
    names = map(tabs.accessibleTabName, range(tabs.count()))
    return next(name for name in names if name.startswith("Notes"))


def test_without_a_selection_the_word_at_the_caret_is_noted(writing, qtbot):
    choose(writing, 6, 6)
    note = write_note(writing, qtbot, "Elf?")
    (place,) = places(writing.wiring.session.current())[note.id]
    assert (place.start, place.end) == (5, 8)


def test_a_note_that_gets_no_words_leaves_nothing(writing, qtbot):
    before = writing.wiring.session.current().body
    press(qtbot, Qt.Key.Key_M, CONTROL, ALT)
    press(qtbot, Qt.Key.Key_Escape)
    assert notes(writing) == ()
    assert writing.wiring.session.current().body == before
    assert writing.wiring.editor.body_edit.hasFocus()


def test_control_enter_ends_a_note_and_submits_no_story(writing, qtbot):
    write_note(writing, qtbot, "Wer?")
    assert writing.wiring.session.current().state.value == "draft"


def test_each_letter_of_a_note_is_kept_at_once(writing, qtbot):
    press(qtbot, Qt.Key.Key_M, CONTROL, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "Halb")
    assert [one.text for one in notes(writing)] == ["Halb"]


def test_leaving_the_field_keeps_what_was_written(writing, qtbot):
    press(qtbot, Qt.Key.Key_M, CONTROL, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "Bleibt")
    writing.wiring.editor.headline.setFocus()
    assert [one.text for one in notes(writing)] == ["Bleibt"]
    assert feature(writing).writer.writing is None


def test_where_the_window_is_narrow_the_note_is_written_in_the_panel(writing, qtbot):
    writing.window.resize(1280, 720)
    QApplication.processEvents()
    write_note(writing, qtbot, "Im Feld rechts")
    assert writing.window.panel.isVisible()
    assert feature(writing).page.isVisible()
    assert not writing.wiring.editor.page.margin.shown


def test_where_there_is_room_the_note_is_written_beside_its_words(writing, qtbot):
    wide(writing)
    note = write_note(writing, qtbot, "Neben dem Text")
    card = feature(writing).beside.card(note.id)
    assert card.isVisible()
    page = writing.wiring.editor.page
    assert abs(card.mapTo(page, QPoint(0, 0)).y() - page.height_of(writing.wiring.editor.body_edit, 0)) < 40


def test_a_card_answers_resolves_and_reopens(writing, qtbot):
    wide(writing)
    name = write_note(writing, qtbot, "Quelle?").id
    card = feature(writing).beside.card(name)
    click(qtbot, way(card, "reply"))
    qtbot.keyClicks(card.field, "Interfax")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert [reply.text for reply in notes(writing)[0].replies] == ["Interfax"]
    click(qtbot, way(card, "resolve"))
    assert notes(writing)[0].resolved
    assert feature(writing).beside.card(name) is None
    writing.window.show_page(PAGE)
    click(qtbot, feature(writing).page.resolved)
    click(qtbot, way(feature(writing).page.card(name), "reopen"))
    assert not notes(writing)[0].resolved


def test_a_note_of_ones_own_is_edited_and_given_up_with_escape(writing, qtbot):
    wide(writing)
    name = write_note(writing, qtbot, "Quelle?").id
    card = feature(writing).beside.card(name)
    for key, expected in ((Qt.Key.Key_Escape, "Quelle?"), (Qt.Key.Key_Return, "Quelle? Neu")):
        click(qtbot, way(card, "edit"))
        press(qtbot, Qt.Key.Key_End, CONTROL)
        qtbot.keyClicks(card.field, " Neu")
        press(qtbot, key, *([CONTROL] if key == Qt.Key.Key_Return else []))
        assert notes(writing)[0].text == expected


def test_a_deleted_note_is_offered_back_and_comes_back_with_its_place(writing, qtbot):
    wide(writing)
    name = write_note(writing, qtbot, "Weg damit").id
    marked = writing.wiring.session.current().body
    click(qtbot, way(feature(writing).beside.card(name), "delete"))
    assert notes(writing) == ()
    assert not places(writing.wiring.session.current())
    undo = next(one for one in writing.window.notice.findChildren(QPushButton) if one.text() == "Undo")
    click(qtbot, undo)
    assert writing.wiring.session.current().body == marked
    assert [one.id for one in notes(writing)] == [name]


def test_keys_answer_and_resolve_the_note_at_the_caret(writing, qtbot):
    write_note(writing, qtbot, "Quelle?")
    choose(writing, 3, 3)
    press(qtbot, Qt.Key.Key_R, CONTROL, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "Liegt vor")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert [reply.text for reply in notes(writing)[0].replies] == ["Liegt vor"]
    choose(writing, 3, 3)
    press(qtbot, Qt.Key.Key_K, CONTROL, ALT)
    assert notes(writing)[0].resolved


def test_keys_lead_from_note_to_note_and_around(writing, qtbot):
    write_note(writing, qtbot, "eins")
    choose(writing, 14, 19)
    write_note(writing, qtbot, "zwei")
    choose(writing, 30, 30)
    seen = []
    for _step in range(3):
        press(qtbot, Qt.Key.Key_F4)
        seen.append(writing.wiring.editor.body_edit.textCursor().position())
    assert seen == [0, 14, 0]
    press(qtbot, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert writing.wiring.editor.body_edit.textCursor().position() == 14


def test_the_caret_lets_words_and_cards_stand_out(writing, qtbot):
    wide(writing)
    name = write_note(writing, qtbot, "Quelle?").id
    card = feature(writing).beside.card(name)
    choose(writing, 30, 30)
    assert not card.property("active")
    choose(writing, 3, 3)
    assert card.property("active")


def test_the_mouse_over_noted_words_lets_their_card_stand_out(writing, qtbot):
    wide(writing)
    name = write_note(writing, qtbot, "Quelle?").id
    edit = writing.wiring.editor.body_edit
    choose(writing, 30, 30)
    card = feature(writing).beside.card(name)
    cursor = edit.textCursor()
    cursor.setPosition(4)
    qtbot.mouseMove(edit.viewport(), edit.cursorRect(cursor).center())
    qtbot.waitUntil(lambda: bool(card.property("active")))


def test_a_note_goes_along_with_text_that_is_cut_and_pasted(writing, qtbot):
    name = write_note(writing, qtbot, "Quelle?").id
    choose(writing, 0, 8)
    press(qtbot, Qt.Key.Key_X, CONTROL)
    assert [one.id for one in homeless(writing.wiring.session.current())] == [name]
    edit = writing.wiring.editor.body_edit
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    press(qtbot, Qt.Key.Key_V, CONTROL)
    article = writing.wiring.session.current()
    (place,) = places(article)[name]
    assert (place.block, article.notes[0].text) == (1, "Quelle?")


def test_a_note_goes_along_into_another_story(writing, qtbot, visit):
    write_note(writing, qtbot, "Quelle?")
    choose(writing, 0, 8)
    press(qtbot, Qt.Key.Key_C, CONTROL)
    visit(writing, COUNCIL)
    choose(writing, 0, 0)
    press(qtbot, Qt.Key.Key_V, CONTROL)
    assert [one.text for one in notes(writing)] == ["Quelle?"]
    assert places(writing.wiring.session.current())
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert notes(writing) == ()


def test_what_others_paste_holds_no_note(writing, qtbot):
    write_note(writing, qtbot, "Geheim")
    choose(writing, 0, 8)
    press(qtbot, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    for name in ("text/plain", "text/html"):
        assert b"Geheim" not in bytes(data.data(name).data())


def test_undo_takes_a_new_note_away_and_redo_brings_it_back(writing, qtbot):
    name = write_note(writing, qtbot, "Quelle?").id
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert notes(writing) == ()
    press(qtbot, Qt.Key.Key_Z, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id for one in notes(writing)] == [name]


def test_notes_are_saved_with_their_story_and_listed_for_all(writing, qtbot, visit):
    note = write_note(writing, qtbot, "Quelle?")
    with qtbot.waitSignal(writing.wiring.session.renewed):
        press(qtbot, Qt.Key.Key_S, CONTROL)
    visit(writing, COUNCIL)
    writing.window.actions_["notes-all"].trigger()
    dialog = writing.window.findChild(AllNotes)
    dialog.scope.setCurrentIndex(2)
    qtbot.waitUntil(lambda: [one.text for one in dialog.lines.lines] == ["Quelle?"])
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(writing.wiring.session.article, "headline", "") == FERRY)
    edit = writing.wiring.editor.body_edit
    assert (edit.textCursor().position(), feature(writing)._lit) == (0, note.id)


def test_a_note_on_the_lead_is_kept_too(writing, qtbot):
    lead = writing.wiring.editor.lead
    lead.setFocus()
    qtbot.keyClicks(lead, "Der Hafen ist froh.")
    lead.selectAll()
    note = write_note(writing, qtbot, "Wer?")
    (place,) = places(writing.wiring.session.current())[note.id]
    assert place.field.value == "lead"


def test_the_text_of_two_editors_notes_is_kept_where_both_save(writing, qtbot, filled):
    write_note(writing, qtbot, "Von hier")
    story = writing.wiring.session.article.id
    with open_desk(filled) as other:
        article = other.writing.open(story)
        note = new_note("Bruno Hald", other.clock(), "Von dort")
        other.writing.save(replace(article, notes=(note,)))
    press(qtbot, Qt.Key.Key_S, CONTROL)
    bar = writing.window.notice
    qtbot.waitUntil(lambda: bar.isVisible() and "Somebody else saved" in bar.words.text())
    copy = next(one for one in bar.findChildren(QPushButton) if one.text() == "Keep mine as a copy")
    click(qtbot, copy)
    qtbot.waitUntil(lambda: getattr(writing.wiring.session.article, "id", story) != story)
    assert [one.text for one in notes(writing)] == ["Von hier"]
    assert [one.text for one in writing.desk.writing.open(story).notes] == ["Von dort"]


def test_in_the_headline_no_note_is_begun_and_it_is_said_where(writing, qtbot):
    writing.wiring.editor.headline.setFocus()
    press(qtbot, Qt.Key.Key_M, CONTROL, ALT)
    assert notes(writing) == ()
    assert "lead" in writing.window.notice.words.text()


def test_what_can_be_undone_keeps_its_notes_through_another_look(writing, qtbot):
    write_note(writing, qtbot, "Quelle?")
    writing.window.actions_["look-dark"].trigger()
    edit = writing.wiring.editor.body_edit
    edit.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert notes(writing) == ()
    writing.window.actions_["look-light"].trigger()


def test_a_note_on_text_that_was_deleted_is_listed_as_without_place(writing, qtbot):
    name = write_note(writing, qtbot, "Quelle?").id
    choose(writing, 0, 8)
    press(qtbot, Qt.Key.Key_Delete)
    writing.window.show_page(PAGE)
    feature(writing).refresh()
    card = feature(writing).page.card(name)
    assert "its text was deleted" in " ".join(label.text() for label in card.findChildren(QLabel))
    click(qtbot, way(card, "resolve"))
    assert notes(writing)[0].resolved

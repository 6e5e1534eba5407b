"""Other views of a story, reached and left with keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.finding import Field, Place
from newsroom.domain.note_places import add_note
from newsroom.domain.notes import new_note
from newsroom.gui.editor.clipboard import MIME
from newsroom.gui.notes.carrying import MIME as NOTES
from newsroom.gui.views.beside import Beside
from newsroom.gui.views.focus import Focus
from newsroom.gui.views.reading import OtherViews
from newsroom.gui.views.story_choice import StoryChoice
from newsroom.gui.views.zoom import Zoom

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"
COUNCIL = "Rat beschließt den Haushalt für zwei Jahre"


@pytest.fixture
def writing(program, visit):
    """The program with the story on the ferry open and the caret in its text."""
    visit(program, FERRY)
    program.wiring.editor.body_edit.setFocus()
    return program


def press(qtbot, key, *modifiers):
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def size_of_type(program):
    """Give the size in pixels in which a word of the text is shown."""
    edit = program.wiring.editor.body_edit
    layout = edit.document().begin().layout()
    return layout.lineAt(0).height()


def zoom(program):
    return program.wiring.feature(Zoom)


# Zoom


def test_keys_make_the_type_larger_smaller_and_usual_again(writing, qtbot):
    usual = size_of_type(writing)
    press(qtbot, Qt.Key.Key_Plus, CONTROL)
    larger = size_of_type(writing)
    assert larger > usual
    press(qtbot, Qt.Key.Key_Minus, CONTROL)
    press(qtbot, Qt.Key.Key_Minus, CONTROL)
    assert size_of_type(writing) < usual
    press(qtbot, Qt.Key.Key_0, CONTROL)
    assert size_of_type(writing) == usual


def test_the_zoom_keeps_the_text_and_what_can_be_undone(writing, qtbot):
    edit = writing.wiring.editor.body_edit
    before = writing.wiring.session.current().body
    qtbot.keyClicks(edit, "Neu ")
    typed = writing.wiring.session.current().body
    for _step in range(3):
        press(qtbot, Qt.Key.Key_Plus, CONTROL)
    assert writing.wiring.session.current().body == typed
    while edit.document().isUndoAvailable():
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert writing.wiring.session.current().body == before


def test_a_zoom_is_no_edit(writing, qtbot):
    press(qtbot, Qt.Key.Key_Plus, CONTROL)
    assert not writing.wiring.session.dirty


def turn(widget, control):
    at = QPointF(widget.rect().center())
    held = CONTROL if control else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_zooms_while_control_is_held(writing):
    viewport = writing.wiring.editor.body_edit.viewport()
    turn(viewport, control=False)
    assert zoom(writing).percent == 100
    turn(viewport, control=True)
    assert zoom(writing).percent == 110


def test_the_zoom_ends_at_its_largest_and_is_kept_for_the_next_day(writing, qtbot, start, filled):
    for _step in range(20):
        press(qtbot, Qt.Key.Key_Plus, CONTROL)
    assert zoom(writing).percent == 300
    writing.window.close()
    assert zoom(start(filled)).percent == 300


# Focus and full screen


def test_the_focus_shows_only_the_text_and_escape_leads_back(writing, qtbot):
    window = writing.window
    parts = (window.top, window.sidebar, window.stories, window.panel, window.status, window.menuBar())
    seen = [part.isVisible() for part in parts]
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    assert not any(part.isVisible() for part in parts)
    assert not window.story.format_bar.isVisible()
    assert writing.wiring.editor.body_edit.hasFocus()
    assert window.actions_["focus"].isChecked()
    press(qtbot, Qt.Key.Key_Escape)
    assert [part.isVisible() for part in parts] == seen
    assert not window.actions_["focus"].isChecked()


def test_the_line_that_is_written_stays_in_the_middle(writing, qtbot):
    editor, edit = writing.wiring.editor, writing.wiring.editor.body_edit
    edit.set_body(paragraphs([f"Absatz {number}." for number in range(80)]))
    press(qtbot, Qt.Key.Key_F11, SHIFT)

    def from_middle():
        height = edit.mapTo(editor.viewport(), edit.cursorRect().center()).y()
        return abs(height - editor.viewport().height() / 2)

    for way in ("End", "Start"):
        edit.moveCursor(getattr(edit.textCursor().MoveOperation, way))
        qtbot.waitUntil(lambda: from_middle() < 4)
    for _line in range(3):
        press(qtbot, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: from_middle() < 4)


def test_the_focus_is_gone_into_again_the_next_day(writing, qtbot, start, filled):
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    writing.window.close()
    again = start(filled)
    qtbot.waitUntil(lambda: again.wiring.feature(Focus).on)
    press_into(again.wiring.editor.body_edit, qtbot)
    assert not again.wiring.feature(Focus).on


def press_into(edit, qtbot):
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_the_window_fills_the_screen_and_comes_back(writing, qtbot):
    press(qtbot, Qt.Key.Key_F11)
    assert writing.window.isFullScreen()
    press(qtbot, Qt.Key.Key_F11)
    assert not writing.window.isFullScreen()


# Reading and proof


def test_the_reading_view_shows_the_final_text_for_readers_and_takes_no_key(writing, qtbot):
    desk = writing.desk
    story = writing.wiring.session.current()
    note = new_note("Imke", desk.clock(), "Streng geheim")
    noted = add_note(story, note, Place(Field.BODY, 0, 0, 8))
    writing.wiring.editor.set_article(replace(noted, dateline="LINDHOLM"))
    press(qtbot, Qt.Key.Key_F9)
    views = writing.wiring.feature(OtherViews)
    pane = views._reader.pane
    assert pane.isVisible()
    assert not writing.wiring.editor.isVisible()
    text = plain_text(pane.article().body)
    assert "Imke Sanders" in text
    assert "Nach elf Wochen" in text
    assert pane.article().notes == ()
    assert not pane.lead.isVisible()
    qtbot.keyClicks(pane.body_edit, "abc")
    assert plain_text(pane.article().body) == text
    qtbot.keyClick(pane.body_edit, Qt.Key.Key_Escape)
    assert writing.wiring.editor.isVisible()
    assert views.shown == ""


def test_opening_a_story_leads_back_to_writing(writing, qtbot, visit):
    press(qtbot, Qt.Key.Key_F9)
    visit(writing, COUNCIL)
    assert writing.wiring.editor.isVisible()
    assert not writing.window.actions_["reading-view"].isChecked()


def test_the_proof_view_shows_the_galley_as_it_is_printed(writing, qtbot):
    press(qtbot, Qt.Key.Key_F9, SHIFT)
    views = writing.wiring.feature(OtherViews)
    qtbot.waitUntil(lambda: bool(views._proof.pages), timeout=20_000)
    page = views._proof.pages[0]
    assert page.height() > page.width() > 800
    assert "Source Serif Pro 9.6/11.52, column of 53 mm" in views._proof.head.about.text()
    qtbot.keyClick(views._proof.area, Qt.Key.Key_Escape)
    assert writing.wiring.editor.isVisible()


# Side by side


def test_a_second_story_is_chosen_opened_beside_and_copied_from(writing, qtbot):
    press(qtbot, Qt.Key.Key_F8)
    choice = writing.window.findChild(StoryChoice)
    qtbot.waitUntil(lambda: choice.list.count() == 2)
    qtbot.keyClicks(choice.sought, "Haushalt")
    qtbot.waitUntil(lambda: choice.list.count() == 1)
    qtbot.keyClick(choice.sought, Qt.Key.Key_Return)
    beside = writing.wiring.feature(Beside)
    qtbot.waitUntil(lambda: beside.viewer is not None and beside.viewer.isVisible())
    edit = beside.viewer.pane.body_edit
    writing.window.activateWindow()  # as a real screen does when a dialog closes
    qtbot.waitUntil(writing.window.isActiveWindow)
    assert beside.viewer.article.headline == COUNCIL
    assert writing.wiring.session.article.headline == FERRY
    assert not writing.window.panel.isVisible()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(edit, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert "bis in die Nacht" in copied.text()
    assert copied.hasFormat(MIME)
    assert not copied.hasFormat(NOTES)
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert beside.viewer is None
    assert writing.window.panel.isVisible()
    assert writing.wiring.editor.body_edit.hasFocus()


def test_a_story_stays_beside_while_another_is_written_in(writing, qtbot, visit):
    press(qtbot, Qt.Key.Key_F8, SHIFT)
    beside = writing.wiring.feature(Beside)
    visit(writing, COUNCIL)
    assert beside.viewer.isVisible()
    assert beside.viewer.article.headline == FERRY
    assert writing.wiring.session.article.headline == COUNCIL
    own = writing.wiring.editor.verticalScrollBar()
    assert beside.viewer.pane.verticalScrollBar() is not own


def test_the_story_beside_is_shown_anew_where_it_is_saved(writing, qtbot):
    press(qtbot, Qt.Key.Key_F8, SHIFT)
    beside = writing.wiring.feature(Beside)
    edit = writing.wiring.editor.body_edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Endlich: ")
    press(qtbot, Qt.Key.Key_S, CONTROL)
    shown = beside.viewer.pane
    qtbot.waitUntil(lambda: "Endlich" in plain_text(shown.article().body))


def test_the_byline_of_the_house_stands_in_the_reading_view(writing):
    from newsroom.gui.views.viewer import for_reading

    story = replace(writing.wiring.session.current(), authors=(Byline("Ada Muster", "Fotos"),), sign_off="am")
    text = plain_text(for_reading(story, writing.desk.house).body)
    assert "Ada Muster (Fotos)" in text.split("\n\n")[0]
    assert text.split("\n\n")[-1].strip("()") == "am"


def test_the_focus_stays_bare_while_a_story_beside_is_closed(writing, qtbot):
    press(qtbot, Qt.Key.Key_F11, SHIFT)
    press(qtbot, Qt.Key.Key_F8, SHIFT)
    writing.wiring.feature(Beside).close()
    assert not writing.window.panel.isVisible()
    writing.window.resize(1600, 900)
    QApplication.processEvents()
    assert not writing.window.panel.isVisible()


def test_the_panel_comes_back_when_the_story_beside_is_closed(writing, qtbot):
    assert writing.window.panel.isVisible()
    press(qtbot, Qt.Key.Key_F8, SHIFT)
    assert not writing.window.panel.isVisible()
    writing.wiring.feature(Beside).close()
    assert writing.window.panel.isVisible()

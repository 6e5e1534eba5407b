"""What a new journalist stumbled over in the first hour stays mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton

from newsroom import translation
from newsroom.domain.article import Unit
from newsroom.domain.marks import MarkKind, value_of
from newsroom.gui.bars.length_line import LengthLine
from newsroom.gui.dialogs.export import ExportDialog
from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.editor import editing
from newsroom.text.length import Length


@pytest.fixture
def new_story(program, qtbot):
    """The program with a new story that has a headline."""
    program.window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    qtbot.keyClicks(program.wiring.editor.headline, "Hafenfest beginnt am Freitag")
    return program


def answer(program, qtbot, line):
    question = program.window.findChild(LineQuestion)
    qtbot.keyClicks(question.line, line)
    qtbot.keyClick(question.line, Qt.Key.Key_Return)


def test_a_section_can_be_named_that_the_library_does_not_have(new_story, qtbot):
    section = new_story.window.panel.publication.section
    qtbot.keyClick(section, Qt.Key.Key_End)
    answer(new_story, qtbot, "  Hafen   und Meer ")
    assert section.currentText() == "Hafen und Meer"
    new_story.window.actions_["save"].trigger()
    places = new_story.window.sidebar._model
    qtbot.waitUntil(lambda: "section:Hafen und Meer" in {place.key for place in places.places})


def test_a_new_section_that_is_not_named_leaves_the_old_one(new_story, qtbot):
    section = new_story.window.panel.publication.section
    section.choose("Sport")
    qtbot.keyClick(section, Qt.Key.Key_End)
    qtbot.keyClick(new_story.window.findChild(LineQuestion), Qt.Key.Key_Escape)
    assert section.section() == "Sport"
    assert section.currentText() == "Sport"


def test_a_link_is_typed_in_a_dialog_of_the_house(new_story, qtbot):
    edit = new_story.wiring.editor.body_edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Programm")
    edit.selectAll()
    new_story.window.actions_["link"].trigger()
    assert not new_story.window.findChildren(QDialogButtonBox)
    answer(new_story, qtbot, "example.org")
    cursor = edit.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    assert value_of(editing.common_marks(cursor), MarkKind.LINK) == "https://example.org"


@pytest.mark.parametrize(("language", "one"), [("de", "1 Wort"), ("en", "1 word")])
def test_one_word_is_counted_as_one(qtbot, language, one):
    translation.use(language)
    bar = LengthLine()
    qtbot.addWidget(bar)
    bar.measure(Length(words=1, characters=1), None, Unit.LINES)
    bar.select(Length(words=1, characters=4))
    translation.use("en")
    assert bar.words.text() == one
    assert one in bar.selection.text()


def test_no_word_beside_a_field_is_cut_in_german(start, filled, qtbot):
    window = start(filled, "--lang", "de").window
    labels = [label for label in window.panel.publication.findChildren(QLabel) if label.buddy()]
    wide = [
        word
        for label in labels
        for word in label.text().split()
        if label.fontMetrics().horizontalAdvance(word) > label.contentsRect().width()
    ]
    assert labels
    assert wide == []


def test_no_other_story_stays_chosen_beside_a_new_one(program, qtbot):
    stories = program.window.stories
    qtbot.keyClick(stories.cards, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    program.window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 1) == 0)
    assert stories.chosen_ids() == ()


def test_a_new_story_is_saved_before_it_is_exported(new_story, qtbot):
    new_story.window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: new_story.window.findChild(ExportDialog) is not None)
    dialog = new_story.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog.names.count() == 1)
    assert "hafenfest" in dialog.names.item(0).text()
    dialog.reject()


def test_a_draft_left_behind_can_be_submitted_at_once(program, qtbot):
    session = program.wiring.session
    fresh = program.wiring.desk.writing.new(headline="Hafenfest beginnt am Freitag")
    program.wiring.desk.writing.autosave(fresh)
    draft = next(one for one in program.wiring.desk.library.drafts.all() if one.article.uid == fresh.uid)
    session.resume(draft, draft.article)
    assert program.window.actions_["submit"].isEnabled()


def test_the_panel_forgets_the_story_that_was_thrown_away(program, qtbot):
    cards = program.window.stories.cards
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    fields = program.window.panel.publication
    qtbot.waitUntil(lambda: bool(fields.section.section()))
    qtbot.keyClick(cards, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: program.wiring.session.article is None)
    assert fields.section.section() == ""
    assert fields.publish.edit.text() == ""


def test_saving_what_nobody_changed_makes_no_version(program, qtbot):
    qtbot.keyClick(program.window.stories.cards, Qt.Key.Key_Down)
    session = program.wiring.session
    qtbot.waitUntil(lambda: session.article is not None)
    before = session.article.version
    program.window.actions_["save"].trigger()
    qtbot.keyClicks(program.wiring.editor.headline, "Heute: ")
    with qtbot.waitSignal(session.changed):
        program.window.actions_["save"].trigger()
    assert session.article.version == before + 1


def test_a_story_in_the_trash_says_why_it_cannot_be_changed(program, qtbot):
    qtbot.keyClick(program.window.stories.cards, Qt.Key.Key_Down)
    session, notice = program.wiring.session, program.window.notice
    qtbot.waitUntil(lambda: session.article is not None)
    story = session.article.id
    qtbot.keyClick(program.window.stories.cards, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "moved" in notice.words.text())
    session.open(story)
    qtbot.waitUntil(lambda: "lies in the trash" in notice.words.text())
    assert not session.writable


def test_no_button_of_the_panel_is_cut_in_german(start, filled, visit, qtbot):
    program = start(filled, "--lang", "de")
    visit(program, "Ruderclub gewinnt das letzte Rennen")
    window, cut = program.window, []
    window.resize(1440, 900)
    qtbot.waitUntil(window.panel.isVisible)
    for page in ("story", "history", "notes", "changes"):
        window.panel.show_page(page)
        QApplication.processEvents()
        edge = window.panel.mapToGlobal(window.panel.rect().topRight()).x()
        shown = [one for one in window.panel.findChildren(QPushButton) if one.isVisible()]
        cut += [one.text() for one in shown if one.mapToGlobal(one.rect().topRight()).x() > edge]
    assert cut == []

"""The history of a story: looked at, compared, brought back, with mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from newsroom.domain.body import block_text, paragraphs
from newsroom.gui.catalogue.contrast import contrast
from newsroom.gui.past.feature import Past
from newsroom.library.rows import REVISION

HEADLINE = "Die Fähre nach Lindholm fährt wieder"
FIRST, SECOND = "Nach elf Wochen legt das Schiff wieder ab.", "Der Hafen ist froh."
CHANGED = "Nach zwölf Wochen legt das Schiff wieder ab."


@pytest.fixture
def program(start, filled):
    """A story of three versions, the second one named."""
    started = start(filled)
    desk = started.wiring.desk
    card = next(card for card in desk.lists.page().items if card.headline == HEADLINE)
    story = desk.writing.save(replace(desk.writing.open(card.id), body=paragraphs((CHANGED, SECOND)))).article
    story = desk.history.snapshot(story, "Vor der Kürzung").article
    desk.writing.save(replace(story, body=paragraphs((CHANGED, "Der Hafen ist sehr froh."))))
    return started


@pytest.fixture
def past(program, visit, qtbot):
    """The history of that story, shown by its key."""
    visit(program, HEADLINE)
    feature = program.wiring.feature(Past)
    program.window.actions_["history"].trigger()
    qtbot.waitUntil(lambda: feature.shown and not feature.busy and feature.view.two is not None)
    return feature


def settle(past, qtbot):
    qtbot.waitUntil(lambda: not past.busy)


def texts(program):
    return [block_text(block) for block in program.wiring.session.article.body.blocks]


def test_the_last_change_is_shown_first_and_back_leads_to_writing(program, past, qtbot):
    view = past.view
    assert (view.two.old.version, view.two.new.version) == (3, 4)
    assert "sehr" in view.sheet.toPlainText()
    assert view.bar.places.text() == "1 place"
    titles = [view.list.model_.index(row).data() for row in range(view.list.model_.rowCount())]
    assert titles[1].startswith("Snapshot “Vor der Kürzung”")
    qtbot.waitUntil(lambda: view.proof.text() == "Journal verified, unchanged")
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    assert not past.shown
    assert program.window.story.stack.currentWidget() is program.wiring.editor


def test_any_two_are_chosen_in_the_list_and_in_the_boxes(past, qtbot):
    view = past.view
    first = view.list.visualRect(view.list.model_.index(0)).center()
    last = view.list.visualRect(view.list.model_.index(view.list.model_.rowCount() - 1)).center()
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=first)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, control, last)
    qtbot.waitUntil(lambda: view.two.old.version < 3)
    settle(past, qtbot)
    assert view.two.new.version == 4
    view.bar.old.setCurrentIndex(view.bar.old.findData(1))
    view.bar.old.activated.emit(view.bar.old.currentIndex())
    qtbot.waitUntil(lambda: view.two.old.version == 1)
    settle(past, qtbot)
    assert [field.field for field in view.two.fields if not field.same] == ["body"]
    assert view.sheet.differences == 2


def test_one_steps_from_place_to_place_side_by_side_and_in_one_text(past, qtbot):
    past.compare(1, 4)
    settle(past, qtbot)
    view = past.view
    qtbot.keyClick(view.list, Qt.Key.Key_N)
    assert view.bar.places.text() == "2 places · 1 of 2"
    qtbot.keyClick(view.list, Qt.Key.Key_P)
    assert view.bar.places.text() == "2 places · 2 of 2"
    view.bar.way.setCurrentIndex(1)
    view.bar.way.activated.emit(1)
    settle(past, qtbot)
    assert "elfzwölf" in view.sheet.toPlainText()
    view.bar.folded.click()
    settle(past, qtbot)
    assert [field.field for field in view.two.fields if not field.same] == ["body"]
    assert view.sheet.differences == 2


def test_a_version_comes_back_and_goes_again(program, past, qtbot):
    past.compare(1, 4)
    settle(past, qtbot)
    assert past.view.restore.text() == "Restore version 1"
    qtbot.mouseClick(past.view.restore, Qt.MouseButton.LeftButton)
    session = program.wiring.session
    qtbot.waitUntil(lambda: getattr(session.article, "version", 0) == 5)
    assert texts(program) == [FIRST, SECOND]
    assert "version 5" in program.window.notice.words.text()
    past.undo(program.wiring.desk.library.stories.save(session.article, program.wiring.desk.person).changes)
    qtbot.waitUntil(lambda: getattr(session.article, "version", 0) == 7)


def test_one_paragraph_comes_back(program, past, qtbot):
    past.compare(1, 4)
    settle(past, qtbot)
    assert not past.view.place.isEnabled()
    qtbot.keyClick(past.view.list, Qt.Key.Key_N)
    qtbot.mouseClick(past.view.place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "version", 0) == 5)
    assert texts(program) == [FIRST, "Der Hafen ist sehr froh."]


def test_a_difference_has_a_menu_under_the_mouse(past, qtbot):
    past.compare(1, 4)
    settle(past, qtbot)
    sheet = past.view.sheet
    sheet.go(-1)
    at = sheet.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, sheet.viewport().mapToGlobal(at))
    with qtbot.waitSignal(sheet.row_asked) as heard:
        QApplication.sendEvent(sheet.viewport(), event)
    field, row, _place = heard.args
    assert (field.field, row.places) == ("body", (1, 1))
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Restore this paragraph"]
    menu.close()


def test_a_snapshot_is_kept_by_its_name(program, past, qtbot):
    past.keep("Vor dem Druck")
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "version", 0) == 5)
    settle(past, qtbot)
    qtbot.waitUntil(lambda: "Vor dem Druck" in str(past.view.list.model_.index(0).data()))


def test_what_was_tampered_with_is_told_here(program, past, qtbot):
    with program.wiring.desk.library._store.writing() as connection:
        connection.execute(update(REVISION).where(REVISION.c.version == 2).values(packed=b"\x01junk"))
    past.look()
    qtbot.waitUntil(lambda: "Version 2" in past.view.proof.text())
    past.compare(2, 4)
    qtbot.waitUntil(lambda: "cannot be read" in past.view.sheet.toPlainText())
    assert not past.view.restore.isEnabled()
    past.verify_all()
    qtbot.waitUntil(lambda: "Version 2" in program.window.notice.words.text())


def test_the_panel_leads_to_what_a_version_changed(program, visit, qtbot):
    visit(program, HEADLINE)
    feature = program.wiring.feature(Past)
    program.window.panel.history.asked.emit(2)
    qtbot.waitUntil(lambda: feature.shown and not feature.busy and feature.view.two is not None)
    assert (feature.view.two.old.version, feature.view.two.new.version) == (1, 2)


def test_another_story_leaves_the_history(program, past, qtbot):
    desk = program.wiring.desk
    other = next(card for card in desk.lists.page().items if card.headline != HEADLINE)
    program.wiring.session.open(other.id)
    qtbot.waitUntil(lambda: not past.shown)


def test_a_report_is_written(program, past, qtbot, tmp_path):
    past.report(program.wiring.session.article.id, str(tmp_path / "past.html"))
    qtbot.waitUntil(lambda: "past.html" in program.window.notice.words.text())
    assert HEADLINE in (tmp_path / "past.html").read_text(encoding="utf-8")


def test_idle_stories_are_thinned_quietly(program, past, qtbot):
    past.thin()
    past.compare(1, 4)
    settle(past, qtbot)
    assert len(program.wiring.desk.library.history.revisions(past._story)) == 4


@pytest.mark.parametrize("scheme", ["look-light", "look-dark", "look-contrast"])
def test_the_chosen_event_can_be_read_in_every_look(program, past, scheme):
    program.window.actions_[scheme].trigger()
    events = past.view.list
    row = events.visualRect(events.currentIndex())
    picture = events.viewport().grab(row).toImage()
    ground = picture.pixelColor(row.width() - 3, 3).name()
    words = [
        picture.pixelColor(across, down).name()
        for across in range(30, row.width() - 20)
        for down in range(4, 24)
    ]
    assert max(contrast(word, ground) for word in words) >= 4.5


def test_two_versions_are_shown_from_their_beginning(past, qtbot):
    bar = past.view.sheet.verticalScrollBar()
    past.view.resize(past.view.width(), 160)
    past.view.show_two(past.view.two, {})
    qtbot.waitUntil(lambda: not past.view.sheet.busy and bar.maximum() > 0)
    past.view.sheet.ensureCursorVisible()
    assert bar.value() == 0

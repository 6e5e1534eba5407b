"""Sections, genres, people and keywords in one dialog, by keys and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from newsroom.desk import open_desk
from newsroom.domain.article import new_uid
from newsroom.domain.catalogue import Kind
from newsroom.gui.catalogue.colour_dialog import ColourDialog
from newsroom.gui.catalogue.entry_model import NAME, EntryModel
from newsroom.gui.catalogue.feature import CatalogueFeature
from newsroom.gui.catalogue.questions import Confirm, MergeDialog
from newsroom.gui.catalogue.twins_dialog import TwinsDialog
from newsroom.gui.dialogs.line_question import LineQuestion


@pytest.fixture
def opened(program, qtbot):
    """The program with the dialog open on the sections of three stories."""
    program.window.actions_["catalogue"].trigger()
    feature = program.wiring.feature(CatalogueFeature)
    qtbot.waitUntil(lambda: feature.dialog is not None and feature.dialog.isVisible())
    qtbot.waitUntil(lambda: len(shown(feature.dialog)) == 3)
    return program, feature


def shown(dialog):
    return [one.title for one in dialog.page().model.shown]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def child(parent, kind):
    return parent.findChildren(kind)[-1]


def type_name(dialog, row, name):
    view = dialog.page().view
    view.setCurrentIndex(dialog.page().model.index(row, NAME))
    QTest.keyClick(view, Qt.Key.Key_F2)
    line = child(view, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def sections(program):
    return [one.name for one in program.desk.library.house.sections()]


def test_a_section_is_renamed_in_place_and_taken_back(opened, qtbot):
    program, feature = opened
    type_name(feature.dialog, 1, "Rathaus")
    qtbot.waitUntil(lambda: shown(feature.dialog) == ["Region", "Rathaus", "Sport"])
    qtbot.waitUntil(feature.dialog.undo.isVisible)
    assert program.desk.lists.counts().sections == {"Region": 1, "Rathaus": 1, "Sport": 1}
    click(feature.dialog.undo)
    qtbot.waitUntil(lambda: shown(feature.dialog) == ["Region", "Politik", "Sport"])
    back = {"Region": 1, "Politik": 1, "Sport": 1}
    qtbot.waitUntil(lambda: program.desk.lists.counts().sections == back)


@pytest.mark.long
def test_a_rename_is_stopped_and_goes_on_later(start, filled, qtbot, monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 1)
    with open_desk(filled) as desk:
        story = desk.writing.new(headline="Noch eins", section="Sport")
        desk.library.stories.add_many([(replace(story, uid=new_uid()), "") for _ in range(60)], desk.person)
    program = start(filled)
    feature = program.wiring.feature(CatalogueFeature)
    feature.renames.runner.progressed.connect(
        lambda job: feature.renames.runner.stop() if job.done == 2 else None
    )
    feature.show()
    qtbot.waitUntil(lambda: len(shown(feature.dialog)) == 3)
    type_name(feature.dialog, 2, "Spiele")
    qtbot.waitUntil(feature.dialog.resume.isVisible)
    assert "stopped after" in feature.dialog.told.text()
    feature.dialog.accept()
    feature.show()
    qtbot.waitUntil(feature.dialog.resume.isVisible)
    click(feature.dialog.resume)
    qtbot.waitUntil(lambda: program.desk.lists.counts().sections.get("Spiele") == 61)
    qtbot.waitUntil(feature.dialog.undo.isVisible)


def test_a_name_that_is_there_asks_whether_to_merge(opened, qtbot):
    program, feature = opened
    type_name(feature.dialog, 2, "region")
    qtbot.waitUntil(lambda: bool(feature.dialog.findChildren(Confirm)))
    question = child(feature.dialog, Confirm)
    click(question.yes)
    qtbot.waitUntil(lambda: program.desk.lists.counts().sections == {"Region": 2, "Politik": 1})
    qtbot.waitUntil(lambda: shown(feature.dialog) == ["Region", "Politik"])


def test_a_merge_tells_first_what_it_does(opened, qtbot):
    program, feature = opened
    page = feature.dialog.page()
    page.choose("Sport")
    click(page.ways["merge"])
    dialog = child(feature.dialog, MergeDialog)
    qtbot.waitUntil(lambda: "1 story follows" in dialog.about.text())
    QTest.keyClicks(dialog.line, "poli")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    click(dialog.yes)
    qtbot.waitUntil(lambda: program.desk.lists.counts().sections == {"Region": 1, "Politik": 2})


def test_sections_are_moved_by_keys_and_by_dragging(opened, qtbot):
    program, feature = opened
    page = feature.dialog.page()
    page.view.setCurrentIndex(page.model.index(2, NAME))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: sections(program) == ["Region", "Sport", "Politik"])
    model: EntryModel = page.model
    data = model.mimeData([model.index(0, NAME)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, model.index(-1, 0))
    qtbot.waitUntil(lambda: sections(program) == ["Sport", "Politik", "Region"])


def test_a_colour_is_chosen_with_its_contrast(opened, qtbot):
    program, feature = opened
    page = feature.dialog.page()
    page.choose("Sport")
    click(page.ways["colour"])
    dialog = child(feature.dialog, ColourDialog)
    dialog.line.setText("#ffff00")
    assert "hard to see" in dialog.seen.text()
    dialog.line.setText("yellow")
    assert not dialog.yes.isEnabled()
    click(dialog.swatches[6])
    click(dialog.yes)
    wanted = dialog.swatches[6].property("colour")
    qtbot.waitUntil(lambda: program.desk.library.house.sections()[2].colour == wanted)


def test_a_section_is_added_retired_and_deleted(opened, qtbot):
    _, feature = opened
    page = feature.dialog.page()
    click(page.add)
    question = child(feature.dialog, LineQuestion)
    QTest.keyClicks(question.line, "Kultur")
    click(question.yes)
    qtbot.waitUntil(lambda: shown(feature.dialog)[-1] == "Kultur" and page.chosen().title == "Kultur")
    click(page.ways["retire"])
    qtbot.waitUntil(lambda: page.chosen() is not None and page.chosen().retired)
    assert page.ways["retire"].text() == "Bring back"
    feature.dialog.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(feature.dialog) == ["Region", "Politik", "Sport"])
    page.choose("Sport")
    assert not page.ways["delete"].isEnabled()


def test_what_cannot_be_is_said_in_the_dialog(opened, qtbot):
    _, feature = opened
    page = feature.dialog.page()
    page.added.emit("Sport")
    qtbot.waitUntil(lambda: "is there already" in feature.dialog.told.text())


def test_thousands_of_keywords_come_as_one_scrolls_and_twins_merge(start, filled, qtbot):
    with open_desk(filled) as desk:
        many = tuple(f"Wort {number}" for number in range(450))
        desk.writing.save(desk.writing.new(headline="Viele", keywords=(*many, "Fähre")))
        desk.writing.save(desk.writing.new(headline="Zwei", keywords=("Fähren", "Fähre")))
    program = start(filled)
    feature = program.wiring.feature(CatalogueFeature)
    feature.show(Kind.KEYWORD)
    page = feature.dialog.page()
    qtbot.waitUntil(lambda: len(page.model.shown) == 200)
    page.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(page.model.shown) > 200)
    QTest.keyClicks(page.line, "wort 44")
    qtbot.waitUntil(lambda: len(page.model.shown) == 11)
    page.line.clear()
    click(page.twins)
    qtbot.waitUntil(lambda: bool(feature.dialog.findChildren(TwinsDialog)))
    twins = child(feature.dialog, TwinsDialog)
    twins.tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Checked)
    click(twins.yes)
    qtbot.waitUntil(lambda: program.desk.library.house.keywords("fähre") == ("Fähre",))


def test_the_sidebar_leads_to_the_section(program, qtbot):
    sidebar = program.window.sidebar
    sidebar.choose("section:Sport")
    at = sidebar.visualRect(sidebar.currentIndex()).center()
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, sidebar.viewport().mapToGlobal(at))
    QApplication.sendEvent(sidebar.viewport(), ask)
    menu = QApplication.activePopupWidget()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:4] == ["Rename …", "Merge …", "Colour …", "Sections, genres, people, keywords …"]
    menu.hide()
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(LineQuestion)))
    question = child(program.window, LineQuestion)
    question.line.setText("Spiele")
    click(question.yes)
    qtbot.waitUntil(lambda: program.desk.lists.counts().sections.get("Spiele") == 1)


def test_what_is_being_written_is_saved_over_a_rename(program, qtbot, visit):
    story = visit(program, "Ruderclub gewinnt das letzte Rennen")
    program.wiring.editor.body_edit.setFocus()
    QTest.keyClicks(program.wiring.editor.body_edit, "Neu ")
    with open_desk(program.desk.library.location) as other:
        other.catalogue.finish(other.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    program.wiring.session.save()
    qtbot.waitUntil(lambda: program.wiring.session.article.section == "Spiele")
    kept = program.desk.library.stories.article(story)
    assert kept.section == program.window.panel.publication.section.section() == "Spiele"
    assert not program.wiring.session.dirty


def test_a_retired_section_is_offered_no_more_but_shown(program, qtbot, visit):
    program.desk.catalogue.retire(Kind.SECTION, "Sport")
    program.wiring.watch.offer()
    choice = program.window.panel.publication.section
    qtbot.waitUntil(lambda: choice.findData("Region") >= 0 and choice.findData("Sport") < 0)
    visit(program, "Ruderclub gewinnt das letzte Rennen")
    assert choice.currentText() == "Sport (retired)"
    assert choice.section() == "Sport"


def test_an_open_dialog_shows_what_another_window_changed(opened, qtbot):
    program, feature = opened
    feature.dialog.page().choose("Politik")
    with open_desk(program.desk.library.location) as other:
        other.catalogue.add(Kind.SECTION, "Kultur")
    qtbot.waitUntil(lambda: "Kultur" in shown(feature.dialog))
    assert feature.dialog.page().chosen().title == "Politik"


def test_a_name_that_is_being_written_is_let_be_until_it_is(opened, qtbot):
    program, feature = opened
    page = feature.dialog.page()
    page.edit("Politik")
    line = child(page.view, QLineEdit)
    QTest.keyClicks(line, "Rat")
    with open_desk(program.desk.library.location) as other:
        other.catalogue.add(Kind.SECTION, "Kultur")
    with qtbot.waitSignal(program.wiring.watch.moved):
        pass
    assert line.text() == "Rat"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Kultur" in shown(feature.dialog))

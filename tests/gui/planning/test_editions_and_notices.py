"""Editions, assignments and notices by keys and mouse, with a second window at the same library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from newsroom.domain.errors import LibraryAway
from newsroom.gui.desk_views import EDITIONS, LIST, NOTICES
from newsroom.gui.dialogs.export import ExportDialog
from newsroom.gui.planning.assign_dialog import AssignDialog
from newsroom.gui.planning.edition_dialog import EditionDialog
from newsroom.gui.planning.edition_model import LACKING, LENGTH, TITLE
from newsroom.gui.planning.feature import Planning
from newsroom.gui.planning.to_edition_dialog import ToEditionDialog
from newsroom.translation import msg
from tests.gui.conftest import STORIES

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
FERRY, BUDGET, ROWERS = (headline for headline, _section, _words in STORIES)


@pytest.fixture
def planning(program):
    return program.wiring.feature(Planning)


def titles(view):
    return [view.model.index(row, TITLE).data() for row in range(view.model.rowCount())]


def count(program, key):
    return next((place.count for place in program.window.sidebar.places() if place.key == key), None)


@pytest.fixture
def filled_edition(program, show, qtbot):
    """An edition with two pages, two stories and a topic, shown in the window."""
    desk = program.desk
    day = desk.plan.today()
    desk.plan.new(day, {"topic": "Noch offen", "section": "Sport", "length": "40"})
    edition, _changes = desk.editions.new("Haupt", "", "23:00")
    edition = desk.editions.with_stories(edition, [1, 2], "Seite 1")
    desk.editions.save(desk.editions.with_topics(edition))
    program.window.activateWindow()
    view = show(EDITIONS)
    qtbot.waitUntil(lambda: view.settled and len(view.model.lines) == 5)
    return view


def test_an_edition_that_cannot_be_read_offers_nothing_but_to_try_again(filled_edition, qtbot, monkeypatch):
    view, head = filled_edition, filled_edition.head
    ways = (head.new, head.add, head.change, head.delete, head.export)
    assert all(way.isEnabled() for way in ways)

    def away():
        raise LibraryAway(msg("away"))

    monkeypatch.setattr(view._desk, "around", away)
    view.refresh()
    qtbot.waitUntil(view.blank.isVisible)
    assert not any(way.isEnabled() for way in ways)
    monkeypatch.undo()
    again = next(one for one in view.blank.findChildren(QPushButton) if one.text() == "Try again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(way.isEnabled() for way in ways))


def test_an_edition_is_begun_filled_and_sent_out(program, show, qtbot, visit):
    program.desk.plan.new(program.desk.plan.today(), {"topic": "Noch offen", "section": "Sport"})
    view = show(EDITIONS)
    assert view.blank.title.text() == "No editions yet"
    view.do("new")
    dialog = program.window.findChild(EditionDialog)
    qtbot.keyClicks(dialog.name, "Haupt")
    qtbot.keyClicks(dialog.hour, "irgendwann")
    dialog.yes.click()
    qtbot.waitUntil(lambda: "is no time" in dialog.told.text())
    dialog.hour.setText("23:00")
    dialog.yes.click()
    qtbot.waitUntil(lambda: view.edition is not None and view.settled)
    view.do("topics")
    qtbot.waitUntil(lambda: titles(view) == ["Sport", "Noch offen"])
    program.window.actions_["view-list"].trigger()
    visit(program, FERRY)
    program.window.actions_["to-edition"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(ToEditionDialog) is not None)
    asked = program.window.findChild(ToEditionDialog)
    qtbot.keyClicks(asked.page, "Seite 1")
    asked.yes.click()
    qtbot.waitUntil(lambda: len(program.desk.editions.edition(1).parts) == 4)
    show(EDITIONS)
    qtbot.waitUntil(lambda: titles(view) == ["Sport", "Noch offen", "Seite 1", FERRY])
    qtbot.mouseClick(view.head.export, Qt.MouseButton.LeftButton)
    export = program.window.findChild(ExportDialog)
    assert export.pattern.text() == "{number}-{slug}"
    export.reject()


def test_lines_are_moved_measured_and_taken_out_by_keys(program, filled_edition, views, qtbot):
    view = filled_edition
    assert titles(view) == ["Seite 1", FERRY, BUDGET, "Sport", "Noch offen"]
    assert view.model.index(1, LACKING).data() == "Not approved"
    assert "No story yet: 1" in view.head.lacking.text()
    view.table.choose([2])
    qtbot.keyClick(view.table, Key.Key_Up, CTRL)
    qtbot.waitUntil(lambda: titles(view)[1:3] == [BUDGET, FERRY])
    qtbot.waitUntil(lambda: view.settled and view.table.rows() == [1])
    view.table.write(1, LENGTH)
    qtbot.keyClicks(QApplication.focusWidget(), "viel")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: "is no length" in view.line.words.text())
    view.table.write(1, LENGTH)
    qtbot.keyClicks(QApplication.focusWidget(), "9 words")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: view.model.index(1, LENGTH).data() == "7 of 9 words")
    assert view.model.index(1, LACKING).data() == "Not approved · Too short"
    qtbot.waitUntil(lambda: view.settled)
    data = view.model.mimeData([view.model.index(3, 0)])
    view.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, view.model.index(-1, -1))
    qtbot.waitUntil(lambda: titles(view) == ["Sport", "Noch offen", "Seite 1", BUDGET, FERRY])
    qtbot.waitUntil(lambda: view.settled)
    view.table.choose([3, 4])
    qtbot.keyClick(view.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(view)) == 3)
    qtbot.keyClick(view.table, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(titles(view)) == 5)
    qtbot.waitUntil(lambda: view.settled)
    view.table.choose([3])
    qtbot.keyClick(view.table, Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "headline", "") == BUDGET)
    assert views.shown == LIST


def test_who_was_slower_in_an_edition_is_told_and_sees_the_other_one(program, filled_edition, jelto, qtbot):
    view = filled_edition
    edition = jelto.editions.edition(view.edition.id)
    jelto.editions.save(jelto.editions.titled(edition, 0, "Titelseite"))
    view.table.choose([2])
    view.do("remove")
    qtbot.waitUntil(lambda: "changed by someone else" in view.line.words.text())
    qtbot.waitUntil(lambda: titles(view)[0] == "Titelseite" and len(titles(view)) == 5)


@pytest.mark.long
def test_a_story_is_given_away_and_what_comes_of_it_is_told_quietly(
    program, planning, jelto, visit, show, views, qtbot
):
    story = visit(program, FERRY)
    program.window.actions_["assign"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(AssignDialog) is not None)
    dialog = program.window.findChild(AssignDialog)
    qtbot.keyClicks(dialog.name, "niemand")
    assert not dialog.yes.isEnabled()
    assert dialog.told.text().startswith("Nobody here is called that")
    dialog.name.setText("jw")
    qtbot.keyClicks(dialog.due.edit, "tomorrow 9:00")
    qtbot.waitUntil(lambda: dialog.due.time() is not None)
    dialog.yes.click()
    qtbot.waitUntil(lambda: planning.line.who.text() == "Jelto Wiarda")
    assert jelto.notices.unseen() == 1
    assert program.window.notice.words.text() == "1 story assigned to Jelto Wiarda."
    before = QApplication.focusWidget()
    jelto.assigning.assign([story], "Ragna Hollmann")
    qtbot.waitUntil(lambda: count(program, "notices") == 1)
    assert not [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert QApplication.focusWidget() is before
    qtbot.waitUntil(lambda: planning.line.who.text() == "Ragna Hollmann")
    notices = show(NOTICES)
    assert notices.model.index(0).data() == f"Jelto Wiarda assigned “{FERRY}” to you."
    assert notices.said.text() == "1 new"
    qtbot.keyClick(notices.list, Key.Key_Space)
    qtbot.waitUntil(lambda: count(program, "notices") == 0)
    qtbot.keyClick(notices.list, Key.Key_Return)
    qtbot.waitUntil(lambda: views.shown == LIST)


def test_many_are_given_away_at_once_and_taken_back(program, planning, qtbot):
    program.window.stories.cards.selectAll()
    assert len(planning.chosen()) == 3
    planning.assign(planning.chosen(), "Imke Sanders", None)
    qtbot.waitUntil(lambda: program.window.notice.words.text() == "3 stories assigned to Imke Sanders.")
    assert len(program.desk.assigning.of([1, 2, 3])) == 3
    program.window.notice._ways[0].click()
    qtbot.waitUntil(lambda: not program.desk.assigning.of([1, 2, 3]))


@pytest.mark.long
def test_the_sidebar_counts_what_there_is_to_do(program, jelto, qtbot):
    article = jelto.writing.save(jelto.writing.new(headline="Von Jelto")).article
    program.desk.assigning.assign([1], "Ragna Hollmann")
    qtbot.waitUntil(lambda: count(program, "todo-mine") == 1)
    assert count(program, "todo-waiting") == 0
    from dataclasses import replace

    from newsroom.domain.workflow import State

    jelto.library.stories.save(replace(article, state=State.FOR_REVIEW), jelto.person, "submit")
    qtbot.waitUntil(lambda: count(program, "todo-waiting") == 1)
    program.window.sidebar.choose("todo-waiting")
    qtbot.waitUntil(lambda: [card.headline for card in program.window.stories.model.items] == ["Von Jelto"])

"""Saved searches, pinned stories and stories opened last in the sidebar, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from newsroom.desk import open_desk
from newsroom.domain.catalogue import Kind
from newsroom.domain.saved_search import SavedSearch
from newsroom.domain.workflow import Transition
from newsroom.gui.browser.story_list_model import card_of
from newsroom.gui.shelf.feature import ShelfFeature

Key, Mod = Qt.Key, Qt.KeyboardModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def shelf(program):
    return program.wiring.feature(ShelfFeature)


def rows(program):
    return [(place.title, place.count) for place in program.window.sidebar.places()]


def titles(program):
    return [title for title, _count in rows(program)]


def press(program, qtbot, key):
    program.window.activateWindow()
    qtbot.keyClick(program.window, key, Mod.ControlModifier | Mod.ShiftModifier)


def row_of(program, title):
    sidebar = program.window.sidebar
    place = titles(program).index(title)
    return sidebar.visualRect(sidebar.model().index(place, 0)).center()


def test_a_search_is_given_a_name_and_is_a_list_with_its_count(program, shelf, qtbot):
    field = program.window.top.search
    qtbot.keyClicks(field, "section:Sport")
    qtbot.waitUntil(lambda: program.wiring.browsing.words == "section:Sport")
    program.window.actions_["save-search"].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.line.setText("")
    qtbot.keyClicks(dialog.line, "Alles vom Sport")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    qtbot.waitUntil(lambda: ("Alles vom Sport", 1) in rows(program))
    qtbot.keyClick(field, Key.Key_Escape)
    qtbot.mouseClick(
        program.window.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=row_of(program, "Alles vom Sport")
    )
    qtbot.waitUntil(lambda: field.text() == "section:Sport")
    qtbot.waitUntil(lambda: len(program.window.stories.model.items) == 1)


def test_the_count_follows_the_library(program, shelf, qtbot):
    shelf._put(SavedSearch("Sport", "section:Sport"))
    qtbot.waitUntil(lambda: titles(program).count("Sport") == 2)
    program.wiring.apply(program.desk.moving.to_section([1, 2], "Sport").changes)
    qtbot.waitUntil(lambda: rows(program).count(("Sport", 3)) == 2)


def test_searches_are_renamed_ordered_shared_and_deleted(program, shelf, qtbot):
    first, second = SavedSearch("Eins", "Hafen"), SavedSearch("Zwei", "Rat")
    for one in (first, second):
        shelf._put(one)
    qtbot.waitUntil(lambda: [t for t in titles(program) if t in {"Eins", "Zwei"}] == ["Eins", "Zwei"])
    ways = dict(shelf._ways(program.window.sidebar.places()[titles(program).index("Zwei")]))
    ways["Move up"]()
    qtbot.waitUntil(lambda: [t for t in titles(program) if t in {"Eins", "Zwei"}] == ["Zwei", "Eins"])
    ways["Share with the house"]()
    qtbot.waitUntil(lambda: program.desk.searches.all() == (first, SavedSearch("Zwei", "Rat", house=True)))
    qtbot.waitUntil(lambda: shelf._task is None)
    ways = dict(shelf._ways(program.window.sidebar.places()[titles(program).index("Eins")]))
    ways["Delete"]()
    qtbot.waitUntil(lambda: "Eins" not in titles(program))


def test_a_story_is_pinned_and_opened_from_the_sidebar(program, visit, qtbot):
    story = visit(program, FERRY)
    qtbot.keyClick(program.window, Key.Key_L, Mod.ControlModifier | Mod.AltModifier)
    qtbot.waitUntil(lambda: "Pinned" in titles(program))
    visit(program, "Ruderclub gewinnt das letzte Rennen")
    qtbot.mouseClick(program.window.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=row_of(program, FERRY))
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == story)
    qtbot.waitUntil(lambda: titles(program)[titles(program).index("Opened last") + 1] == FERRY)


def test_stories_dragged_onto_a_section_go_there(program, qtbot):
    stories, sidebar = program.window.stories, program.window.sidebar
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    data: QMimeData = stories.model.mimeData(stories.cards.selectionModel().selectedRows())
    at = QPointF(row_of(program, "Politik"))
    with_all = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Mod.NoModifier)
    over = QDragMoveEvent(at.toPoint(), *with_all)
    sidebar.dragMoveEvent(over)
    assert over.isAccepted()
    away = QDragMoveEvent(row_of(program, "Drafts"), *with_all)
    sidebar.dragMoveEvent(away)
    assert not away.isAccepted()
    sidebar.dropEvent(QDropEvent(at, *with_all))
    qtbot.waitUntil(lambda: program.desk.library.lists.counts().sections["Politik"] == 3)


def offered(program, title, qtbot):
    """Ask for a row's menu with the mouse, and give it."""
    sidebar, at = program.window.sidebar, row_of(program, title)
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, sidebar.viewport().mapToGlobal(at))
    QApplication.sendEvent(sidebar.viewport(), ask)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def pick(program, title, words, qtbot):
    menu = offered(program, title, qtbot)
    next(entry for entry in menu.actions() if entry.text() == words).trigger()
    menu.close()


def pins(program):
    shown = titles(program)
    if "Pinned" not in shown:
        return []
    places = program.window.sidebar.places()[shown.index("Pinned") + 1 :]
    return [place.title for place in places[: next((n for n, one in enumerate(places) if one.heading), None)]]


@pytest.mark.long
def test_sections_searches_and_stories_are_pinned_ordered_and_kept(program, shelf, visit, qtbot, start):
    shelf._put(SavedSearch("Hafen", "Hafen"))
    qtbot.waitUntil(lambda: "Hafen" in titles(program))
    pick(program, "Sport", "Pin", qtbot)
    qtbot.waitUntil(lambda: pins(program) == ["Sport"])
    assert titles(program).count("Sport") == 1
    pick(program, "Hafen", "Pin", qtbot)
    qtbot.waitUntil(lambda: pins(program) == ["Sport", "Hafen"])
    visit(program, FERRY)
    qtbot.waitUntil(program.window.actions_["pin"].isEnabled)
    program.window.actions_["pin"].trigger()
    qtbot.waitUntil(lambda: pins(program) == ["Sport", "Hafen", FERRY])
    sidebar = program.window.sidebar
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=row_of(program, "Sport"))
    qtbot.waitUntil(lambda: program.wiring.browsing.place.key == "section:Sport")
    qtbot.keyClick(sidebar, Key.Key_Down, Mod.AltModifier)
    qtbot.waitUntil(lambda: pins(program) == ["Hafen", "Sport", FERRY])
    assert sidebar.current_key() == "section:Sport"
    program.window.close()
    again = start(program.desk.library.location)
    qtbot.waitUntil(lambda: pins(again) == ["Hafen", "Sport", FERRY])
    pick(again, FERRY, "Unpin", qtbot)
    qtbot.waitUntil(lambda: pins(again) == ["Hafen", "Sport"])


def test_a_pin_follows_the_section_and_the_search_to_another_name(program, shelf, qtbot):
    shelf._put(SavedSearch("Hafen", "Hafen"))
    qtbot.waitUntil(lambda: "Hafen" in titles(program))
    pick(program, "Hafen", "Pin", qtbot)
    pick(program, "Sport", "Pin", qtbot)
    qtbot.waitUntil(lambda: pins(program) == ["Hafen", "Sport"])
    shelf._put(SavedSearch("Der Hafen", "Hafen"), SavedSearch("Hafen", "Hafen"))
    with open_desk(program.desk.library.location) as other:
        other.catalogue.finish(other.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    qtbot.waitUntil(lambda: pins(program) == ["Der Hafen", "Spiele"])


def test_reserve_copy_has_a_row_under_what_is_approved(program, shelf, qtbot):
    desk = program.desk
    assert "Reserve copy" not in titles(program)
    desk.preferences.set_house({"four_eyes": False})
    story = desk.writing.open(1)
    for way in (Transition.SUBMIT, Transition.APPROVE):
        story = desk.approval.move(story, way).article
    program.wiring.apply(desk.moving.to_reserve((1,)).changes)
    qtbot.waitUntil(lambda: ("Reserve copy", 1) in rows(program))
    names = titles(program)
    assert names.index("Reserve copy") == names.index("Approved") + 1
    qtbot.mouseClick(
        program.window.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=row_of(program, "Reserve copy")
    )
    qtbot.waitUntil(lambda: [card_of(one).id for one in program.window.stories.model.items] == [1])

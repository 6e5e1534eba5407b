"""Like stories seen, compared, decided on and merged, by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.gui.comparing.dialog import CompareDialog
from newsroom.gui.doubles.feature import DoublesFeature
from newsroom.gui.doubles.merge_dialog import MergeDialog

NOUNS = [
    "Hafen",
    "Markt",
    "Bahnhof",
    "Deich",
    "Turm",
    "Park",
    "Schule",
    "Brücke",
    "Museum",
    "Rathaus",
    "Fähre",
    "Leuchtturm",
]
TEXT = " ".join(f"Am {noun} {number} wird {noun.lower()} neu gebaut." for number, noun in enumerate(NOUNS))
FIRST, SECOND = "Viel Neues am Hafen von Lindholm", "Lindholm baut an zwölf Stellen"


@pytest.fixture
def alike(place):
    """A library of two drafts with the same text and one of another."""
    with open_desk(place) as desk:
        for headline, words in (
            (FIRST, TEXT),
            (SECOND, TEXT),
            ("Rat vertagt sich", "Der Rat tagt morgen wieder."),
        ):
            desk.writing.save(desk.writing.new(headline=headline, body=paragraphs([words])))
    return place


@pytest.fixture
def program(start, alike):
    return start(alike)


@pytest.fixture
def panel(program, visit, qtbot):
    """The panel beside the second story, its lookalike shown."""
    visit(program, SECOND)
    panel = program.window.panel.lookalikes
    qtbot.waitUntil(lambda: bool(panel._shown))
    return panel


def press(qtbot, parent, words):
    made = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_the_card_says_why_and_a_decision_is_kept_and_taken_back(program, panel, qtbot):
    (like,) = panel._shown
    assert like.headline == FIRST
    press(qtbot, panel, "Not a duplicate")
    qtbot.waitUntil(lambda: panel._shown == ())
    assert program.desk.writing.open(2).version == 1
    qtbot.waitUntil(lambda: any(one.text() == "Undo" for one in panel.findChildren(QPushButton)))
    press(qtbot, panel, "Undo")
    qtbot.waitUntil(lambda: bool(panel._shown))


def test_the_two_are_compared_beside_each_other(program, panel, qtbot):
    press(qtbot, panel, "Compare")
    qtbot.waitUntil(lambda: program.window.findChild(CompareDialog) is not None)
    dialog = program.window.findChild(CompareDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert (dialog.left.text(), dialog.right.text()) == (FIRST, SECOND)
    press(qtbot, dialog, "Update of it")
    qtbot.waitUntil(lambda: panel._shown == ())


def test_the_view_groups_the_library_and_merges_two(program, qtbot):
    program.window.actions_["doubles"].trigger()
    view = program.wiring.feature(DoublesFeature).view
    qtbot.waitUntil(lambda: view.tree.topLevelItemCount() == 1)
    assert view.told.text() == "1 group of similar stories"
    view.tree.setCurrentItem(view.tree.topLevelItem(0))
    press(qtbot, view, "Merge …")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MergeDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog.way.master.headline == SECOND
    press(qtbot, dialog, "Merge")
    qtbot.waitUntil(lambda: view.tree.topLevelItemCount() == 0)
    assert view.told.text() == "No two stories of the library are alike."
    qtbot.waitUntil(lambda: program.desk.library.lists.counts().trash == 1)
    program.window.actions_["undo-library"].trigger()
    qtbot.waitUntil(lambda: program.desk.library.lists.counts().trash == 0)


def test_the_view_decides_on_a_group_of_two(program, qtbot):
    program.window.actions_["doubles"].trigger()
    view = program.wiring.feature(DoublesFeature).view
    qtbot.waitUntil(lambda: view.tree.topLevelItemCount() == 1)
    view.tree.setCurrentItem(view.tree.topLevelItem(0))
    press(qtbot, view, "Not a duplicate")
    qtbot.waitUntil(lambda: view.tree.topLevelItemCount() == 0)

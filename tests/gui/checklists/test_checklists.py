"""What is asked before a story goes on, set in the window by mouse and keys, and passed on as a file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.checklist import MOMENTS
from newsroom.domain.finding import Severity
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.checklists.feature import ChecklistsFeature

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
APPROVE = MOMENTS.index(Transition.APPROVE)


@pytest.fixture
def desk(place, filled):
    with open_desk(place, "Ragna Hollmann") as opened:
        yield opened


@pytest.fixture
def open_at(start, desk, place, qtbot):
    """Give a function that opens the checklists at a window, and gives the feature with its dialog."""

    def at(name="Ragna Hollmann"):
        program = start(place, "--as", name)
        feature = program.wiring.feature(ChecklistsFeature)
        program.window.actions_["checklists"].trigger()
        qtbot.waitUntil(lambda: bool(feature.dialog and feature.dialog.model.rowCount()))
        return feature

    return at


def row_of(dialog, title):
    rows = range(dialog.model.rowCount())
    return next(row for row in rows if dialog.model.headerData(row, Qt.Orientation.Vertical) == title)


def cell(dialog, title):
    return dialog.model.index(row_of(dialog, title), APPROVE)


def click(dialog, title):
    index = cell(dialog, title)
    dialog.table.scrollTo(index)
    QTest.mouseClick(dialog.table.viewport(), LEFT, pos=dialog.table.visualRect(index).center())


def holding(desk, rule, genre="", section=""):
    asked = desk.checklists.holding(genre, section)
    return next(one.severity for one in asked if one.rule == rule and one.moment is Transition.APPROVE)


def test_a_click_makes_a_recommended_check_required(open_at, desk, qtbot):
    dialog = open_at().dialog
    assert "Recommended" in cell(dialog, "No note is open").data()
    click(dialog, "No note is open")
    qtbot.waitUntil(lambda: "Required" in cell(dialog, "No note is open").data())
    assert holding(desk, "notes-open") is Severity.REQUIRED


def test_the_space_bar_turns_the_cell_on(open_at, desk, qtbot):
    dialog = open_at().dialog
    dialog.table.setCurrentIndex(cell(dialog, "Headline is there"))
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Key.Key_Space)
    qtbot.waitUntil(lambda: "Off" in cell(dialog, "Headline is there").data())


def test_a_section_has_its_own_checklist_and_can_be_set_back(open_at, desk, qtbot):
    dialog = open_at().dialog
    dialog.section.setCurrentIndex(dialog.section.findData("Sport"))
    dialog.section.activated.emit(dialog.section.currentIndex())
    qtbot.waitUntil(lambda: dialog.model.section == "Sport")
    click(dialog, "No note is open")
    qtbot.waitUntil(lambda: "Required" in cell(dialog, "No note is open").data())
    assert holding(desk, "notes-open", section="Sport") is Severity.REQUIRED
    assert holding(desk, "notes-open") is Severity.RECOMMENDED
    dialog.table.setCurrentIndex(cell(dialog, "No note is open"))
    QTest.mouseClick(dialog.usual, LEFT)
    qtbot.waitUntil(lambda: "Recommended" in cell(dialog, "No note is open").data())


def test_checklists_go_out_as_a_file_and_come_back(open_at, desk, tmp_path, qtbot):
    feature = open_at()
    click(feature.dialog, "No note is open")
    qtbot.waitUntil(lambda: holding(desk, "notes-open") is Severity.REQUIRED)
    place = tmp_path / "checklists.csv"
    feature.write_to(str(place))
    qtbot.waitUntil(lambda: feature.dialog.told.text() == "1 line written.")
    desk.checklists.replace_all(())
    feature.bring_in(str(place))
    qtbot.waitUntil(lambda: holding(desk, "notes-open") is Severity.REQUIRED)


def test_a_section_is_made_strict_and_another_wants_two(open_at, desk, qtbot):
    dialog = open_at().dialog
    dialog.tabs.setCurrentIndex(1)
    table = dialog.sections.table
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    table.setCurrentCell(names.index("Politik"), 1)
    table.setFocus()
    QTest.keyClick(table, Key.Key_Space)
    qtbot.waitUntil(lambda: desk.library.house.settings().strict_sections == ("Politik",))
    table.setCurrentCell(names.index("Sport"), 2)
    QTest.keyClick(table, Key.Key_Space)
    qtbot.waitUntil(lambda: desk.library.house.settings().second_sections == ("Sport",))


def test_only_a_duty_editor_sets_them(open_at, desk):
    desk.people.add("Ragna Hollmann", Role.CHIEF)
    desk.people.add("Klara Lorenz", Role.EDITOR)
    dialog = open_at("Klara Lorenz").dialog
    before = cell(dialog, "No note is open").data()
    click(dialog, "No note is open")
    assert cell(dialog, "No note is open").data() == before
    assert not dialog.read.isEnabled()
    assert "duty editor" in dialog.told.text()

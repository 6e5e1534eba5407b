"""A story with hundreds of findings: the window shows some, and the others when they are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from newsroom.domain.finding import Field, Finding, Place, Severity
from newsroom.gui.panels.checks import AT_ONCE, FindingCard
from newsroom.gui.panels.findings_line import AT_MOST, FindingLine
from newsroom.translation import Message

MANY = tuple(
    Finding("doubled-word", Severity.RECOMMENDED, Place(Field.BODY, number, 0, 3), Message("Twice."))
    for number in range(100)
)


def shown(widget, kind):
    return [one for one in widget.findChildren(kind) if one.isVisible()]


def test_many_findings_are_shown_bit_by_bit(program, qtbot):
    panel = program.window.panel
    panel.setEnabled(True)
    panel.show_page("findings")
    panel.show_findings(MANY, writable=True)
    qtbot.waitUntil(lambda: len(shown(panel.checks, FindingCard)) == AT_ONCE)
    more = next(one for one in shown(panel.checks, QPushButton) if one.text() == "Show 30 more")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(panel.checks, FindingCard)) == 2 * AT_ONCE)
    panel.show_page("story")
    qtbot.waitUntil(lambda: len(shown(panel.lines, FindingLine)) == AT_MOST)
    assert any("88 more" in one.text() for one in shown(panel.lines, QLabel))
    assert "100" in panel.tabs.tabText(1)


@pytest.mark.long
def test_findings_stay_underlined_in_another_look(program, visit, qtbot):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Das ist der der Hafen. ")
    qtbot.waitUntil(lambda: len(edit.extraSelections()) > 0)
    program.window.actions_["look-dark"].trigger()
    qtbot.waitUntil(lambda: len(edit.extraSelections()) > 0)
    assert "der" in edit.extraSelections()[0].cursor.selectedText()
    program.window.actions_["look-light"].trigger()

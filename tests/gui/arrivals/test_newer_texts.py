"""Files whose stories came in before, with another text now, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from newsroom.domain.body import plain_text
from newsroom.gui.dialogs.import_report import ImportReportDialog

TEXT = """---
section: Region
---

# {headline}

Der Rat von Lindholm hat am Abend beschlossen, dass die Fähre {when} wieder ablegt.

Die nächste Sitzung findet im Januar statt, wie die Verwaltung mitteilte.
"""
HEADLINES = ("Die Fähre legt wieder ab", "Der Fahrplan steht")


@pytest.fixture
def folder(qtbot, program, tmp_path):
    """A folder of two stories that came in, which say something else by now."""
    place = tmp_path / "eingang"
    place.mkdir()
    _write(place, "am Montag")
    _brought(qtbot, program, place)
    program.window.findChild(ImportReportDialog).accept()
    qtbot.waitUntil(lambda: program.window.findChild(ImportReportDialog) is None)
    _write(place, "erst im Herbst")
    return place


def _write(place, when):
    for number, headline in enumerate(HEADLINES):
        (place / f"{number}.md").write_text(TEXT.format(headline=headline, when=when), encoding="utf-8")


def _brought(qtbot, program, path):
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        program.window.dropped.emit([str(path)])
    qtbot.waitUntil(lambda: program.window.findChild(ImportReportDialog) is not None)
    return program.window.findChild(ImportReportDialog)


def _button(place, words):
    return next(one for one in place.findChildren(QPushButton) if one.text() == words and one.isVisible())


def _texts(program):
    library = program.wiring.desk.library
    stories = library.stories.articles(library.lists.ids())
    return {one.headline: plain_text(one.body) for one in stories if one.headline in HEADLINES}


def test_newer_texts_are_offered_taken_and_taken_back_at_once(qtbot, program, folder):
    dialog = _brought(qtbot, program, folder)
    assert dialog.tree.topLevelItem(0).text(0) == "Newer text of a story that is here (2)"
    assert not any("im Herbst" in text for text in _texts(program).values())
    dialog.tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        qtbot.mouseClick(_button(dialog, "Update"), Qt.MouseButton.LeftButton)
    assert [("im Herbst" in text) for text in map(_texts(program).get, HEADLINES)] == [True, False]
    assert "1 story brought up to date" in program.window.notice.words.text()
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        qtbot.mouseClick(_button(program.window.notice, "Undo"), Qt.MouseButton.LeftButton)
    assert not any("im Herbst" in text for text in _texts(program).values())


def test_newer_texts_are_left_or_come_in_as_stories_of_their_own(qtbot, program, folder):
    count = program.wiring.desk.library.lists.count
    before = count()
    dialog = _brought(qtbot, program, folder)
    qtbot.mouseClick(_button(dialog, "Leave as they are"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.findChild(ImportReportDialog) is None)
    assert count() == before
    dialog = _brought(qtbot, program, folder)
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        qtbot.mouseClick(_button(dialog, "Import as new"), Qt.MouseButton.LeftButton)
    assert count() == before + 2


def test_nothing_chosen_is_nothing_to_do(qtbot, program, folder):
    dialog = _brought(qtbot, program, folder)
    for place in range(2):
        dialog.tree.topLevelItem(0).child(place).setCheckState(0, Qt.CheckState.Unchecked)
    assert not _button(dialog, "Update").isEnabled()
    assert _button(dialog, "Leave as they are").isEnabled()

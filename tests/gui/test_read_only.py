"""A library that cannot be written, as a journalist meets it: all is readable, nothing pretends to be possible."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.workflow import Transition
from newsroom.library.sqlite import opening

FERRY = "Die Fähre nach Lindholm fährt wieder"
DOUBLED = "Der der Kapitän winkt."


@pytest.fixture
def reading(filled, start, visit, monkeypatch):
    """The program on a library of another department, with a story open that has a finding."""
    with open_desk(filled) as desk:
        desk.writing.save(replace(desk.writing.open(1), body=paragraphs([DOUBLED])))
    monkeypatch.setattr(opening, "_writable", lambda _path: False)
    program = start(filled)
    visit(program, FERRY)
    return program


def words_of(widget):
    return {made.text() for made in widget.findChildren(QPushButton) if made.isVisible()}


def test_it_says_so_once_and_quietly(reading):
    assert "for reading only" in reading.window.notice.words.text()


def test_no_way_on_is_offered(reading):
    assert not any(made.isVisible() for made in reading.window.top.buttons.values())
    possible = {name for name, action in reading.window.actions_.by_id.items() if action.isEnabled()}
    writing = {"new", "save", "import-files", "samples", "trash", "undo", "bold", "next-step"}
    assert not possible & (writing | {way.value for way in Transition})
    assert {"export", "copy-body", "search", "keys"} <= possible


def test_its_text_and_fields_are_shown_and_not_changed(reading, qtbot):
    edit, publication = reading.wiring.editor.body_edit, reading.window.panel.publication
    edit.setFocus()
    qtbot.keyClicks(edit, "Neu ")
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClick(edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == DOUBLED
    assert publication.authors.text() == "Imke Sanders"
    assert not publication.authors.isEnabled()
    assert not reading.wiring.session.dirty


def test_a_finding_is_shown_without_a_way_to_mend_it(reading, qtbot):
    window = reading.window
    window.panel.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Show" in words_of(window.panel.checks))
    assert words_of(window.panel.checks) == {"Show"}


def test_files_that_are_dropped_are_refused_in_one_sentence(reading, qtbot, tmp_path):
    file = tmp_path / "wal.txt"
    file.write_text("Ein Wal im Fjord\n\nAm Morgen kam er.\n", encoding="utf-8")
    before = len(reading.window.stories.model.items)
    reading.window.notice.dismiss()
    reading.window.dropped.emit([str(file)])
    qtbot.waitUntil(lambda: reading.window.notice.isVisible() and not reading.wiring.arrivals.running)
    assert "for reading only" in reading.window.notice.words.text()
    assert len(reading.window.stories.model.items) == before

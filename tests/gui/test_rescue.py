from __future__ import annotations

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from newsroom.desk.writing import Writing
from newsroom.domain.errors import NotWritten
from newsroom.gui.rescue import Rescue
from newsroom.translation import N_, msg

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def full(program, visit, qtbot, monkeypatch):
    """The program with a story that was changed and cannot be saved."""
    visit(program, FERRY)

    def no_room(*_arguments, **_named):
        raise NotWritten(msg(N_("There is no room left on the disk.")))

    monkeypatch.setattr(Writing, "save", no_room)
    monkeypatch.setattr(Writing, "autosave", no_room)
    qtbot.keyClicks(program.wiring.editor.headline, "!")
    program.wiring.session.save()
    qtbot.waitUntil(program.window.notice.isVisible)
    return program


def way(program, words):
    return next(one for one in program.window.notice.findChildren(QPushButton) if one.text() == words)


def test_a_story_that_cannot_be_saved_is_offered_another_place(full, qtbot, tmp_path):
    qtbot.mouseClick(way(full, "Save elsewhere …"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(full.window.findChildren(QFileDialog)))
    (chooser,) = full.window.findChildren(QFileDialog)
    assert chooser.defaultSuffix() == "docx"
    place = tmp_path / "Fähre.docx"
    chooser.fileSelected.emit(str(place))
    chooser.close()
    qtbot.waitUntil(lambda: str(place) in full.window.notice.words.text())
    assert FERRY in " ".join(paragraph.text for paragraph in Document(str(place)).paragraphs)
    assert full.wiring.session.dirty


def test_a_second_place_that_is_full_is_told_as_well(full, qtbot, tmp_path):
    place = tmp_path / "folder.docx"
    place.mkdir()
    full.wiring.feature(Rescue).save(str(place))
    qtbot.waitUntil(lambda: "folder.docx" in full.window.notice.words.text())
    assert place.is_dir()
    assert full.wiring.session.dirty

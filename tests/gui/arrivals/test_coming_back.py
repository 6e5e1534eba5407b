"""Files that come back and files that come in, in the real window, by mouse and keys."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from newsroom.domain.body import plain_text
from newsroom.domain.changes import final
from newsroom.formats import Writing, by_name
from newsroom.gui.dialogs.arrival_preview import ArrivalPreview
from newsroom.gui.dialogs.import_report import ImportReportDialog

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def returned(program, tmp_path):
    """Gives a Word file of a story in which a freelancer replaced words, and the story's number."""
    import docx

    def give(old, new, name="fähre.docx"):
        desk = program.wiring.desk
        story = next(
            one for one in desk.library.stories.articles(desk.library.lists.ids()) if one.headline == FERRY
        )
        document = docx.Document(io.BytesIO(by_name("docx").write(story, Writing()).data))
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace(old, new)
        document.core_properties.last_modified_by = "M. Weber"
        document.core_properties.modified = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
        document.save(tmp_path / name)
        return tmp_path / name, story.id

    return give


def _brought(qtbot, program, *paths):
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        program.window.dropped.emit([str(path) for path in paths])


def _button(place, words):
    return next(one for one in place.findChildren(QPushButton) if one.text() == words and one.isVisible())


def test_a_returned_file_opens_its_story_with_the_changes_in_sight(qtbot, program, returned):
    path, number = returned("elf Wochen", "zwölf Tagen")
    _brought(qtbot, program, path)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == number)
    story = program.wiring.session.article
    assert {change.author for change in story.changes} == {"M. Weber"}
    assert "zwölf Tagen" in plain_text(final(story.body))
    panel = program.window.panel
    assert panel.tabs.tabToolTip(panel.tabs.currentIndex()).startswith("Changes")
    assert "came back to “Die Fähre nach Lindholm fährt wieder” with" in program.window.notice.words.text()


def test_a_field_is_taken_over_with_one_click(qtbot, program, returned):
    path, number = returned("fährt wieder", "bleibt im Hafen")
    _brought(qtbot, program, path)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == number)
    qtbot.waitUntil(lambda: program.wiring.proofs.done)
    qtbot.mouseClick(_button(program.window, "Take over"), Qt.MouseButton.LeftButton)
    assert program.wiring.session.current().headline == "Die Fähre nach Lindholm bleibt im Hafen"
    assert program.wiring.session.current().import_notes == ()


def test_a_story_that_is_open_and_being_typed_in_loses_nothing(qtbot, program, returned, visit):
    path, number = returned("elf Wochen", "zwölf Tagen")
    visit(program, FERRY)
    editor = program.wiring.editor
    editor.body_edit.setFocus()
    qtbot.keyClicks(editor.body_edit, "Eilig: ")
    _brought(qtbot, program, path)
    qtbot.waitUntil(lambda: "meanwhile" in program.window.notice.words.text(), timeout=20_000)
    assert plain_text(program.wiring.session.current().body).startswith("Eilig: ")
    saved = program.wiring.desk.library.stories.article(number)
    assert "zwölf Tagen" in plain_text(final(saved.body))


def test_several_files_are_told_in_a_report_and_a_line_opens_the_changes(qtbot, program, returned, tmp_path):
    path, number = returned("elf Wochen", "zwölf Tagen")
    (tmp_path / "neu.txt").write_text(
        "Neue Brücke am Kai\n\nDer Rat hat am Abend beschlossen, dass sie kommt."
    )
    _brought(qtbot, program, path, tmp_path / "neu.txt")
    qtbot.waitUntil(lambda: program.window.findChild(ImportReportDialog) is not None)
    dialog = program.window.findChild(ImportReportDialog)
    groups = [dialog.tree.topLevelItem(place) for place in range(dialog.tree.topLevelItemCount())]
    line = next(group for group in groups if group.text(0).startswith("Came back")).child(0)
    assert "by M. Weber" in line.text(1)
    dialog.tree.setCurrentItem(line)
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == number)


def test_what_was_recognised_is_shown_and_put_right_before_it_is_taken_in(qtbot, program, tmp_path):
    path = tmp_path / "frei.txt"
    path.write_text(
        "Von Imke Sanders\n\nNeue Brücke am Kai\n\nDer Rat hat am Abend beschlossen, dass sie kommt.\n\nUnd Schluss.",
        encoding="utf-8",
    )
    program.window.dropped.emit([str(path)])
    qtbot.waitUntil(lambda: program.window.findChild(ArrivalPreview) is not None, timeout=20_000)
    dialog = program.window.findChild(ArrivalPreview)
    before = program.wiring.desk.library.lists.count()
    place = next(at for at, words in enumerate(dialog.words) if words.text() == "Neue Brücke am Kai")
    chooser = dialog.choosers[place]
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_H)
    place = next(at for at, words in enumerate(dialog.words) if words.text().endswith("Imke Sanders"))
    chooser = dialog.choosers[place]
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_B)
    with qtbot.waitSignal(program.wiring.arrivals.arrived, timeout=20_000):
        qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "headline", "") == "Neue Brücke am Kai")
    story = program.wiring.session.article
    assert [one.name for one in story.authors] == ["Imke Sanders"]
    assert program.wiring.desk.library.lists.count() == before + 1


def test_a_file_that_is_looked_at_and_cancelled_leaves_nothing(qtbot, program, tmp_path):
    path = tmp_path / "frei.txt"
    path.write_text(
        "Neue Brücke am Kai\n\nDer Rat hat am Abend beschlossen, dass sie kommt.", encoding="utf-8"
    )
    before = program.wiring.desk.library.lists.count()
    program.window.dropped.emit([str(path)])
    qtbot.waitUntil(lambda: program.window.findChild(ArrivalPreview) is not None, timeout=20_000)
    dialog = program.window.findChild(ArrivalPreview)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert program.wiring.desk.library.lists.count() == before
    assert not program.wiring.arrivals.running

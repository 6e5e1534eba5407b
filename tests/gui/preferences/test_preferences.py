"""The preferences, opened and used with keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

from newsroom import resources
from newsroom.desk import open_desk
from newsroom.desk.personal import PersonalFile
from newsroom.domain.person import Role
from newsroom.gui.preferences.dialog import PreferencesDialog
from newsroom.gui.preferences.feature import Preferences
from newsroom.settings import House, Personal, described

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def show(qtbot):
    """Give a function that opens the preferences by their key."""

    def open_dialog(program):
        window = program.window
        qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(window.findChildren(PreferencesDialog)))
        dialog = window.findChild(PreferencesDialog)
        qtbot.waitExposed(dialog)
        return dialog

    return open_dialog


def field(dialog, name):
    for sections in dialog.sections.values():
        for section in sections:
            for one in section.fields:
                if one.known.name == name:
                    return one
    raise AssertionError(name)


def changed(program):
    return program.wiring.feature(Preferences).settings.changed


def test_every_setting_has_a_field_with_a_name(program, show):
    dialog = show(program)
    shown = {
        one.known.name for many in dialog.sections.values() for section in many for one in section.fields
    }
    known = {name for kind in (House, Personal) for name, one in described(kind).items() if not one.elsewhere}
    assert shown == known
    controls = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    for one in (one for kind in controls for one in dialog.findChildren(kind)):
        inside = isinstance(one.parent(), QAbstractSpinBox | QLineEdit)
        assert inside or one.accessibleName() or getattr(one, "text", str)(), one


def test_a_switch_of_typography_works_at_once_and_is_kept(program, visit, show, qtbot):
    visit(program, FERRY)
    dialog = show(program)
    with qtbot.waitSignal(changed(program)):
        field(dialog, "type_quotes").field.toggle()
    assert PersonalFile().read().type_quotes is False
    dialog.accept()
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    qtbot.keyClicks(edit, '"')
    assert edit.toPlainText().startswith('"')


def test_a_bound_of_the_house_is_kept_in_the_library_and_used(program, visit, show, qtbot):
    visit(program, FERRY)
    dialog = show(program)
    box = field(dialog, "headline_hint").field
    with qtbot.waitSignal(changed(program)):
        box.setValue(20)
    assert program.desk.house.headline_hint == 20
    assert not program.wiring.editor.header.count.isHidden()


def test_what_does_not_fit_is_explained_and_not_kept(program, show, qtbot):
    dialog = show(program)
    for row, group in enumerate(dialog._titles):
        if group == "Bylines and datelines":
            dialog.groups.setCurrentRow(row)
    one = field(dialog, "byline_pattern")
    one.focus()
    one.field.setText("Von mir")
    qtbot.keyClick(one.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "{name}" in one.wrong.text()
    assert program.desk.house.byline_pattern == "{name}"
    one.field.setText("Von {name}")
    with qtbot.waitSignal(changed(program)):
        qtbot.keyClick(one.field, Qt.Key.Key_Return)
    assert one.wrong.isHidden()
    assert program.desk.house.byline_pattern == "Von {name}"


def test_words_are_written_one_a_line_and_kept_when_the_dialog_closes(program, show, qtbot):
    dialog = show(program)
    field(dialog, "agencies").field.setPlainText("ona\nkna\n\nkna")
    with qtbot.waitSignal(changed(program)):
        dialog.accept()
    assert program.desk.house.agencies == ("ona", "kna")


def test_entries_are_written_with_bars(program, show, qtbot):
    dialog = show(program)
    field(dialog, "house_words").field.setPlainText("Handy | Mobiltelefon")
    with qtbot.waitSignal(changed(program)):
        dialog.accept()
    assert program.desk.house.house_words == (("Handy", "Mobiltelefon", "", ""),)


def test_looking_for_a_word_shows_the_settings_of_all_groups_that_have_it(program, show, qtbot):
    dialog = show(program)
    qtbot.keyClicks(dialog.sought, "dash")
    assert field(dialog, "type_dashes").isVisible()
    assert not field(dialog, "type_quotes").isVisible()
    dialog.sought.setText("no such thing")
    assert dialog.none.isVisible()
    dialog.sought.clear()
    assert len(dialog.heads()) == 1


def test_only_a_duty_editor_sets_what_holds_for_all(filled, start, show):
    with open_desk(filled) as desk:
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Ragna Hollmann", Role.CHIEF)
    program = start(filled, "--as", "Imke Sanders")
    dialog = show(program)
    assert not field(dialog, "zone").field.isEnabled()
    assert field(dialog, "type_quotes").field.isEnabled()


def test_a_template_is_chosen_copied_and_taken_away(program, show, qtbot, tmp_path):
    dialog = show(program)
    box = field(dialog, "docx_template")
    settings = program.wiring.feature(Preferences).settings
    with qtbot.waitSignal(settings.file_refused):
        box.field.chosen.emit(tmp_path)
    assert "no file" in box.wrong.text()
    template = resources.find("templates", "docx", "story.docx")
    with qtbot.waitSignal(settings.changed):
        box.field.chosen.emit(template)
    assert box.wrong.isHidden()
    assert not box.field.remove.isHidden()
    box.field.copied.emit(tmp_path / "copy.docx")
    qtbot.waitUntil((tmp_path / "copy.docx").exists)
    with qtbot.waitSignal(settings.changed):
        box.field.remove.click()
    assert box.field.copy.text() == "Save a sample …"
    assert program.desk.house.docx_template == ""


def test_the_name_of_the_newsroom_is_shown_at_once(program, show, qtbot):
    dialog = show(program)
    one = field(dialog, "name")
    one.field.setText("Wendelsbrücker Bote")
    with qtbot.waitSignal(changed(program)):
        dialog.accept()
    qtbot.waitUntil(lambda: "Wendelsbrücker Bote" in program.window.status.library.text())

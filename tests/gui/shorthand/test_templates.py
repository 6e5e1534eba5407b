"""Stories begun from templates and templates made of stories."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.template import Template
from newsroom.gui.shorthand.templates_dialog import TemplateName, TemplatesDialog

FERRY = "Die Fähre nach Lindholm fährt wieder"
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ask(qtbot):
    """Give a function that asks by the key for a template and gives the dialog."""

    def show(program):
        qtbot.keyClick(program.window, Qt.Key.Key_N, MODIFIERS)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(TemplatesDialog)))
        return program.window.findChild(TemplatesDialog)

    return show


def names(dialog):
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text().split("   ")[0] for item in items if not item.isHidden()]


def test_a_new_story_begins_from_a_template_that_is_brought(program, ask, qtbot):
    dialog = ask(program)
    assert names(dialog) == ["Meldung", "Interview", "Kommentar"]
    qtbot.keyClicks(dialog.sought, "kom")
    assert names(dialog) == ["Kommentar"]
    qtbot.keyClick(dialog.sought, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    story = program.wiring.session.current()
    assert (story.genre, story.kicker, story.ordered_length) == (
        "commentary",
        "Kommentar",
        OrderedLength(60, Unit.LINES),
    )
    assert "Anlass" in story.editors_note
    assert story.body.empty
    assert program.window.focusWidget() is program.wiring.editor.headline


def test_a_template_of_ones_own_stands_first_and_fills_its_fields(program, ask, qtbot):
    own = Template(name="Rat", section="Politik", headline="Rat am {weekday}", body=paragraphs(["{date}"]))
    program.desk.shorthand.put_template(own, house=False)
    dialog = ask(program)
    assert names(dialog)[0] == "Rat"
    dialog.go.click()
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    story = program.wiring.session.current()
    assert story.section == "Politik"
    assert "{" not in story.headline + block_text(story.body.blocks[0])


def test_the_open_story_becomes_a_template(program, visit, qtbot):
    visit(program, FERRY)
    program.window.actions_["save-template"].trigger()
    dialog = program.window.findChild(TemplateName)
    dialog.name.setText("Fährbetrieb")
    dialog.shared.setChecked(True)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Fährbetrieb" in program.window.notice.words.text())
    (kept,) = program.desk.shorthand.templates(house=True)
    assert (kept.name, kept.section, kept.headline) == ("Fährbetrieb", "Region", FERRY)


def test_an_own_template_can_be_deleted_and_one_that_is_brought_not(program, ask, qtbot):
    program.desk.shorthand.put_template(Template(name="Rat"), house=True)
    dialog = ask(program)
    assert dialog.delete.isEnabled()
    dialog.delete.click()
    assert names(dialog) == ["Meldung", "Interview", "Kommentar"]
    assert not dialog.delete.isEnabled()
    qtbot.waitUntil(lambda: program.desk.shorthand.templates(house=True) == ())


def test_a_library_without_templates_says_how_to_make_one(program, ask):
    program.desk.preferences.set_house({"sample_templates": False})
    dialog = ask(program)
    assert not dialog.go.isEnabled()
    assert "Save as template" in dialog.about.text()

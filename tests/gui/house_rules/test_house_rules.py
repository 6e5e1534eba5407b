"""The dialog of the house's rules and learned words, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import open_desk
from newsroom.domain.house_rule import HouseRule
from newsroom.gui.house_rules.feature import HouseRulesFeature
from newsroom.gui.house_rules.import_preview import ImportPreview
from newsroom.gui.house_rules.rule_form import RuleForm

RULES = (HouseRule("Handy", "Mobiltelefon", "Hausstil"), HouseRule("im Endeffekt", "am Ende", "Floskel"))


@pytest.fixture
def opened(start, filled, qtbot):
    """The program with the dialog open on two rules."""
    with open_desk(filled) as desk:
        desk.rules.put(RULES)
        desk.rules.learn("Lindholm")
    program = start(filled)
    program.window.actions_["house-rules"].trigger()
    dialog = program.wiring.feature(HouseRulesFeature).dialog
    qtbot.waitUntil(dialog.isVisible)
    return program, dialog


def shown(dialog):
    return [rule.word for rule in dialog.rules.model.shown]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def child(parent, kind):
    return parent.findChildren(kind)[-1]


def test_rules_are_shown_and_narrowed_by_what_is_typed(opened):
    _, dialog = opened
    assert shown(dialog) == ["Handy", "im Endeffekt"]
    QTest.keyClicks(dialog.rules.sought, "flosk ende")
    assert shown(dialog) == ["im Endeffekt"]
    assert dialog.rules.count.text() == "1 rule"


def test_a_rule_is_added_by_its_form(opened, qtbot):
    program, dialog = opened
    click(dialog.rules.add)
    form = child(dialog.rules, RuleForm)
    assert not form.keep.isEnabled()
    QTest.keyClicks(form.word, "Auto")
    QTest.keyClicks(form.wanted, "Wagen")
    QTest.keyClick(form.quotes, Qt.Key.Key_Space)
    click(form.keep)
    qtbot.waitUntil(lambda: "Auto" in shown(dialog))
    assert HouseRule("Auto", "Wagen", "", in_quotes=True) in program.desk.rules.all()


def test_a_rule_is_changed_and_its_old_word_goes(opened, qtbot):
    program, dialog = opened
    dialog.rules.view.setCurrentIndex(dialog.rules.model.index(0, 0))
    click(dialog.rules.edit)
    form = child(dialog.rules, RuleForm)
    assert form.reason.text() == "Hausstil"
    form.word.setText("Handys")
    click(form.keep)
    qtbot.waitUntil(lambda: shown(dialog) == ["Handys", "im Endeffekt"])
    assert len(program.desk.rules.all()) == 2


def test_the_delete_key_takes_a_rule_away(opened, qtbot):
    _, dialog = opened
    view = dialog.rules.view
    view.setCurrentIndex(dialog.rules.model.index(1, 0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(dialog) == ["Handy"])


def test_a_table_is_shown_before_it_is_taken_in(opened, qtbot, tmp_path):
    program, dialog = opened
    table = tmp_path / "rules.csv"
    table.write_text("word;wanted\nHandy;Telefon\nRad;Fahrrad\n;leer\n", encoding="utf-8")
    program.wiring.feature(HouseRulesFeature).bring(str(table))
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ImportPreview)))
    preview = child(dialog, ImportPreview)
    titles = [preview.tree.topLevelItem(row).text(0) for row in range(preview.tree.topLevelItemCount())]
    assert titles == ["Not a rule (1)", "New (1)", "Instead of the rule that is kept (1)"]
    assert shown(dialog) == ["Handy", "im Endeffekt"]
    click(preview.yes)
    qtbot.waitUntil(lambda: shown(dialog) == ["Handy", "im Endeffekt", "Rad"])
    assert program.desk.rules.all()[0].wanted == "Telefon"


def test_all_rules_go_out_as_a_table(opened, qtbot, tmp_path):
    program, _ = opened
    program.wiring.feature(HouseRulesFeature).send(str(tmp_path / "out.csv"))
    qtbot.waitUntil((tmp_path / "out.csv").exists)
    assert set(program.desk.rules.read(tmp_path / "out.csv").rules) == set(RULES)


def test_learned_words_are_added_and_taken_back(opened, qtbot):
    program, dialog = opened
    dialog.tabs.setCurrentIndex(1)
    page = dialog.house
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["Lindholm"]
    QTest.keyClicks(page.word, "Quist")
    QTest.keyClick(page.word, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk.rules.learned() == ("Lindholm", "Quist"))
    page.list.setCurrentRow(0)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: program.desk.rules.learned() == ("Quist",))


def test_what_another_window_changes_is_seen(opened, qtbot, filled):
    program, dialog = opened
    program.wiring.watch._look()
    qtbot.waitUntil(lambda: program.wiring.watch._seq > 0)
    with open_desk(filled) as other:
        other.rules.put([HouseRule("Rad", "Fahrrad")])
    program.wiring.watch._look()
    qtbot.waitUntil(lambda: "Rad" in shown(dialog))


def test_a_rule_is_a_finding_with_a_fix_in_the_open_story(start, filled, qtbot, visit):
    with open_desk(filled) as desk:
        desk.rules.put([HouseRule("Schiff", "Boot", "kürzer")])
    program = start(filled)
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    checks = program.window.panel.checks
    qtbot.waitUntil(lambda: program.wiring.proofs.done)
    found = program.desk.proofing.findings(program.wiring.session.current())
    rule = next(one for one in found if one.rule == "house-words")
    checks.fixed.emit(rule)
    assert "das Boot wieder" in program.wiring.editor.body_edit.toPlainText()

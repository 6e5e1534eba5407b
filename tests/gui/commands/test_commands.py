"""The command palette, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.gui.commands.feature import Commands
from newsroom.gui.theme.tokens import Scheme

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def palette(program, visit, qtbot):
    visit(program, FERRY)
    program.window.activateWindow()
    program.wiring.editor.body_edit.setFocus()
    qtbot.waitUntil(program.wiring.editor.body_edit.hasFocus)
    return program.wiring.feature(Commands)


@pytest.fixture
def ask(palette, qtbot):
    """Opens the palette by its key, types, and waits until stories were looked for."""

    def do(words):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_K, CONTROL)
        qtbot.waitUntil(palette.box.field.hasFocus)
        QTest.keyClicks(palette.box.field, words)
        qtbot.waitUntil(lambda: not palette.waiting)
        return offered(palette)

    return do


def offered(palette):
    model = palette.box.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(palette, key):
    QTest.keyClick(palette.box.field, key)


def test_the_key_opens_it_from_the_text_and_deletes_nothing(program, palette, ask):
    before = program.wiring.editor.article()
    ask("")
    assert palette.box.isVisible()
    assert program.wiring.editor.article() == before


def test_an_action_is_done_where_the_focus_was(program, palette, ask):
    edit = program.wiring.editor.body_edit
    edit.setTextCursor(edit.select(0, 0, 4))
    rows = ask("bold")
    assert rows[1] == "Bold"
    press(palette, Key.Key_Return)
    assert not palette.box.isVisible()
    assert edit.hasFocus()
    assert [piece.text for piece in edit.body().blocks[0].content if piece.marks] == ["Nach"]


def test_a_story_is_found_by_its_words_and_opened(program, palette, ask, qtbot):
    rows = ask("haushalt jahre")
    assert "Rat beschließt den Haushalt für zwei Jahre" in rows
    press(palette, Key.Key_Return)
    headline = program.wiring.editor.headline
    qtbot.waitUntil(lambda: headline.text().startswith("Rat"))


def test_a_section_is_gone_to(program, palette, ask, qtbot):
    rows = ask("sport")
    assert "Sport" in rows
    while palette.box.current().words != "Sport":
        press(palette, Key.Key_Down)
    press(palette, Key.Key_Return)
    qtbot.waitUntil(lambda: program.wiring.browsing.place.key == "section:Sport")


def test_a_prefix_asks_for_commands_alone(palette, ask):
    rows = ask(">rat")
    assert not any(row.startswith("Rat ") for row in rows)
    assert "Separat" not in rows


def test_what_is_not_possible_now_is_not_offered(palette, ask):
    assert "Restore from the trash" not in ask("restore from")


def test_a_slip_of_the_keyboard_is_understood(palette, ask):
    assert "Look: Dark" in ask("look drak")


def test_the_choice_of_a_look_works(program, palette, ask):
    ask("look dark")
    press(palette, Key.Key_Return)
    assert program.wardrobe.scheme is Scheme.DARK


def test_nothing_found_is_said(palette, ask):
    assert ask("zwiebelfisch") == []
    assert palette.box.none.text() == "Nothing found for “zwiebelfisch”"
    press(palette, Key.Key_Return)
    assert palette.box.isVisible()


def test_escape_and_a_click_elsewhere_close_it(program, palette, ask):
    ask("")
    press(palette, Key.Key_Escape)
    assert not palette.box.isVisible()
    assert program.wiring.editor.body_edit.hasFocus()
    ask("")
    QTest.mouseClick(program.wiring.editor.lead.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.box.isVisible()


def test_stories_that_were_opened_last_come_first(program, palette, ask, visit, qtbot):
    visit(program, "Ruderclub gewinnt das letzte Rennen")
    program.wiring.editor.body_edit.setFocus()
    rows = ask("")
    assert rows[:2] == ["Opened last", FERRY]


def test_arrows_skip_headings(palette, ask):
    ask("sport")
    seen = set()
    for _step in range(8):
        seen.add(palette.box.current().words)
        press(palette, Key.Key_Down)
    press(palette, Key.Key_Up)
    assert palette.box.current() is not None
    assert not seen & {"Commands", "Places", "Stories"}

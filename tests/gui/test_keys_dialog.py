"""The list of all keys names every key of an action."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.gui.actions.actions import key_text
from newsroom.gui.dialogs.keys import KeysDialog


@pytest.fixture
def dialog(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: program.window.findChild(KeysDialog) is not None)
    return program.window.findChild(KeysDialog)


def keys_of(dialog, action):
    (line,) = dialog.tree.findItems(action, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return line.text(1)


def test_a_second_key_is_named_too(dialog):
    assert keys_of(dialog, "Redo") == f"{key_text('Ctrl+Shift+Z')}  ·  {key_text('Ctrl+Y')}"
    assert keys_of(dialog, "Undo") == key_text("Ctrl+Z")


def test_an_action_is_found_by_its_second_key(dialog, qtbot):
    qtbot.keyClicks(dialog.sought, key_text("Ctrl+Y").lower())
    hidden = [
        line.isHidden()
        for line in dialog.tree.findItems("Redo", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    ]
    assert hidden == [False]


def test_no_key_is_cut_in_german(start, filled, qtbot):
    program = start(filled, "--lang", "de")
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: program.window.findChild(KeysDialog) is not None)
    tree = program.window.findChild(KeysDialog).tree
    (line,) = tree.findItems("Wiederholen", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert tree.fontMetrics().horizontalAdvance(line.text(1)) < tree.columnWidth(1) - 16

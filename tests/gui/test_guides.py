"""The guides are opened from the menu of help, in the language of the program."""

from __future__ import annotations

import pytest

from newsroom import translation
from newsroom.gui.dialogs.guide import GuideDialog
from newsroom.resources import guide


def _shown(qtbot, program, action):
    program.window.actions_[action].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(GuideDialog) is not None)
    return program.window.findChild(GuideDialog).text.toPlainText()


@pytest.mark.parametrize(
    ("action", "english", "german"),
    [
        ("guide-search", "A word is not looked for inside of others", "Im Inneren anderer Wörter"),
        ("guide-server", "A library on your own server", "Eine Bibliothek auf dem eigenen Server"),
    ],
)
def test_a_guide_opens_in_the_language_of_the_program(qtbot, program, action, english, german):
    assert english in _shown(qtbot, program, action)
    program.window.findChild(GuideDialog).accept()
    qtbot.waitUntil(lambda: program.window.findChild(GuideDialog) is None)
    spoken = translation.language()
    translation.use("de")
    try:
        assert german in _shown(qtbot, program, action)
    finally:
        translation.use(spoken)


@pytest.mark.parametrize("name", ["search.md", "server.md"])
def test_both_languages_say_the_same_things(name):
    parts = [
        [line.partition(" ")[0] for line in guide(name, language).read_text("utf-8").split("\n")
         if line.startswith(("#", "| ", "```"))]
        for language in ("en", "de")
    ]  # fmt: skip
    assert parts[0] == parts[1]
    assert guide(name, "en") != guide(name, "de")


def test_a_language_without_a_twin_reads_the_english_one():
    assert guide("search.md", "fr") == guide("search.md")

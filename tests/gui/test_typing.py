"""Typing with help in the whole window: the language of the story, input methods."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.body import block_text
from newsroom.gui.editor.typing.feature import Typing

ENGLISH = "The ferry to the island will run again from Monday, the council said after a long meeting. "


@pytest.fixture
def new_story(program, qtbot):
    program.window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    program.wiring.editor.body_edit.setFocus()
    return program


def words(program):
    return block_text(program.wiring.session.current().body.blocks[0])


def choose(program, language):
    box = program.window.panel.publication.language
    box.setCurrentIndex(box.findData(language))
    box.activated.emit(box.currentIndex())


def test_the_language_that_is_set_counts_at_once(new_story, qtbot):
    choose(new_story, "en-GB")
    qtbot.keyClicks(new_story.wiring.editor.body_edit, '"Yes" - he said')
    assert words(new_story) == "“Yes”\u00a0– he said"


def test_a_story_that_nobody_told_the_language_of_is_listened_to(new_story, qtbot):
    edit = new_story.wiring.editor.body_edit
    qtbot.keyClicks(edit, ENGLISH)
    typing = new_story.wiring.feature(Typing)
    assert typing.language() == "de-DE"
    typing._listen.now()
    qtbot.waitUntil(lambda: typing.language() == "en")
    qtbot.keyClicks(edit, '"Yes"')
    assert words(new_story).endswith("“Yes”")


def test_what_an_input_method_commits_is_set_too(new_story):
    edit = new_story.wiring.editor.body_edit
    for letters in ('"', "Ja", '"'):
        event = QInputMethodEvent()
        event.setCommitString(letters)
        QApplication.sendEvent(edit, event)
    assert words(new_story) == "„Ja“"


def test_a_shared_abbreviation_of_the_house_is_known_and_ones_own_counts_more(new_story, qtbot):
    from newsroom.domain.body import paragraphs
    from newsroom.domain.snippet import Snippet
    from newsroom.gui.preferences.feature import Preferences

    keep = new_story.desk.shorthand
    keep.put_snippets([Snippet("a", paragraphs(["Haus"])), Snippet("b", paragraphs(["Haus"]))], house=True)
    keep.put_snippets([Snippet("a", paragraphs(["Eigen"]))], house=False)
    new_story.desk.preferences.set_personal({"snippet_key": "space"})
    new_story.wiring.feature(Preferences).settings.renew()
    qtbot.keyClicks(new_story.wiring.editor.body_edit, "a b ")
    assert words(new_story) == "Eigen Haus "

"""The fields under “More”, alone and in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.domain.article import AiUse, Article
from newsroom.gui.panels.further import Further
from newsroom.gui.panels.note_field import NoteField
from newsroom.gui.panels.panel_line import PanelLine

STORY = Article(
    uid="1",
    headline="Die Fähre fährt wieder",
    teaser="Elf Wochen\nlang lag sie still, seit dem 27.\u00a0März.",
    web_headline="Fähre fährt",
    dateline="LINDHOLM",
    sign_off="is",
    slug="faehre",
    source="ona",
    rights=" Nur für die Region. ",
    ai_use=AiUse.ASSISTED,
    editors_note="Bild folgt.",
    correction_note="Zuvor stand hier zwölf.",
)
NAMES = (
    "teaser",
    "web_headline",
    "dateline",
    "sign_off",
    "slug",
    "source",
    "rights",
    "ai_use",
    "editors_note",
    "correction_note",
)


@pytest.fixture
def further(qtbot):
    made = Further()
    qtbot.addWidget(made)
    made.show()
    return made


def fields_of(story):
    return {name: getattr(story, name) for name in NAMES}


def test_nothing_is_made_before_it_is_unfolded(further, qtbot):
    further.show_story(STORY, read_only=False)
    assert further.fields() == {}
    few = len(further.findChildren(QWidget))
    qtbot.mouseClick(further.head, Qt.MouseButton.LeftButton)
    assert len(further.findChildren(QWidget)) > few + 10


def test_what_is_not_touched_comes_back_as_it_was(further):
    further.unfold()
    further.show_story(STORY, read_only=False)
    assert further.fields() == fields_of(STORY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n\u00ad")))
def test_any_text_of_several_lines_is_kept_to_the_letter(further, words):
    further.unfold()
    story = replace(STORY, teaser=words, editors_note=words)
    further.show_story(story, read_only=False)
    assert further.fields() == fields_of(story)


def test_the_slug_is_suggested_from_the_headline_and_taken_in_its_form(further, qtbot):
    further.unfold()
    further.show_story(replace(STORY, slug=""), read_only=False)
    slug = further._fields._lines["slug"]
    assert slug.placeholderText() == "die-faehre-faehrt-wieder"
    further.suggest("Der Hafen ist zu")
    assert slug.placeholderText() == "der-hafen-ist-zu"
    qtbot.keyClicks(slug, "Haus & Hof")
    assert further.fields()["slug"] == "haus-hof"


def test_a_slug_given_at_saving_is_shown(further):
    further.unfold()
    further.show_story(replace(STORY, slug=""), read_only=False)
    further.show_saved(replace(STORY, slug="faehre-2"))
    assert further.fields()["slug"] == "faehre-2"


def test_tab_goes_down_the_fields(further, qtbot):
    further.unfold()
    further.show_story(STORY, read_only=False)
    further.activateWindow()
    further.head.setFocus()
    names = []
    for _ in range(10):
        qtbot.keyClick(QApplication.focusWidget() or further.head, Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == [
        "Dateline",
        "Sign-off",
        "Slug",
        "Source",
        "Web headline",
        "Teaser",
        "Rights",
        "AI label",
        "Editor’s note",
        "Correction note",
    ]


def test_a_story_that_is_only_read_can_still_be_unfolded(further, qtbot):
    further.show_story(STORY, read_only=True)
    qtbot.mouseClick(further.head, Qt.MouseButton.LeftButton)
    assert further._fields.isVisible()
    assert not further._fields.isEnabled()


def test_words_that_do_not_fit_in_are_told_on_hovering(qtbot):
    line = PanelLine("Keywords")
    qtbot.addWidget(line)
    line.resize(120, 28)
    line.show()
    for words, told in (
        ("Hafen", ""),
        ("Hafen, Lindholm, Fähre, Schiff, Reederei", "Hafen, Lindholm, Fähre"),
    ):
        line.show_words(words)
        middle = line.rect().center()
        QApplication.sendEvent(line, QHelpEvent(QHelpEvent.Type.ToolTip, middle, line.mapToGlobal(middle)))
        assert line.toolTip().startswith(told)
        assert bool(line.toolTip()) == bool(told)


def test_a_note_grows_with_its_text(qtbot):
    note = NoteField("Teaser")
    qtbot.addWidget(note)
    note.resize(200, 20)
    note.show()
    low = note.height()
    note.show_words("Ein Satz.\nNoch einer.\nUnd ein dritter.")
    assert note.height() > low
    note.show_words("Zeile\n" * 100)
    assert note.height() < 300


def test_more_is_saved_with_the_story_and_stays_unfolded(program, start, filled, qtbot):
    cards = program.window.stories.cards
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    story = program.wiring.session.article.id
    further = program.window.panel.publication.further
    assert not further.unfolded
    further.head.click()
    qtbot.keyClicks(further._fields._lines["dateline"], "LINDHOLM")
    qtbot.keyClicks(further._fields._notes["editors_note"], "Bild folgt.")
    qtbot.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.desk.writing.open(story).version == 2)
    saved = program.desk.writing.open(story)
    assert (saved.dateline, saved.editors_note) == ("LINDHOLM", "Bild folgt.")
    qtbot.waitUntil(lambda: further.fields()["slug"] == saved.slug)
    program.window.close()
    program.end()
    again = start(filled)
    assert again.window.panel.publication.further.unfolded

"""What a window that ended left unsaved, beside what is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.desk import open_desk
from newsroom.domain.approved import Evidence, Seal
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.inline import plain, text
from newsroom.domain.workflow import State

UNSAVED = paragraphs(["Nach zwölf Wochen legt das Schiff wieder ab.", "Der Hafen ist froh."])


@pytest.fixture
def leave(filled):
    """Leaves an unsaved text of a story, as a killed window does."""

    def do(story=1, **fields):
        with open_desk(filled) as desk:
            article = desk.writing.open(story) if story else desk.writing.new(headline="Nie gesichert")
            desk.library.drafts.keep("killed", replace(article, **{"body": UNSAVED, **fields}))

    return do


@pytest.fixture
def shown(start, filled, qtbot):
    """Starts the program and opens what it offers."""

    def do():
        program = start(filled)
        qtbot.waitUntil(program.window.notice.isVisible)
        press(program.window.notice, "Compare …")
        dialog = program.wiring.left.dialog
        qtbot.waitUntil(lambda: dialog._task is None)
        return program, dialog

    return do


def press(parent, words):
    made = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def save(program, qtbot):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def differing(sheet):
    """Give the words that are marked as different, as they stand in the sheet."""
    found, block = [], sheet.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().fontStrikeOut() or fragment.charFormat().fontUnderline():
                found.append(fragment.text())
            fragments += 1
        block = block.next()
    return found


def test_what_was_unsaved_stands_beside_what_is_saved(leave, shown):
    leave()
    _program, dialog = shown()
    assert dialog.left.text() == "Saved, version 1"
    assert dialog.right.text().startswith("Unsaved, ")
    assert differing(dialog.sheet) == ["elf", "zwölf"]


def test_the_unsaved_text_is_taken_over_and_saved_as_the_next_version(leave, shown, qtbot):
    leave()
    program, dialog = shown()
    press(dialog, "Take over unsaved")
    assert program.wiring.session.dirty
    save(program, qtbot)
    qtbot.waitUntil(lambda: program.desk.writing.open(1).version == 2)
    assert program.desk.writing.open(1).body == UNSAVED
    qtbot.waitUntil(lambda: program.desk.library.drafts.all() == ())


def test_a_draft_of_an_older_version_is_taken_over_after_the_newer_one(leave, shown, filled, qtbot):
    leave()
    with open_desk(filled) as desk:
        story = desk.writing.open(1)
        desk.writing.save(replace(story, state=State.FOR_REVIEW, body=paragraphs(["Anders."])))
    program, dialog = shown()
    press(dialog, "Take over unsaved")
    save(program, qtbot)
    qtbot.waitUntil(lambda: program.desk.writing.open(1).version == 3)
    assert program.desk.writing.open(1).state is State.FOR_REVIEW


def test_the_saved_text_is_kept_and_the_draft_goes(leave, shown, qtbot):
    leave()
    program, dialog = shown()
    press(dialog, "Keep saved")
    qtbot.waitUntil(lambda: program.desk.library.drafts.all() == ())
    assert program.desk.writing.open(1).body != UNSAVED


def test_the_unsaved_text_becomes_a_story_of_its_own(leave, shown, qtbot):
    leave()
    program, dialog = shown()
    press(dialog, "Open as copy")
    qtbot.waitUntil(lambda: program.wiring.session.dirty)
    save(program, qtbot)
    qtbot.waitUntil(lambda: program.desk.lists.counts().all == 4)
    assert program.desk.writing.open(1).body != UNSAVED
    assert plain_text(program.wiring.session.article.body) == plain_text(UNSAVED)


def test_a_published_story_is_not_taken_over(leave, shown, filled):
    with open_desk(filled) as desk:
        desk.library.stories.save(
            replace(desk.writing.open(1), state=State.PUBLISHED), desk.person, evidence=Evidence(Seal())
        )
    leave()
    _program, dialog = shown()
    assert {one.text() for one in dialog.findChildren(QPushButton)} == {"Keep saved", "Open as copy"}


def test_several_are_listed_and_each_can_be_looked_at(leave, shown, qtbot):
    leave()
    leave(0)
    _program, dialog = shown()
    assert dialog.list.count() == 2
    dialog.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(dialog.list, key)
        qtbot.waitUntil(lambda: dialog._task is None)
    assert {dialog.list.item(row).text().split("\n")[0] for row in (0, 1)} == {
        "Nie gesichert", "Die Fähre nach Lindholm fährt wieder"
    }  # fmt: skip
    assert dialog.left.text() in {"Saved, version 1", "Never saved"}


def shown_ways(program):
    return [
        one.text()
        for one in program.window.notice.findChildren(QPushButton)
        if one.isVisible() and one.text()
    ]


def test_a_story_that_was_never_saved_is_one_click_away_and_whole(leave, start, filled, qtbot):
    leave(0, section="Region", lead=text("Ein Vorspann."))
    program = start(filled)
    qtbot.waitUntil(program.window.notice.isVisible)
    press(program.window.notice, "Restore")
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    story = program.wiring.session.current()
    assert (story.headline, story.section, plain(story.lead)) == ("Nie gesichert", "Region", "Ein Vorspann.")
    assert story.body == UNSAVED
    assert program.wiring.session.dirty


def test_of_a_story_that_was_never_saved_nothing_else_is_offered(leave, shown):
    leave(0)
    _program, dialog = shown()
    assert {one.text() for one in dialog.findChildren(QPushButton)} == {"Discard", "Restore"}


def test_what_was_only_looked_at_is_offered_again(leave, shown, qtbot):
    leave()
    program, dialog = shown()
    dialog.reject()
    assert program.window.notice.isVisible()
    assert shown_ways(program) == ["Compare …", "Restore", "Discard"]


def test_a_text_that_was_discarded_comes_back_by_one_click(leave, start, filled, qtbot):
    leave()
    leave(0)
    program = start(filled)
    qtbot.waitUntil(program.window.notice.isVisible)
    press(program.window.notice, "Discard")
    qtbot.waitUntil(lambda: shown_ways(program) == ["Undo", "Further texts …"])
    assert len(program.desk.library.drafts.all()) == 1
    press(program.window.notice, "Undo")
    qtbot.waitUntil(lambda: shown_ways(program) == ["Compare …", "Restore", "Discard"])
    assert len(program.desk.library.drafts.all()) == 2

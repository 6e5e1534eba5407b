"""Many stories chosen in the list and changed at once, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from newsroom.desk import open_desk
from newsroom.desk.liveness import new_session
from newsroom.domain.body import paragraphs
from newsroom.domain.workflow import State, Transition
from newsroom.gui.bulk.feature import Bulk
from newsroom.gui.bulk.refused import RefusedDialog
from newsroom.gui.dialogs.line_question import LineQuestion

Key, Mod = Qt.Key, Qt.KeyboardModifier
MANY = 230
"""More than one page of the list."""


@pytest.fixture
def many(place):
    """A library of more drafts than one page of the list holds."""
    with open_desk(place) as desk:
        stories = (
            (desk.writing.new(headline=f"Meldung {number}", body=paragraphs(["Text."])), f"k{number}")
            for number in range(MANY)
        )
        desk.library.stories.add_many(stories, desk.person)
    return place


@pytest.fixture
def bulk(program):
    return program.wiring.feature(Bulk)


def choose(program, qtbot, rows):
    cards = program.window.stories.cards
    for row in range(rows):
        at = cards.visualRect(program.window.stories.model.index(row)).center()
        with_key = Mod.ControlModifier if row else Mod.NoModifier
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, with_key, at)


def pick(qtbot, button, words):
    """Press a button, wait for its menu, choose an entry."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    entry = next(entry for entry in menu.actions() if entry.text() == words)
    entry.trigger()
    menu.close()


def test_the_bar_stands_while_more_than_one_story_is_chosen(program, bulk, qtbot):
    choose(program, qtbot, 1)
    assert not bulk.bar.isVisible()
    choose(program, qtbot, 3)
    assert bulk.bar.isVisible()
    assert bulk.bar.words.text() == "3 stories chosen"
    qtbot.keyClick(program.window.stories.cards, Key.Key_Escape)
    assert not bulk.bar.isVisible()


def test_all_chosen_stories_go_to_a_section_and_back_with_one_undo(program, bulk, qtbot):
    choose(program, qtbot, 3)
    pick(qtbot, bulk.bar.section, "Sport")
    library = program.desk.library
    qtbot.waitUntil(lambda: library.lists.counts().sections["Sport"] == 3)
    qtbot.waitUntil(lambda: "2 stories changed" in program.window.notice.words.text())
    qtbot.mouseClick(program.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.lists.counts().sections["Sport"] == 1)
    assert library.lists.counts().sections["Region"] == 1


def test_what_the_rules_forbid_stays_and_is_listed_with_its_reason(program, bulk, qtbot):
    first = program.window.stories.model.items[0].id
    desk = program.desk
    desk.writing.save(desk.writing.set_fields(desk.writing.open(first), {"headline": ""}))
    choose(program, qtbot, 3)
    pick(qtbot, bulk.bar.state, "For review")
    qtbot.waitUntil(lambda: desk.library.lists.counts().states.get(State.FOR_REVIEW, 0) == 2)
    qtbot.waitUntil(lambda: "1 story stayed as it was" in program.window.notice.words.text())
    which = next(way for way in program.window.notice._ways if way.text() == "Which ones …")
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.findChild(RefusedDialog) is not None)
    (line,) = (program.window.findChild(RefusedDialog).tree.topLevelItem(row) for row in range(1))
    assert "headline" in line.text(1).lower()


def test_keywords_are_added_to_all(program, bulk, qtbot):
    choose(program, qtbot, 2)
    qtbot.mouseClick(bulk.bar.keywords, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.add, "Hafen, Winter")
    qtbot.keyClick(dialog.add, Key.Key_Return)
    qtbot.waitUntil(lambda: "2 stories changed" in program.window.notice.words.text())
    assert sorted(program.desk.library.house.keywords()) == ["Hafen", "Winter"]


@pytest.mark.long
def test_the_whole_list_is_chosen_also_what_is_not_loaded(start, many, qtbot):
    program = start(many)
    bulk = program.wiring.feature(Bulk)
    cards = program.window.stories.cards
    cards.setFocus()
    qtbot.keyClick(cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: bulk.bar.words.text() == f"All {MANY} stories of this list")
    qtbot.mouseClick(bulk.bar.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.desk.library.lists.counts().trash == MANY, timeout=20_000)
    qtbot.waitUntil(lambda: bool(program.window.notice._ways))
    qtbot.mouseClick(program.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.desk.library.lists.counts().all == MANY, timeout=20_000)


def test_what_a_colleague_edits_stays_and_is_named(program, bulk, qtbot):
    library = program.desk.library
    held = program.window.stories.model.item(1)
    library.editing.claim(held.uid, new_session("Jelto Wiarda"))
    choose(program, qtbot, 3)
    qtbot.mouseClick(bulk.bar.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.lists.counts().trash == 2)
    qtbot.waitUntil(lambda: "Jelto Wiarda is editing" in program.window.notice.words.text())
    assert [card.id for card in library.lists.cards().items] == [held.id]


@pytest.mark.long
def test_a_change_of_a_whole_list_is_stopped_and_what_it_did_taken_back(start, many, qtbot):
    program = start(many)
    bulk, stories = program.wiring.feature(Bulk), program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: len(stories.chosen_ids()) == MANY)
    counts = program.desk.library.lists.counts
    program.window.status.progress.valueChanged.connect(lambda _done: program.window.cancel_asked.emit())
    qtbot.mouseClick(bulk.bar.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Then cancelled." in program.window.notice.words.text(), timeout=20_000)
    assert 0 < counts().trash < MANY
    qtbot.mouseClick(program.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts().all == MANY, timeout=20_000)


def test_another_list_begins_with_no_story_of_the_former_one_chosen(start, many, qtbot):
    program = start(many)
    bulk, stories = program.wiring.feature(Bulk), program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    qtbot.waitUntil(lambda: bulk.bar.words.text() == f"All {MANY} stories of this list")
    program.window.sidebar.choose("trash")
    qtbot.waitUntil(lambda: not stories.model.items)
    assert stories.chosen_ids() == ()
    assert not bulk.bar.isVisible()


def test_all_of_a_list_that_was_left_meanwhile_are_not_chosen(start, many, qtbot):
    program = start(many)
    stories = program.window.stories
    stories.cards.setFocus()
    qtbot.keyClick(stories.cards, Key.Key_A, Mod.ControlModifier)
    program.window.sidebar.choose("trash")
    qtbot.waitUntil(lambda: not stories.model.items and not stories.choice.asking)
    assert stories.chosen_ids() == ()


def test_published_stories_are_corrected_together_after_a_reason(program, bulk, qtbot):
    desk = program.desk
    cards = desk.lists.page().items[:2]
    for card in cards:
        submitted = desk.approval.move(desk.writing.open(card.id), Transition.SUBMIT).article
        approved = desk.approval.move(submitted, Transition.APPROVE).article
        program.wiring.apply(desk.approval.move(approved, Transition.PUBLISH).changes)
    choose(program, qtbot, 3)
    pick(qtbot, bulk.bar.state, "Correct …")
    questions = program.window.findChildren(LineQuestion)
    qtbot.keyClicks(questions[0].line, "Falscher Tag")
    qtbot.mouseClick(questions[0].yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: {desk.writing.open(card.id).correction_note for card in cards} == {"Falscher Tag"}
    )

"""More of a review at a window: returned, passed over, read by its author, its history looked through."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.desk import open_desk
from newsroom.domain.body import plain_text
from newsroom.domain.workflow import State, Transition
from newsroom.gui.dialogs.question import Question
from newsroom.gui.review.feature import Reviews
from tests.gui.review.conftest import (
    AUTHOR,
    BEFORE,
    CHIEF,
    CONTROL,
    EDITOR,
    Key,
    answer,
    body,
    click,
    lines,
    state_of,
)


def test_both_versions_can_stand_in_one_text(sit, changed, qtbot):
    view = sit(changed)[1].view
    view.bar.way.setFocus()
    QTest.keyClick(view.bar.way, Key.Key_Down)
    view.bar.way.activated.emit(1)
    qtbot.waitUntil(lambda: not view.sheet.busy)
    assert view.names[0].isHidden() or not view.names[0].isVisible()
    assert "MittwochDonnerstag" in view.sheet.toPlainText()


def test_the_key_opens_the_review_of_the_open_story(start, house, place, story, visit, qtbot):
    program = start(place, "--as", EDITOR)
    visit(program, story.headline)
    program.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or program.window, Key.Key_R, CONTROL)
    reviews = program.wiring.feature(Reviews)
    qtbot.waitUntil(lambda: reviews.shown)
    assert reviews.view.bar.title.text() == "Not approved before"


def test_returning_asks_for_what_should_change(sit, changed, house, qtbot):
    program, reviews = sit(changed)
    click(reviews.view.head.back_to_author)
    answer(qtbot, program.window, "Bitte den Tag nennen")
    qtbot.waitUntil(lambda: state_of(house, changed) is State.RETURNED)
    assert house[AUTHOR].library.history.revisions(changed.id)[0].note == "Bitte den Tag nennen"


def test_a_duty_editor_passes_over_the_checklist_with_a_reason_that_is_kept(sit, house, story, qtbot):
    empty = house[AUTHOR].writing.save(replace(story, headline="")).article
    program, reviews = sit(empty, CHIEF)
    click(reviews.view.head.yes)
    answer(qtbot, program.window)
    qtbot.waitUntil(program.window.notice.isVisible)
    over = [one for one in program.window.notice.findChildren(QPushButton) if one.text() == "Pass over …"]
    click(over[0])
    answer(qtbot, program.window, "Eilmeldung")
    qtbot.waitUntil(lambda: state_of(house, empty) is State.APPROVED)
    assert "Eilmeldung" in house[AUTHOR].approval.approvals(empty.id)[-1].override


def test_an_author_may_read_the_review_but_not_approve(sit, story):
    view = sit(story, AUTHOR)[1].view
    assert not view.head.yes.isEnabled()
    assert lines(view)[0].accessibleName().startswith("Required: No one approves their own story")


def test_the_editor_under_the_review_takes_no_keys(sit, changed, qtbot):
    program, reviews = sit(changed)
    before = plain_text(program.wiring.editor.article().body)
    QTest.keyClick(reviews.view.sheet, Key.Key_B, CONTROL)
    QTest.keyClicks(reviews.view.sheet, "xyz")
    assert plain_text(program.wiring.editor.article().body) == before
    assert not program.window.actions_["bold"].isEnabled()


def test_an_event_of_the_history_shows_what_it_changed(sit, changed, qtbot):
    view = sit(changed)[1].view
    events = view.side.events
    events.setCurrentIndex(events.model_.index(2))
    qtbot.waitUntil(lambda: view.names[1].text().startswith("Version 1"))
    assert BEFORE[0] in view.sheet.toPlainText()


def test_the_foot_says_when_it_may_go_out_and_that_the_journal_holds(sit, changed, qtbot):
    foot = sit(changed)[1].view.foot
    assert foot.embargo.text() == "Embargo: none"
    assert foot.planned.text() == "Planned: no time"
    qtbot.waitUntil(lambda: foot.proof.text() == "Journal verified, unchanged")


def test_in_a_library_of_one_person_it_is_said_that_they_approve_alone(start, place, qtbot):
    with open_desk(place, AUTHOR) as desk:
        new = desk.writing.new(headline="Fähre legt ab", body=body(BEFORE))
        story = desk.approval.move(new, Transition.SUBMIT).article
    program = start(place, "--as", AUTHOR)
    reviews = program.wiring.feature(Reviews)
    reviews.open(story.id)
    qtbot.waitUntil(lambda: reviews.shown)
    assert "library of one person" in lines(reviews.view)[0].accessibleName()
    click(reviews.view.head.yes)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(Question)))
    said = " ".join(one.text() for one in program.window.findChildren(Question)[0].findChildren(QLabel))
    assert "four-eyes rule is off" in said
    answer(qtbot, program.window)
    qtbot.waitUntil(lambda: program.desk.library.stories.article(story.id).state is State.APPROVED)

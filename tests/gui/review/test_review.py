"""A story reviewed at a window: looked at, approved, returned; another was quicker; the checklist stops it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest

from newsroom.domain.workflow import State
from tests.gui.review.conftest import (
    AFTER,
    AUTHOR,
    EDITOR,
    Key,
    answer,
    body,
    click,
    lines,
    state_of,
)


def test_what_changed_since_the_approval_is_marked_side_by_side(sit, changed):
    _program, reviews = sit(changed)
    view = reviews.view
    assert view.bar.title.text() == "Changes since the last approval"
    assert "Version 2" in view.bar.versions.text()
    assert EDITOR in view.bar.versions.text()
    assert view.sheet.differences == 2
    assert "Mittwoch" in view.sheet.toPlainText()
    assert "Donnerstag" in view.sheet.toPlainText()
    assert view.names[0].text() == f"Version 2 · Approved · {EDITOR}"


def test_keys_step_through_the_places_and_lead_back(sit, changed, qtbot):
    program, reviews = sit(changed)
    view = reviews.view
    QTest.keyClick(view.sheet, Key.Key_N)
    assert view.bar.places.text() == "2 places · 1 of 2"
    QTest.keyClick(view.sheet, Key.Key_N)
    assert view.sheet.at == 1
    QTest.keyClick(view.sheet, Key.Key_P)
    assert view.sheet.at == 0
    QTest.keyClick(view.sheet, Key.Key_Escape)
    assert not reviews.shown
    assert program.window.columns.isVisible()
    assert program.window.top.isVisible()


def test_approving_binds_exactly_the_text_that_was_read(sit, changed, house, qtbot):
    program, reviews = sit(changed)
    click(reviews.view.head.yes)
    answer(qtbot, program.window)
    qtbot.waitUntil(lambda: state_of(house, changed) is State.APPROVED)
    kept = house[AUTHOR].library.stories.article(changed.id)
    assert kept.approved_by == EDITOR
    qtbot.waitUntil(lambda: reviews.view.bar.title.text() == "Approved, and unchanged since")
    assert reviews.view.head.yes.text() in {"Publish", "Schedule"}


def test_a_change_of_a_second_ago_is_said_and_shown_not_approved(sit, changed, house, qtbot):
    program, reviews = sit(changed)
    later = (*AFTER, "Ein Satz von eben.")
    house[AUTHOR].writing.save(replace(changed, body=body(later)))
    click(reviews.view.head.yes)
    answer(qtbot, program.window)
    qtbot.waitUntil(lambda: reviews.view.bar.title.text() == "Changed while you were reading")
    assert AUTHOR in program.window.notice.words.text()
    assert program.window.notice.isVisible()
    assert state_of(house, changed) is State.FOR_REVIEW
    qtbot.waitUntil(lambda: reviews.view.sheet.differences == 1)
    assert "Ein Satz von eben." in reviews.view.sheet.toPlainText()


def test_what_is_required_is_red_stops_the_approval_and_leads_to_the_place(sit, house, story, qtbot):
    empty = house[AUTHOR].writing.save(replace(story, headline="")).article
    program, reviews = sit(empty)
    assert reviews.view.head.yes.text() == "Approve this text · 1 open"
    click(reviews.view.head.yes)
    answer(qtbot, program.window)
    qtbot.waitUntil(program.window.notice.isVisible)
    assert state_of(house, empty) is State.FOR_REVIEW
    red = next(line for line in lines(reviews.view) if line.accessibleName().startswith("Required"))
    click(red)
    assert not reviews.shown
    assert program.window.focusWidget() is program.wiring.editor.headline

"""Tracked changes in the window, by real events: on by role, judged, shown, kept."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest

from newsroom.desk.tracking import tracks_at_opening
from newsroom.domain.article import Article
from newsroom.domain.body import plain_text
from newsroom.domain.changes import ChangeKind, final, original
from newsroom.domain.inline import plain
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.person import Person, Role
from newsroom.gui.editor import moving
from newsroom.gui.editor.tracking.feature import Tracking
from newsroom.gui.editor.tracking.hand import TrackingHand
from newsroom.gui.editor.tracking.reading import View
from newsroom.settings import House

FERRY = "Die Fähre nach Lindholm fährt wieder"
BEFORE = "Nach elf Wochen legt das Schiff wieder ab.\n\nDer Hafen ist froh."
MOMENT = datetime(2026, 5, 4, 10, 52, tzinfo=UTC)


@pytest.fixture
def desk(program, visit):
    """A window in which an editor has opened a story that somebody else began."""
    wiring = program.wiring
    wiring.desk.person = Person("Sigrid Holm", Role.EDITOR, "sh")
    wiring.editor.changes.sign("Sigrid Holm", lambda: MOMENT)
    visit(program, FERRY)
    wiring.editor.body_edit.setFocus()
    return program


@pytest.fixture
def edit(desk):
    return desk.wiring.editor.body_edit


@pytest.fixture
def tracking(desk):
    return desk.wiring.feature(Tracking)


def over(edit, words):
    edit.setTextCursor(edit.document().find(words))


def replaced(edit, old, new):
    over(edit, old)
    QTest.keyClicks(edit, new)


def texts(edit):
    body = edit.body()
    return plain_text(original(body)), plain_text(final(body))


def do(program, name):
    program.window.actions_[name].trigger()


@pytest.mark.parametrize(
    ("tracking", "role", "own", "on"),
    [
        ("editors", Role.EDITOR, False, True),
        ("editors", Role.JOURNALIST, False, False),
        ("editors", Role.CHIEF, True, False),
        ("everyone", Role.JOURNALIST, False, True),
        ("nobody", Role.CHIEF, False, False),
    ],
)
def test_the_house_says_whose_hand_shows(tracking, role, own, on):
    story = replace(Article.new(created_by="Rita" if own else "Kurt"), id=3)
    assert tracks_at_opening(House(tracking=tracking), Person("Rita", role), story) is on


def test_an_editors_hand_in_anothers_story_shows_and_is_kept(desk, edit, qtbot):
    assert desk.window.actions_["track"].isChecked()
    replaced(edit, "elf", "zwei")
    assert texts(edit) == (BEFORE, BEFORE.replace("elf", "zwei"))
    session = desk.wiring.session
    with qtbot.waitSignal(session.kept):
        session.save()
    kept = desk.wiring.desk.writing.open(session.article.id)
    assert {(one.author, one.time) for one in kept.changes} == {("Sigrid Holm", MOMENT)}
    assert kept.body == edit.body()


def test_the_key_switches_tracking_off_and_on(desk, edit):
    QTest.keyClick(
        desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert not desk.wiring.editor.changes.tracks
    replaced(edit, "elf", "zwei")
    assert edit.body() == final(edit.body())


def test_a_change_is_accepted_and_the_next_one_found(desk, edit, tracking):
    replaced(edit, "elf", "zwei")
    replaced(edit, "froh", "leer")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    do(desk, "next-change")
    assert edit.textCursor().selectedText() == "elfzwei"
    do(desk, "accept-change")
    assert [row.entry.inserted for row in tracking.roll.rows] == ["leer"]
    assert edit.textCursor().selectedText() == "frohleer"
    do(desk, "reject-change")
    assert texts(edit) == (BEFORE.replace("elf", "zwei"),) * 2
    edit.undo()
    edit.undo()
    assert texts(edit)[0] == BEFORE


def test_all_changes_are_judged_at_once_and_one_undo_brings_them_back(desk, edit):
    replaced(edit, "elf", "zwei")
    replaced(edit, "froh", "leer")
    tracked = edit.body()
    do(desk, "reject-all")
    assert texts(edit) == (BEFORE, BEFORE)
    desk.wiring.editor.undo()
    assert edit.body() == tracked


def test_what_was_undone_is_redone_with_the_key_of_a_word_processor(desk, edit):
    replaced(edit, "elf", "zwei")
    do(desk, "accept-all")
    accepted = edit.body()
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.body() != accepted
    QTest.keyClick(desk.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert edit.body() == accepted


def test_only_the_changes_in_a_selection_are_judged(desk, edit):
    replaced(edit, "elf", "zwei")
    replaced(edit, "froh", "leer")
    over(edit, "Nach elfzwei Wochen")
    do(desk, "accept-change")
    assert texts(edit)[0] == BEFORE.replace("elf", "zwei")


def test_one_authors_changes_are_accepted_and_anothers_stay(desk, edit, tracking):
    replaced(edit, "elf", "zwei")
    book = desk.wiring.editor.changes
    other = Ledger("Kurt Lange", now=lambda: MOMENT)
    other.changes = book.ledger.changes
    edit.hand = TrackingHand(edit, other)
    replaced(edit, "froh", "leer")
    over(edit, "froh")
    do(desk, "accept-author")
    assert [row.entry.author for row in tracking.roll.rows] == ["Sigrid Holm"]
    assert book.hue("") != book.hue(tracking.roll.rows[0].entry.ids[0]) == 0


def test_the_panel_lists_changes_and_judges_them(desk, edit, tracking):
    replaced(edit, "elf", "zwei")
    replaced(edit, "froh", "leer")
    tracking.refresh()
    desk.window.panel.show_page("changes")
    page = tracking.page
    assert page.list.count() == 2
    assert "“elf” → “zwei”" in page.list.item(0).text()
    page.list.setCurrentRow(0)
    page.ways[1].click()
    assert texts(edit)[1] == BEFORE.replace("froh", "leer")
    page.ways[2].click()
    assert texts(edit) == (BEFORE.replace("froh", "leer"),) * 2
    assert "change" not in desk.window.status.findChild(type(tracking.count)).text()


def test_a_card_beside_the_text_judges_its_change(desk, edit, tracking, qtbot):
    desk.window.columns.fold_list()
    desk.window.resize(1440, 900)
    replaced(edit, "elf", "zwei")
    tracking.refresh()
    margin = desk.wiring.editor.page.margin
    qtbot.waitUntil(
        lambda: margin.shown and bool(margin.findChildren(type(next(iter(tracking.beside._cards.values())))))
    )
    card = next(iter(tracking.beside._cards.values()))
    accept = next(way for way in card.findChildren(type(tracking.page.ways[0])) if way.text() == "Accept")
    accept.click()
    assert texts(edit)[0] == BEFORE.replace("elf", "zwei")


def test_hidden_changes_are_written_on_and_undone_as_before(desk, edit, tracking):
    over(edit, "elf ")
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    tracking.view(View.HIDDEN)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert texts(edit) == (BEFORE, BEFORE.replace(" elf ", ""))
    tracking.view(View.SHOWN)
    desk.wiring.editor.undo()
    desk.wiring.editor.undo()
    assert texts(edit) == (BEFORE, BEFORE)


def test_final_and_original_text_are_read_in_place_of_the_field(desk, edit, tracking):
    replaced(edit, "elf", "zwei")
    for view, words in ((View.FINAL, BEFORE.replace("elf", "zwei")), (View.ORIGINAL, BEFORE)):
        tracking.view(view)
        twin = tracking.viewing._twins._twins[1]
        assert twin.isVisible()
        assert not edit.isVisible()
        assert twin.isReadOnly()
        assert plain_text(twin.body()) == words
    tracking.view(View.SHOWN)
    assert edit.isVisible()


def test_composed_text_is_tracked(edit):
    over(edit, "elf")
    QGuiApplication.sendEvent(edit, QInputMethodEvent("zwe", []))
    event = QInputMethodEvent()
    event.setCommitString("zwölf")
    QGuiApplication.sendEvent(edit, event)
    assert texts(edit) == (BEFORE, BEFORE.replace("elf", "zwölf"))


def test_words_that_are_dragged_are_deleted_here_and_inserted_there(edit):
    over(edit, "elf ")
    moving.move(edit, edit, point_before(edit, "Hafen"))
    assert texts(edit) == (BEFORE, BEFORE.replace("elf ", "").replace("Hafen", "elf Hafen"))


def test_words_that_are_dragged_into_the_lead_are_tracked_in_both_fields(desk, edit):
    lead = desk.wiring.editor.lead
    over(edit, "elf ")
    moving.move(edit, lead, lead.cursorRect().center())
    assert texts(edit) == (BEFORE, BEFORE.replace("elf ", ""))
    story = desk.wiring.editor.article()
    assert plain(story.lead) == "elf "
    assert {one.kind for one in story.changes} == {ChangeKind.DELETION, ChangeKind.INSERTION}


def point_before(edit, words):
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return edit.cursorRect(cursor).center()


def test_cut_words_keep_their_note_when_they_are_pasted(edit, desk):
    over(edit, "elf ")
    note = Mark(MarkKind.NOTE, "n1")
    edit.hand.change_marks(edit.textCursor(), lambda marks: marks | {note})
    over(edit, "elf ")
    QTest.keyClick(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (*_, last) = edit.body().blocks[-1].content
    assert last.text == "elf "
    assert note in last.marks
    assert texts(edit) == (BEFORE, BEFORE.replace("elf ", "") + " elf ")


def test_text_from_another_program_is_inserted(edit):
    over(edit, "froh")
    data = QMimeData()
    data.setText("leer\n\nDas Watt auch")
    edit.insertFromMimeData(data)
    assert texts(edit) == (BEFORE, BEFORE.replace("froh", "leer\n\nDas Watt auch"))


def test_counts_are_those_of_the_final_text(desk, edit, qtbot):
    line = desk.window.status.length
    qtbot.waitUntil(lambda: line.words.text() == "12 words")
    over(edit, "elf Wochen ")
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: line.words.text() == "10 words")


def test_the_lead_is_tracked_too(desk):
    lead = desk.wiring.editor.lead
    QTest.keyClicks(lead, "Endlich")
    story = desk.wiring.editor.article()
    assert len(story.changes) == 1
    do(desk, "reject-all")
    assert desk.wiring.editor.article().lead == ()


def test_no_way_of_judging_is_cut_off_in_german(start, filled, visit, qtbot):
    program = start(filled, "--lang", "de")
    visit(program, FERRY)
    program.window.resize(1280, 720)
    program.window.panel.show()
    program.window.panel.show_page("changes")
    page = program.wiring.feature(Tracking).page
    qtbot.waitUntil(page.isVisible)
    assert page.width() <= program.window.panel.width()
    assert all(way.width() >= way.sizeHint().width() for way in page.ways)

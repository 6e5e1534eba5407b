"""Like stories seen, compared, decided on and merged, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.desk import open_desk
from newsroom.desk.joining import joined
from newsroom.desk.reports import Imported, ImportReport
from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.body import paragraphs
from newsroom.domain.lookalike import Verdict
from newsroom.gui.desk_views import DeskViews
from newsroom.gui.dialogs.import_report import ImportReportDialog
from newsroom.gui.doubles.comparing import CompareAlike
from newsroom.gui.doubles.merge_dialog import MergeDialog
from newsroom.gui.views.beside import Beside

NOUNS = (
    "Hafen",
    "Markt",
    "Bahnhof",
    "Deich",
    "Turm",
    "Park",
    "Schule",
    "Brücke",
    "Museum",
    "Rathaus",
    "Fähre",
    "Leuchtturm",
)
TEXT = " ".join(f"Am {noun} {number} wird {noun.lower()} neu gebaut." for number, noun in enumerate(NOUNS))
FIRST, SECOND = "Viel Neues am Hafen von Lindholm", "Lindholm baut an zwölf Stellen"


@pytest.fixture
def alike(place):
    """A library of two drafts with the same text and one of another."""
    with open_desk(place) as desk:
        for headline, words, keywords in (
            (FIRST, TEXT, ("Hafen",)),
            (SECOND, TEXT, ("Bauen",)),
            ("Rat vertagt sich", "Der Rat tagt morgen wieder.", ()),
        ):
            desk.writing.save(
                desk.writing.new(headline=headline, body=paragraphs([words]), keywords=keywords)
            )
    return place


@pytest.fixture
def program(start, alike):
    return start(alike)


@pytest.fixture
def panel(program, visit, qtbot):
    """The panel beside the second story, its lookalike shown."""
    visit(program, SECOND)
    panel = program.window.panel.lookalikes
    qtbot.waitUntil(lambda: bool(program.wiring.proofs.likes))
    return panel


@pytest.fixture
def view(program, qtbot):
    """The doubles of the library, opened by their key, with the one group chosen and shown."""
    program.window.actions_["view-doubles"].trigger()
    made = program.wiring.feature(DeskViews).doubles
    qtbot.waitUntil(lambda: made.list.groups.rowCount() == 1 and bool(made.facing.left.toPlainText()))
    return made


def press(qtbot, parent, words):
    def seen():
        return [one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    qtbot.mouseClick(seen()[0], Qt.MouseButton.LeftButton)


def none_left(program, view):
    return lambda: view.list.groups.rowCount() == 0 and program.window.notice.isVisible()


def test_the_line_under_the_headline_says_why_and_leads_beside(program, panel, qtbot):
    said = [one.text() for one in program.wiring.editor.notice.findChildren(QLabel)]
    assert "The same text, Draft, today." in said
    program.window.actions_["beside-like"].trigger()
    beside = program.wiring.feature(Beside)
    qtbot.waitUntil(lambda: beside.viewer is not None and beside.viewer.article.headline == FIRST)


def test_a_decision_is_kept_shown_with_who_and_taken_back(program, panel, qtbot):
    press(qtbot, panel, "Not a duplicate")
    qtbot.waitUntil(lambda: program.wiring.proofs.likes == ())
    assert program.desk.writing.open(2).version == 1
    press(qtbot, panel, "Take back")
    qtbot.waitUntil(lambda: bool(program.wiring.proofs.likes))


def test_the_two_are_compared_with_what_both_have_marked(program, panel, qtbot):
    program.window.actions_["compare-like"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(CompareAlike) is not None)
    dialog = program.window.findChild(CompareAlike)
    qtbot.waitUntil(lambda: FIRST in dialog.facing.right.toPlainText())
    assert SECOND in dialog.facing.left.toPlainText()
    press(qtbot, dialog, "Update of it")
    qtbot.waitUntil(lambda: program.wiring.proofs.likes == ())
    (told,) = program.desk.doubles.decided(program.wiring.session.article.uid)
    assert (told.decision.verdict, told.updates) == (Verdict.UPDATE_OF, True)


@pytest.mark.long
def test_the_sidebar_counts_groups_and_leads_to_them_and_back(program, qtbot):
    sidebar = program.window.sidebar

    def count():
        return next(place.count for place in sidebar.places() if place.key == "doubles")

    qtbot.waitUntil(lambda: count() == 1)
    sidebar.choose("doubles")
    views = program.wiring.feature(DeskViews)
    qtbot.waitUntil(lambda: views.doubles is not None and views.doubles.isVisible())
    sidebar.choose("all")
    qtbot.waitUntil(lambda: not views.doubles.isVisible())


def test_a_group_is_decided_by_a_key_and_the_decision_undone(program, view, qtbot):
    qtbot.keyClick(view.list, Qt.Key.Key_N)
    qtbot.waitUntil(none_left(program, view))
    press(qtbot, program.window.notice, "Undo")
    qtbot.waitUntil(lambda: view.list.groups.rowCount() == 1)


def test_two_drafts_become_one_and_one_undo_takes_both_back(program, view, qtbot):
    qtbot.keyClick(view.list, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MergeDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog.way.master.headline == SECOND
    assert [gain.words for gain in dialog.way.gains] == [("Hafen",)]
    press(qtbot, dialog, "Merge")
    qtbot.waitUntil(none_left(program, view))
    assert program.desk.writing.open(2).keywords == ("Bauen", "Hafen")
    assert program.desk.lists.counts().trash == 1
    press(qtbot, program.window.notice, "Undo")
    qtbot.waitUntil(lambda: program.desk.lists.counts().trash == 0)


def test_what_a_story_gains_is_told_as_people_read_it(program, qtbot):
    desk = program.desk
    linked = StoryLink(LinkKind.UPDATE_OF, desk.writing.open(3).uid)
    when = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
    other = replace(desk.writing.open(1), publish_time=when, embargo=when, links=(linked,))
    master = replace(desk.writing.open(2), publish_time=None)
    dialog = MergeDialog((joined(master, other), joined(other, master)), "Europe/Berlin", program.window)
    qtbot.addWidget(dialog)
    told = {words.text() for words in dialog.gains.findChildren(QLabel)}
    assert {"04/05/2026 11:30", "1 story"} <= told
    assert not any(linked.uid in words or "+00:00" in words for words in told)


def test_filters_hide_groups_and_show_them_again(program, view, qtbot):
    view.head.kinds.setCurrentIndex(view.head.kinds.findText("Same headline"))
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.blank)
    press(qtbot, view.blank, "Show all groups")
    qtbot.waitUntil(lambda: view.list.groups.rowCount() == 1)


def test_escape_leads_back_to_the_list(program, view, qtbot):
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.isVisible())


def test_the_import_report_leads_to_the_like_story_beside(program, qtbot):
    story = program.desk.writing.open(2)
    found = tuple(one for one in program.desk.proofing.findings(story) if one.like)
    report = ImportReport((Imported(2, "story.txt", story.headline, found),))
    dialog = ImportReportDialog(report, program.window.wardrobe.icons, program.window)
    with qtbot.waitSignal(dialog.beside) as told:
        dialog.tree.itemActivated.emit(dialog.tree.topLevelItem(0).child(0).child(0), 0)
    assert told.args == [2, 1]

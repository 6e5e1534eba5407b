"""Finding and replacing in footnotes, picture credits and alternative texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.domain.body import Paragraph, Picture, Table, body
from newsroom.domain.changes import final, final_content, original
from newsroom.domain.inline import Footnote, Run, text
from newsroom.gui.editor.find.finder import Finder
from newsroom.gui.editor.find.preview import PreviewDialog
from newsroom.gui.editor.pictures.panel_page import PicturePage

HEADLINE = "Quay reopens"
STORY = {
    "headline": HEADLINE,
    "lead": (Run("The quay"), Footnote((Run("Port office, Port Road"),)), Run(" is open.")),
    "body": body(
        Paragraph((Run("First"), Footnote((Run("Ask the Port office"),)), Run(" one"), Footnote((Run("none"),)))),
        Table(((text("a"), (Run("b"), Footnote((Run("Port prices"),)))),)),
        Picture("ab" * 32, text("Boats"), "Port Agency", "Ann", "Boats in the Port"),
        Paragraph(text("Last, in the Port.")),
    ),
}  # fmt: skip


@pytest.fixture
def program(start, place):
    from newsroom.desk import open_desk

    with open_desk(place) as desk:
        desk.writing.save(desk.writing.new(**STORY))
    return start(place)


@pytest.fixture
def finder(program, visit, qtbot):
    visit(program, HEADLINE)
    program.window.activateWindow()
    program.wiring.editor.body_edit.setFocus()
    found = program.wiring.feature(Finder)
    found.open(replacing=True)
    seek(found, qtbot, "Port", "Harbour")
    return found


def seek(finder, qtbot, words, new=""):
    finder.bar.asked.words.clear()
    QTest.keyClicks(finder.bar.asked.words, words)
    finder.bar.asked.new.clear()
    QTest.keyClicks(finder.bar.asked.new, new)
    settle(finder, qtbot)


def settle(finder, qtbot):
    qtbot.waitUntil(lambda: not (finder._soon.waiting() or finder._later.waiting() or finder._task))


def replace_all(finder, qtbot):
    with qtbot.waitSignal(finder._replacing.done):
        QTest.mouseClick(finder.bar.all, Qt.MouseButton.LeftButton)
    settle(finder, qtbot)


def apart(story):
    """Give the words of a story that stand apart, in order."""
    notes = [
        "".join(part.text for part in piece.content)
        for content in (story.lead, story.body.blocks[0].content, story.body.blocks[1].rows[0][1])
        for piece in content
        if isinstance(piece, Footnote)
    ]
    picture = next(block for block in story.body.blocks if isinstance(block, Picture))
    return [*notes, picture.credit, picture.alternative]


HARBOUR = [
    "Harbour office, Harbour Road", "Ask the Harbour office", "none", "Harbour prices",
    "Harbour Agency", "Boats in the Harbour",
]  # fmt: skip


def test_enter_goes_through_the_text_and_then_through_what_stands_apart(program, finder, qtbot):
    finder.bar.asked.words.setFocus()
    told = [finder.bar.count.text()]
    for _ in range(6):
        QTest.keyClick(finder.bar.asked.words, Qt.Key.Key_Return)
        told.append(finder.bar.count.text())
    assert told == [
        "1 of 7", "2 of 7 · Footnote", "3 of 7 · Footnote", "4 of 7 · Footnote", "5 of 7 · Footnote",
        "6 of 7 · Credit", "7 of 7 · Alternative text",
    ]  # fmt: skip
    assert program.window.panel.findChild(PicturePage).isVisible()
    QTest.keyClick(finder.bar.asked.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.bar.count.text() == "6 of 7 · Credit"


@pytest.mark.parametrize("tracks", [False, True])
def test_all_are_replaced_where_they_stand_and_one_undo_takes_all_back(program, finder, qtbot, tracks):
    editor = program.wiring.editor
    editor.changes.track(tracks)
    before = editor.article()
    replace_all(finder, qtbot)
    now = editor.article()
    assert apart(final_of(now)) == HARBOUR
    if tracks:
        words = original(now.body, now.changes).blocks
        assert words[:2] == before.body.blocks[:2]
    program.window.actions_["undo"].trigger()
    assert editor.article().body == before.body
    assert editor.article().lead == before.lead


def final_of(story):
    return replace(story, lead=final_content(story.lead), body=final(story.body))


def test_one_in_a_footnote_is_replaced_and_the_next_is_gone_to(program, finder, qtbot):
    finder.bar.asked.words.setFocus()
    QTest.keyClick(finder.bar.asked.words, Qt.Key.Key_Return)
    finder.bar.asked.new.setFocus()
    QTest.keyClick(finder.bar.asked.new, Qt.Key.Key_Return)
    settle(finder, qtbot)
    assert apart(program.wiring.editor.article())[0] == "Harbour office, Port Road"
    assert finder.bar.count.text() == "2 of 6 · Footnote"


def test_the_preview_names_where_each_stands(program, finder):
    finder.preview()
    dialog = program.window.findChild(PreviewDialog)
    model = dialog.view.preview
    headings = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert headings == ["Text (1)", "Footnote (4)", "Credit (1)", "Alternative text (1)"]
    assert model.data(model.index(0, 0, model.index(2, 0))) == "Credit · Port → Harbour Agency"
    dialog.reject()


def test_a_selection_holds_the_footnotes_and_pictures_that_hang_in_it(program, finder, qtbot):
    edit = program.wiring.editor.body_edit
    finder.close()
    cursor = edit.select(0, 0, 9)
    cursor.setPosition(edit.select(2, 0, 0).position(), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    finder.open(replacing=True)
    finder.bar.inside.setChecked(True)
    seek(finder, qtbot, "Port")
    assert [find.field.value for find in finder.hits.finds] == [
        "footnote",
        "footnote",
        "credit",
        "alternative",
    ]


def test_all_stories_of_a_list_are_searched_and_mended_there_too(program):
    from newsroom.text.pattern import Sought

    desk = program.wiring.desk
    ids = [card.id for card in desk.lists.page().items]
    report = desk.replacing.find(ids, Sought("Port"), "Harbour")
    assert report.count == 7
    desk.replacing.replace(report.stories)
    assert apart(desk.writing.open(ids[0])) == HARBOUR

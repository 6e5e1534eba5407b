"""The length of the open story: in the status bar, in its card, and beside the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.body import paragraphs
from newsroom.gui.length.feature import StoryLength
from newsroom.text.length import Length

FERRY = "Die Fähre nach Lindholm fährt wieder"
CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = "Am Kai von Lindholm ruht das Schiff"
"""One of the house's lines, more than which no line takes."""


@pytest.fixture
def counted(program, visit, qtbot):
    """The program with a story open, and its length counted."""
    visit(program, FERRY)
    length = program.window.findChild(StoryLength)
    qtbot.waitUntil(lambda: length.extent is not None)
    return length


@pytest.fixture
def bar(program):
    return program.window.status.length


def order(program, qtbot, amount, unit=Unit.LINES):
    panel = program.window.panel.publication
    panel.amount.setValue(amount)
    panel.unit.setCurrentIndex(panel.unit.findData(unit))
    panel.unit.activated.emit(panel.unit.currentIndex())
    settled(program, qtbot)


def settled(program, qtbot):
    length = program.window.findChild(StoryLength)
    qtbot.waitUntil(lambda: length.done)


def write(program, qtbot, *lines):
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.selectAll()
    for number, words in enumerate(lines):
        if number:
            qtbot.keyClick(edit, Qt.Key.Key_Return)
        qtbot.keyClicks(edit, words)
    settled(program, qtbot)


def test_the_counts_follow_what_is_typed(program, counted, bar, qtbot):
    write(program, qtbot, "Der Hafen ruht.")
    assert bar.words.text() == "3 words"
    assert bar.characters.text() == "15 characters"
    assert bar.lines.text() == "1 line"
    qtbot.keyClicks(program.wiring.editor.body_edit, " Sehr.")
    settled(program, qtbot)
    assert bar.words.text() == "4 words"


@pytest.mark.parametrize(
    ("amount", "reach", "said"),
    [(30, "short", "3 of 30 lines (−27)"), (3, "fits", "3 of 3 lines"), (2, "over", "3 of 2 lines (+1)")],
)
def test_the_bar_says_in_colour_and_in_words_how_the_order_is_filled(
    program, counted, bar, qtbot, amount, reach, said
):
    write(program, qtbot, *["Eine Zeile."] * 3)
    order(program, qtbot, amount)
    assert bar.lines.text() == said
    assert bar.bar.isVisible()
    assert bar.bar.property("reach") == reach
    assert bar.bar.toolTip()


@pytest.mark.parametrize(("unit", "label"), [(Unit.WORDS, "words"), (Unit.CHARACTERS, "characters")])
def test_words_and_characters_can_be_ordered_too(program, counted, bar, qtbot, unit, label):
    write(program, qtbot, "Der Hafen ruht.")
    order(program, qtbot, 100, unit)
    assert "of 100" in getattr(bar, label).text()
    assert bar.lines.text() == "1 line"


@pytest.mark.long
def test_the_three_colours_are_three(program, counted, bar, qtbot):
    seen = []
    for amount in (30, 3, 1):
        write(program, qtbot, *["Eine Zeile."] * 3)
        order(program, qtbot, amount)
        seen.append(bar.bar.grab().toImage().pixelColor(3, bar.bar.height() // 2))
    assert seen[0].blue() > max(seen[0].red(), seen[0].green())
    assert seen[1].green() > max(seen[1].red(), seen[1].blue())
    assert seen[2].red() > max(seen[2].green(), seen[2].blue())


def test_a_selection_is_counted_by_the_same_rules(program, counted, bar, qtbot):
    write(program, qtbot, "Der Hafen ruht.", "Am Kai.")
    edit = program.wiring.editor.body_edit
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    for _step in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Right, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "3 words" in bar.selection.text())
    qtbot.keyClick(edit, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: bar.selection.text() == "Selected: 5 words, 22 characters")
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not bar.selection.isVisible())


def test_what_is_deleted_with_tracking_is_not_counted(program, counted, qtbot):
    from dataclasses import replace

    from newsroom.domain.inline import Run
    from newsroom.domain.marks import Mark, MarkKind

    gone = frozenset({Mark(MarkKind.DELETED, "c1")})
    story = program.wiring.session.current()
    source = replace(paragraphs(["x"]).blocks[0], content=(Run("Der "), Run("alte ", gone), Run("Hafen")))
    program.wiring.session.amend(lambda _one: replace(story, body=replace(story.body, blocks=(source,))))
    settled(program, qtbot)
    assert counted.extent.length == Length(2, 9, 8, 1, 1, 220)


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_all_there_is_to_know_is_one_key_away(program, counted, qtbot):
    write(program, qtbot, *[LINE] * 3)
    qtbot.keyClick(program.wiring.editor.body_edit, Qt.Key.Key_G, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(counted.card.isVisible)
    shown = [part.text() for part in counted.card.story]
    assert shown[:4] == ["21", "105", "87", "6"]
    assert shown[5] == "0.1"
    assert shown[6] == "0:06 min"
    qtbot.waitUntil(lambda: counted.card.story[4].text().isdecimal(), timeout=20_000)
    story = program.wiring.session.current()
    assert counted.card.story[4].text() == str(program.desk.output.printed_lines(story))
    qtbot.keyClick(counted.card, Qt.Key.Key_Escape)
    assert not counted.card.isVisible()


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_click_on_the_counts_shows_the_same(program, counted, bar, qtbot):
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert counted.card.isVisible()
    counted.card.hide()


# Beside the text


def gutter_pixels(program, colour):
    """Give the heights at which the gutter shows a colour."""
    gutter = program.wiring.editor.page.gutter
    image = gutter.grab().toImage()
    return [
        y
        for y in range(image.height())
        if any(near(image.pixelColor(x, y), colour) for x in range(image.width()))
    ]


def near(one, other):
    return (
        abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 60
    )


@pytest.mark.long
def test_the_overset_is_marked_where_it_begins_and_follows_the_typing(program, counted, qtbot):
    editor = program.wiring.editor
    bad = QColor(editor.look.bad)
    write(program, qtbot, *["Eine Zeile."] * 6)
    order(program, qtbot, 4)
    marks = counted.marks
    assert marks._words == "Overset from line 5"
    assert marks._over[1].block().blockNumber() == 4
    first = gutter_pixels(program, bad)
    assert first
    edit = editor.body_edit
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, f"{LINE} {LINE} ")
    settled(program, qtbot)
    assert marks._over[1].block().blockNumber() < 4
    assert gutter_pixels(program, bad)[0] < first[0]
    order(program, qtbot, 40)
    assert marks._over is None
    assert gutter_pixels(program, bad) == []


def test_text_after_the_overset_is_quieter_and_its_format_is_the_same(program, counted, qtbot):
    write(program, qtbot, *["Eine Zeile."] * 6)
    edit = program.wiring.editor.body_edit
    before = program.wiring.session.current().body
    loud = darkest(edit, 5)
    order(program, qtbot, 4)
    assert darkest(edit, 5) > loud + 40
    assert darkest(edit, 2) < loud + 20
    assert program.wiring.session.current().body == before


def darkest(edit, block):
    """Give how dark the darkest pixel is in a paragraph's first words, 0 to 255."""
    rect = edit.cursorRect(edit.select(block, 0, 0))
    image = edit.viewport().grab(QRect(rect.left(), rect.top(), 60, rect.height())).toImage()
    return min(
        image.pixelColor(x, y).lightness()
        for x in range(5, image.width())
        for y in range(6, image.height() - 6)
    )


def test_every_fifth_line_is_numbered(program, counted, qtbot):
    write(program, qtbot, *["Eine Zeile."] * 11)
    editor = program.wiring.editor
    seen = dict(counted.marks._numbers(editor.page.gutter.rect()))
    assert list(seen) == [1, 5, 10]
    edit = editor.body_edit
    top = edit.mapTo(editor.page, QPoint(0, 0)).y() - editor.page.gutter.y()
    assert seen[10] == top + edit.cursorRect(edit.select(9, 0, 0)).center().y()


def test_line_numbers_are_switched_off_and_stay_so(program, counted, start, filled, visit, qtbot):
    assert gutter_pixels(program, QColor(program.wiring.editor.look.muted))
    program.window.actions_["line-numbers"].trigger()
    assert gutter_pixels(program, QColor(program.wiring.editor.look.muted)) == []
    program.window.close()
    again = start(filled)
    assert not again.window.actions_["line-numbers"].isChecked()


def test_another_look_keeps_the_overset(program, counted, qtbot):
    write(program, qtbot, *["Eine Zeile."] * 6)
    order(program, qtbot, 4)
    program.window.actions_["look-dark"].trigger()
    assert counted.marks._over[1].block().blockNumber() == 4
    program.window.actions_["look-light"].trigger()


def test_nothing_of_a_closed_story_stays(program, counted, bar, qtbot):
    order(program, qtbot, 1)
    program.wiring.session.close()
    assert counted.marks._over is None
    assert bar.words.text() == ""
    assert not bar.bar.isVisible()
    QTest.keyClick(program.window, Qt.Key.Key_G, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not counted.card.isVisible()


def test_the_order_is_saved_with_the_story(program, counted, qtbot):
    order(program, qtbot, 42, Unit.CHARACTERS)
    assert program.wiring.session.current().ordered_length == OrderedLength(42, Unit.CHARACTERS)

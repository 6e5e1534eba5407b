"""Spelling in the real window, by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from newsroom.desk import open_desk
from newsroom.domain.body import Body, Paragraph, paragraphs
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.inline import Run
from newsroom.domain.marks import Mark, MarkKind
from newsroom.text.spelling import speller

pytestmark = pytest.mark.qt_log_ignore(
    "does not support grabbing", extend=True
)  # the offscreen platform cannot
WORDS = ("Der Hafen ist nihct froh.", "Die Gemiende tagte bis in die Nacht, sagte Quirin Aldenhövel.")


@pytest.fixture(autouse=True)
def dictionaries():
    if speller("de-DE") is None:
        pytest.skip("no German dictionary is installed (hunspell-de-de)")


@pytest.fixture
def story(start, place, qtbot):
    """The program with a story open that has three slips."""
    with open_desk(place) as desk:
        kept = desk.writing.save(
            desk.writing.new(headline="Fähre fährt weider", body=paragraphs(WORDS), language="de-DE")
        )
    program = start(place)
    program.wiring.session.open(kept.article.id)
    qtbot.waitUntil(lambda: spelling(program).inspector.judge is not None)
    settle(program, qtbot)
    return program


def spelling(program):
    from newsroom.gui.editor.spelling.feature import Spelling

    return next(one for one in program.wiring.features if isinstance(one, Spelling))


def settle(program, qtbot):
    qtbot.waitUntil(lambda: not spelling(program).inspector.busy)


def marked(program):
    found = []
    for field, marking in spelling(program).markings.items():
        block = field.document().begin()
        while block.isValid():
            found += [block.text()[one.start : one.end] for one in marking.shown(block)]
            block = block.next()
    return found


def open_menu(field, position):
    """Ask for the menu at a position of a field, as the mouse does."""
    cursor = field.textCursor()
    cursor.setPosition(position)
    at = field.cursorRect(cursor).center() + QPoint(2, 0)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.viewport().mapToGlobal(at))
    QApplication.sendEvent(field.viewport(), asked)
    return field.findChildren(QMenu)[-1]


def choose(qtbot, menu, words):
    qtbot.waitUntil(lambda: any(action.text() == words for action in menu.actions()))
    action = next(action for action in menu.actions() if action.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_slips_are_marked_in_headline_and_text_and_names_are_not(story):
    assert marked(story) == ["weider", "nihct", "Gemiende"]


def test_a_slip_is_marked_after_a_pause_but_not_while_the_word_is_written(story, qtbot):
    body = story.wiring.editor.body_edit
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, " Das war gsetern")
    settle(story, qtbot)
    assert "gsetern" not in marked(story)
    QTest.keyClick(body, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert marked(story)[-1] == "gsetern"


def test_marks_move_with_their_words_while_a_paragraph_is_written_in(story):
    body = story.wiring.editor.body_edit
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, "Ja, ")
    assert "nihct" in marked(story)


def test_a_paragraph_more_or_less_leaves_the_marks_of_the_others(story):
    body = story.wiring.editor.body_edit
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert "Gemiende" in marked(story)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert "Gemiende" in marked(story)


@pytest.mark.long
def test_undo_and_redo_bring_the_right_marks(story, qtbot):
    body = story.wiring.editor.body_edit
    cursor = body.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(29, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Delete)
    settle(story, qtbot)
    assert marked(story) == ["weider", "Gemiende"]
    story.wiring.editor.undo()
    settle(story, qtbot)
    assert marked(story) == ["weider", "nihct", "Gemiende"]


def test_the_menu_offers_what_was_meant_and_one_undo_takes_it_back(story, qtbot):
    body = story.wiring.editor.body_edit
    menu = open_menu(body, WORDS[0].index("nihct") + 2)
    choose(qtbot, menu, "nicht")
    assert body.toPlainText().startswith("Der Hafen ist nicht froh.")
    settle(story, qtbot)
    assert "nihct" not in marked(story)
    story.wiring.editor.undo()
    assert body.toPlainText().startswith("Der Hafen ist nihct froh.")


def test_the_headline_has_the_menu_too(story, qtbot):
    headline = story.wiring.editor.headline
    menu = open_menu(headline, len("Fähre fährt wei"))
    choose(qtbot, menu, "wieder")
    assert headline.text() == "Fähre fährt wieder"


@pytest.mark.parametrize("way", ["Learn for me", "Learn for the house"])
def test_a_learned_word_is_not_marked_any_more(story, qtbot, way):
    choose(qtbot, open_menu(story.wiring.editor.body_edit, WORDS[0].index("nihct") + 2), way)
    qtbot.waitUntil(lambda: "nihct" not in marked(story))
    settle(story, qtbot)
    mine, theirs = story.desk.preferences.personal.learned_words, story.desk.house.learned_words
    assert (theirs if "house" in way else mine) == ("nihct",)
    assert "Gemiende" in marked(story)


def test_a_word_may_stand_in_one_story(story, qtbot):
    choose(
        qtbot, open_menu(story.wiring.editor.body_edit, WORDS[0].index("nihct") + 2), "Ignore in this story"
    )
    qtbot.waitUntil(lambda: "nihct" not in marked(story))
    assert len(story.wiring.session.current().dismissed) == 1


def test_f7_goes_from_mistake_to_mistake_and_around(story, qtbot):
    editor = story.wiring.editor
    editor.body_edit.setFocus()
    QTest.keyClick(editor.body_edit, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    found = []
    for _ in range(4):
        story.window.actions_["next-mistake"].trigger()
        found.append(editor.focused().textCursor().selectedText())
    assert found == ["nihct", "Gemiende", "weider", "nihct"]
    story.window.actions_["previous-mistake"].trigger()
    assert editor.focused().textCursor().selectedText() == "weider"


def test_the_switch_takes_the_marks_away_and_brings_them_back(story, qtbot):
    switch = story.window.actions_["spelling"]
    assert switch.isChecked()
    switch.trigger()
    qtbot.waitUntil(lambda: marked(story) == [])
    assert not switch.isChecked()
    switch.trigger()
    qtbot.waitUntil(lambda: marked(story) == ["weider", "nihct", "Gemiende"])


def test_a_name_from_the_bylines_is_known(story, qtbot):
    field = story.wiring.editor.body_edit
    assert "Aldenhövel" not in marked(story)
    assert field.isVisible()


def test_another_language_is_judged_by_its_own_dictionary(story, qtbot):
    if speller("en-US") is None:
        pytest.skip("no English dictionary is installed (hunspell-en-us)")
    choice = story.window.panel.publication.language
    choice.setCurrentIndex(choice.findData("en-US"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: getattr(spelling(story).inspector.judge, "tag", "") == "en-US")
    settle(story, qtbot)
    assert "Gemiende" not in marked(story)  # its paragraph is in another language now


def test_a_word_deleted_by_a_tracked_change_is_not_read(start, place, qtbot):
    gone = frozenset({Mark(MarkKind.DELETED, "c1")})
    pieces = (Run("Der Hafen ist ni"), Run("hc", gone), Run("cht froh 🙂, nihct wahr."))
    with open_desk(place) as desk:
        change = Change("c1", ChangeKind.DELETION, "Imke Sanders", desk.clock())
        body = Body((Paragraph(pieces),))
        kept = desk.writing.save(
            desk.writing.new(headline="Hafen", body=body, changes=(change,), language="de-DE")
        )
    program = start(place)
    program.wiring.session.open(kept.article.id)
    qtbot.waitUntil(lambda: spelling(program).inspector.judge is not None)
    settle(program, qtbot)
    assert spots(program) == ["nihct"]


def spots(program):
    """Give what F7 selects, from the beginning on."""
    found = []
    editor = program.wiring.editor
    program.window.actions_["next-mistake"].trigger()
    while editor.focused().textCursor().selectedText() not in found:
        found.append(editor.focused().textCursor().selectedText())
        program.window.actions_["next-mistake"].trigger()
    return found


@pytest.fixture
def no_dictionary():
    """A machine without dictionaries."""
    from newsroom.text.spelling import having

    with pytest.MonkeyPatch.context() as patched:
        having.speller.cache_clear()
        patched.setattr(having, "dictionary", lambda _tag: None)
        yield
    having.speller.cache_clear()


@pytest.mark.usefixtures("no_dictionary")
def test_a_language_without_a_dictionary_is_told_once_and_nothing_is_marked(start, place, qtbot, monkeypatch):
    with open_desk(place) as desk:
        stories = [
            desk.writing.save(
                desk.writing.new(headline=f"Hafen {number}", body=paragraphs(WORDS), language="de-DE")
            ).article.id
            for number in range(2)
        ]
    program = start(place)
    said = []
    monkeypatch.setattr(
        program.window.notice, "say", lambda tone, words, _ways=(): said.append((tone, words))
    )
    for story in (*stories, stories[0]):
        program.wiring.session.open(story)
        qtbot.waitUntil(lambda story=story: getattr(program.wiring.session.article, "id", 0) == story)
        qtbot.waitUntil(lambda: bool(said))
        assert marked(program) == []
    told = [words for tone, words in said if tone == "calm" and "apt install" in words]
    assert len(told) == 1
    assert told[0].endswith("sudo apt install libenchant-2-2 hunspell-de-de")


def test_every_paragraph_of_a_long_story_is_looked_through_beside_a_giant_word(story, qtbot):
    body = story.wiring.editor.body_edit
    body.set_body(paragraphs(["Wort " * 60 + "nihct."] * 100 + ["a" * 20_000]))
    settle(story, qtbot)
    assert marked(story).count("nihct") == 100


@pytest.fixture
def hasty(start, place, qtbot):
    """A story without a slip, in which one is written that nobody has asked about yet."""
    with open_desk(place) as desk:
        new = desk.writing.new(
            headline="Der Hafen", body=paragraphs(["Der Hafen ist froh."]), language="de-DE"
        )
        kept = desk.writing.save(new)
    program = start(place)
    program.wiring.session.open(kept.article.id)
    qtbot.waitUntil(lambda: spelling(program).inspector.judge is not None)
    settle(program, qtbot)
    body = program.wiring.editor.body_edit
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, " Das war gsetern klar. ")
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body, Qt.Key.Key_F7)
    return program


def test_the_next_mistake_is_gone_to_as_soon_as_it_is_known(hasty, qtbot):
    body = hasty.wiring.editor.body_edit
    qtbot.waitUntil(lambda: body.textCursor().selectedText() == "gsetern")
    assert not hasty.window.notice.words.text()


def test_a_step_that_waited_is_dropped_where_the_writer_went_on(hasty, qtbot):
    body = hasty.wiring.editor.body_edit
    QTest.keyClick(body, Qt.Key.Key_Right)
    settle(hasty, qtbot)
    assert marked(hasty) == ["gsetern"]
    assert not body.textCursor().hasSelection()

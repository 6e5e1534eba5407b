"""Ways through the window that are gone more rarely: trash, dropping, cancelling, two people, languages."""

from __future__ import annotations

from itertools import count
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from newsroom.desk import open_desk
from newsroom.desk.intake import Intake
from newsroom.domain.person import Role
from newsroom.domain.workflow import State, Transition
from newsroom.gui.browser.story_list_model import card_of
from newsroom.gui.dialogs.import_report import ImportReportDialog
from newsroom.gui.dialogs.question import Question

CONTROL = Qt.KeyboardModifier.ControlModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"
ROWERS = "Ruderclub gewinnt das letzte Rennen"


def headlines(program):
    return [card_of(item).headline for item in program.window.stories.model.items]


def shown(program, key, qtbot):
    program.window.sidebar.choose(key)
    qtbot.waitUntil(lambda: program.wiring.browsing.place.key == key)


def drop_on(widget, file):
    """Drop a file as the window system does it: enter, then drop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, how = QPoint(5, 5), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, *how)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(at.toPointF(), Qt.DropAction.CopyAction, data, *how))


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_the_order_is_chosen_from_its_menu_and_kept(program, start, filled, qtbot):
    stories = program.window.stories
    by_headline = next(one for one in stories._orders.actions() if one.text() == "By headline")
    stories._orders.popup(stories.mapToGlobal(QPoint(10, 10)))
    qtbot.mouseClick(
        stories._orders,
        Qt.MouseButton.LeftButton,
        pos=stories._orders.actionGeometry(by_headline).center(),
    )
    qtbot.waitUntil(lambda: headlines(program)[0] == FERRY)
    assert stories.order.text() == "By headline ▾"
    program.window.close()
    again = start(filled)
    qtbot.waitUntil(lambda: again.window.stories.order.text() == "By headline ▾")


def test_a_story_is_taken_out_of_the_trash(program, visit, qtbot):
    visit(program, FERRY)
    qtbot.keyClick(program.window.stories.cards, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: FERRY not in headlines(program))
    shown(program, "trash", qtbot)
    qtbot.waitUntil(lambda: headlines(program) == [FERRY])
    visit(program, FERRY)
    qtbot.waitUntil(program.window.actions_["restore"].isEnabled)
    program.window.actions_["restore"].trigger()
    qtbot.waitUntil(lambda: headlines(program) == [])
    assert not program.window.notice.isVisible()
    shown(program, "all", qtbot)
    qtbot.waitUntil(lambda: FERRY in headlines(program))


@pytest.mark.parametrize("target", ["window", "text", "headline", "lead", "search", "keywords", "list"])
def test_a_file_is_taken_wherever_it_is_dropped(program, visit, qtbot, tmp_path, target):
    visit(program, FERRY)
    window, editor = program.window, program.wiring.editor
    places = {
        "window": window,
        "text": editor.body_edit.viewport(),
        "headline": editor.headline.viewport(),
        "lead": editor.lead.viewport(),
        "search": window.top.search,
        "keywords": window.panel.publication.keywords,
        "list": window.stories.cards.viewport(),
    }
    file = tmp_path / "wal.txt"
    file.write_text("Ein Wal im Fjord\n\nAm Morgen kam er.\n\nAm Abend war er fort.\n", encoding="utf-8")
    with qtbot.waitSignal(window.dropped):
        drop_on(places[target], file)
    qtbot.waitUntil(lambda: not program.wiring.arrivals.running, timeout=20_000)
    assert program.desk.writing.open(1).version == 1


@pytest.fixture
def pressed(monkeypatch):
    """An import that waits amid its files until cancel was pressed."""
    reached, pressed, read = Event(), Event(), Intake.read

    def paused(intake, paths, progress, cancelled):
        asked = count(1)

        def ask():
            if next(asked) == 5:
                reached.set()
                pressed.wait(10)
            return cancelled()

        return read(intake, paths, progress, ask)

    monkeypatch.setattr(Intake, "read", paused)
    return reached, pressed


def test_an_import_that_is_cancelled_says_what_was_done(program, qtbot, tmp_path, pressed):
    for number in range(60):
        words = f"Meldung Nummer {number}\n\nEs war einmal der Tag {number}.\n"
        (tmp_path / f"{number:02}.txt").write_text(words, encoding="utf-8")
    program.wiring.arrivals.bring([str(tmp_path)])
    reached, go_on = pressed
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    qtbot.mouseClick(program.window.status.cancel, Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(lambda: not program.wiring.arrivals.running, timeout=20_000)
    dialog = program.window.findChild(ImportReportDialog)
    words = [part.text() for part in dialog.findChildren(QLabel)]
    assert any("then cancelled" in one for one in words)
    assert program.desk.lists.counts().all < 63
    dialog.accept()


@pytest.fixture
def two_people(filled):
    with open_desk(filled) as desk:
        desk.people.add("Chefin", Role.CHIEF)
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Onno Behrens", Role.EDITOR)
    return filled


@pytest.mark.long
def test_the_author_cannot_approve_and_the_editor_can(start, two_people, visit, qtbot):
    author = start(two_people, "--as", "Imke Sanders")
    story = visit(author, FERRY)
    qtbot.mouseClick(author.window.top.buttons[Transition.SUBMIT], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: author.desk.writing.open(story).state is State.FOR_REVIEW)
    qtbot.waitUntil(lambda: not author.window.top.buttons[Transition.SUBMIT].isVisible())
    assert not author.window.top.buttons[Transition.APPROVE].isVisible()
    assert not author.window.actions_["approve"].isEnabled()
    author.window.close()
    editor = start(two_people, "--as", "Onno Behrens")
    qtbot.waitUntil(lambda: getattr(editor.wiring.session.article, "id", 0) == story)
    approve = editor.window.top.buttons[Transition.APPROVE]
    qtbot.waitUntil(approve.isVisible)
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    question = editor.window.findChild(Question)
    qtbot.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.desk.writing.open(story).state is State.APPROVED)


def test_another_language_keeps_what_was_not_saved(program, visit, qtbot):
    story = visit(program, FERRY)
    qtbot.keyClicks(program.wiring.editor.body_edit, "Ungesichert. ")
    program.window.actions_["language-de"].trigger()
    assert program.window.top.new.text() == "Neuer Artikel"
    qtbot.waitUntil(lambda: story == getattr(program.wiring and program.wiring.session.article, "id", 0))
    assert program.wiring.editor.body_edit.toPlainText().startswith("Ungesichert. ")
    assert not program.window.notice.isVisible()


def test_another_language_keeps_a_new_story(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    qtbot.keyClicks(program.wiring.editor.headline, "Ein neuer Leuchtturm")
    program.window.actions_["language-de"].trigger()
    qtbot.waitUntil(lambda: "Ein neuer Leuchtturm" in headlines(program))


def test_the_window_comes_back_as_it_was_left(program, start, filled, qtbot):
    program.window.resize(1000, 640)
    program.window.actions_["look-dark"].trigger()
    shown(program, "section:Sport", qtbot)
    qtbot.waitUntil(lambda: headlines(program) == [ROWERS])
    qtbot.keyClick(program.window, Qt.Key.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: not program.window.isVisible())
    again = start(filled)
    assert again.wardrobe.palette.dark
    qtbot.waitUntil(lambda: headlines(again) == [ROWERS])
    assert again.window.height() == 640
    assert again.window.sidebar.current_key() == "section:Sport"


def test_a_word_on_a_story_goes_when_another_is_opened(program, visit, qtbot):
    visit(program, FERRY)
    program.wiring.session.told.emit("warn", "Das betrifft die Fähre.", ())
    assert program.window.notice.isVisible()
    visit(program, ROWERS)
    qtbot.waitUntil(lambda: not program.window.notice.isVisible())


def test_a_word_on_the_library_stays_when_a_story_is_opened(program, visit):
    program.window.notice.say("calm", "Sieben Dateien geschrieben.")
    visit(program, FERRY)
    assert program.window.notice.isVisible()

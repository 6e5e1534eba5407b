"""The window on a library of a server: others are heard at once, and a server that goes away costs no word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs, plain_text
from newsroom.gui.desk_views import BOARD, CALENDAR, DOUBLES, LIST, TABLE, DeskViews

FERRY = "Die Fähre nach Lindholm fährt wieder"
CLUB = "Ruderclub gewinnt das letzte Rennen"
LONG = 20_000


@pytest.fixture
def shared(postgres):
    """The address of a library with two stories; the server runs again at the end, whatever a test did."""
    address = postgres.library()
    with open_desk(address) as desk:
        for headline in (FERRY, CLUB):
            authors = (Byline("Imke Sanders"),)
            desk.writing.save(
                desk.writing.new(headline=headline, body=paragraphs(["Ein Satz."]), authors=authors)
            )
    yield address
    postgres.start()
    postgres.drop(address)


def words(program):
    return plain_text(program.wiring.editor.article().body)


def typed(program, text):
    QTest.keyClicks(program.wiring.editor.body_edit, text)


def save(program, qtbot):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def press(parent, words):
    QApplication.processEvents()  # a button that was just made is shown by them
    made = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def headlines(program):
    from newsroom.gui.browser.story_list_model import card_of

    return [card_of(item).headline for item in program.window.stories.model.items]


def test_what_one_window_saves_stands_in_the_lists_and_the_story_of_the_other(start, shared, visit, qtbot):
    first, second = start(shared), start(shared)
    visit(first, FERRY)
    qtbot.waitUntil(lambda: first.wiring.company.holding._held, timeout=LONG)
    visit(second, FERRY)
    typed(first, "Neu. ")
    save(first, qtbot)
    qtbot.waitUntil(lambda: words(second).startswith("Neu. "), timeout=LONG)
    first.wiring.editor.headline.selectAll()
    QTest.keyClicks(first.wiring.editor.headline, "Das Schiff bleibt im Hafen")
    save(first, qtbot)
    qtbot.waitUntil(lambda: "Das Schiff bleibt im Hafen" in headlines(second), timeout=LONG)


def test_a_server_that_goes_away_while_a_story_is_typed_costs_no_word(start, shared, visit, postgres, qtbot):
    program = start(shared)
    story = visit(program, FERRY)
    typed(program, "Vorher. ")
    postgres.stop()
    notice = program.window.notice
    qtbot.waitUntil(lambda: "does not answer" in notice.words.text(), timeout=LONG)
    typed(program, "Indessen. ")
    qtbot.waitUntil(lambda: "Kept on this computer" in program.window.status.saved.text(), timeout=LONG)
    save(program, qtbot)
    qtbot.waitUntil(lambda: program.wiring.session._missed, timeout=LONG)
    assert program.wiring.session.dirty
    typed(program, "Danach. ")
    postgres.start()
    press(notice, "Try again")
    qtbot.waitUntil(lambda: not program.wiring.outage.lasting, timeout=LONG)
    qtbot.waitUntil(lambda: not program.wiring.session.dirty, timeout=LONG)
    assert plain_text(program.desk.writing.open(story).body).startswith("Vorher. Indessen. Danach. ")
    assert not list(program.desk.shelter._folder.glob("*"))


def test_a_story_is_begun_while_the_server_is_away_and_saved_when_it_is_back(start, shared, postgres, qtbot):
    program = start(shared)
    postgres.stop()
    qtbot.waitUntil(lambda: program.wiring.outage.lasting, timeout=LONG)
    program.window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: program.wiring.session.article is not None, timeout=LONG)
    QTest.keyClicks(program.wiring.editor.headline, "Sturm auf See")
    typed(program, "Wir schreiben weiter.")
    qtbot.waitUntil(lambda: "Kept on this computer" in program.window.status.saved.text(), timeout=LONG)
    postgres.start()
    press(program.window.notice, "Try again")
    qtbot.waitUntil(lambda: not program.wiring.outage.lasting, timeout=LONG)
    save(program, qtbot)
    qtbot.waitUntil(lambda: "Sturm auf See" in headlines(program), timeout=LONG)
    qtbot.waitUntil(lambda: program.wiring.session.article.id > 0, timeout=LONG)
    story = program.wiring.session.article.id
    assert plain_text(program.desk.writing.open(story).body) == "Wir schreiben weiter."
    assert not list(program.desk.shelter._folder.glob("*"))


def test_every_view_says_that_the_server_is_away_and_shows_its_stories_when_it_is_back(
    start, shared, postgres, qtbot
):
    program = start(shared)
    views = program.wiring.feature(DeskViews)
    postgres.stop()
    qtbot.waitUntil(lambda: program.wiring.outage.lasting, timeout=LONG)
    program.window.top.search.setText("Fähre")
    qtbot.waitUntil(lambda: "does not answer" in seen(program.window.stories), timeout=LONG)
    program.window.top.search.clear()
    qtbot.waitUntil(lambda: not program.wiring.browsing.words, timeout=LONG)
    qtbot.waitUntil(lambda: "does not answer" in seen(program.window.stories), timeout=LONG)
    for name in (BOARD, CALENDAR, DOUBLES, TABLE):
        program.window.actions_[name].trigger()
        qtbot.waitUntil(lambda name=name: views.shown == name)
        view = program.window.columns.cover
        qtbot.waitUntil(lambda view=view: "does not answer" in seen(view), timeout=LONG)
        qtbot.waitUntil(lambda view=view: "Try again" in seen(view, QPushButton), timeout=LONG)
    assert not views.doubles.bar.isVisible()
    postgres.start()
    program.wiring.watch.try_again()
    qtbot.waitUntil(lambda: "2 stories" in seen(views.table), timeout=LONG)
    program.window.actions_[LIST].trigger()
    qtbot.waitUntil(program.window.stories.cards.isVisible, timeout=LONG)
    assert set(headlines(program)) == {FERRY, CLUB}


def seen(view, kind=QLabel):
    return " ".join(one.text() for one in view.findChildren(kind) if one.isVisible())


def test_a_story_left_while_the_server_was_away_is_saved_when_it_is_back(
    start, shared, visit, postgres, qtbot
):
    program = start(shared)
    story = visit(program, FERRY)
    typed(program, "Geschrieben. ")
    postgres.stop()
    qtbot.waitUntil(lambda: program.wiring.outage.lasting, timeout=LONG)
    program.wiring.session.close()
    qtbot.waitUntil(lambda: bool(list(program.desk.shelter._folder.glob("*"))), timeout=LONG)
    postgres.start()
    program.wiring.watch.try_again()
    qtbot.waitUntil(lambda: "was saved" in program.window.notice.words.text(), timeout=LONG)
    assert plain_text(program.desk.writing.open(story).body).startswith("Geschrieben. ")


def test_what_was_typed_when_the_window_closed_without_its_server_is_offered_at_the_next_start(
    start, shared, visit, postgres, qtbot
):
    program = start(shared)
    visit(program, FERRY)
    typed(program, "Nicht verloren. ")
    postgres.stop()
    qtbot.waitUntil(lambda: program.wiring.outage.lasting, timeout=LONG)
    program.window.close()
    program.desk.writing.leave()
    postgres.start()
    with open_desk(shared) as desk:
        (left,) = desk.writing.recoverable()
    assert plain_text(left.article.body).startswith("Nicht verloren. ")

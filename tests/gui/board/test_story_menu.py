"""The menu of chosen stories: the same on the board and in the list, by mouse and by key, and it does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.domain.workflow import State
from newsroom.gui.desk_views import BOARD, LIST
from newsroom.gui.planning.assign_dialog import AssignDialog
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import Standings
from tests.gui.board.conftest import EDITOR, HEADLINES, card_at, column, titles

FERRY, RAT, CLUB, MUSEUM = HEADLINES
Key, Mod = Qt.Key, Qt.KeyboardModifier


def choose(board, *headlines):
    cards = column(board, State.FOR_REVIEW).list
    for number, headline in enumerate(headlines):
        held = Mod.ControlModifier if number else Mod.NoModifier
        at = card_at(board, State.FOR_REVIEW, headline)
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, held, at)
    return cards


def opened(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def words(menu):
    return [entry.text().removesuffix(" …") for entry in menu.actions() if entry.text()]


def entry(menu, start):
    return next(one for one in menu.actions() if one.text().startswith(start))


def filled(menu, start, qtbot):
    """Give a submenu once it is filled."""
    inner = entry(menu, start).menu()
    qtbot.waitUntil(lambda: inner.isEnabled() and bool(inner.actions()))
    return inner


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Menu, Mod.NoModifier), (Key.Key_F10, Mod.ShiftModifier)])
def test_a_card_offers_by_key_what_the_list_offers(newsroom, board, views, qtbot, key, held):
    cards = choose(board, RAT)
    QTest.keyClick(cards, key, held)
    menu = opened(qtbot)
    on_board = words(menu)
    assert on_board[0] == "Open"
    assert "Export" in on_board
    states = {one.text() for one in filled(menu, "Status", qtbot).actions() if one.isEnabled() and one.text()}
    assert {"Approved", "Returned", "Draft"} <= states
    menu.close()
    views.show(LIST)
    rows = newsroom.window.stories.cards
    at = rows.visualRect(newsroom.window.stories.model.index(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, at)
    qtbot.waitUntil(lambda: newsroom.wiring.session.article is not None)
    QTest.keyClick(rows, key, held)
    assert words(opened(qtbot)) == on_board[1:]
    QApplication.activePopupWidget().close()


def test_a_card_under_the_right_button_is_chosen_and_moved_by_its_menu(board, qtbot):
    cards = column(board, State.FOR_REVIEW).list
    at = card_at(board, State.FOR_REVIEW, CLUB)
    QTest.mousePress(cards.viewport(), Qt.MouseButton.RightButton, Mod.NoModifier, at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, cards.viewport().mapToGlobal(at))
    QApplication.sendEvent(cards.viewport(), asked)
    QTest.mouseRelease(cards.viewport(), Qt.MouseButton.RightButton, Mod.NoModifier, at)
    menu = opened(qtbot)
    entry(filled(menu, "Status", qtbot), "Approved").trigger()
    menu.close()
    qtbot.waitUntil(lambda: titles(board, State.APPROVED) == [CLUB])
    assert board.line.words.text() == "1 story is now: Approved."


def test_review_leads_from_the_board_into_the_review_of_that_story(newsroom, board, views, qtbot):
    QTest.keyClick(choose(board, RAT), Key.Key_Menu)
    menu = opened(qtbot)
    entry(menu, "Review").trigger()
    menu.close()
    reviews = newsroom.wiring.feature(Reviews)
    qtbot.waitUntil(lambda: reviews.shown)
    assert reviews.view.review.article.headline == RAT
    assert views.shown == LIST


def test_many_cards_are_given_to_somebody_shown_on_each_and_taken_back_at_once(newsroom, board, qtbot):
    desk = newsroom.wiring.desk
    QTest.keyClick(choose(board, RAT, CLUB), Key.Key_Menu)
    menu = opened(qtbot)
    assert "Open" not in words(menu)
    entry(menu, "Assign …").trigger()
    menu.close()
    window = newsroom.window
    qtbot.waitUntil(lambda: any(isinstance(one, AssignDialog) for one in window.children()))
    dialog = next(one for one in window.children() if isinstance(one, AssignDialog))
    dialog.name.setText(EDITOR)
    dialog.yes.click()
    marked = newsroom.wiring.feature(Standings).marked
    cards = {card.headline: card for card in column(board, State.FOR_REVIEW).list.stories.items}
    qtbot.waitUntil(lambda: [marked.holder(cards[one]) for one in (RAT, CLUB, FERRY)] == [EDITOR, EDITOR, ""])
    assert window.notice.words.text() == f"2 stories assigned to {EDITOR}."
    next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Undo").click()
    qtbot.waitUntil(lambda: not desk.assigning.of([cards[RAT].id, cards[CLUB].id]))
    qtbot.waitUntil(lambda: not marked.holder(cards[RAT]))


def test_a_key_takes_the_chosen_cards_oneself(newsroom, board, qtbot):
    cards = choose(board, RAT, CLUB)
    ids = board.selected_ids()
    QTest.keyClick(cards, Key.Key_A, Mod.ControlModifier | Mod.AltModifier | Mod.ShiftModifier)
    qtbot.waitUntil(lambda: len(newsroom.wiring.desk.assigning.of(ids)) == 2)


def test_keywords_and_sections_are_given_from_the_board(newsroom, board, views, qtbot):
    from newsroom.gui.bulk.keywords import KeywordsDialog

    QTest.keyClick(choose(board, RAT, FERRY), Key.Key_Menu)
    menu = opened(qtbot)
    assert "Region" in words(filled(menu, "Section", qtbot))
    entry(menu, "Keywords").trigger()
    menu.close()
    window = newsroom.window
    qtbot.waitUntil(lambda: any(isinstance(one, KeywordsDialog) for one in window.children()))
    next(one for one in window.children() if isinstance(one, KeywordsDialog)).decided.emit(("Hafen",), ())
    desk, ids = newsroom.wiring.desk, board.selected_ids()
    qtbot.waitUntil(lambda: all(desk.writing.open(story).keywords == ("Hafen",) for story in ids))
    assert views.shown == BOARD

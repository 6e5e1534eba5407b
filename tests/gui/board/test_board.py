"""Stories are carried and pushed from state to state, by the rules, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.desk import open_desk
from newsroom.domain.card import Section
from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.person import Person
from newsroom.domain.workflow import State
from newsroom.gui.desk_views import BOARD, CALENDAR, LIST, DeskViews
from tests.gui.board.conftest import AUTHOR, HEADLINES, card_at, column, drag, middle, titles

FERRY, RAT, CLUB, MUSEUM = HEADLINES
Key, Mod = Qt.Key, Qt.KeyboardModifier


def states(program):
    return {card.headline: card.state for card in program.desk.lists.page().items}


def carry(board, headline, source, target, **options):
    cards = column(board, source).list.viewport()
    drag(cards, card_at(board, source, headline), middle(column(board, target)), **options)


def test_the_board_counts_and_a_card_is_carried_and_brought_back(newsroom, board, qtbot):
    review = column(board, State.FOR_REVIEW)
    qtbot.waitUntil(lambda: review.count.text() == "3")
    assert titles(board, State.FOR_REVIEW) == [FERRY, RAT, CLUB]  # the soonest first
    assert titles(board, State.DRAFT) == [MUSEUM]
    assert column(board, State.APPROVED).words.text() == "No stories"
    assert not column(board, State.WITHDRAWN).isVisible()
    carry(board, RAT, State.FOR_REVIEW, State.APPROVED)
    qtbot.waitUntil(lambda: titles(board, State.APPROVED) == [RAT])
    assert states(newsroom)[RAT] is State.APPROVED
    assert board.line.words.text() == "1 story is now: Approved."
    QTest.mouseClick(board.line.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(board, State.FOR_REVIEW)) == 3)
    assert states(newsroom)[RAT] is State.FOR_REVIEW


def test_only_columns_that_take_the_card_light_up_and_others_say_why(newsroom, board):
    carry(board, RAT, State.FOR_REVIEW, State.APPROVED, release=False)
    looks = {one.state: one.property("drop") for one in board.columns}
    assert looks[State.APPROVED] == "here"
    assert looks[State.RETURNED] == looks[State.DRAFT] == "yes"
    assert looks[State.SCHEDULED] == looks[State.PUBLISHED] == "no"
    assert board.carrying.shown.isVisible()
    cards = column(board, State.FOR_REVIEW).list
    QTest.keyClick(cards, Key.Key_Escape)
    assert not board.carrying.shown.isVisible()
    assert not any(one.property("drop") for one in board.columns)
    QTest.mouseRelease(cards.viewport(), Qt.MouseButton.LeftButton)
    at = card_at(board, State.FOR_REVIEW, RAT)
    drag(cards.viewport(), at, newsroom.window.mapToGlobal(QPoint(20, 300)))
    assert not board.line.isVisible()  # dropped where nothing is
    carry(board, RAT, State.FOR_REVIEW, State.SCHEDULED)
    assert board.line.words.text() == "There is no way from “For review” to “Scheduled”."
    assert not board.line.buttons
    assert states(newsroom)[RAT] is State.FOR_REVIEW


def test_several_cards_are_carried_together_and_one_is_returned_with_a_word(newsroom, views, board, qtbot):
    cards = column(board, State.FOR_REVIEW).list
    for headline, held in ((FERRY, Mod.NoModifier), (CLUB, Mod.ControlModifier)):
        at = card_at(board, State.FOR_REVIEW, headline)
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, held, at)
    assert len(board.selected_ids()) == 2
    carry(board, FERRY, State.FOR_REVIEW, State.APPROVED)
    qtbot.waitUntil(lambda: titles(board, State.APPROVED) == [FERRY, CLUB])
    assert board.line.words.text() == "2 stories are now: Approved."
    assert len(board.selected_ids()) == 2  # where they arrived
    carry(board, RAT, State.FOR_REVIEW, State.RETURNED)
    question = views.mover.question
    assert not question.yes.isEnabled()
    QTest.keyClicks(question.reason, "Bitte weniger")
    QTest.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(board, State.RETURNED) == [RAT])
    (story,) = (card.id for card in newsroom.desk.lists.page().items if card.headline == RAT)
    assert newsroom.desk.library.history.revisions(story)[0].note == "Bitte weniger"


def test_a_card_carried_onto_a_section_goes_there(newsroom, board, qtbot):
    newsroom.desk.library.house.put_section(Section("Kultur"))
    newsroom.wiring.browsing.apply(Changes(frozenset({Touched.SECTIONS})))
    sidebar = newsroom.window.sidebar
    qtbot.waitUntil(lambda: any(place.title == "Kultur" for place in sidebar.places()))
    row = [place.title for place in sidebar.places()].index("Kultur")
    to = sidebar.viewport().mapToGlobal(sidebar.visualRect(sidebar.model().index(row, 0)).center())
    cards = column(board, State.FOR_REVIEW).list.viewport()
    drag(cards, card_at(board, State.FOR_REVIEW, RAT), to, release=False)
    assert board.carrying.shown.where.text() == "Kultur"
    QTest.mouseRelease(cards, Qt.MouseButton.LeftButton, Mod.NoModifier, cards.mapFromGlobal(to))
    (story,) = (card.id for card in newsroom.desk.lists.page().items if card.headline == RAT)
    qtbot.waitUntil(lambda: newsroom.desk.writing.open(story).section == "Kultur")
    assert newsroom.desk.writing.open(story).state is State.FOR_REVIEW


def test_keys_push_a_card_on_skipping_what_it_may_not_be(newsroom, board, qtbot):
    review = column(board, State.FOR_REVIEW).list
    board.take_focus()
    assert column(board, State.DRAFT).list.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Right)
    assert review.hasFocus()  # nothing is returned
    QTest.keyClick(review, Key.Key_Down)
    QTest.keyClick(review, Key.Key_Right, Mod.ControlModifier)
    qtbot.waitUntil(lambda: titles(board, State.APPROVED) == [RAT])
    qtbot.waitUntil(column(board, State.APPROVED).list.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Right, Mod.ControlModifier)
    qtbot.waitUntil(lambda: titles(board, State.SCHEDULED) == [RAT])
    qtbot.waitUntil(column(board, State.SCHEDULED).list.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Z, Mod.ControlModifier)
    qtbot.waitUntil(lambda: titles(board, State.APPROVED) == [RAT])
    qtbot.waitUntil(column(board, State.APPROVED).list.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Z, Mod.ControlModifier)
    qtbot.waitUntil(lambda: states(newsroom)[RAT] is State.FOR_REVIEW)
    qtbot.waitUntil(review.hasFocus)
    QTest.keyClick(review, Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(board, State.FOR_REVIEW) == [FERRY, CLUB])


def test_a_journalist_sees_why_approving_is_not_theirs(start, staffed, qtbot):
    program = start(staffed, "--as", AUTHOR)
    program.window.resize(1440, 900)
    program.window.actions_["view-board"].trigger()
    views = program.wiring.feature(DeskViews)
    qtbot.waitUntil(lambda: len(titles(views.board, State.FOR_REVIEW)) == 3)
    carry(views.board, RAT, State.FOR_REVIEW, State.APPROVED, release=False)
    assert column(views.board, State.APPROVED).property("drop") == "no"
    told = "Imke Sanders may not do this; an editor or duty editor can."
    qtbot.waitUntil(lambda: views.board.carrying.reason_of(State.APPROVED) == told)


def test_one_comes_back_to_the_story_that_was_open_or_opens_another(newsroom, views, visit, qtbot):
    visit(newsroom, MUSEUM)
    actions = newsroom.window.actions_
    QTest.keyClick(QApplication.focusWidget(), Key.Key_2, Mod.AltModifier)
    qtbot.waitUntil(lambda: views.shown == BOARD and views.board.settled)
    assert actions["view-board"].isChecked()
    assert not newsroom.window.story.isVisible()
    assert not actions["return"].isEnabled()  # of a story that is not seen
    assert not any(one.isVisible() for one in newsroom.window.top.buttons.values())
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert newsroom.window.story.isVisible()
    assert newsroom.wiring.session.article.headline == MUSEUM
    qtbot.waitUntil(lambda: any(one.isVisible() for one in newsroom.window.top.buttons.values()))
    QTest.keyClick(QApplication.focusWidget(), Key.Key_3, Mod.AltModifier)
    qtbot.waitUntil(lambda: views.shown == CALENDAR)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_2, Mod.AltModifier)
    qtbot.waitUntil(lambda: views.shown == BOARD)
    cards = column(views.board, State.FOR_REVIEW).list
    at = card_at(views.board, State.FOR_REVIEW, CLUB)
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, at)
    qtbot.waitUntil(lambda: getattr(newsroom.wiring.session.article, "headline", "") == CLUB)
    assert views.shown == LIST
    assert newsroom.window.story.isVisible()
    assert not views.board.isVisible()
    story = newsroom.wiring.session.article.id
    newsroom.desk.moving.to_state([story], State.APPROVED)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_2, Mod.AltModifier)
    qtbot.waitUntil(lambda: titles(views.board, State.APPROVED) == [CLUB])  # what happened meanwhile
    newsroom.wiring.session.open(story)  # as the palette does, with the story that is open below
    assert views.shown == LIST


def test_a_search_holds_for_the_board_and_what_others_do_appears(newsroom, staffed, board, qtbot):
    newsroom.window.top.search.setText("Haushalt")
    qtbot.waitUntil(lambda: titles(board, State.FOR_REVIEW) == [RAT])
    qtbot.waitUntil(lambda: titles(board, State.DRAFT) == [])
    newsroom.window.top.search.clear()
    qtbot.waitUntil(lambda: len(titles(board, State.FOR_REVIEW)) == 3)
    story = next(card.id for card in newsroom.desk.lists.page().items if card.headline == MUSEUM)
    with open_desk(staffed) as other:
        other.with_person(Person(AUTHOR)).moving.to_state([story], State.FOR_REVIEW)
    qtbot.waitUntil(lambda: MUSEUM in titles(board, State.FOR_REVIEW))
    qtbot.waitUntil(lambda: column(board, State.FOR_REVIEW).count.text() == "4")

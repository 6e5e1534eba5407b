"""The search field driven by keys: what it offers, remembers, explains, and how a search is widened."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from newsroom.domain.body import paragraphs
from newsroom.domain.listing import Ranking
from newsroom.gui.browser.story_list_model import Loading, card_of


@pytest.fixture
def program(start, filled):
    return start(filled)


@pytest.fixture
def field(program):
    program.window.activateWindow()
    program.window.top.search.setFocus()
    return program.window.top.search


def offered(program):
    model = program.wiring.guide.offers.list.model()
    shown = program.wiring.guide.offers.isVisible()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if shown else []


def shown(program):
    return [card_of(item).headline for item in program.window.stories.model.items]


def settled(program):
    return program.window.stories.model.loading is Loading.SHOWN


def wait_for_offer(qtbot, program, *words):
    qtbot.waitUntil(lambda: offered(program) == list(words))


def test_a_field_and_its_value_are_completed_by_keys_alone(program, field, qtbot):
    qtbot.keyClicks(field, "rennen sec")
    wait_for_offer(qtbot, program, "section:")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "rennen section:"
    wait_for_offer(qtbot, program, "Region", "Politik", "Sport")
    qtbot.keyClicks(field, "sp")
    wait_for_offer(qtbot, program, "Sport")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "rennen section:Sport "
    assert field.hasFocus()
    qtbot.waitUntil(lambda: shown(program) == ["Ruderclub gewinnt das letzte Rennen"])


def test_the_mouse_takes_an_offer_and_escape_closes_the_rest(program, field, qtbot):
    qtbot.keyClicks(field, "state:")
    qtbot.waitUntil(lambda: len(offered(program)) == 7)
    view = program.wiring.guide.offers.list
    at = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert field.text() == "state:for-review "
    qtbot.keyClicks(field, "ha")
    wait_for_offer(qtbot, program, "has:")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert offered(program) == []
    assert field.text() == "state:for-review ha"


def test_words_are_never_interrupted_offered_again_later_and_help_is_a_press_away(program, field, qtbot):
    qtbot.keyClicks(field, "hafen")
    assert offered(program) == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert program.window.stories.cards.hasFocus()
    field.setFocus()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    wait_for_offer(qtbot, program, "Searched for before", "hafen")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "hafen "
    field.clear()
    program.window.actions_["search"].trigger()
    sheet = program.wiring.guide.help
    assert sheet.isVisible()
    example = next(made for made in sheet.findChildren(QPushButton) if made.text() == "after:yesterday")
    qtbot.mouseClick(example, Qt.MouseButton.LeftButton)
    assert field.text() == "after:yesterday "
    assert not sheet.isVisible()


def test_nothing_found_is_widened_by_fields_versions_and_order(program, field, qtbot):
    field.setText("hafen section:Politik ")
    blank = program.window.stories.blank
    qtbot.waitUntil(blank.isVisible)
    assert blank.words.text() == "Asked for: all words of “hafen” · Section: Politik."
    wider = next(
        made for made in blank.findChildren(QPushButton) if made.text() == "Without Section: Politik"
    )
    qtbot.mouseClick(wider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(program) == ["Die Fähre nach Lindholm fährt wieder"])
    desk = program.desk
    story = desk.writing.open(1)
    desk.writing.save(replace(story, body=paragraphs(["Nach elf Wochen legt das Boot wieder ab."])))
    field.setText("schiff ")
    browsing = program.wiring.browsing
    qtbot.waitUntil(lambda: browsing.words == "schiff " and settled(program) and not shown(program))
    ranking = program.window.stories.ranking
    ranking.asked.emit(None)
    qtbot.waitUntil(lambda: shown(program) == ["Die Fähre nach Lindholm fährt wieder"])
    (hit,) = program.window.stories.model.items
    assert hit.snippet.startswith("Version 1, ")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Schiff"]
    ranking.asked.emit(Ranking.BEST)
    with qtbot.waitSignal(browsing._finding.weighed):
        field.setText("boot or rennen ")
    qtbot.waitUntil(lambda: len(shown(program)) == 2)
    qtbot.waitUntil(lambda: program.window.stories.title.text() == "Found: 2")
    assert ranking.text() == "Best first ▾"

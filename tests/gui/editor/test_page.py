from __future__ import annotations

from PySide6.QtWidgets import QLabel

from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, body
from newsroom.domain.inline import text
from newsroom.gui.editor.layers import dotted
from newsroom.gui.editor.margin import GAP

STORY = Article(uid="u", body=body(*(Paragraph(text(f"Absatz {number}.")) for number in range(8))))


def shown(pane, qtbot, width):
    pane.resize(width, 700)
    pane.set_article(STORY)
    pane.show()
    qtbot.waitExposed(pane)
    return pane.page.margin


def cards_at(pane, *positions):
    return [(QLabel(f"Karte {place}"), pane.body_edit, place) for place in positions]


def test_cards_stand_beside_their_words_and_not_over_each_other(pane, qtbot):
    margin = shown(pane, qtbot, 1200)
    cards = cards_at(pane, 0, 1, 40)
    margin.show_cards("notes", cards)
    first, second, third = (card for card, _edit, _place in cards)
    qtbot.waitUntil(third.isVisible)
    assert second.y() == first.y() + first.height() + GAP
    beside = pane.page.height_of(pane.body_edit, 40) - margin.y()
    assert third.y() == beside > second.y() + second.height()


def test_cards_that_are_shown_no_more_go(pane, qtbot):
    margin = shown(pane, qtbot, 1200)
    cards = cards_at(pane, 0, 40)
    margin.show_cards("notes", cards)
    with qtbot.waitSignal(cards[0][0].destroyed):
        margin.show_cards("notes", cards[1:])
    margin.show_cards("notes", ())
    assert margin.empty
    assert not margin.shown


def test_a_narrow_page_keeps_its_room_for_the_text(pane, qtbot):
    margin = shown(pane, qtbot, 600)
    margin.show_cards("notes", cards_at(pane, 0))
    assert not margin.shown


def test_layers_do_not_take_each_other_away(edit):
    edit.set_body(STORY.body)
    form = dotted("#b45309")
    edit.layers.show("findings", [(edit.select(0, 0, 3), form)])
    edit.layers.show("hits", [(edit.select(1, 0, 3), form), (edit.select(2, 0, 3), form)])
    assert len(edit.extraSelections()) == 3
    edit.layers.show("hits", [])
    assert [one.cursor.selectedText() for one in edit.extraSelections()] == ["Abs"]


def test_the_gutter_asks_for_the_part_that_is_seen(pane, qtbot):
    asked = []
    pane.page.gutter.overlays.append(lambda _painter, area: asked.append(area))
    shown(pane, qtbot, 900)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[-1].width() == pane.page.gutter.width()

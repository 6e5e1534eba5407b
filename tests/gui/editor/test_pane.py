from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from newsroom.domain.article import Article
from newsroom.domain.body import Body, Paragraph, Unknown, paragraphs
from newsroom.domain.finding import Field, Place, Replacement
from newsroom.domain.inline import Anchor, Run, text
from newsroom.domain.marks import BOLD
from newsroom.gui.editor.look import EditorLook


def test_a_story_comes_back_as_it_was_shown(pane):
    story = Article.new(
        kicker="K",
        headline="H\u00a0x",
        subheadline="U",
        lead=(Run("L", frozenset({BOLD})),),
        body=paragraphs(["B"]),
    )
    pane.set_article(story)
    assert pane.article() == story


def test_showing_a_story_is_no_edit(qtbot, pane):
    with qtbot.assertNotEmitted(pane.edited):
        pane.set_article(Article.new(headline="Neu", body=paragraphs(["Text"])))


def test_typing_in_any_field_is_an_edit_and_is_in_the_story(qtbot, pane):
    for field in (pane.kicker, pane.headline, pane.lead, pane.body_edit):
        with qtbot.waitSignal(pane.edited):
            QTest.keyClicks(field, "X")
    story = pane.article()
    assert (story.kicker, story.headline) == ("XHafen", "XFähre fährt wieder")
    assert story.lead == text("XDie Insel ist zu erreichen.")


def test_enter_leads_from_kicker_to_headline_to_lead_to_text(pane):
    pane.kicker.setFocus()
    for field in (pane.headline, pane.lead, pane.body_edit):
        QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Return)
        assert pane.focusWidget() is field


def test_the_arrows_lead_out_of_a_field_at_its_edges(pane):
    pane.headline.setFocus()
    QTest.keyClick(pane.headline, Qt.Key.Key_Down)
    assert pane.focusWidget() is pane.lead
    QTest.keyClick(pane.lead, Qt.Key.Key_Up)
    assert pane.focusWidget() is pane.headline


def test_the_count_shows_from_the_house_figure_on(pane):
    pane.set_limits(5, 10)
    pane.headline.set_text("vier")
    assert pane.header.count.isHidden()
    pane.headline.set_text("sieben!")
    assert not pane.header.count.isHidden()


def test_a_fix_in_several_places_is_one_step_back(pane):
    before = pane.article().body
    places = (Place(Field.BODY, 0, 0, 4), Place(Field.BODY, 0, 10, 14), Place(Field.BODY, 1, 0, 4))
    pane.apply(Replacement(place, "Zahl") for place in places)
    assert pane.article().body == paragraphs(["Zahl zwei Zahl.", "Zahl fünf."])
    pane.body_edit.setFocus()
    pane.undo()
    assert pane.article().body == before


def test_a_fix_keeps_the_marks_of_its_words_and_the_anchor_before_them(pane):
    bold = frozenset({BOLD})
    pane.set_article(
        Article.new(body=Body((Paragraph((Run("Da "), Anchor("n1"), Run("alt", bold), Run("."))),)))
    )
    pane.apply([Replacement(Place(Field.BODY, 0, 3, 6), "neu")])
    assert pane.article().body.blocks[0].content == (
        Run("Da "),
        Anchor("n1"),
        Run("neu", bold),
        Run("."),
    )


def test_words_pasted_into_the_lead_keep_their_marks_and_stay_one_paragraph(pane):
    pane.set_article(Article.new())
    pane.lead.insert_body(Body((Paragraph((Run("a", frozenset({BOLD})),)), Paragraph(text("b")))))
    assert pane.article().lead == (Run("a", frozenset({BOLD})), Run(" b"))


def test_a_pasted_headline_is_one_line_and_keeps_its_no_break_spaces(pane):
    data = QMimeData()
    data.setText("100\u00a0Jahre\r\nHafen\x00\n")
    pane.headline.selectAll()
    pane.headline.insertFromMimeData(data)
    assert pane.article().headline == "100\u00a0Jahre Hafen"


def test_jumping_selects_the_words_and_takes_the_focus(pane):
    pane.jump(Place(Field.BODY, 1, 5, 9))
    assert pane.focusWidget() is pane.body_edit
    assert pane.body_edit.textCursor().selectedText() == "fünf"
    pane.jump(Place(Field.HEADLINE, -1, 0, 5))
    assert pane.headline.textCursor().selectedText() == "Fähre"


def test_a_part_of_a_newer_version_makes_the_story_read_only_and_is_kept(pane):
    story = Article.new(headline="H", body=Body((Unknown('{"type":"film"}'),)))
    pane.set_article(story)
    QTest.keyClicks(pane.body_edit, "X")
    assert pane.article() == story


def test_another_look_keeps_the_text_and_is_no_edit(qtbot, pane):
    before = pane.article()
    with qtbot.assertNotEmitted(pane.edited):
        pane.set_look(EditorLook(ground="#000000", text="#ffffff"))
    assert pane.article() == before


def test_metadata_changes_leave_the_text_and_its_undo_alone(pane):
    QTest.keyClicks(pane.headline, "Neu ")
    pane.update_fields(replace(pane.article(), section="Sport", version=3))
    assert pane.article().headline == "Neu Fähre fährt wieder"
    pane.headline.setFocus()
    pane.undo()
    assert pane.article().headline == "Fähre fährt wieder"


def test_every_field_has_a_name_for_the_screen_reader(pane):
    assert all(field.accessibleName() for field in pane.findChildren(QTextEdit))


def in_sight(pane):
    field = pane.focused()
    shown = pane.viewport().rect()
    return shown.contains(field.mapTo(pane, field.cursorRect().center()))


def paste_many(field):
    data = QMimeData()
    data.setText("\n".join(["Ein Absatz, der die Seite wachsen lässt."] * 60))
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_caret_stays_in_sight_behind_a_paste_that_makes_the_page_grow(pane, edit, qtbot):
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    paste_many(edit)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 1000)
    assert in_sight(pane)


def test_who_scrolled_away_is_not_fetched_back_when_the_page_grows(pane, edit, qtbot):
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    paste_many(edit)
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    grown = bar.maximum()
    edit.hand.insert(edit.select(61, 0, 0), "Neu. " * 200)
    qtbot.waitUntil(lambda: bar.maximum() > grown)
    assert bar.value() == grown


def ink_height(widget):
    """Give how many rows of a widget show anything but its ground."""
    image = widget.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    rows = range(image.height())
    return sum(any(image.pixel(x, y) != ground for x in range(image.width() // 2)) for y in rows)


def test_what_belongs_into_the_headline_is_said_in_its_own_type(pane, edit):
    pane.set_article(Article.new())
    empty = ink_height(pane.headline)
    assert empty > ink_height(pane.kicker) * 1.5
    pane.headline.set_text(pane.headline.accessibleName())
    assert abs(ink_height(pane.headline) - empty) <= 1

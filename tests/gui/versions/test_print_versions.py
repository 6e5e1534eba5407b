"""A print version is made, goes its own way, and takes over what changes on the web."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.body import plain_text
from newsroom.gui.versions.feature import PAGE, PrintVersions
from newsroom.gui.views.beside import Beside

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def web(program, visit):
    visit(program, FERRY)
    return program.wiring.session.article


@pytest.fixture
def printed(program, web, qtbot):
    """The program with the print version of the ferry's story open, and its web version beside it."""
    program.window.actions_["print-version"].trigger()
    versions = program.wiring.feature(PrintVersions)
    qtbot.waitUntil(lambda: versions.step is not None and not versions.step.in_print)
    qtbot.waitUntil(lambda: program.wiring.feature(Beside).viewer is not None)
    return versions


def edited_on_the_web(program, qtbot, versions, **fields):
    """Save the web version with other fields, as a colleague does, and wait until that shows."""
    desk = program.wiring.desk
    desk.writing.save(replace(desk.writing.open(versions.step.other.id), **fields))
    versions.look()
    qtbot.waitUntil(lambda: bool(versions.step and versions.step.differences))


def other_words(body):
    first = body.blocks[0]
    run = replace(first.content[0], text=first.content[0].text.replace("elf", "zwölf"))
    return replace(body, blocks=(replace(first, content=(run,)), *body.blocks[1:]))


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_one_action_makes_it_and_opens_it_beside_the_web_version(program, web, printed):
    story = program.wiring.session.article
    assert story.uid != web.uid
    assert plain_text(story.body) == plain_text(web.body)
    assert program.wiring.feature(Beside).viewer.article.id == web.id
    assert printed.step.differences == ()


def test_a_story_without_another_version_has_no_tab_for_it(program, web):
    panel = program.window.panel
    assert not panel.tabs.isTabVisible(panel._places[PAGE])


def test_a_headline_changed_on_the_web_is_taken_over_by_a_click_and_undone_by_a_key(program, qtbot, printed):
    edited_on_the_web(program, qtbot, printed, headline="Fähre fährt ab Montag")
    program.window.panel.show_page(PAGE)
    (card,) = printed.page.cards
    click(qtbot, card.take)
    editor = program.wiring.editor
    assert editor.headline.text() == "Fähre fährt ab Montag"
    assert printed.step.differences == ()
    editor.headline.setFocus()
    editor.undo()
    assert editor.headline.text() == FERRY


def test_a_paragraph_is_taken_over_as_one_step(program, qtbot, printed):
    before = program.wiring.session.current().body
    edited_on_the_web(program, qtbot, printed, body=other_words(before))
    program.window.panel.show_page(PAGE)
    click(qtbot, printed.page.cards[0].take)
    assert plain_text(program.wiring.session.current().body).startswith("Nach zwölf Wochen")
    program.wiring.editor.body_edit.setFocus()
    program.wiring.editor.undo()
    assert program.wiring.session.current().body == before


def test_what_is_taken_over_is_tracked_where_changes_are(program, qtbot, printed):
    edited_on_the_web(program, qtbot, printed, body=other_words(program.wiring.session.current().body))
    program.window.actions_["track"].trigger()
    printed.take_over(printed.step.differences)
    story = program.wiring.session.current()
    assert story.changes
    assert printed.step.differences == ()


def test_waiting_changes_are_said_once_with_the_way_to_them(program, qtbot, printed):
    from PySide6.QtWidgets import QPushButton

    edited_on_the_web(program, qtbot, printed, headline="Fähre fährt ab Montag")
    bar, panel = program.window.notice, program.window.panel
    assert bar.words.text() == "1 change of the web version is not taken over."
    click(qtbot, next(way for way in bar.findChildren(QPushButton) if way.text() == "Show"))
    assert panel.tabs.currentIndex() == panel._places[PAGE]
    assert panel.isVisible()
    printed.look()
    qtbot.waitUntil(lambda: printed._asking is not None)
    assert not bar.isVisible()


def test_what_is_left_is_kept_with_the_story(program, qtbot, printed):
    edited_on_the_web(program, qtbot, printed, headline="Fähre fährt ab Montag")
    program.window.panel.show_page(PAGE)
    click(qtbot, printed.page.cards[0].leave)
    assert program.wiring.editor.headline.text() == FERRY
    with qtbot.waitSignal(program.wiring.session.renewed):
        program.window.actions_["save"].trigger()
    kept = program.wiring.desk.writing.open(program.wiring.session.article.id)
    assert program.wiring.desk.versions.step(kept).differences == ()


def test_all_are_taken_over_at_once(program, qtbot, printed):
    body = program.wiring.session.current().body
    edited_on_the_web(
        program, qtbot, printed, headline="Fähre fährt ab Montag", body=replace(body, blocks=body.blocks[:-1])
    )
    program.window.panel.show_page(PAGE)
    click(qtbot, printed.page.take_all)
    assert printed.step.differences == ()
    assert len(program.wiring.session.current().body.blocks) == len(body.blocks) - 1


def test_a_change_in_print_shows_on_the_web_side(program, qtbot, web, printed):
    qtbot.keyClicks(program.wiring.editor.headline, "Neu: ")
    program.wiring.session.open(web.id)
    qtbot.waitUntil(lambda: bool(printed.step and printed.step.in_print))
    qtbot.waitUntil(lambda: bool(printed.step and printed.step.differences))
    assert printed.step.differences[0].field == "headline"


def test_the_second_time_the_action_shows_the_version_there_is(program, qtbot, web, printed):
    program.wiring.session.open(web.id)
    qtbot.waitUntil(lambda: bool(printed.step and printed.step.in_print))
    program.window.actions_["print-version"].trigger()
    beside = program.wiring.feature(Beside)
    qtbot.waitUntil(lambda: beside.viewer is not None and beside.viewer.article.id == printed.step.other.id)

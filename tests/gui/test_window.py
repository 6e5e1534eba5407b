"""The window as a journalist meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from newsroom import translation
from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.listing import Filter
from newsroom.domain.workflow import State
from newsroom.gui.browser.story_list_model import card_of
from newsroom.gui.dialogs.arrival_preview import ArrivalPreview

FERRY = "Die Fähre nach Lindholm fährt wieder"
ROWERS = "Ruderclub gewinnt das letzte Rennen"


def headlines(program):
    return [card_of(item).headline for item in program.window.stories.model.items]


def open_story(program, qtbot, headline):
    card = next(
        card for card in map(card_of, program.window.stories.model.items) if card.headline == headline
    )
    program.window.stories.choose(0)
    row = program.window.stories.model.row_of(card.id)
    cards = program.window.stories.cards
    qtbot.mouseClick(
        cards.viewport(),
        Qt.MouseButton.LeftButton,
        pos=cards.visualRect(program.window.stories.model.index(row)).center(),
    )
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == card.id)
    return card


def test_the_list_shows_the_newest_story_first(program):
    assert headlines(program) == [
        "Ruderclub gewinnt das letzte Rennen",
        "Rat beschließt den Haushalt für zwei Jahre",
        FERRY,
    ]


def test_the_sidebar_counts_states_and_sections(program):
    shown = {place.key: place.count for place in program.window.sidebar._model.places}
    assert shown["all"] == 3
    assert shown["draft"] == 3
    assert shown["section:Sport"] == 1


def test_a_section_narrows_the_list(program, qtbot):
    program.window.sidebar.choose("section:Politik")
    qtbot.waitUntil(lambda: headlines(program) == ["Rat beschließt den Haushalt für zwei Jahre"])


def test_arrow_keys_open_stories(program, qtbot):
    cards = program.window.stories.cards
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    first = program.wiring.session.article.id
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: program.wiring.session.article and program.wiring.session.article.id != first)


def test_what_is_typed_is_saved_with_a_key(program, qtbot):
    card = open_story(program, qtbot, FERRY)
    editor = program.wiring.editor
    editor.body_edit.setFocus()
    qtbot.keyClicks(editor.body_edit, "Neu. ")
    qtbot.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.desk.writing.open(card.id).version == 2)
    qtbot.waitUntil(lambda: program.window.status.saved.text().startswith("Saved "))


def test_a_subheadline_is_added_by_its_key(program, qtbot):
    open_story(program, qtbot, FERRY)
    editor = program.wiring.editor
    assert not editor.subheadline.isVisible()
    program.window.actions_["subheadline"].trigger()
    qtbot.keyClicks(editor.subheadline, "Nach elf Wochen")
    assert program.wiring.session.current().subheadline == "Nach elf Wochen"


@pytest.mark.long
def test_typing_keeps_a_draft_without_being_asked(program, qtbot):
    open_story(program, qtbot, FERRY)
    qtbot.keyClicks(program.wiring.editor.body_edit, "x")
    qtbot.waitUntil(lambda: len(program.desk.library.drafts.all()) == 1)
    qtbot.waitUntil(lambda: program.window.status.saved.text().startswith("Saved "))


def test_leaving_a_story_saves_it(program, qtbot):
    card = open_story(program, qtbot, FERRY)
    qtbot.keyClicks(program.wiring.editor.body_edit, "Mehr. ")
    open_story(program, qtbot, "Ruderclub gewinnt das letzte Rennen")
    qtbot.waitUntil(lambda: program.desk.writing.open(card.id).version == 2)


def test_a_story_that_was_only_read_is_not_saved_again(program, qtbot):
    card = open_story(program, qtbot, FERRY)
    open_story(program, qtbot, "Ruderclub gewinnt das letzte Rennen")
    program.window.close()
    assert program.desk.writing.open(card.id).version == 1


def test_a_new_story_comes_into_the_list(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    qtbot.keyClicks(program.wiring.editor.headline, "Ein neuer Leuchtturm")
    qtbot.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Ein neuer Leuchtturm" in headlines(program))


def test_an_empty_new_story_leaves_nothing_behind(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    open_story(program, qtbot, FERRY)
    assert program.desk.lists.counts().all == 3


def test_a_like_headline_is_pointed_out_while_typing(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.wiring.session.article is not None)
    program.window.panel.publication.publish.show_time(
        program.desk.writing.open(3).publish_time, "Europe/Berlin"
    )
    qtbot.keyClicks(program.wiring.editor.headline, ROWERS)
    qtbot.waitUntil(lambda: bool(program.window.panel.lookalikes._shown))
    assert program.window.panel.lookalikes._shown[0].headline == ROWERS


def test_when_somebody_was_quicker_both_texts_are_kept(program, qtbot, filled):
    card = open_story(program, qtbot, FERRY)
    with open_desk(filled) as other:
        other.writing.save(replace(other.writing.open(card.id), body=paragraphs(["Von anderer Hand."])))
    qtbot.keyClicks(program.wiring.editor.body_edit, "Von mir. ")
    qtbot.keyClick(program.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(program.window.notice.isVisible)
    copy = next(part for part in program.window.notice._ways if part.text() == "Keep mine as a copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.desk.lists.counts().all == 4)
    kept = {
        program.desk.writing.open(item.id).body
        for item in program.desk.lists.page().items
        if item.headline == FERRY
    }
    assert paragraphs(["Von anderer Hand."]) in kept
    assert len(kept) == 2


def test_search_finds_while_typing_and_escape_ends_it(program, qtbot):
    qtbot.keyClick(
        program.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    field = program.window.top.search
    qtbot.keyClicks(field, "Hafen")
    qtbot.waitUntil(lambda: headlines(program) == [FERRY])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(headlines(program)) == 3)


def test_an_empty_search_says_what_was_searched(program, qtbot):
    qtbot.keyClicks(program.window.top.search, "Zwiebelfisch")
    qtbot.waitUntil(program.window.stories.blank.isVisible)
    assert "Zwiebelfisch" in program.window.stories.blank.title.text()


def test_the_button_submits_the_story(program, qtbot):
    from newsroom.domain.workflow import Transition

    card = open_story(program, qtbot, FERRY)
    button = program.window.top.buttons[Transition.SUBMIT]
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.desk.writing.open(card.id).state is State.FOR_REVIEW)
    qtbot.waitUntil(program.window.top.buttons[Transition.APPROVE].isVisible)


def test_delete_lays_into_the_trash_and_undo_takes_out(program, qtbot):
    open_story(program, qtbot, FERRY)
    cards = program.window.stories.cards
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: FERRY not in headlines(program))
    assert program.desk.lists.page(Filter(trash=True)).items[0].headline == FERRY
    qtbot.waitUntil(lambda: bool(program.window.notice._ways))
    qtbot.mouseClick(program.window.notice._ways[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: FERRY in headlines(program))


def test_a_typed_time_is_understood_beneath_the_field(program, qtbot):
    open_story(program, qtbot, FERRY)
    field = program.window.panel.publication.publish
    field.edit.clear()
    qtbot.keyClicks(field.edit, "24.12.2026 18:00")
    qtbot.waitUntil(lambda: "24/12/2026 18:00 · Berlin" in field.understood.text())
    assert program.wiring.session.current().publish_time.isoformat() == "2026-12-24T18:00:00+01:00"


def test_a_time_that_is_none_is_told_and_changes_nothing(program, qtbot):
    open_story(program, qtbot, FERRY)
    field = program.window.panel.publication.publish
    before = field.time()
    field.edit.clear()
    qtbot.keyClicks(field.edit, "gar nicht")
    qtbot.waitUntil(lambda: "Not understood" in field.understood.text())
    assert field.time() == before


def test_the_headline_is_copied_for_the_cms(program, qtbot):
    open_story(program, qtbot, FERRY)
    QGuiApplication.clipboard().clear()
    program.window.actions_["copy-headline"].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == FERRY)
    assert FERRY in QGuiApplication.clipboard().mimeData().html()


def test_a_dropped_file_becomes_a_story(program, qtbot, tmp_path):
    file = tmp_path / "wal.txt"
    file.write_text("Ein Wal im Fjord\n\nAm Morgen kam er.\n\nAm Abend war er fort.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    program.window.dropEvent(drop)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ArrivalPreview)), timeout=20_000)
    program.window.findChild(ArrivalPreview).yes.click()
    qtbot.waitUntil(lambda: "Ein Wal im Fjord" in headlines(program), timeout=20_000)


def test_export_shows_the_names_and_writes_the_files(program, qtbot, tmp_path):
    from newsroom.gui.dialogs.export import ExportDialog

    open_story(program, qtbot, FERRY)
    program.window.kept.keep("export-folder", str(tmp_path))
    program.window.kept.keep("export-format", "html")
    program.window.actions_["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog.names.count() == 1)
    name = dialog.names.item(0).text()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / name).is_file)
    qtbot.waitUntil(lambda: "1 file written." in program.window.notice.words.text())


def test_another_language_is_spoken_at_once(program, qtbot):
    program.window.actions_["language-de"].trigger()
    qtbot.waitUntil(lambda: program.wiring is not None and len(program.window.stories.model.items) == 3)
    assert program.window.top.new.text() == "Neuer Artikel"
    assert translation.language() == "de"


def test_another_palette_is_worn_and_kept(program):
    program.window.actions_["look-dark"].trigger()
    assert program.wardrobe.palette.dark
    assert program.window.kept.word("look") == "dark"


def test_a_text_left_behind_by_a_crash_is_offered(start, filled, qtbot):
    with open_desk(filled) as crashed:
        story = crashed.writing.open(1)
        crashed.writing.autosave(replace(story, headline="Nicht gespeichert"))
    program = start(filled)
    qtbot.waitUntil(program.window.notice.isVisible)
    assert "Nicht gespeichert" in program.window.notice.words.text()
    restore = next(part for part in program.window.notice._ways if part.text() == "Restore")
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.wiring.editor.headline.text() == "Nicht gespeichert")


def test_an_empty_library_offers_three_ways_to_begin(start, place, qtbot):
    program = start(place)
    qtbot.waitUntil(lambda: program.window.story.blank.title.text() == "This library is empty")
    assert len(program.window.story.blank.findChildren(QAbstractButton)) == 3


def test_what_was_open_is_open_again_at_the_next_start(start, filled, qtbot):
    first = start(filled)
    card = open_story(first, qtbot, FERRY)
    first.window.close()
    second = start(filled)
    qtbot.waitUntil(
        lambda: second.wiring.session.article is not None and second.wiring.session.article.id == card.id
    )


def test_f6_goes_around_the_panes_both_ways(program, qtbot):
    open_story(program, qtbot, FERRY)
    window = program.window
    panes = [window.top, window.sidebar, window.stories, window.story, window.panel]

    def here():
        return next(pane for pane in panes if pane is focus() or pane.isAncestorOf(focus()))

    def focus():
        return QApplication.focusWidget()

    window.top.search.setFocus()
    gone = [here()]
    for _step in range(5):
        qtbot.keyClick(focus(), Qt.Key.Key_F6)
        gone.append(here())
    assert gone == [*panes, panes[0]]
    qtbot.keyClick(focus(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert here() is window.panel


def test_tab_comes_to_every_field_and_back_to_where_it_began(program, qtbot):
    open_story(program, qtbot, FERRY)
    window, editor = program.window, program.wiring.editor
    publication = window.panel.publication
    wanted = [window.top.search, window.sidebar, window.stories.cards, editor.kicker, editor.headline]
    wanted += [
        editor.lead,
        window.panel.tabs,
        publication.publish.edit,
        publication.authors,
        publication.genre,
    ]
    window.top.search.setFocus()
    seen = []
    for _step in range(80):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    places = [seen.index(one) for one in wanted if one in seen]
    assert [one.accessibleName() for one in wanted if one not in seen] == []
    assert places == sorted(places)
    assert focus is window.top.search


def test_every_control_has_a_name(program, qtbot):
    open_story(program, qtbot, FERRY)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
    nameless = [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in program.window.findChildren(QWidget)
        if isinstance(part, kinds) and part.isVisible() and not named(part)
    ]
    assert nameless == []


def named(part):
    within = isinstance(part.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
    return within or bool(part.accessibleName() or getattr(part, "text", str)())


def test_nothing_is_cut_off_in_german_on_a_small_screen(program, qtbot):
    program.window.actions_["language-de"].trigger()
    qtbot.waitUntil(lambda: program.wiring is not None and len(program.window.stories.model.items) == 3)
    open_story(program, qtbot, FERRY)
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: program.window.width() == 1280)
    cut = [
        part.text()
        for part in program.window.findChildren(QPushButton)
        if part.isVisible()
        and part.text()
        and part.width() < part.fontMetrics().horizontalAdvance(part.text())
    ]
    assert cut == []
    assert program.window.minimumSizeHint().width() <= 1280


def test_the_panel_stays_folded_where_the_window_got_small_under_the_board(program, qtbot):
    columns, panel = program.window.columns, program.window.panel
    program.window.resize(1500, 900)
    qtbot.waitUntil(panel.isVisible)
    program.window.actions_["view-board"].trigger()
    qtbot.waitUntil(lambda: columns.cover is not None)
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: panel.parent() is columns)
    program.window.actions_["view-list"].trigger()
    assert (columns.cover, panel.isVisible()) == (None, False)
    program.window.actions_["view-board"].trigger()
    qtbot.waitUntil(lambda: columns.cover is not None)
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: panel.parent() is columns.splitter)
    program.window.actions_["view-list"].trigger()
    assert panel.isVisible()


def test_the_panel_folds_on_a_small_screen_and_comes_over_the_story(program, qtbot):
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: not program.window.panel.isVisible())
    program.window.actions_["fold-panel"].trigger()
    assert program.window.panel.isVisible()
    assert program.window.panel.parent() is program.window.columns
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: program.window.panel.parent() is program.window.columns.splitter)

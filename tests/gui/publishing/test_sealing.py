"""A story under a legal block at the window: at no place is it copied, and every place says why and who can help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.gui.browser.badge import initials, told
from newsroom.gui.browser.story_list_model import card_of
from newsroom.gui.desk_views import DeskViews
from newsroom.gui.doubles.comparing import CompareAlike
from newsroom.gui.past.feature import Past
from newsroom.gui.publishing.feature import PublishingFeature
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import Standings
from newsroom.gui.sealing import Seal
from newsroom.gui.views.beside import Beside
from newsroom.gui.views.reading import READING, OtherViews

WORDS = "Nach elf Wochen legt das Schiff wieder ab."
BEFORE = "before"


@pytest.fixture
def program(start, filled, qtbot):
    """The window on a story of two versions under a legal block, given to somebody."""
    with open_desk(filled) as desk:
        story = desk.writing.open(1)
        desk.writing.save(replace(story, editors_note="Der Hafen ist froh.", slug="hafen-schiff"))
        desk.blocking.set([1], "Unterlassung 27 O 12/26")
        desk.assigning.assign([1], desk.person.name, None)
    started = start(filled)
    started.wiring.session.open(1)
    qtbot.waitUntil(lambda: started.wiring.session.article is not None)
    QGuiApplication.clipboard().setText(BEFORE)
    return started


def visit(program, story, qtbot):
    session = program.wiring.session
    session.open(story)
    qtbot.waitUntil(lambda: session.article is not None and session.article.id == story)


def takes(field):
    """Try to take what stands in a field by keys, and give what came onto the clipboard."""
    field.setFocus()
    field.selectAll()
    for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        QTest.keySequence(field, QKeySequence(key))
    return QGuiApplication.clipboard().text()


def texts(root):
    fields = (
        *root.findChildren(QTextEdit),
        *root.findChildren(QPlainTextEdit),
        *root.findChildren(QLineEdit),
    )
    return [
        field for field in fields if len(getattr(field, "text", getattr(field, "toPlainText", str))()) > 3
    ]


def sealed(root):
    return any(isinstance(one, Seal) and "27 O 12/26" in one.words for one in root.children())


def told_why(program):
    return "a duty editor can lift the block" in program.window.notice.words.text()


def test_neither_the_story_nor_a_field_of_its_panel_is_copied_or_cut(program):
    room = program.wiring.feature(PublishingFeature)._room
    fields = [*texts(room.editor), *texts(program.window.panel)]
    assert len(fields) > 3
    for field in fields:
        program.window.notice.dismiss()
        assert takes(field) == BEFORE, field.accessibleName()
        assert told_why(program), field.accessibleName()
        if not isinstance(field, QLineEdit):
            assert not field.createMimeDataFromSelection().hasText()


def test_the_line_over_the_story_says_it_as_long_as_the_block_stands(program, qtbot):
    part = program.wiring.feature(PublishingFeature)
    assert part.bar.isVisible()
    assert "27 O 12/26" in part.bar.words.text()
    visit(program, 2, qtbot)
    assert not part.bar.isVisible()
    assert "Haushalt" in takes(part._room.editor.headline)


def test_menus_offer_the_reason_in_the_place_of_copying(program, qtbot):
    line = next(one for one in texts(program.window.panel) if isinstance(one, QLineEdit))
    for field in (program.wiring.session._editor.body_edit, line):
        field.setFocus()
        field.selectAll()
        program.window.notice.dismiss()
        at, seen = QPoint(5, 5), field if isinstance(field, QLineEdit) else field.viewport()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, seen.mapToGlobal(at))
        QApplication.sendEvent(seen, asked)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        out = [one for one in menu.actions() if one.text().replace("&", "").split("\t")[0] in {"Copy", "Cut"}]
        assert len(out) == 2
        assert not any(one.isEnabled() for one in out)
        next(one for one in menu.actions() if one.text().startswith("Why nothing")).trigger()
        menu.close()
        assert told_why(program)


@pytest.mark.parametrize("view", ["reading", "beside", "history", "review"])
def test_no_view_in_which_it_is_read_lets_it_be_copied(program, qtbot, view):
    wiring = program.wiring
    if view == "reading":
        wiring.feature(OtherViews).toggle(READING)
        shown = wiring.feature(OtherViews)._reader.pane
    elif view == "beside":
        wiring.feature(Beside).keep()
        shown = wiring.feature(Beside).viewer.pane
    elif view == "history":
        past = wiring.feature(Past)
        past.toggle()
        qtbot.waitUntil(lambda: past.shown and not past.busy and past.view.two is not None)
        shown = past.view
    else:
        reviews = wiring.feature(Reviews)
        reviews.show()
        qtbot.waitUntil(lambda: reviews.shown)
        shown = reviews.view
        qtbot.waitUntil(lambda: "27 O 12/26" in reviews.view.law.words.text())
    qtbot.waitUntil(lambda: sealed(shown))
    qtbot.waitUntil(lambda: any(WORDS[:10] in one.toPlainText() for one in shown.findChildren(QTextEdit)))
    for field in texts(shown):
        assert takes(field) == BEFORE
    assert told_why(program)


def test_beside_a_like_story_neither_of_the_two_is_copied(program, qtbot):
    desk = program.wiring.desk
    new = desk.writing.new(headline=desk.writing.open(1).headline, body=paragraphs([WORDS]))
    other = desk.writing.save(new).article
    visit(program, other.id, qtbot)
    (like, *_more) = desk.proofing.alike(other)
    room = program.wiring.feature(PublishingFeature)._room
    dialog = CompareAlike(room, program.window)
    dialog.show_like(other, like)
    dialog.show()
    qtbot.waitUntil(lambda: sealed(dialog))
    qtbot.waitUntil(lambda: WORDS[:10] in dialog.facing.right.toPlainText())
    for page in (dialog.facing.left, dialog.facing.right):
        assert takes(page) == BEFORE
    dialog.close()


def test_what_is_typed_is_not_kept_as_a_copy_and_stays_on_the_page(program, qtbot):
    session = program.wiring.session
    QTest.keyClicks(session._editor.headline, "X")
    typed = session.current()
    session.parting.keep_copy(typed)
    qtbot.waitUntil(lambda: told_why(program))
    assert session.current().headline == typed.headline
    assert program.window.stories.model.rowCount() == 3


def test_no_snippet_is_made_of_what_is_selected(program):
    field = program.wiring.session._editor.body_edit
    field.setFocus()
    field.selectAll()
    program.window.actions_["new-snippet"].trigger()
    assert told_why(program)


def test_a_block_that_another_sets_meanwhile_seals_the_open_story(program, qtbot):
    wiring = program.wiring
    visit(program, 3, qtbot)
    part = wiring.feature(PublishingFeature)
    assert part.block is None
    wiring.apply(wiring.desk.blocking.set([3], "Einstweilige Verfügung 27 O 12/26"))
    qtbot.waitUntil(lambda: part.block is not None)
    assert takes(part._room.editor.headline) == BEFORE


def test_lists_and_boards_show_the_sign_and_who_has_the_story(program, qtbot):
    wiring = program.wiring
    marked = wiring.feature(Standings).marked
    cards = {card.id: card for card in map(card_of, program.window.stories.model.items)}
    qtbot.waitUntil(lambda: marked.of(cards[1]) is not None)
    assert marked.of(cards[1]).words == "Legal block"
    assert marked.of(cards[2]) is None
    name = wiring.desk.person.name
    assert told(marked.of(cards[1]), marked.holder(cards[1])) == f"Legal block · Assigned to {name}"
    assert wiring.feature(DeskViews)._dress.marks(cards[1]) == marked.of(cards[1])
    wiring.apply(wiring.desk.blocking.lift([1], "Vergleich"))
    qtbot.waitUntil(lambda: marked.of(cards[1]) is None)


def test_initials_are_those_of_first_and_last_name():
    assert [initials(name) for name in ("Imke Sanders", "Jan van der Berg", "dpa", "")] == [
        "IS", "JB", "DP", "",
    ]  # fmt: skip


def test_a_line_edit_leaves_nothing_behind_when_the_mouse_is_let_go(program, qtbot):
    field = next(one for one in texts(program.window.panel) if isinstance(one, QLineEdit))
    seal = next(one for one in program.window.panel.children() if isinstance(one, Seal))
    at = QPoint(3, 3).toPointF()
    let_go = QMouseEvent(
        QEvent.Type.MouseButtonRelease, at, at, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert seal.eventFilter(field, let_go)
    seal.put("")
    assert not seal.eventFilter(field, let_go)

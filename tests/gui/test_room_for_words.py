"""In German, on a small screen, every view and every dialog of the desk has room for its words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QToolButton

from newsroom.desk import open_desk
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.desk_views import VIEWS, DeskViews

SMALL = (1280, 720)
DIALOGS = (
    "assign",
    "to-edition",
    "snapshot",
    "second-eyes",
    "went-out",
    "legal-block",
    "erase",
    "channels",
    "checklists",
    "catalogue",
)


@pytest.fixture
def program(start, filled, monkeypatch, qtbot):
    """A newsroom with a story list, an edition and a published story, at which a duty editor sits."""
    with open_desk(filled, "Ragna Hollmann") as desk:
        desk.people.add("Ragna Hollmann", Role.CHIEF, "rh")
        desk.people.add("Jelto Wiarda", Role.JOURNALIST, "jw")
        day = desk.plan.today()
        desk.plan.new(
            day, {"topic": "Noch offen", "section": "Sport", "length": "40", "author": "Jelto Wiarda"}
        )
        edition, _changes = desk.editions.new("Hauptausgabe", "", "23:00")
        desk.editions.save(desk.editions.with_topics(desk.editions.with_stories(edition, [1, 2], "Seite 1")))
        desk.preferences.set_house({"four_eyes": False})
        story = desk.writing.open(1)
        for way in (Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH):
            story = desk.approval.move(story, way).article
    monkeypatch.setenv("NEWSROOM_AS", "Ragna Hollmann")
    program = start(filled, "--lang", "de")
    program.window.resize(*SMALL)
    qtbot.waitUntil(lambda: program.window.width() == SMALL[0])
    return program


def cut_off(widget):
    """Give the words of buttons, labels and boxes that have less room than they take."""
    buttons = [(part, part.text(), 0) for part in widget.findChildren(QPushButton)]
    buttons += [(part, part.text(), 8) for part in widget.findChildren(QToolButton) if part.icon().isNull()]
    labels = [(part, part.text(), 0) for part in widget.findChildren(QLabel) if not part.wordWrap()]
    boxes = [(part, part.currentText(), 28) for part in widget.findChildren(QComboBox)]
    return [
        words
        for part, words, beside in buttons + labels + boxes
        if part.isVisibleTo(widget)
        and words
        and not part.toolTip().startswith(words)
        and part.width() < part.fontMetrics().horizontalAdvance(words.split("\n", maxsplit=1)[0]) + beside
    ]


def test_views_of_the_desk_have_room_for_their_words(program, qtbot):
    views = program.wiring.feature(DeskViews)
    for view in VIEWS:
        program.window.actions_[view].trigger()
        qtbot.waitUntil(lambda view=view: views.shown == view)
        qtbot.waitUntil(lambda: getattr(program.window.columns.cover, "settled", True))

        def whole(view=view):
            assert (view, cut_off(program.window)) == (view, [])

        qtbot.waitUntil(whole)
        assert program.window.minimumSizeHint().width() <= SMALL[0]


def test_dialogs_of_the_desk_have_room_for_their_words_and_fit_the_screen(program, qtbot):
    program.wiring.session.open(1)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == 1)
    bad = {}
    for name in DIALOGS:
        program.window.actions_[name].trigger()
        qtbot.waitUntil(lambda: shown(program) is not None)
        dialog = shown(program)
        large = dialog.width() > SMALL[0] or dialog.height() > SMALL[1]
        found = [*cut_off(dialog), *(["larger than the screen"] if large else [])]
        if found:
            bad[name] = found
        dialog.reject()
        qtbot.waitUntil(lambda: shown(program) is None)
    assert bad == {}


def shown(program):
    return next((one for one in program.window.findChildren(QDialog) if one.isVisible()), None)

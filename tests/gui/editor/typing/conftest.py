"""A page with an empty story, and fields that know their typography."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import Article
from newsroom.domain.body import block_text
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.editor.typing.typist import Habits, Typist
from newsroom.text.typing import Manner


@pytest.fixture
def pane(qtbot):
    page = EditorPane()
    qtbot.addWidget(page)
    page.resize(700, 800)
    page.set_article(Article.new(headline="Fähre"))
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def typists(pane):
    made = {field: Typist(field) for field in pane.fields}
    for typist in made.values():
        typist.habits = Habits(Manner("de-DE"))
    return made


@pytest.fixture
def edit(pane, typists):
    pane.body_edit.setFocus()
    return pane.body_edit


@pytest.fixture
def keys(qtbot):
    """Give a function that types into a field: < stands for Backspace, | for Ctrl+Z."""

    def press(field, typed):
        for key in typed:
            if key == "<":
                qtbot.keyClick(field, Qt.Key.Key_Backspace)
            elif key == "|":
                qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            elif key == "\n":
                qtbot.keyClick(field, Qt.Key.Key_Return)
            else:  # keyClicks knows ASCII only
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
                    QApplication.sendEvent(field, event)

    return press


@pytest.fixture
def words(pane):
    """Give a function that gives the text of the page, paragraphs parted by line feeds."""
    return lambda: "\n".join(block_text(block) for block in pane.body_edit.body().blocks)

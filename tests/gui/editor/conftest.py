"""A page that is shown, with a story on it, and a field to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.inline import text
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.editor.pane import EditorPane

if TYPE_CHECKING:
    from newsroom.gui.editor.text_edit import TextEdit


@pytest.fixture
def pane(qtbot):
    page = EditorPane()
    qtbot.addWidget(page)
    page.resize(700, 800)
    page.set_article(
        Article.new(
            kicker="Hafen",
            headline="Fähre fährt wieder",
            lead=text("Die Insel ist zu erreichen."),
            body=paragraphs(["Eins zwei drei.", "Vier fünf."]),
        )
    )
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def edit(qtbot, pane):
    field: TextEdit = pane.body_edit
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.Start)
    return field


@pytest.fixture
def look():
    return EditorLook()

"""An English story of 1,200 words from an empty window to the last accepted change, by keys, mouse and clipboard.

A journalist writes it with all that a story can hold; an editor goes over it with changes tracked; what was
written and what was changed is then read from the library.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from newsroom.domain.body import (
    Box,
    Crosshead,
    ListItem,
    Picture,
    Quote,
    Table,
    block_text,
    plain_text,
)
from newsroom.domain.changes import final, original
from newsroom.domain.inline import Footnote, plain
from newsroom.domain.marks import BOLD, ITALIC, MarkKind
from newsroom.domain.person import Person, Role
from newsroom.gui.commands.feature import Commands
from newsroom.gui.dialogs.line_question import LineQuestion
from newsroom.gui.editor.find.finder import Finder
from newsroom.gui.editor.insets import box_of
from newsroom.gui.editor.pictures.illustrating import Illustrating
from newsroom.gui.editor.tracking.feature import Tracking

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen platform cannot
LEFT, SHIFT, NONE = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
COPY = Qt.DropAction.CopyAction


def prose():
    """Give the words of the story by section, one string a paragraph."""
    sections = (Path(__file__).parent / "tern_island.txt").read_text("utf-8").split("[")[1:]
    named = (section.split("]") for section in sections)
    return {
        name: tuple(" ".join(part.split()) for part in words.strip().split("\n\n")) for name, words in named
    }


WORDS = prose()
(LEAD,), (PAGE,) = WORDS["lead"], WORDS["page"]
OPENING, STAGE, POINTS, VOICES, AFTER, CLOSING = (
    WORDS[name] for name in ("opening", "stage", "points", "voices", "after", "closing")
)
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="North Coast Pictures"
 photoshop:Headline="The ferry at the new landing stage"/></rdf:RDF></x:xmpmeta>"""


@dataclass
class Desk:
    """Hands on the window: what a person does, by events."""

    program: Any
    qtbot: Any

    @property
    def editor(self):
        return self.program.wiring.editor

    @property
    def edit(self):
        return self.editor.body_edit

    def press(self, *keys):
        for key in keys:
            QTest.keySequence(QApplication.focusWidget(), QKeySequence(key))

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def write(self, paragraphs):
        for words in paragraphs:
            self.type(words)
            self.press("Return")

    def command(self, words):
        """Do what the palette offers first for some words."""
        palette = self.program.wiring.feature(Commands)
        self.press("Ctrl+K")
        self.qtbot.waitUntil(palette.box.field.hasFocus)
        self.type(words)
        self.qtbot.waitUntil(lambda: not palette.waiting)
        self.press("Return")

    def answer(self):
        """Press Enter in the dialog that stands open."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
        self.back()

    def back(self):
        """Go back into the text from a dialog, as a desktop does by itself."""
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.edit.hasFocus)

    def select(self, words):
        """Click before words, and with Shift behind them."""
        found = self.edit.document().find(words)
        assert found.hasSelection(), words
        for position, held in ((found.selectionStart(), NONE), (found.selectionEnd(), SHIFT)):
            QTest.mouseClick(self.edit.viewport(), LEFT, held, self.point(position))
        assert self.edit.textCursor().selectedText() == words

    def point(self, position):
        cursor = self.edit.textCursor()
        cursor.setPosition(position)
        return self.edit.cursorRect(cursor).center()

    def click_behind(self, words):
        QTest.mouseClick(
            self.edit.viewport(), LEFT, NONE, self.point(self.edit.document().find(words).selectionEnd())
        )

    def paste(self, html, words=""):
        data = QMimeData()
        data.setText(words)
        data.setData("text/html", html)
        QGuiApplication.clipboard().setMimeData(data)
        self.press("Ctrl+V")

    def drop(self, path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        at, pictures = self.edit.cursorRect().center(), self.program.wiring.feature(Illustrating)
        with self.qtbot.waitSignal(pictures.taken):
            QApplication.sendEvent(self.edit.viewport(), QDragEnterEvent(at, COPY, data, LEFT, NONE))
            QApplication.sendEvent(self.edit.viewport(), QDropEvent(QPointF(at), COPY, data, LEFT, NONE))

    def save(self):
        with self.qtbot.waitSignal(self.program.wiring.session.renewed):
            self.press("Ctrl+S")

    def kept(self):
        return self.program.desk.writing.open(self.program.wiring.session.article.id)

    def is_now(self, name, role, sign_off):
        """Let another person sit down at the desk."""
        self.program.desk.person = Person(name, role, sign_off)
        self.editor.changes.sign(name, self.program.desk.clock)


@pytest.fixture
def desk(start, place, qtbot):
    program = start(place)
    program.window.resize(1440, 900)
    program.window.activateWindow()
    hands = Desk(program, qtbot)
    hands.is_now("Rita Wells", Role.JOURNALIST, "rw")
    return hands


@pytest.fixture
def photo(tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (1500, 1000), (60, 110, 150)).save(out, "JPEG", xmp=XMP)
    path = tmp_path / "ferry.jpg"
    path.write_bytes(out.getvalue())
    return path


def test_a_story_is_written_edited_and_finished(desk, photo):
    begin(desk)
    write_the_first_half(desk)
    add_a_box_and_a_footnote(desk)
    write_the_second_half(desk)
    paste_from_a_page(desk)
    illustrate(desk, photo)
    describe(desk)
    correct(desk)
    story = what_was_written(desk)
    go_over_it(desk, story)
    finish(desk, story)


def begin(desk):
    """A new story: kicker, headline, subheadline and lead, by the keys that lead from one to the next."""
    desk.press("Ctrl+N")
    desk.qtbot.waitUntil(desk.editor.headline.hasFocus)
    desk.press("Shift+Tab")
    desk.type("Shipping")
    desk.press("Return")
    desk.type("Tern Island ferry sails again after eleven weeks")
    desk.press("Ctrl+Shift+D")
    desk.type("Storm damage cost the port more than four million")
    desk.press("Return")
    desk.type(LEAD)
    desk.press("Return")
    assert desk.edit.hasFocus()


def write_the_first_half(desk):
    """Paragraphs, a crosshead by key, a list by its sign, a quote by the palette, a table by keys."""
    desk.write(OPENING)
    desk.press("Ctrl+1")
    desk.type("Oak on steel")
    desk.press("Return")
    desk.write(STAGE)
    desk.type("- ")
    desk.write(POINTS)
    desk.press("Return")
    desk.command("quote")
    desk.type(VOICES[0])
    desk.press("Return", "Return")
    desk.press("Ctrl+F12")
    desk.answer()
    for words in ("Ticket", "Now", "From April", "Adult", "9", "10", "Bicycle", "2"):
        desk.type(words)
        desk.press("Tab")
    desk.type("3")
    desk.press("Tab")
    desk.type("Van")
    desk.command("remove row")
    desk.press("Ctrl+Z", "Ctrl+Y")
    desk.command("column to the right")
    desk.command("remove column")
    table = next(block for block in desk.edit.body().blocks if isinstance(block, Table))
    assert block_text(table).split("\n") == ["Ticket\tNow\tFrom April", "Adult\t9\t10", "Bicycle\t2\t3"]
    desk.press("Ctrl+End")


def add_a_box_and_a_footnote(desk):
    """A box that is begun and left by Enter, and a footnote at the caret."""
    desk.press("Ctrl+Alt+B")
    for words in ("The ferry in figures", "Length: 38 metres", "Crew: four, and a cat"):
        desk.type(words)
        desk.press("Return")
    desk.press("Return")
    desk.type(VOICES[1])
    desk.press("Ctrl+Alt+F")
    field = QApplication.activePopupWidget().field
    QTest.keyClicks(field, "The shop is open from eight to six.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.back()
    desk.press("Return")


def write_the_second_half(desk):
    desk.write((*VOICES[2:], *AFTER))
    desk.select("an insult with a stamp on it")
    desk.press("Ctrl+I")
    desk.select("nine metres")
    QTest.mouseClick(button(desk, "Bold"), LEFT)
    desk.select("sea wall")
    desk.press("Ctrl+L")
    line = desk.program.window.findChild(LineQuestion).line
    QTest.keyClicks(line, "port.example/wall")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.back()


def button(desk, name):
    bar = desk.program.window.story.format_bar
    return next(one for one in bar.findChildren(QToolButton) if one.accessibleName() == name)


def paste_from_a_page(desk):
    """A heading, emphasis and a table out of a browser; the colour that was left out is told."""
    desk.press("Ctrl+End")
    desk.paste(PAGE.encode(), "A year of storms")
    assert desk.editor.quiet.words.text() == "Pasted: 1 colour left out"
    desk.press("Ctrl+End")
    desk.write(CLOSING)


def illustrate(desk, photo):
    """A picture is dropped on the text; its caption goes on where IPTC ends."""
    desk.click_behind("to describe.")
    desk.drop(photo)
    desk.type(", seen from the slip")
    (picture,) = (block for block in desk.edit.body().blocks if isinstance(block, Picture))
    assert plain(picture.caption) == "The ferry at the new landing stage, seen from the slip"
    assert picture.credit == "North Coast Pictures"


def describe(desk):
    """A click on the picture leads to what it says of itself, and to its part that is shown."""
    pictures = desk.program.wiring.feature(Illustrating)
    desk.qtbot.waitUntil(lambda: pictures.previews.quiet)
    at = desk.edit.textCursor().block().position()
    QTest.mouseClick(desk.edit.viewport(), LEFT, NONE, box_of(desk.edit, at).center().toPoint())
    page = pictures.page
    desk.qtbot.waitUntil(page.isVisible)
    QTest.keyClicks(page.alternative, "A white ferry lies at a jetty of new timber")
    page.credit.clear()
    QTest.keyClicks(page.credit, "Photo: North Coast Pictures")
    page.part.setFocus()
    QTest.keyClick(page.part, Qt.Key.Key_Left, SHIFT)
    (picture,) = (block for block in desk.edit.body().blocks if isinstance(block, Picture))
    assert picture.alternative == "A white ferry lies at a jetty of new timber"
    assert picture.credit == "Photo: North Coast Pictures"
    assert picture.crop.width < 10_000


def correct(desk):
    """One word is replaced wherever it stands, in the credit too, and all of it is undone at once."""
    finder = desk.program.wiring.feature(Finder)
    before = desk.edit.body()
    desk.press("Ctrl+H")
    bar = finder.bar.asked
    desk.qtbot.waitUntil(bar.words.hasFocus)
    desk.type("North")
    bar.new.setFocus()
    desk.type("West")
    desk.qtbot.waitUntil(lambda: not (finder._soon.waiting() or finder._task))
    with desk.qtbot.waitSignal(finder._replacing.done):
        QTest.mouseClick(finder.bar.all, LEFT)
    assert any(
        getattr(block, "credit", "") == "Photo: West Coast Pictures" for block in desk.edit.body().blocks
    )
    desk.press("Ctrl+Z")
    assert desk.edit.body() == before
    desk.press("Ctrl+F", "Escape")


def what_was_written(desk):
    """The story as it is kept."""
    desk.save()
    story = desk.kept()
    kinds = [type(block) for block in story.body.blocks]
    for kind, count in ((Crosshead, 2), (ListItem, 3), (Quote, 1), (Table, 2), (Box, 1), (Picture, 1)):
        assert kinds.count(kind) == count, kind
    assert (story.kicker, story.headline) == ("Shipping", "Tern Island ferry sails again after eleven weeks")
    assert story.subheadline == "Storm damage cost the port more than four million"
    assert plain(story.lead) == LEAD
    words = len(f"{LEAD} {plain_text(story.body)}".split())
    assert 1150 <= words <= 1300
    for paragraph in (*OPENING, *STAGE, *VOICES[2:], *AFTER, *CLOSING):
        assert paragraph in plain_text(story.body)
    runs = [piece for block in story.body.blocks for piece in getattr(block, "content", ())]
    assert any(BOLD in run.marks and run.text == "nine metres" for run in runs if hasattr(run, "text"))
    assert any(ITALIC in run.marks and "insult" in run.text for run in runs if hasattr(run, "text"))
    assert any(mark.kind is MarkKind.LINK for run in runs for mark in run.marks)
    assert any(isinstance(run, Footnote) for run in runs)
    return story


def go_over_it(desk, story):
    """An editor changes words, emphasis, paragraphs and a cell, all of it tracked, undone and redone."""
    desk.is_now("Sam Ortega", Role.EDITOR, "so")
    desk.press("Ctrl+Shift+E")
    desk.select("a long one")
    desk.type("hard")
    desk.select("Nobody cheered")
    desk.press("Ctrl+B")
    desk.click_behind("two lorries and a horse box were on board when the crew cast off.")
    desk.press("Return")
    desk.select("Adult")
    desk.type("Grown-up")
    desk.select("Crew: four, and a cat")
    desk.press("Del")
    before = desk.edit.body()
    desk.press("Ctrl+Z", "Ctrl+Y")
    assert desk.edit.body() == before
    changed = final(before)
    assert "had been a hard one" not in plain_text(changed)
    assert "had been hard." in plain_text(changed)
    assert "Grown-up\t9\t10" in plain_text(changed)
    assert len(changed.blocks) == len(story.body.blocks) + 1
    assert original(before, desk.editor.article().changes) == story.body


def finish(desk, story):
    """Notes, one change rejected, the rest accepted; the library keeps what readers get."""
    desk.select("engine room")
    desk.press("Ctrl+Alt+M")
    desk.type("Who found it?")
    desk.press("Ctrl+Return")
    desk.edit.setFocus()
    desk.select("Grown-up")
    desk.press("Ctrl+Alt+Backspace")
    desk.command("accept all changes")
    desk.save()
    kept = desk.kept()
    assert kept.changes == ()
    assert [note.text for note in kept.notes] == ["Who found it?"]
    assert "Adult\t9\t10" in plain_text(kept.body)
    assert "hard" in plain_text(kept.body)
    assert "and a cat" not in plain_text(kept.body)
    assert desk.program.wiring.feature(Tracking).roll.rows == ()

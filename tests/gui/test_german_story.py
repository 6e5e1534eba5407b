"""A German story from the first letter to the finished file, by two people in two windows, with real events.

What is typed stands in `wendelach.py`.
"""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from newsroom.desk import open_desk
from newsroom.domain.body import (
    Box,
    Crosshead,
    ListItem,
    Picture,
    Quote,
    Table,
    block_text,
    paragraphs,
)
from newsroom.domain.changes import change_ids, final, original
from newsroom.domain.inline import Footnote, plain
from newsroom.domain.person import Role
from newsroom.domain.snippet import Snippet
from newsroom.domain.workflow import State
from newsroom.gui.dialogs.question import Question
from newsroom.gui.editor import moving
from newsroom.gui.editor.find.finder import Finder
from newsroom.gui.editor.spelling.feature import Spelling
from newsroom.gui.editor.typing.tidy_dialog import TidyDialog
from newsroom.text.spelling import speller
from tests.gui.person import Person
from tests.gui.wendelach import HEADLINE, KICKER, LEAD, TEXT

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
pytestmark = pytest.mark.qt_log_ignore(
    "does not support", extend=True
)  # the offscreen platform cannot do all


@pytest.fixture
def newsroom(place):
    if speller("de-DE") is None:
        pytest.skip("no German dictionary is installed (hunspell-de-de)")
    with open_desk(place) as desk:
        desk.shorthand.put_snippets(
            [Snippet("gez", paragraphs(["Gezählt am {date}: {cursor} Menschen."]))], house=True
        )
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Jelto Wiarda", Role.EDITOR)
    return place


@pytest.fixture
def arrive(start, newsroom, qtbot):
    return lambda name: Person(start(newsroom, "--lang", "de", "--as", name), qtbot)


def test_a_german_story_from_the_first_letter_to_the_finished_file(arrive, tmp_path):
    imke = arrive("Imke Sanders")
    write(imke)
    furnish(imke, tmp_path)
    revise(imke)
    submit(imke)
    handed_in = imke.body
    jelto = arrive("Jelto Wiarda")
    edit(jelto, imke)
    assert original(jelto.body, jelto.session.current().changes) == handed_in
    judge(imke, jelto)
    tidy(imke)
    export(imke)


# Writing


def write(imke):
    imke.come()
    imke.press(Key.Key_N, CONTROL)
    imke.wait(imke.page.headline.hasFocus)
    imke.page.kicker.setFocus()
    for words in (KICKER, HEADLINE, LEAD):
        imke.type(words + "\n")  # Return leads to the next field
    assert imke.text.hasFocus()
    imke.type("\n".join(TEXT))
    story = imke.session.current()
    assert story.headline == "Ein Bad für alle\u00a0– und jeder zahlt mit"
    assert plain(story.lead).endswith(
        "die je 150\u00a0Euro gaben. Wie aus einer Ruine ein Treffpunkt wurde … und was er kostet."
    )
    assert "„Riechen Sie das?“, fragt sie." in imke.read
    assert "sagt Sandmann°– sie lacht" in imke.read
    assert "z.°B. für die Förderanträge" in imke.read
    assert "von 8–12°Uhr" in imke.read
    assert "gesagt: ‚Ich will meinen Enkeln nicht nur zusehen‘“, erzählt" in imke.read
    assert "Schüler*innen, Handwerker*innen, der 1. FC Wendelach" in imke.read
    blocks = imke.body.blocks
    assert [block_text(block) for block in blocks if isinstance(block, Crosshead)] == [
        words.removeprefix("## ") for words in TEXT if words.startswith("## ")
    ]
    assert [block.ordered for block in blocks if isinstance(block, ListItem)] == [False] * 4 + [True] * 3
    assert [block_text(block)[:14] for block in blocks if isinstance(block, Quote)] == ["Ein Bad ist de"]


def furnish(imke, folder):
    """Put in a snippet, a link, a footnote, a table, a box and a picture; one undo and redo on the way."""
    imke.press(Key.Key_End, CONTROL)
    imke.type("\ngez")
    imke.press(Key.Key_Tab)
    imke.type("1.840")
    assert imke.read.endswith("1.840 Menschen.")
    imke.over("Genossenschaft")
    imke.do("link")
    imke.asked()
    imke.type("example.org/becken\n")
    imke.come(imke.text)
    imke.behind("Gutachten")
    imke.press(Key.Key_F, CONTROL, ALT)
    imke.asked()
    imke.type("Büro Lindner & Partner, Mai 2019")
    imke.press(Key.Key_Return, CONTROL)
    imke.come(imke.text)
    imke.behind("9 Euro im Jahr.")
    imke.press(Key.Key_F12, CONTROL)
    imke.asked()
    imke.type("\n")
    imke.come(imke.text)
    for words in ("Quelle", "Betrag", "Anteil", "Land", "2,4 Mio. Euro", "48 %"):
        imke.type(words)
        imke.press(Key.Key_Tab)
    imke.press(Key.Key_End, CONTROL)
    imke.type("\n")
    imke.press(Key.Key_B, CONTROL, ALT)
    imke.type("So kommt man hin\nBus 4 hält alle 20 Minuten vor der Tür.")
    before = imke.body
    imke.press(Key.Key_Z, CONTROL)
    assert imke.body != before
    imke.press(Key.Key_Y, CONTROL)
    assert imke.body == before
    drop_picture(imke, folder)
    assert 1_150 < len(f"{LEAD} {imke.read}".replace("°", " ").split()) < 1_250
    assert {Picture, Table, Box} <= set(map(type, imke.body.blocks))
    assert any(
        isinstance(piece, Footnote) for block in imke.body.blocks for piece in getattr(block, "content", ())
    )


def drop_picture(imke, folder):
    file = folder / "bad.jpg"
    held = io.BytesIO()
    Image.new("RGB", (1800, 1200), (40, 110, 150)).save(held, "JPEG")
    file.write_bytes(held.getvalue())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(imke.text.viewport(), QDragEnterEvent(QPoint(20, 8), copy, data, LEFT, none))
    QApplication.sendEvent(imke.text.viewport(), QDropEvent(QPointF(20, 8), copy, data, LEFT, none))
    imke.wait(lambda: any(isinstance(block, Picture) for block in imke.body.blocks))
    imke.come(imke.text)
    imke.type("Das Becken vor dem ersten Gast")
    assert "Das Becken vor dem ersten Gast" in imke.read


def revise(imke):
    """Mend a slip by the menu, move a sentence with its spaces, replace by an expression, note, order a length."""
    imke.behind("Er vertagte.")
    imke.type(" Das Ergebniss gefiel niemandem.")
    mend_spelling(imke, "Ergebniss", "Ergebnis")
    imke.over("Er vertagte.")
    imke.press(Key.Key_X, CONTROL)
    assert "keines von beidem. Das Ergebnis gefiel" in imke.read
    imke.behind("Ergebnis gefiel niemandem.")
    imke.press(Key.Key_V, CONTROL)
    assert "gefiel niemandem. Er vertagte.\n" in imke.read
    imke.over("reihum")
    moving.move_to(imke.text, place_behind(imke, "Den Kuchen backte reihum jede Straße"))
    assert "Den Kuchen backte jede Straße reihum." in imke.read
    imke.press(Key.Key_Z, CONTROL)
    assert "backte reihum jede Straße." in imke.read
    replace_by_expression(imke)
    imke.over("Arno Tewes")
    imke.press(Key.Key_M, CONTROL, ALT)
    imke.type("Vorname geprüft?")
    imke.press(Key.Key_Return, CONTROL)
    assert [note.text for note in imke.session.current().notes] == ["Vorname geprüft?"]
    fields = imke.window.panel.publication
    imke.window.panel.show_page("story")
    imke.come(fields.amount)
    fields.amount.selectAll()
    imke.type("240\t")
    imke.wait(lambda: "von 240 Zeilen" in imke.window.status.length.lines.text())


def mend_spelling(imke, wrong, right):
    marks = imke.program.wiring.feature(Spelling).markings[imke.text]
    imke.over(wrong)
    caret = imke.text.textCursor()
    imke.wait(lambda: any(one.word == wrong for one in marks.all_in(caret.block())))
    caret.setPosition(caret.selectionStart() + 2)
    imke.text.setTextCursor(caret)
    at = imke.text.cursorRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, imke.text.viewport().mapToGlobal(at))
    QApplication.sendEvent(imke.text.viewport(), asked)
    menu = imke.text.findChildren(QMenu)[-1]
    imke.wait(lambda: any(action.text() == right for action in menu.actions()))
    action = next(action for action in menu.actions() if action.text() == right)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    imke.come(imke.text)
    assert f"Das {right} gefiel" in imke.read


def place_behind(imke, words):
    found = imke.text.document().find(words)
    found.setPosition(found.selectionEnd())
    return imke.text.cursorRect(found).center()


def replace_by_expression(imke):
    finder = imke.program.wiring.feature(Finder)
    imke.press(Key.Key_H, CONTROL)
    imke.wait(finder.bar.asked.words.hasFocus)
    QTest.mouseClick(finder.bar.asked.expression, LEFT)
    finder.bar.asked.words.setFocus()
    finder.bar.asked.words.clear()
    imke.type(r"(\d+) Prozent")
    finder.bar.asked.new.setFocus()
    imke.type("$1 vom Hundert")
    imke.wait(lambda: len(finder.hits.finds) == 2 and finder.bar.all.isEnabled())
    QTest.mouseClick(finder.bar.all, LEFT)
    imke.wait(lambda: "22 vom Hundert den kleinen und 31 vom Hundert den großen" in imke.read)
    imke.come(imke.text)
    imke.press(Key.Key_Z, CONTROL)
    assert "22 Prozent den kleinen und 31 Prozent den großen" in imke.read
    imke.press(Key.Key_Escape)
    assert not finder.active


def submit(imke):
    imke.save()
    imke.press(Key.Key_Return, CONTROL)
    imke.wait(lambda: imke.window.findChild(Question) is not None)
    QTest.mouseClick(imke.window.findChild(Question).yes, LEFT)
    imke.wait(lambda: imke.session.article.state is State.FOR_REVIEW)
    imke.come()


# Editing


def edit(jelto, imke):
    """Edit with tracking on, as editors' hands show in others' stories, and answer the note."""
    open_first(jelto)
    jelto.wait(lambda: jelto.session.writable)  # who handed it in holds it no longer
    assert jelto.page.changes.tracks
    jelto.come(jelto.text)
    jelto.over("schlicht ")
    jelto.press(Key.Key_Delete)
    jelto.over("überfällig")
    jelto.type("notwendig")
    jelto.behind("sagt ihr Vorsitzender Wolf Ebeling.")
    jelto.type(' Er nennt das "ein Risiko auf Zeit".')
    jelto.over("Er vertagte.")
    jelto.press(Key.Key_X, CONTROL)
    jelto.behind("Strom an die Schule ab.")
    jelto.press(Key.Key_Return)
    assert "nennt das „ein Risiko auf Zeit“." in jelto.read
    jelto.over("Arno Tewes")
    jelto.press(Key.Key_R, CONTROL, ALT)
    jelto.type("Ja, mit dem Amt.")
    jelto.press(Key.Key_Return, CONTROL)
    jelto.save()
    imke.wait(lambda: version(imke) == version(jelto) > 0)


def take_over(person, words):
    """Take the story from whoever has it open, as the bar offers."""
    notice = person.window.notice
    person.wait(lambda: any(way.text() == words and way.isVisible() for way in notice._ways))
    person.click(notice, words)
    person.wait(lambda: person.session.writable)
    person.come(person.text)


def version(person):
    """Give the version of the story that is open, 0 while it is opened anew."""
    return getattr(person.session.article, "version", 0)


def open_first(person):
    cards = person.window.stories.cards
    person.come()
    QTest.mouseClick(
        cards.viewport(), LEFT, pos=cards.visualRect(person.window.stories.model.index(0)).center()
    )
    person.wait(lambda: person.session.article is not None)
    person.wait(lambda: person.page.headline.text() != "")


def judge(imke, jelto):
    """Take one change, turn one down, write on, take the rest by its author; then all of one's own."""
    take_over(imke, "Übernehmen")
    (note,) = imke.session.current().notes
    assert [reply.text for reply in note.replies] == ["Ja, mit dem Amt."]
    whole = change_ids(imke.body)
    imke.over("schlicht")
    imke.press(Key.Key_Return, CONTROL, ALT)
    assert "Sie heißt Becken eG" in imke.read
    imke.over("notwendig")
    imke.press(Key.Key_Backspace, CONTROL, ALT)
    assert "vor allem eines: überfällig." in imke.read
    assert change_ids(imke.body) < whole
    imke.press(Key.Key_Z, CONTROL)
    assert "vor allem eines: notwendig." in imke.read
    imke.press(Key.Key_Y, CONTROL)
    mixed, left = imke.body, final(imke.body)
    imke.do("reject-all")
    assert "Risiko auf Zeit" not in imke.read
    imke.press(Key.Key_Z, CONTROL)
    assert imke.body == mixed
    imke.over("ein Risiko auf Zeit")
    imke.do("accept-author")
    assert change_ids(imke.body) == frozenset()
    assert imke.body == left
    imke.save()
    jelto.wait(lambda: version(jelto) == version(imke) > 0)
    assert jelto.body == imke.body


# Finishing


def tidy(imke):
    imke.come(imke.text)
    imke.behind("Uhr mit den roten Zeigern auch.")
    before = imke.body
    imke.text.hand.insert(imke.text.textCursor(), '  Um 9-17 Uhr  ist "frei".')
    imke.press(Key.Key_T, CONTROL, SHIFT)
    imke.wait(lambda: bool(imke.window.findChildren(TidyDialog)))
    QTest.mouseClick(imke.window.findChild(TidyDialog).go, LEFT)
    assert "Zeigern auch. Um 9–17°Uhr ist „frei“." in imke.read
    imke.come(imke.text)
    imke.press(Key.Key_Z, CONTROL)
    imke.press(Key.Key_Z, CONTROL)
    assert imke.body == before
    imke.save()


def export(imke):
    story = imke.program.desk.writing.open(imke.session.article.id)
    assert story.body == imke.body
    files = {
        to: imke.program.desk.output.bytes(story, to).data for to in ("docx", "docx-review", "html", "pdf")
    }
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as word:
        assert "notwendig" not in word.read("word/document.xml").decode()
        assert "überfällig" in word.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(files["docx-review"])) as word:
        assert "Vorname geprüft?" in word.read("word/comments.xml").decode()
    page = files["html"].decode()
    assert "<h2" in page
    assert "Vorname geprüft?" not in page
    assert files["pdf"].startswith(b"%PDF")

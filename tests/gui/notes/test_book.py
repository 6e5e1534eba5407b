"""The law of notes in a field: random edits, and each note keeps its text or is listed as without place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import Article
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.note_places import places
from newsroom.domain.notes import Note
from newsroom.gui.editor.hand import Reach
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.notes import marking

NOW = datetime(2026, 5, 4, tzinfo=UTC)
TEXT = ("Die Fähre fährt wieder.", "Der Hafen war zu.", "Neun Boote warten.")


@pytest.fixture(scope="module")
def pane(qapp):
    holder = QWidget()
    yield EditorPane(holder)
    holder.deleteLater()


def note(name):
    return Note(name, "Imke", NOW, "Wer sagt das?")


class Told:
    """What is meant to happen: each character with the notes on it, paragraphs parted by line feeds."""

    def __init__(self):
        self.chars = [(char, frozenset()) for char in "\n".join(TEXT)]

    def add(self, start, end, name):
        self.chars[start:end] = [
            (char, names | {name} if char != "\n" else names) for char, names in self.chars[start:end]
        ]

    def type(self, at, text):
        before = self.chars[at - 1][1] if at and self.chars[at - 1][0] != "\n" else frozenset()
        behind = self.chars[at][1] if at < len(self.chars) and self.chars[at][0] != "\n" else frozenset()
        self.chars[at:at] = [(char, before & behind) for char in text]

    def erase(self, start, end):
        del self.chars[start:end]

    def text_of(self, name):
        return "".join(char for char, names in self.chars if name in names)


def select(edit, start, end):
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    return cursor


SPOT = st.floats(0, 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("note"), SPOT, SPOT),
        st.tuples(st.just("type"), SPOT, st.text("abä ", min_size=1, max_size=3)),
        st.tuples(st.just("erase"), SPOT, SPOT),
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_notes_keep_their_text_or_are_listed_without_place(pane, steps):
    pane.set_article(Article.new(body=paragraphs(TEXT)))
    edit, told, names = pane.body_edit, Told(), []
    for verb, at, more in steps:
        size = len(told.chars)
        start = int(at * size)
        if verb == "type":
            select(edit, start, start)
            edit._type(more)
            told.type(start, more)
            continue
        end = int(more * size)
        start, end = min(start, end), max(start, end)
        if start == end:
            continue
        cursor = select(edit, start, end)
        if verb == "erase":
            edit.hand.erase(Reach.BACK)
            told.erase(start, end)
        elif any(char != "\n" for char, _names in told.chars[start:end]):
            names.append(f"n{len(names)}")
            marking.put_on(edit, cursor, names[-1])
            pane.notes.put(note(names[-1]))
            told.add(start, end, names[-1])
    article = pane.article()
    standing = places(article)
    assert [one.id for one in article.notes] == names  # none is ever lost
    for name in names:
        words = "".join(
            block_text(article.body.blocks[p.block])[p.start : p.end] for p in standing.get(name, ())
        )
        assert words == told.text_of(name)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(SPOT, SPOT), min_size=1, max_size=6))
def test_undo_and_redo_bring_notes_and_places_back(pane, steps):
    pane.set_article(Article.new(body=paragraphs(TEXT)))
    edit = pane.body_edit
    marking.put_on(edit, select(edit, 4, 9), "n0")
    pane.notes.put(note("n0"))
    pane.notes.born("n0", edit)
    states = [(pane.article().body, pane.article().notes)]
    for one, other in steps:
        size = edit.document().characterCount() - 1
        start, end = sorted((int(one * size), int(other * size)))
        if start == end:
            continue
        select(edit, start, end)
        edit.hand.erase(Reach.BACK)
        states.append((pane.article().body, pane.article().notes))
    for body, notes in states[-2::-1]:
        edit.undo()
        assert (pane.article().body, pane.article().notes) == (body, notes)
    edit.undo()
    assert pane.article().notes == ()
    for body, notes in states:
        edit.redo()
        assert (pane.article().body, pane.article().notes) == (body, notes)

"""The law of tracking, in the window: real keys with tracking on, and the same with it off in a second field."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsroom.domain.body import TEXT_BLOCKS, Body, Crosshead, Picture, normal_body, paragraphs
from newsroom.domain.changes import final, original
from newsroom.domain.deciding import Verdict
from newsroom.domain.inline import normal, text
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import BOLD, ITALIC, NONE, MarkKind, has
from newsroom.domain.tracking import units
from newsroom.gui.editor.bridge import read
from newsroom.gui.editor.bridge.properties import OBJECT_CHARACTER, Kind, kind_of
from newsroom.gui.editor.bridge.reading import fragments
from newsroom.gui.editor.hand import PlainHand
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.editor.styling import set_kind, toggle_mark
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.tracking.hand import TrackingHand
from newsroom.gui.editor.tracking.judging import judge
from newsroom.gui.editor.tracking.region import position_at
from tests.strategies import bodies, text_blocks

MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
LAW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
places = st.tuples(st.floats(0, 1, exclude_max=True), st.floats(0, 1), st.floats(0, 1, exclude_max=True))
keys = st.sampled_from(("Backspace", "Delete", "Ctrl+Backspace", "Ctrl+Delete", "Enter", "Cut"))
edits = st.one_of(
    st.tuples(st.just("type"), places, places, st.sampled_from(("a", "Wort ", "x, b"))),
    st.tuples(st.just("caret type"), places, st.sampled_from(("a", "Wort ", "x, b"))),
    st.tuples(st.just("key"), places, places, keys),
    st.tuples(st.just("caret key"), places, keys),
    st.tuples(st.just("caret key"), places, keys),
    st.tuples(st.just("mark"), places, places, st.sampled_from((BOLD, ITALIC))),
    st.tuples(st.just("kind"), places, places, st.sampled_from((Kind.QUOTE, Kind.CROSSHEAD, Kind.ITEM))),
    st.tuples(st.just("paste"), places, places, st.lists(text_blocks(tracked=False), min_size=1, max_size=3)),
)
stories = st.lists(
    st.one_of(text_blocks(tracked=False), text_blocks(tracked=False), st.just(Picture("ab" * 32))), max_size=4
).map(lambda blocks: normal_body(Body(tuple(blocks))))


@pytest.fixture
def pair(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    on, off = (TextEdit(EditorLook(), name, holder) for name in ("on", "off"))
    for edit in (on, off):
        edit.resize(600, 400)
    holder.show()
    on.holder = holder  # which owns them
    return on, off


def lines_of(document):
    """Give for each line of the final text, for each of its places, where in the document that is."""
    found, current, at = [], {}, 0
    block = document.begin()
    body = list(read(document).blocks)
    while block.isValid():
        line = body.pop(0) if body and not is_nothing(block) else None
        if isinstance(line, TEXT_BLOCKS):
            offset = 0
            current.setdefault(at, []).append(position_at(block, 0))
            for piece in line.content:
                for _ in range(units(piece)):
                    offset += 1
                    at += not has(piece.marks, MarkKind.DELETED)
                    current.setdefault(at, []).append(position_at(block, offset))
            if not has(line.marks, MarkKind.DELETED):
                found.append(current)
                current, at = {}, 0
        elif line is None:
            found.append({0: [block.position()]})
        elif not has(line.marks, MarkKind.DELETED):
            found += [current] if at else []
            found.append(None)
            current, at = {}, 0
        block = block.next()
    return [*found, current] if at else found


def is_nothing(block):
    from newsroom.gui.editor.bridge.properties import kind_of

    return kind_of(block.blockFormat()) is Kind.FILLER and not block.text()


def point(lines, where):
    """Give a place in the final text as line and offset."""
    line = int(where[0] * len(lines))
    return line, round(where[1] * max(lines[line]))


def select(edit, one, other, *, exact):
    """Select a stretch of the final text; where struck words make places the same, chance says which is meant."""
    lines = [line for line in lines_of(edit.document()) if line is not None]
    if not lines:
        return False
    first, last = point(lines, one), point(lines, other)
    positions = []
    for (line, offset), where in ((first, one), (last, other)):
        same = lines[line][offset]
        positions.append(same[int(where[2] * len(same)) if exact else 0])
    cursor = edit.textCursor()
    cursor.setPosition(min(positions))
    if first != last:
        cursor.setPosition(max(positions), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    return True


def press(edit, key):
    control = Qt.KeyboardModifier.ControlModifier
    plain = Qt.KeyboardModifier.NoModifier
    if key == "Cut":
        QTest.keyClick(edit, Qt.Key.Key_X, control)
        return
    code = {"Backspace": Qt.Key.Key_Backspace, "Delete": Qt.Key.Key_Delete, "Enter": Qt.Key.Key_Return}
    QTest.keyClick(edit, code[key.removeprefix("Ctrl+")], control if "+" in key else plain)


def do(edit, edit_, *, exact):
    kind, one, *rest = edit_
    other = one if kind.startswith("caret") else rest.pop(0)
    if not select(edit, one, other, exact=exact):
        return
    (what,) = rest
    if kind.endswith("type"):
        QTest.keyClicks(edit, what)
    elif kind.endswith("key"):
        press(edit, what)
    elif kind == "mark":
        if edit.textCursor().hasSelection():
            toggle_mark(edit, what)
    elif kind == "kind":
        set_kind(edit, what)
    else:
        edit.insert_body(Body(tuple(what)))


def run(pair, story, chosen):
    on, off = pair
    anna, bruno = Ledger("Anna", now=lambda: MOMENT), Ledger("Bruno", now=lambda: MOMENT)
    bruno.changes = anna.changes
    for edit in pair:
        edit.set_body(story)
    for whose, edit in chosen:
        on.hand = TrackingHand(on, anna if whose else bruno)
        do(on, edit, exact=True)
        do(off, edit, exact=False)
    return tuple(anna.changes.values())


def bare(body):
    """Give a body without emphasis: what is typed looks like what stands beside it, struck or not."""
    blocks = [
        replace(block, content=normal(replace(piece, marks=NONE) for piece in block.content))
        if isinstance(block, TEXT_BLOCKS)
        else block
        for block in body.blocks
    ]
    return Body(tuple(blocks))


signed = st.lists(st.tuples(st.booleans(), edits), max_size=6)


@LAW
@given(story=stories.filter(lambda story: story.blocks), chosen=signed)
@pytest.mark.long
def test_all_that_was_typed_with_tracking_on_is_as_with_it_off_once_accepted(pair, story, chosen):
    run(pair, story, chosen)
    on, off = pair
    typed = any("type" in edit[0] for _, edit in chosen)
    accepted, wanted = (bare(body) if typed else body for body in (final(on.body()), off.body()))
    assert accepted == wanted
    assert on.body() == read(on.document())


@LAW
@given(story=stories, chosen=signed)
def test_all_that_was_typed_with_tracking_on_can_be_rejected(pair, story, chosen):
    changes = run(pair, story, chosen)
    assert original(pair[0].body(), changes) == story


def looks(edit):
    """Give for each block with words how they look."""
    found, block = [], edit.document().begin()
    while block.isValid():
        if not is_nothing(block) and kind_of(block.blockFormat()) is not Kind.PICTURE:
            pieces = [(one.text(), one.charFormat().fontWeight()) for one in fragments(block)]
            pieces = [piece for piece in pieces if piece[0].strip(OBJECT_CHARACTER)]
            found.append(("".join(text for text, _weight in pieces), {weight for _text, weight in pieces}))
        block = block.next()
    return found


def test_a_paragraph_behind_a_crosshead_is_never_bold_tracked_or_not(pair):
    for edit in pair:
        edit.set_body(Body((Crosshead(text("Hafen")),)))
        edit.hand = TrackingHand(edit, Ledger("Ada")) if edit is pair[0] else edit.hand
        edit.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert edit.currentCharFormat().fontWeight() == edit.look.weight
        edit.hand = PlainHand(edit)
        QTest.keyClicks(edit, "x")
        assert looks(edit)[-1] == ("x", {edit.look.weight})


@LAW
@given(story=stories, chosen=signed)
def test_whatever_was_done_every_block_looks_as_if_it_had_just_been_opened(pair, story, chosen):
    run(pair, story, chosen)
    for edit in pair:
        worn = looks(edit)
        edit.set_body(edit.body())
        assert worn == looks(edit)


def test_a_story_that_was_empty_is_empty_again_once_all_is_rejected(pair):
    on, _ = pair
    ledger = Ledger("Anna")
    on.set_body(Body())
    on.hand = TrackingHand(on, ledger)
    QTest.keyClicks(on, "Eins")
    QTest.keyClick(on, Qt.Key.Key_Return)
    QTest.keyClicks(on, "Zwei")
    assert final(on.body()) == paragraphs(["Eins", "Zwei"])
    assert original(on.body(), tuple(ledger.changes.values())) == Body()
    assert len(ledger.changes) == 1


@LAW
@given(story=stories, chosen=signed)
def test_undo_takes_all_back_and_redo_brings_it_again(pair, story, chosen):
    run(pair, story, chosen)
    on = pair[0]
    tracked = on.body()
    while on.document().isUndoAvailable():
        on.undo()
    assert on.body() == story
    while on.document().isRedoAvailable():
        on.redo()
    assert on.body() == tracked


any_place = st.floats(0, 1)
raw_edits = st.one_of(
    st.tuples(st.just("type"), any_place, any_place, st.sampled_from(("a", "Wort "))),
    st.tuples(st.just("key"), any_place, any_place, keys),
    st.tuples(st.just("caret key"), any_place, keys),
    st.tuples(
        st.just("kind"), any_place, any_place, st.sampled_from((Kind.QUOTE, Kind.CROSSHEAD, Kind.ITEM))
    ),
    st.tuples(st.just("paste"), any_place, any_place, bodies(tracked=False, notes=False, max_size=2)),
)


def select_raw(edit, one, other):
    cursor = edit.textCursor()
    cursor.setPosition(whole_letter(edit.document(), one))
    cursor.setPosition(whole_letter(edit.document(), other), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def whole_letter(document, share):
    """Give a position that does not part a letter which Qt counts as two."""
    position = round(share * (document.characterCount() - 1))
    return position - ("\udc00" <= document.characterAt(position) <= "\udfff")


def do_raw(edit, chosen):
    kind, one, *rest = chosen
    select_raw(edit, one, one if kind.startswith("caret") else rest.pop(0))
    (what,) = rest
    if kind == "type":
        QTest.keyClicks(edit, what)
    elif kind.endswith("key"):
        press(edit, what)
    elif kind == "kind":
        set_kind(edit, what)
    else:
        edit.insert_body(what)


@LAW
@given(
    story=bodies(tracked=False, max_size=4), chosen=st.lists(st.tuples(st.booleans(), raw_edits), max_size=5)
)
def test_a_story_with_tables_boxes_and_pictures_comes_back_whole_from_anything_done_to_it(
    pair, story, chosen
):
    on, _ = pair
    anna, bruno = Ledger("Anna"), Ledger("Bruno")
    bruno.changes = anna.changes
    on.set_body(story)
    for whose, edit in chosen:
        on.hand = TrackingHand(on, anna if whose else bruno)
        do_raw(on, edit)
        assert on.body() == read(on.document())
    changes = tuple(anna.changes.values())
    assert original(on.body(), changes) == story
    judge(on, Verdict(frozenset(anna.changes), accept=False, changes=anna.changes))
    assert on.body() == story

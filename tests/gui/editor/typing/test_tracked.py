"""Typing with help while changes are tracked: the final text is that of a field without tracking."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.body import Paragraph, paragraphs
from newsroom.domain.changes import final, original
from newsroom.domain.inline import text
from newsroom.domain.ledger import Ledger
from newsroom.domain.snippet import Snippet
from newsroom.gui.editor.hand import PlainHand
from newsroom.gui.editor.tracking.hand import TrackingHand

BEFORE = paragraphs(["Er kam spät -", "Zweitens."])
MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def tracked(edit):
    """The field with a story in it and a hand that tracks."""
    edit.set_body(BEFORE)
    edit.hand = TrackingHand(edit, Ledger("Ada Muster", (), lambda: MOMENT))
    cursor = edit.textCursor()
    cursor.setPosition(len("Er kam spät -"))
    edit.setTextCursor(cursor)
    return edit


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        (' "Ja" ', "Er kam spät_– „Ja“ "),
        (' "Ja" <', "Er kam spät_– „Ja“"),
        (' "', "Er kam spät_– „"),
        (' "<', 'Er kam spät_– "'),
        (" <", "Er kam spät - "),
        (" <<", "Er kam spät -"),
        (" z.B. **so** ", "Er kam spät_– z._B. so "),
    ],
)
def test_the_final_text_is_set_and_the_original_is_kept(tracked, keys, typed, held):
    keys(tracked, typed)
    body = tracked.body()
    first = final(body).blocks[0]
    assert "".join(run.text for run in first.content).replace("\u00a0", "_") == held
    assert original(body, tracked.hand.ledger.changes.values()) == BEFORE


def test_a_sign_at_the_start_makes_a_tracked_kind_and_one_key_takes_it_back(tracked, keys):
    cursor = tracked.textCursor()
    cursor.setPosition(0)
    tracked.setTextCursor(cursor)
    keys(tracked, "> ")
    assert type(final(tracked.body()).blocks[0]).__name__ == "Quote"
    assert original(tracked.body(), tracked.hand.ledger.changes.values()) == BEFORE
    keys(tracked, "<")
    assert final(tracked.body()).blocks[0] == Paragraph(text("> Er kam spät -"))
    assert original(tracked.body(), tracked.hand.ledger.changes.values()) == BEFORE


def test_a_snippet_is_inserted_as_a_change(tracked, typists, keys, qtbot):
    snippet = Snippet("zit", paragraphs(["„{cursor}“", "Ende"]))
    typists[tracked].expander.snippets = {"zit": snippet.body}
    typists[tracked].expander.key = "space"
    keys(tracked, " zit Ja")
    texts = ["".join(run.text for run in block.content) for block in final(tracked.body()).blocks]
    assert [words.replace("\u00a0", "_") for words in texts] == ["Er kam spät_– „Ja“", "Ende ", "Zweitens."]
    assert original(tracked.body(), tracked.hand.ledger.changes.values()) == BEFORE


@given(st.text(alphabet="ab5 \"'-.>*_z", max_size=16))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tracked_typing_ends_as_typing_does(edit, keys, typed):
    bodies = []
    for hand in (PlainHand(edit), TrackingHand(edit, Ledger("Ada Muster", (), lambda: MOMENT))):
        edit.set_body(BEFORE)
        edit.hand = hand
        cursor = edit.textCursor()
        cursor.setPosition(3)
        edit.setTextCursor(cursor)
        keys(edit, typed)
        bodies.append(edit.body())
    off, on = bodies
    assert final(on) == off
    assert original(on, hand.ledger.changes.values()) == BEFORE

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics

from newsroom.domain.card import StoryCard
from newsroom.domain.listing import Hit
from newsroom.gui.browser.story_delegate import stretches, two_lines
from newsroom.gui.theme.type import register_first, serif


def test_a_headline_takes_two_lines_at_most(qapp):
    register_first()
    lines = two_lines("Rat beschließt " * 20, serif(16), 300)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert QFontMetrics(serif(16)).horizontalAdvance(lines[1]) <= 300


def test_a_short_headline_takes_one(qapp):
    assert two_lines("Ruderclub", serif(16), 300) == ("Ruderclub",)


def test_a_pictogram_is_never_cut_in_half(qapp):
    lines = two_lines("🚢 " * 60, serif(16), 200)
    assert "\ufffd" not in "".join(lines)


@given(st.text(min_size=1, max_size=60), st.data())
def test_the_stretches_of_a_snippet_are_the_snippet(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hit = Hit(StoryCard(1, "u", 1, "x"), text, ((start, end),) if end > start else ())
    parts = stretches(hit)
    assert "".join(text[one:other] for one, other, _found in parts) == text
    assert "".join(text[one:other] for one, other, found in parts if found) == text[start:end]

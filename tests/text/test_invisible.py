"""Characters nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.invisible import invisible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bericht\u202eTXT", [(7, 8, "bidi")]),
        ("\u2066Bericht\u2069", [(0, 1, "bidi"), (8, 9, "bidi")]),
        ("Be\u200bricht", [(2, 3, "zero-width")]),
        ("Be\u200d\u200cricht\ufeff", [(2, 4, "zero-width"), (9, 10, "zero-width")]),
        ("Die B\u0430nk zahlt", [(4, 8, "mixed-script")]),
        ("p\u03bfst", [(0, 4, "mixed-script")]),
    ],
)
def test_hidden_marks_and_foreign_lookalikes_are_found(text, expected):
    assert [(found.start, found.end, found.kind.value) for found in invisible(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Straße, Łódź, Œuvre",
        "Москва und Αθήνα",
        "5 μg, 3 kΩ",
        "β-Carotin",
        "Familie 👩\u200d👧",
        "می\u200cخواهم",
        "Donau\u00addampf",
        "東京タワー",
    ],
)
def test_honest_writing_is_left_alone(text):
    assert invisible(text) == []


@given(st.text())
def test_places_lie_inside_the_text(text):
    assert all(0 <= found.start < found.end <= len(text) for found in invisible(text))

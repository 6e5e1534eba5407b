"""Languages are called by their names, not by their codes."""

from __future__ import annotations

import pytest

from newsroom.domain.words import language_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de-DE", "German"),
        ("de-AT", "German (Austria)"),
        ("en-AU", "English"),
        ("sv", "Swedish"),
        ("tlh", "tlh"),
        ("", ""),
    ],
)
def test_a_language_has_a_name(code: str, name: str) -> None:
    assert language_name(code) == name

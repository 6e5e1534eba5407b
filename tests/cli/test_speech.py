from __future__ import annotations

import pytest

from newsroom import translation
from newsroom.cli.session import clean
from newsroom.cli.speech import number


@pytest.mark.parametrize(("language", "written"), [("en", "12,345.6"), ("de", "12.345,6")])
def test_numbers_follow_the_language(language, written):
    translation.use(language)
    assert number(12345.6, 1) == written


def test_a_terminal_is_never_steered_by_a_text():
    assert clean("Hafen\x1b[2J\u202e zu\n") == "Hafen\ufffd[2J\ufffd zu\n"

"""The marks of a language."""

import pytest

from newsroom.text.typography import QuoteMarks, quote_marks


@pytest.mark.parametrize(
    ("language", "style", "marks"),
    [
        ("de-DE", "", "„“‚‘"),
        ("de_AT", "", "„“‚‘"),
        ("de", "guillemets", "»«›‹"),
        ("de-CH", "", "«»‹›"),
        ("de-LI", "guillemets", "«»‹›"),
        ("en-US", "", "“”‘’"),
        ("en-GB", "single", "‘’“”"),
        ("", "", "“”‘’"),
    ],
)
def test_quotation_marks_follow_language_and_style(language, style, marks):
    assert quote_marks(language, style) == QuoteMarks(*marks)

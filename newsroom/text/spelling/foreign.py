"""Stretches of a text in another language: a quotation, a title, a run of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.text.language import detect, same_language
from newsroom.text.quote_reading import Passage
from newsroom.text.quotes import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.text.spelling.tokens import Token

_FEWEST_WORDS = 6
_DETECTABLE = ("de", "en", "fr", "it", "es")


def is_foreign(text: str, row: Sequence[Token], unknown: Sequence[bool], language: str) -> bool:
    """Tell whether a whole paragraph is in another language: most of its words are unknown."""
    return (
        len(row) >= _FEWEST_WORDS and sum(unknown) * 2 > len(row) and _is_other(text, language, unsure=True)
    )


def foreign_quotes(
    text: str, row: Sequence[Token], unknown: Sequence[bool], language: str
) -> list[tuple[int, int]]:
    """Give the quotations of a paragraph that are in another language, as start and end."""
    found = []
    for _, start, end in quoted_spans((Passage(text),), language):
        inside = [at for at, token in enumerate(row) if start <= token.start < end]
        strange = sum(unknown[at] for at in inside)
        most = len(inside) > 1 and strange * 2 >= len(inside)
        if strange and (most or (strange > 1 and _is_other(text[start:end], language))):
            found.append((start, end))
    return found


def _is_other(text: str, language: str, *, unsure: bool = False) -> bool:
    code = detect(text, _DETECTABLE).code
    return not same_language(code, language) if code else unsure


def in_foreign_run(row: Sequence[Token], at: int, is_strange: Callable[[str], bool]) -> bool:
    """Tell whether a word of another language stands beside a second one."""
    if not is_strange(row[at].text):
        return False
    before = at > 0 and (row[at].spaced or row[at].tied) and is_strange(row[at - 1].text)
    after = at + 1 < len(row) and (row[at + 1].spaced or row[at + 1].tied) and is_strange(row[at + 1].text)
    return before or after

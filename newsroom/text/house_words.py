"""Finding the words and phrases of house rules in a text, in the forms that their language gives them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.house_rule import HouseRule

_ENDINGS = {
    "de": "en|ern|er|es|em|e|ns|n|s|se|sen|ses",
    "en": "es|s|['’]s",
}
_INFLECTED_FROM = 4
"""Shorter words are looked for as they stand: with an ending they are often other words."""
_SPACE = r"[ \u00a0\u202f\n]+"


@lru_cache(maxsize=4096)
def pattern(word: str, language: str) -> re.Pattern[str]:
    """Give a pattern for a word or phrase as it stands or inflected; its group ``ending`` holds what was added.

    Spaces match no-break spaces, and a word in small letters matches with a capital, as sentences begin.
    """
    parts = word.split()
    written = _SPACE.join([_opening(parts[0]), *map(re.escape, parts[1:])])
    endings = _ENDINGS.get(language.partition("-")[0].lower(), "")
    inflected = endings and parts[-1].isalpha() and len(parts[-1]) >= _INFLECTED_FROM
    before = r"(?<![\w-])" if word[0].isalnum() else ""
    after = r"(?![\w-])" if word[-1].isalnum() else ""
    return re.compile(f"{before}{written}(?P<ending>{endings if inflected else ''}|){after}")


def _opening(word: str) -> str:
    first, rest = re.escape(word[0]), re.escape(word[1:])
    return (
        f"[{word[0]}{word[0].upper()}]{rest}"
        if word[0].islower() and len(word[0].upper()) == 1
        else first + rest
    )


def in_the_case_of(found: str, rule: HouseRule) -> str:
    """Give the wanted word with a capital where the word was found with one that the rule has not."""
    capital = found[:1].isupper() and rule.word[:1].islower()
    return rule.wanted[:1].upper() + rule.wanted[1:] if capital else rule.wanted


def within_wanted(rule: HouseRule, text: str, start: int, end: int) -> bool:
    """Tell whether what was found is a part of the wanted word as it stands there already."""
    wanted = rule.wanted.casefold()
    if not wanted:
        return False
    around = text[max(start - len(wanted), 0) : end + len(wanted)].casefold()
    at = around.find(wanted)
    offset = start - max(start - len(wanted), 0)
    while at >= 0:
        if at <= offset and at + len(wanted) >= offset + end - start:
            return True
        at = around.find(wanted, at + 1)
    return False

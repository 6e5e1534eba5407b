"""Words: one written twice, one that the house writes otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.checks.quotes import spoken
from newsroom.checks.rule import Rule, found, replaces
from newsroom.text.repetition import doubled_words
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Passage, Proof
    from newsroom.domain.finding import Finding

QUOTES_TOO = "quotes-too"
"""A house rule marked so speaks of quotations as well."""


def doubled(proof: Proof) -> Iterator[Finding]:
    """Find a word written twice in a row."""
    for passage in proof.passages:
        for start, end, word in doubled_words(passage.text, proof.language):
            place = proof.place(passage, start, end)
            near = passage.text[max(start - 20, 0) : end + 20]
            fix = replaces(msg(N_("Take one out")), place, "")
            yield found(place, msg(N_("“{word}” is written twice."), word=word), near, fix=fix)


def house_words(proof: Proof) -> Iterator[Finding]:
    """Find words and phrases that the house writes otherwise."""
    rules = [(rule, _pattern(rule[0])) for rule in proof.context.house.house_words if rule[0]]
    if not rules:
        return
    for passage, text in spoken(proof):
        for (_, wanted, reason, where), pattern in rules:
            searched = passage.text if where == QUOTES_TOO else text
            for match in pattern.finditer(searched):
                yield _house_word(proof, passage, match, wanted, reason)


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _house_word(proof: Proof, passage: Passage, match: re.Match[str], wanted: str, reason: str) -> Finding:
    place = proof.place(passage, match.start(), match.end())
    text = N_("The house writes “{wanted}” instead of “{word}”. {reason}")
    message = msg(text, wanted=wanted, word=match[0], reason=reason)
    return found(
        place, message, match[0], fix=replaces(msg(N_("Write “{wanted}”"), wanted=wanted), place, wanted)
    )


RULES = (
    Rule(name="doubled-word", title=N_("No word is written twice"), judge=doubled),
    Rule(name="house-words", title=N_("House rules are kept"), judge=house_words),
)

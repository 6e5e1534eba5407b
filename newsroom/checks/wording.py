"""Words: one written twice, one that the house writes otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.quotes import spoken
from newsroom.checks.rule import Passage, Rule, found, replaces
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.house_rule import HouseRule
from newsroom.text.house_words import in_the_case_of, pattern, within_wanted
from newsroom.text.quote_reading import Passage as Reading
from newsroom.text.quotes import quoted_spans
from newsroom.text.repetition import doubled_words
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newsroom.checks.rule import Proof
    from newsroom.domain.finding import Finding


def doubled(proof: Proof) -> Iterator[Finding]:
    """Find a word written twice in a row."""
    for passage in proof.passages:
        for start, end, word in doubled_words(passage.text, proof.language):
            place = proof.place(passage, start, end)
            near = passage.text[max(start - 20, 0) : end + 20]
            fix = replaces(msg(N_("Take one out")), place, "")
            yield found(place, msg(N_("“{word}” is written twice."), word=word), near, fix=fix)


def house_words(proof: Proof) -> Iterator[Finding]:
    """Find words and phrases that the house writes otherwise, in their inflected forms too."""
    held = [HouseRule.from_entry(entry) for entry in proof.context.house.house_words if entry[0].strip()]
    passages = list(_all_spoken(proof)) if held else []
    whole = "\n".join(passage.text for passage, _ in passages).casefold()
    rules = [
        rule for rule in held if rule.word.split()[0].casefold() in whole
    ]  # thousands are soon looked at
    for passage, text in passages:
        for rule in rules:
            searched = passage.text if rule.in_quotes else text
            for match in pattern(rule.word, proof.language).finditer(searched):
                if not within_wanted(rule, searched, match.start(), match.end()):
                    yield _house_word(proof, passage, match, rule)


def _all_spoken(proof: Proof) -> Iterator[tuple[Passage, str]]:
    """Give headline, lead and body, each with its text outside quotation marks, offsets kept."""
    for field in (Field.KICKER, Field.HEADLINE, Field.SUBHEADLINE):
        line = getattr(proof.article, field.value)
        if line:
            yield Passage(field, HEADER, line), _unquoted(line, proof.language)
    yield from spoken(proof)


def _unquoted(line: str, language: str) -> str:
    letters = list(line)
    for _, start, end in quoted_spans((Reading(line, "crosshead"),), language):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _house_word(proof: Proof, passage: Passage, match: re.Match[str], rule: HouseRule) -> Finding:
    """Tell of a word; there is a fix where it stands in the form of the rule, which alone the wanted one fits."""
    place = proof.place(passage, match.start(), match.end())
    word = match[0]
    if not rule.wanted:
        text = msg(N_("The house does not write “{word}”. {reason}"), word=word, reason=rule.reason)
        return found(place, text, word)
    wanted = in_the_case_of(word, rule)
    text = msg(
        N_("The house writes “{wanted}” instead of “{word}”. {reason}"),
        wanted=wanted,
        word=word,
        reason=rule.reason,
    )
    label = msg(N_("Write “{wanted}”"), wanted=wanted)
    fits = match["ending"] == ""
    return found(place, text, word, fix=replaces(label, place, wanted) if fits else None)


RULES = (
    Rule(name="doubled-word", title=N_("No word is written twice"), judge=doubled),
    Rule(name="house-words", title=N_("House rules are kept"), judge=house_words),
)

"""Judging the words of a text: right, wrong, or wrong unless it is a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from newsroom.text.spelling.doubt import Doubt, Kind
from newsroom.text.spelling.foreign import foreign_quotes, in_foreign_run, is_foreign
from newsroom.text.spelling.german import is_joined
from newsroom.text.spelling.names import AGENCIES, is_particle, is_surely_name, stands_as_name
from newsroom.text.spelling.neighbours import is_doubled, is_slip, is_swapped, is_two_slips
from newsroom.text.spelling.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsroom.text.spelling.dictionaries import Words

_REMEMBERED = 200_000
_LONGEST_SIGN = 6
_LONG = 8
_LONGER = 10
_VERY_LONG = 11
_SHORT = 3
_GENDER = re.compile(r"[*:_]|(?<=[a-zäöüß])(?=Innen)")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_APOSTROPHE = re.compile("['’‘ʼ]")


@dataclass(frozen=True, slots=True)
class _Memory:
    """What has been asked already: known words, those of the other language, and slips."""

    known: dict[str, bool] = field(default_factory=dict)
    strange: dict[str, bool] = field(default_factory=dict)
    slips: dict[str, bool] = field(default_factory=dict)

    def after_learning(self) -> _Memory:
        """Give what stays true when words are added."""
        return replace(self, known=_true(self.known), slips=_true(self.slips))


class Speller:
    """Judges texts in one language and asks the dictionary about each word once.

    It is used from one thread at a time; two threads at once would only ask twice.
    """

    def __init__(
        self,
        tag: str,
        words: Words,
        other: Words | None = None,
        learned: frozenset[str] = frozenset(),
        memory: _Memory | None = None,
    ) -> None:
        self.tag, self.learned = tag, learned
        self._language = tag.lower().replace("_", "-").partition("-")[0]
        self._words, self._other = words, other
        self._memory = memory or _Memory()

    def with_learned(self, learned: Iterable[str]) -> Self:
        """Give a judge who knows these words too, instead of those learned before."""
        words = frozenset(learned)
        if words == self.learned:
            return self
        memory = self._memory.after_learning() if words > self.learned else _Memory()
        return type(self)(self.tag, self._words, self._other, words, memory)

    # Words

    def knows(self, word: str) -> bool:
        """Tell whether a word is right as it stands."""
        return _remembered(self._memory.known, word, self._ask)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give words that may have been meant, the likeliest first; takes some hundredths of a second."""
        found = self._words.suggest(_INVISIBLE.sub("", word))
        return tuple(one for one in found if not one.startswith("-") and not one.endswith("-"))

    def _lists(self, word: str) -> bool:
        return word in self.learned or word.lower() in self.learned or self._words.knows(word)

    def _is_listed(self, word: str) -> bool:
        return word in self.learned or self._words.knows(word)

    def _ask(self, word: str) -> bool:
        word = _INVISIBLE.sub("", word)
        if self._lists(word):
            return True
        if word.isupper() and len(word) > 1:
            return len(word) <= _LONGEST_SIGN or self._lists(word.capitalize()) or self._lists(word.lower())
        if _APOSTROPHE.search(word):
            return self._knows_clipped(word)
        if _GENDER.search(word):
            whole = _GENDER.sub("", word)
            return self._lists(whole[0] + whole[1:].lower())
        return self._language == "de" and is_joined(word, self._lists)

    def _knows_clipped(self, word: str) -> bool:
        """Judge a word with an apostrophe by its longer part: geht's, Max', reporter's."""
        longest = max(_APOSTROPHE.split(word), key=len)
        return self.knows(longest)

    def _is_strange(self, word: str) -> bool:
        """Tell whether a word is unknown here and known in the language beside this one."""
        return self._other is not None and not self.knows(word) and self._is_other(word)

    def _is_other(self, word: str) -> bool:
        return self._other is not None and _remembered(self._memory.strange, word, self._other.knows)

    def _is_slip(self, word: str) -> bool:
        return _remembered(self._memory.slips, word, self._look_for_slip)

    def _look_for_slip(self, word: str) -> bool:
        if is_slip(word, self._language, self._is_listed):
            return True
        return len(word) >= _VERY_LONG and is_two_slips(word, self._words.suggest)

    # Texts

    def doubts(self, text: str) -> tuple[Doubt, ...]:
        """Give what is unknown in a paragraph, names too, but no words of other languages."""
        row = list(tokens(text))
        unknown = [not self._is_right(token) for token in row]
        if not any(unknown) or is_foreign(text, row, unknown, self._language):
            return ()
        quotes = foreign_quotes(text, row, unknown, self._language)
        asked = (
            at
            for at, token in enumerate(row)
            if unknown[at] and not any(start <= token.start < end for start, end in quotes)
        )
        return tuple(doubt for at in asked if (doubt := self._doubt(row, unknown, at)) is not None)

    def _is_right(self, token: Token) -> bool:
        word = token.text
        if len(word) == 1 or self.knows(word):
            return True
        if word[0].isupper() and (token.opens or self._language != "de") and self.knows(_small(word)):
            return True
        if token.dotted and self.knows(f"{word}."):
            return True
        return (token.hyphened or token.tied) and self._is_part(token)

    def _is_part(self, token: Token) -> bool:
        """Judge a part of a hyphenated word: Arbeits- und Sozialrecht, 25-jährig, Start-up."""
        word = token.text
        forms = (word.lower(), word.capitalize(), f"{word}-", word.removesuffix("s"))
        return any(map(self.knows, forms)) or self._is_other(word)

    def _doubt(self, row: Sequence[Token], unknown: Sequence[bool], at: int) -> Doubt | None:
        token = row[at]
        if _is_mixed(token.text) or in_foreign_run(row, at, self._is_strange):
            return None
        if token.text[0].isupper():
            named = is_surely_name(row, unknown, at) or self._may_be_name(row, at)
            kind = Kind.NAME if named else Kind.WRONG if self._is_no_name(token.text) else Kind.UNSURE
        elif token.text in AGENCIES or is_particle(row, at) or self._may_be_meant(token.text):
            return None
        else:
            kind = Kind.WRONG
        return Doubt(token.start, token.end, token.text, kind)

    def _may_be_meant(self, word: str) -> bool:
        """Tell whether a long word is like none that is known: it is rare or new rather than wrong."""
        return len(word) >= _LONG and not self._is_slip(word)

    def _may_be_name(self, row: Sequence[Token], at: int) -> bool:
        word = row[at].text
        if len(word) <= _SHORT or self._is_other(word):
            return True
        if len(word) < _LONGER and stands_as_name(row, at):
            return not (is_swapped(word, self._is_listed) or is_doubled(word, self._is_listed))
        return not self._is_slip(word)

    def _is_no_name(self, word: str) -> bool:
        """Tell of a slip that it cannot be a name, however often it comes: letters swapped, Ergebniss, Zeugniss."""
        if self._language == "de" and word.endswith("niss") and self._is_listed(word[:-1]):
            return True
        return len(word) >= _LONG and is_swapped(word, self._is_listed)


def _remembered(memory: dict[str, bool], word: str, ask: Callable[[str], bool]) -> bool:
    answer = memory.get(word)
    if answer is None:
        if len(memory) > _REMEMBERED:
            memory.clear()
        answer = memory[word] = ask(word)
    return answer


def _true(memory: dict[str, bool]) -> dict[str, bool]:
    """Give what was answered with yes; a copy first, for a worker may be adding to it."""
    return {word: answer for word, answer in memory.copy().items() if answer}


def _small(word: str) -> str:
    return word[0].lower() + word[1:]


def _is_mixed(word: str) -> bool:
    """Tell whether capitals stand inside a word: iPhone, YouTube."""
    return not word.isupper() and any(map(str.isupper, word[1:]))

"""Snippets: the place in a story's own text where the words asked for stand, with their marks.

The index holds no text, so the words are looked for in the original. A quick pattern of each word's
first letters, in every spelling, finds candidates; their folded form or stem decides.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsroom.library.matching import LANGUAGES
from newsroom.text.terms import fold, spans, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.query import Term

WIDTH = 160
"""Characters of a snippet, about two lines of a list."""

_LEAD_IN = 40
_LETTERS = {
    "a": "aàáâãåāăä", "c": "cçćč", "e": "eèéêëēę", "i": "iìíîïı", "l": "lł", "n": "nñń", "o": "oòóôõö",
    "s": "sśšşß", "u": "uùúûūü", "y": "yýÿ", "z": "zźżž",
}  # fmt: skip
_PAIRS = {
    "ae": "(?:ae|ä|æ|a\u0308)",
    "oe": "(?:oe|ö|ø|œ|o\u0308)",
    "ue": "(?:ue|ü|u\u0308)",
    "ss": "(?:ss|ß)",
}
_BEGINNING = 3
_REMEMBERED = 2_000
_BETWEEN = 4
"""Characters that may stand between two words in a row, such as a dash between spaces."""
Marks = tuple[tuple[int, int], ...]
WordRow = tuple[tuple[str, ...], bool]
"""Folded words, and whether the last one may go on."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is marked in a text: words by folded form or stem, beginnings of words, and words in a row."""

    forms: frozenset[str]
    begun: tuple[str, ...]
    rows: tuple[WordRow, ...]
    pattern: re.Pattern[str]
    judged: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Words that were judged before: the same few come again in every find."""

    @classmethod
    def of(cls, asked: Iterable[Term]) -> Wanted:
        """Make it of the words that are wanted; those of a field are not looked for in the text."""
        return _wanted(tuple(term for term in asked if term.field is None))

    def found(self, words: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Give where in a text stands what was asked for."""
        done = start
        for candidate in self.pattern.finditer(words, start):
            at = candidate.start()
            if at < done:
                continue
            word = candidate.group()
            fits = self.judged.get(word)
            if fits is None:
                fits = self._judge(word)
            end = candidate.end() if fits else self._row_end(words, at)
            if end:
                yield at, end
                done = end

    def _judge(self, word: str) -> bool:
        if len(self.judged) > _REMEMBERED:
            self.judged.clear()
        fits = self.judged[word] = self._fits(word)
        return fits

    def _fits(self, word: str) -> bool:
        folded = fold(word)
        if folded in self.forms or (self.begun and folded.startswith(self.begun)):
            return True
        return bool(self.forms) and any(stem(folded, language) in self.forms for language in LANGUAGES)

    def _row_end(self, words: str, at: int) -> int:
        """Give where the words in a row end that begin here, or 0 where none do; the last may go on."""
        for row, loose in self.rows:
            room = sum(map(len, row)) * 2 + _BETWEEN * len(row)
            there = list(islice(spans(words[at : at + room]), len(row)))
            folded = [fold(word) for _, _, word in there]
            if folded[:-1] == list(row[:-1]) and len(folded) == len(row):
                last = folded[-1]
                if last == row[-1] or (loose and last.startswith(row[-1])):
                    return at + there[-1][1]
        return 0


@lru_cache(maxsize=64)
def _wanted(asked: tuple[Term, ...]) -> Wanted:
    forms: set[str] = set()
    begun: list[str] = []
    rows: list[WordRow] = []
    for term in asked:
        if len(term.words) > 1:
            rows.append((term.words, term.begun or not term.exact))
        if len(term.words) == 1 or not term.exact:
            whole = "".join(term.words)
            forms.update((whole, *(stem(whole, language) for language in LANGUAGES)))
            begun += [whole] if term.begun else []
    starts = {_spelled(form[:_BEGINNING]) for form in (*forms, *begun, *(row[0] for row, _ in rows))}
    pattern = rf"(?<!\w)(?:{'|'.join(sorted(starts)) or '(?!)'})\w*"
    return Wanted(frozenset(forms), tuple(begun), tuple(rows), re.compile(pattern, re.IGNORECASE))


def _spelled(start: str) -> str:
    """Give the pattern of a folded beginning in every spelling it may have."""
    done, at = "", 0
    while at < len(start):
        pair = _PAIRS.get(start[at : at + 2])
        done += pair or _letter(start[at])
        at += 2 if pair else 1
    return done


def _letter(char: str) -> str:
    """Give the pattern of one letter; a vowel may have become an umlaut in another form of the word."""
    more = _LETTERS.get(char)
    return f"[{more}]" + ("e?" if char in "aou" else "") if more else re.escape(char)


def snippet(wanted: Wanted, lead: str, body: str) -> tuple[str, Marks]:
    """Give a stretch of a stored lead and body, in JSON, as `stretch` does."""
    return stretch(wanted, _texts(lead, body))


def stretch(wanted: Wanted, texts: Iterable[str]) -> tuple[str, Marks]:
    """Give a stretch of the texts around the first word that was asked for, and where the words stand in it."""
    first = ""
    for words in texts:
        first = first or words
        if first and not (wanted.forms or wanted.rows):
            break
        place = _first(wanted, words)
        if place is not None:
            return _around(wanted, words, place)
    return _cut(first, 0), ()


def _texts(lead: str, body: str) -> Iterator[str]:
    """Give the texts of stored lead and body, one a block, without making blocks of them."""
    if lead and lead != "[]":
        yield _plain(json.loads(lead))
    for block in json.loads(body)["blocks"]:
        yield from _block_texts(block)


def _block_texts(block: dict[str, Any]) -> Iterator[str]:
    for name in ("content", "caption", "title"):
        if found := block.get(name):
            yield _plain(found)
    for row in block.get("rows", ()):
        yield " ".join(_plain(cell) for cell in row)
    for inner in block.get("blocks", ()):
        yield from _block_texts(inner)


def _plain(content: Any) -> str:
    return "".join(_piece(piece) for piece in content).strip() if isinstance(content, list) else ""


def _piece(piece: Any) -> str:
    if isinstance(piece, str):
        return piece
    if "break" in piece:
        return " "
    gone = any(isinstance(mark, list) and mark[0] == "deleted" for mark in piece.get("marks", ()))
    return "" if gone else str(piece.get("text", ""))


def _first(wanted: Wanted, words: str) -> int | None:
    return next((start for start, _ in wanted.found(words)), None)


def _around(wanted: Wanted, words: str, place: int) -> tuple[str, Marks]:
    start = 0
    if place > _LEAD_IN and len(words) > WIDTH:
        space = words.rfind(" ", 0, place - _LEAD_IN)
        start = space + 1
        if place - start > WIDTH // 2:
            start = place
    shown = _cut(words, start)
    return shown, tuple(wanted.found(shown, 1 if start else 0))


def _cut(words: str, start: int) -> str:
    end = min(len(words), start + WIDTH)
    if end < len(words):
        space = words.rfind(" ", start + WIDTH // 2, end)
        end = space if space > 0 else end
    return ("…" if start else "") + words[start:end] + ("…" if end < len(words) else "")

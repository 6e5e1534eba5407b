"""Where the lines of a paragraph begin in print: letters as wide as the house's type, words divided.

A line takes as many words as fit when its spaces are as narrow as a justified line makes them. That comes
within a line in forty of what is set: spaces give way by a third before a compositor fetches the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.text.hyphenation import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.domain.print_profile import PrintProfile

Part = tuple[int, float, float]
"""A stretch of a word that is not divided: where it ends, how wide it is, and what its hyphen takes."""

_POINT = 25.4 / 72
_GIVES_WAY = 1 / 3
_MOST_WORDS = 20_000
_WORD = re.compile("[^ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_MAY_END = re.compile("(?<=[\u00ad\u200b—])(?=.)|(?<=[^\\W_]-)(?=[^\\W_])")
_NO_ROOM = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u061c]")
_USUAL = 500.0
_IN_FIGURES = "0"


@dataclass(frozen=True)
class TypeLine:
    """A line of type; all widths are thousandths of the type's size."""

    width: float
    widths: Mapping[str, float]
    indent: float = 0
    space: float = 250
    language: str = ""
    """The language whose words are divided; nothing where none are."""
    _words: dict[str, tuple[Part, ...]] = field(default_factory=dict, compare=False, repr=False)

    def parts(self, word: str) -> tuple[Part, ...]:
        """Give the parts of a word between which a line may end."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            found = self._words[word] = tuple(self._parts(word))
        return found

    def _parts(self, word: str) -> Iterator[Part]:
        hyphen = self.widths.get("-", _USUAL)
        ends = {found.start(): 0.0 for found in _MAY_END.finditer(word)}
        ends |= {place: hyphen for place in ends if word[place - 1] == "\u00ad"}
        if self.language and "\u00ad" not in word and "://" not in word:
            ends |= {place: hyphen for place in places(word, self.language) if place not in ends}
        start = 0
        for end in (*sorted(ends), len(word)):
            yield end, self._wide(word[start:end]), ends.get(end, 0.0)
            start = end

    def _wide(self, letters: str) -> float:
        usual = self.widths.get(_IN_FIGURES, _USUAL)
        return sum(self.widths.get(char, usual) for char in _NO_ROOM.sub("", letters))


def type_starts(paragraph: str, line: TypeLine) -> list[int]:
    """Give the offset in a paragraph at which each of its lines begins; an empty one has none."""
    starts: list[int] = []
    begin = 0
    for stretch in paragraph.split("\n") if paragraph else ():
        used = 0.0 if starts else line.indent
        starts += [begin + offset for offset in _filled(stretch, line, used)]
        begin += len(stretch) + 1
    return starts


def _filled(stretch: str, line: TypeLine, used: float) -> Iterator[int]:
    yield 0
    begun = False
    for found in _WORD.finditer(stretch):
        parts, gap = line.parts(found[0]), line.space if begun else 0.0
        begun = True
        whole = sum(part[1] for part in parts)
        if used + gap + whole <= line.width:
            used += gap + whole
            continue
        offsets, used = _divided(parts, line.width, used + gap, empty=not gap)
        yield from (found.start() + offset for offset in offsets)


def _divided(parts: Sequence[Part], width: float, used: float, *, empty: bool) -> tuple[list[int], float]:
    """Give where a word that does not fit as a whole begins new lines, and how far the last one is filled."""
    done = 0
    offsets: list[int] = []
    while done < len(parts):
        fit, filled = _fitting(parts[done:], width - used)
        if not fit and empty:
            fit, filled = 1, parts[done][1]  # nothing narrower is to be had: it hangs over
        done, used = done + fit, used + filled
        if done < len(parts):
            offsets.append(parts[done - 1][0] if done else 0)
            used, empty = 0.0, True
    return offsets, used


def _fitting(parts: Sequence[Part], room: float) -> tuple[int, float]:
    """Give how many parts fit, and how wide they are; but at the word's end a hyphen shows."""
    fit, filled, wide = 0, 0.0, 0.0
    for number, (_end, part, hyphen) in enumerate(parts, 1):
        wide += part
        if wide > room:
            break
        if wide + hyphen <= room or number == len(parts):
            fit, filled = number, wide
    return fit, filled


@lru_cache(maxsize=16)
def line_of(profile: PrintProfile, language: str) -> int | TypeLine:
    """Give what fills a line of a profile's column: so many characters, or type, in a language."""
    if not profile.sets_lines_by_type:
        return profile.characters or usual_characters(profile)
    widths = {char: wide + profile.tracking for char, wide in profile.widths}
    column = profile.column_width / _POINT / profile.size * 1000 * profile.measure
    space = widths.get(" ", _USUAL / 2) * (1 - _GIVES_WAY if profile.justified else 1)
    spoken = language if profile.hyphenated else ""
    return TypeLine(column, widths, profile.indent * 1000, space, spoken)


def usual_characters(profile: PrintProfile) -> int:
    """Give about how many characters fill a line of a profile whose type was not measured."""
    return max(10, round(profile.column_width / _POINT / profile.size / 0.46))

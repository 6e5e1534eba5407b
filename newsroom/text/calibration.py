"""Fits the house's line to its own printed stories: the width at which the fewest lines are wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from newsroom.domain.body import block_text
from newsroom.text.lines import lines
from newsroom.text.type_lines import TypeLine, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.domain.body import Body
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.text.lines import Line

_STEPS = 101
_LEAST, _STEP = 0.75, 0.005
_FEWEST, _MOST = 15, 90
_PER = 40
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A story as it stood in the paper: its text, its language, and how many lines it had there."""

    body: Body
    lines: int
    language: str = "de-DE"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Give the text paragraph by paragraph."""
        return tuple(filter(str.strip, map(block_text, self.body.blocks)))


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted profile, and how many lines of forty are wrong: before, after, and on stories left out."""

    profile: PrintProfile
    before: float
    after: float
    held_out: float | None = None
    """The worst of the stories, each counted by a fit to the others; None for fewer than three."""


def calibrated(profile: PrintProfile, stories: Sequence[Printed]) -> Calibration:
    """Fit a profile to printed stories: its characters per line where they are set, its width otherwise."""
    if not stories:
        return Calibration(profile, 0, 0)
    tried = [(candidate, _wrong(candidate, stories)) for candidate in _candidates(profile)]
    before, best = _wrong(profile, stories), _best(tried, range(len(stories)))
    held_out = None
    if len(stories) >= _ENOUGH:
        held_out = max(map(_left_out, [tried] * len(stories), range(len(stories))))
    return Calibration(best[0], median(before), median(best[1]), held_out)


_Tried = tuple["PrintProfile", tuple[float, ...]]


def _left_out(tried: Sequence[_Tried], one: int) -> float:
    """Give how wrong a story is by the fit to all others."""
    others = [number for number in range(len(tried[0][1])) if number != one]
    return _best(tried, others)[1][one]


def _best(tried: Sequence[_Tried], numbers: Sequence[int]) -> _Tried:
    """Give the candidate with the least error over some stories, in the middle of those that are as good."""
    sums = [sum(wrong[number] for number in numbers) for _candidate, wrong in tried]
    good = [at for at, total in enumerate(sums) if total <= min(sums) + 1e-9]
    return tried[good[len(good) // 2]]


def _candidates(profile: PrintProfile) -> Iterator[PrintProfile]:
    if profile.sets_lines_by_type:
        yield from (replace(profile, measure=round(_LEAST + _STEP * step, 3)) for step in range(_STEPS))
    else:
        yield from (replace(profile, characters=number) for number in range(_FEWEST, _MOST))


def _wrong(profile: PrintProfile, stories: Sequence[Printed]) -> tuple[float, ...]:
    """Give for each story how many lines of forty are wrong."""
    return tuple(
        abs(_filled(story, _line(profile, story.language)) - story.lines) * _PER / story.lines
        for story in stories
    )


def _line(profile: PrintProfile, language: str) -> Line:
    """Give the line of a candidate; it knows the words that the profile's own line knows."""
    if not profile.sets_lines_by_type:
        return line_of(profile, language)
    usual = line_of(replace(profile, measure=1), language)
    assert isinstance(usual, TypeLine)
    return replace(usual, width=usual.width * profile.measure)


def _filled(story: Printed, line: Line) -> int:
    return sum(lines(paragraph, line) for paragraph in story.paragraphs)


def characters_in(profile: PrintProfile, specimen: str, language: str) -> int:
    """Give how many characters stand in a line of a profile, on average over a text."""
    filled = lines(specimen, line_of(profile, language))
    return round(len(specimen) / max(filled, 1))

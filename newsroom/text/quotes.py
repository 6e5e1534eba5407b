"""Whether a body's quotation marks balance and suit its language, and what stands inside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.text.quote_reading import TEXT_KINDS, Mark, Passage, read
from newsroom.text.typography import QuoteMarks, quote_marks, rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RIGHT = {
    "de": ("„“", "»«", "‚‘", "›‹"),
    "de-CH": ("«»", "„“", "‹›", "‚‘"),
    "en": ("“”", "‘’"),
}


class Fault(StrEnum):
    """What is wrong with a quotation mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    WRONG_KIND = "wrong-kind"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement inside one paragraph, in code points."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A fault at its mark: the mark found, the one wanted there, and for a wrong kind all edits of the fix."""

    paragraph: int
    start: int
    end: int
    kind: Fault
    found: str
    wanted: str
    edits: tuple[Edit, ...] = ()


def unbalanced(passages: Sequence[Passage], language: str, style: str = "") -> list[QuoteFault]:
    """Give the faults of a body's quotation marks, in the order of the text; at most one of a wrong kind."""
    reading = read(passages, language)
    marks = quote_marks(language, style)
    faults = [
        _fault(mark, Fault.UNCLOSED, marks.close if mark.is_double() else marks.inner_close)
        for mark in reading.unclosed
    ]
    faults += [
        _fault(mark, Fault.UNOPENED, marks.open if mark.is_double() else marks.inner_open)
        for mark in reading.unopened
    ]
    faults += _wrong_kind(reading.pairs, language, marks)
    return sorted(faults, key=lambda fault: (fault.paragraph, fault.start))


def quoted_spans(passages: Sequence[Passage], language: str) -> list[tuple[int, int, int]]:
    """Give what stands inside double quotation marks, marks included, as (paragraph, start, end).

    A quotation over several paragraphs has a span in each; one that never closes ends with its paragraph.
    """
    reading = read(passages, language)
    spans = [
        (mark.paragraph, mark.at, len(passages[mark.paragraph].text))
        for mark in reading.unclosed
        if mark.is_double()
    ]
    for opener, closer in reading.pairs:
        if opener.is_double():
            spans += _span(passages, opener, closer)
    return sorted(set(spans))


def _span(passages: Sequence[Passage], opener: Mark, closer: Mark) -> Iterator[tuple[int, int, int]]:
    for paragraph in range(opener.paragraph, closer.paragraph + 1):
        if paragraph != opener.paragraph and passages[paragraph].kind not in TEXT_KINDS:
            continue
        start = opener.at if paragraph == opener.paragraph else 0
        end = closer.at + 1 if paragraph == closer.paragraph else len(passages[paragraph].text)
        if start < end:
            yield paragraph, start, end


def _fault(mark: Mark, kind: Fault, wanted: str) -> QuoteFault:
    return QuoteFault(mark.paragraph, mark.at, mark.at + 1, kind, mark.char, wanted)


def _wrong_kind(pairs: list[tuple[Mark, Mark]], language: str, marks: QuoteMarks) -> list[QuoteFault]:
    right = _RIGHT.get(rules_for(language))
    wrong = [pair for pair in pairs if right and _is_wrong(pair, right)]
    if not wrong:
        return []
    edits = sorted(
        (edit for pair in wrong for edit in _mended(pair, marks)),
        key=lambda edit: (edit.paragraph, edit.start),
    )
    first = min((opener for opener, _ in wrong), key=lambda mark: (mark.paragraph, mark.at))
    wanted = marks.open if first.is_double() else marks.inner_open
    return [
        QuoteFault(
            first.paragraph, first.at, first.at + 1, Fault.WRONG_KIND, first.char, wanted, tuple(edits)
        )
    ]


def _is_wrong(pair: tuple[Mark, Mark], right: tuple[str, ...]) -> bool:
    """Tell whether a pair is none of the language's; a pair of straight marks is only untidy."""
    written = pair[0].char + pair[1].char
    return written != '""' and written not in right


def _mended(pair: tuple[Mark, Mark], marks: QuoteMarks) -> Iterator[Edit]:
    wanted = (marks.open, marks.close) if pair[0].is_double() else (marks.inner_open, marks.inner_close)
    for mark, char in zip(pair, wanted, strict=True):
        if mark.char != char:
            yield Edit(mark.paragraph, mark.at, mark.at + 1, char)

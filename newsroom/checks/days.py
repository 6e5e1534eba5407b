"""Days in the text: a weekday that is not its date's, a “today” that is none for the printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.quotes import spoken
from newsroom.checks.rule import Rule, found, replaces
from newsroom.text.date_places import find_dates, relative_days
from newsroom.text.dates import weekday_of
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Passage, Proof
    from newsroom.domain.finding import Finding
    from newsroom.text.date_places import FoundDate


def weekday_date(proof: Proof) -> Iterator[Finding]:
    """Find a weekday beside a date that falls on another; without a year only when the date is near."""
    for passage in proof.passages:
        for date in find_dates(passage.text, proof.language, proof.print_day.year):
            if not date.agrees() and (date.year_given or _near(proof, date)):
                yield _wrong_weekday(proof, passage, date)


def _near(proof: Proof, date: FoundDate) -> bool:
    """Tell whether a date without a year surely means the one of the year of publication."""
    return abs((date.day - proof.print_day).days) <= 60  # noqa: PLR2004 - two months either way


def _wrong_weekday(proof: Proof, passage: Passage, date: FoundDate) -> Finding:
    right = weekday_of(date.day, proof.language)
    place = proof.place(passage, date.weekday_start, date.weekday_end)
    text = N_("{date} is a {right}, not a {wrong}.")
    written = passage.text[date.start : date.end]
    after = written.removeprefix(date.weekday or "").lstrip(" ,\u00a0\u202f")
    message = msg(text, date=after, right=right, wrong=date.weekday or "")
    fix = replaces(msg(N_("Write “{wanted}”"), wanted=right), place, right)
    return found(place, message, written, fix=fix)


def relative_day(proof: Proof) -> Iterator[Finding]:
    """Find today, yesterday and tomorrow outside quotes where print appears on another day than the web."""
    if not proof.context.house.print_days_later:
        return
    for passage, text in spoken(proof):
        for start, end, word in relative_days(text, proof.language):
            message = msg(N_("“{word}” is another day on the printed page."), word=word)
            yield found(proof.place(passage, start, end), message, text[max(start - 20, 0) : end + 20])


RULES = (
    Rule(name="weekday-date", title=N_("Weekdays fit their dates"), judge=weekday_date),
    Rule(name="relative-day", title=N_("“Today” fits the printed page"), judge=relative_day),
)

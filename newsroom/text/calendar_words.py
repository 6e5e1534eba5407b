"""The words of days, months and clocks in German and English, and the patterns made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = {
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}  # fmt: skip
WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}  # fmt: skip
_MORE_MONTHS = {
    "jänner": 1, "jän": 1, "feber": 2, "maerz": 3, "mrz": 3, "sept": 9,
    "mär": 3, "mai": 5, "mar": 3, "okt": 10, "oct": 10, "dez": 12, "dec": 12,
}  # fmt: skip
_MORE_WEEKDAYS = {
    "sonnabend": 5, "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
DAYS_AWAY = {
    "heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2, "uebermorgen": 2,
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip


def _months() -> dict[str, int]:
    known = dict(_MORE_MONTHS)
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            known[name.lower()] = known[name.lower()[:3]] = number
    return known


def _weekdays() -> dict[str, int]:
    known = dict(_MORE_WEEKDAYS)
    for names in WEEKDAYS.values():
        known |= {name.lower(): number for number, name in enumerate(names)}
    return known


MONTH_NUMBERS = _months()
WEEKDAY_NUMBERS = _weekdays()


def any_of(words: Iterable[str]) -> str:
    """Give the pattern that matches any of the words, longer ones first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"

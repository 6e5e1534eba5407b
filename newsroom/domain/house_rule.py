"""A rule of the house: a word or phrase, what is written instead, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

QUOTES_TOO = "quotes-too"
"""What a kept rule says where it speaks of quotations as well."""


@dataclass(frozen=True, slots=True)
class HouseRule:
    """What the house writes instead of a word or phrase; quotations are left alone unless the rule says so."""

    word: str
    wanted: str = ""
    reason: str = ""
    in_quotes: bool = False

    @classmethod
    def from_entry(cls, entry: Sequence[str]) -> Self:
        """Make it of the parts that the settings of the house keep."""
        word, wanted, reason, where = (*entry, "", "", "", "")[:4]
        return cls(word, wanted, reason, where == QUOTES_TOO)

    def entry(self) -> tuple[str, str, str, str]:
        """Give its parts as the settings of the house keep them."""
        return self.word, self.wanted, self.reason, QUOTES_TOO if self.in_quotes else ""

"""What is thought of a word that no dictionary knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What an unknown word is: wrong, wrong unless it comes again as names do, or a name."""

    WRONG = "wrong"
    UNSURE = "unsure"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of a text that no dictionary knows."""

    start: int
    end: int
    word: str
    kind: Kind = Kind.WRONG

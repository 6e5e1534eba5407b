"""A story whose headline is like another's, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime


class LikenessKind(Labelled):
    """How much alike two headlines are, in words."""

    EQUAL = "equal", N_("equal")
    VERY_LIKE = "very-like", N_("very like")
    LIKE = "like", N_("like")


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A match: score is 0 to 100, shared are the words in common as the asked headline spells them."""

    id: int
    uid: str
    headline: str
    score: float
    kind: LikenessKind
    shared: tuple[str, ...] = ()
    state: State = State.DRAFT
    section: str = ""
    time: datetime | None = None
    authors: str = ""

"""What a house's checklists ask: a rule, at one way of a story or all, off, recommended or required.

An entry may hold for a genre, for a section, or for one genre in one section; the most exact entry counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.finding import Severity
from newsroom.domain.workflow import Transition

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry = tuple[str, ...]
"""A demand as it stands among the settings of a house."""

MOMENTS = (
    Transition.SUBMIT, Transition.APPROVE, Transition.SCHEDULE, Transition.PUBLISH, Transition.UPDATE,
    Transition.CORRECT,
)  # fmt: skip
"""The ways that have a checklist."""


@dataclass(frozen=True, slots=True)
class Demand:
    """How grave a rule is: at a way of a story, or at each where that is none; for all, a genre, or a section."""

    rule: str
    moment: Transition | None
    severity: Severity
    genre: str = ""
    section: str = ""

    @property
    def named(self) -> bool:
        """Tell whether it names the way that it is for."""
        return self.moment is not None

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Give how exact it is: by section, by genre, by way."""
        return bool(self.section), bool(self.genre), self.named

    @property
    def key(self) -> tuple[str, Transition | None, str, str]:
        """Give what there is one demand for."""
        return self.rule, self.moment, self.genre, self.section

    def meets(self, rule: str, moment: Transition | None, genre: str, section: str) -> bool:
        """Tell whether it speaks of a rule, at a way, for a story of this genre and section."""
        here = self.genre in {"", genre} and self.section in {"", section}
        return self.rule == rule and self.moment in {None, moment} and here

    def entry(self) -> Entry:
        """Give it as it stands among the settings."""
        when = self.moment.value if self.moment else ""
        return self.rule, when, self.severity.value, self.genre, self.section


def demand_of(entry: Entry) -> Demand | None:
    """Give the demand of an entry, or nothing where it names a way or gravity that there is not."""
    rule, when, severity, genre, section = (*entry, "", "", "", "", "")[:5]
    if when not in {"", *Transition} or severity not in list(Severity):
        return None
    return Demand(rule, Transition(when) if when else None, Severity(severity), genre, section)


def demands_of(entries: Iterable[Entry]) -> tuple[Demand, ...]:
    """Give the demands of entries, of two for the same the last."""
    found = filter(None, map(demand_of, entries))
    return tuple({one.key: one for one in found}.values())


def severity_of(
    entries: Iterable[Entry], rule: str, moment: Transition | None, genre: str, section: str
) -> Demand | None:
    """Give the most exact demand on a rule for such a story, or nothing where the house has set none."""
    spoken = (demand_of(entry) for entry in entries if entry and entry[0] == rule)
    meeting = [one for one in spoken if one and one.meets(rule, moment, genre, section)]
    return max(reversed(meeting), key=lambda one: one.rank, default=None)

"""What the sidebar offers: places of the library, each a filter with a name and a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.listing import Counts, Filter
from newsroom.domain.workflow import State
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.domain.card import Section

SECTION_ROW = "section:"
"""With what the key of a section's row begins."""

RESERVE = "reserve"
"""The key of the row of what is approved and has no publish time."""

DESK = (
    (State.DRAFT, N_("Drafts")),
    (State.FOR_REVIEW, N_("For review")),
    (State.RETURNED, N_("Returned")),
    (State.APPROVED, N_("Approved")),
    (State.SCHEDULED, N_("Scheduled")),
    (State.PUBLISHED, N_("Published")),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the sidebar: a list by its filter or its search, a story, or else a heading; a section has a colour."""

    key: str
    title: str
    filter: Filter | None = None
    count: int = 0
    colour: str = ""
    query: str = ""
    story: int = 0
    view: str = ""
    """The action that shows it, where it is neither a list nor a story."""
    many: bool = False
    """There are more stories than were counted."""
    uncounted: bool = False
    """Nobody knows yet how many there are."""

    @property
    def heading(self) -> bool:
        """Tell whether this row leads nowhere."""
        return self.filter is None and not (self.query or self.story or self.view)


@dataclass(frozen=True, slots=True)
class Planned:
    """The rows of planning: what a person has to do, and the views under a heading of their own."""

    todo: tuple[Place, ...] = ()
    views: tuple[Place, ...] = ()


def places(
    counts: Counts,
    sections: Iterable[Section],
    shelf: Sequence[Place] = (),
    doubles: int = 0,
    planned: Planned | None = None,
    eyes: Iterable[Place] = (),
) -> tuple[Place, ...]:
    """Give all rows of the sidebar, top to bottom; the shelf stands between the desk and the sections.

    A section that the shelf names stands there, and not among the others; reserve copy follows what is approved.
    """
    planned = planned or Planned()
    shown = [section for section in sections if not section.retired or counts.sections.get(section.name)]
    rows = [
        heading("desk", _("My desk")),
        *eyes,
        *planned.todo,
        Place("all", _("All stories"), Filter(), counts.all),
    ]
    reserve = [row for row in shelf if row.key == RESERVE]
    for state, title in DESK:
        rows.append(_state(state, _(title), counts))
        rows += reserve if state is State.APPROVED else ()
    if counts.states.get(State.WITHDRAWN):
        rows.append(_state(State.WITHDRAWN, _(State.WITHDRAWN.label), counts))
    if counts.all:
        rows.append(Place("doubles", _("Doubles"), count=doubles, view="view-doubles"))
    rows.append(Place("trash", _("Trash"), Filter(trash=True), counts.trash))
    rows += planned.views
    filed = {row.key: row for row in (_section(section, counts) for section in shown)}
    for row in shelf:
        if row.key == RESERVE:
            continue
        if not row.key.startswith(SECTION_ROW):
            rows.append(row)
        elif row.key in filed:
            rows.append(filed.pop(row.key))
    if filed:
        rows.append(heading("sections", _("Sections")))
    return (*rows, *filed.values())


def heading(key: str, title: str) -> Place:
    """Give a row that names those under it."""
    return Place(key, title)


def _state(state: State, title: str, counts: Counts) -> Place:
    return Place(state.value, title, Filter(states=frozenset({state})), counts.states.get(state, 0))


def _section(section: Section, counts: Counts) -> Place:
    count = counts.sections.get(section.name, 0)
    return Place(
        f"{SECTION_ROW}{section.name}", section.name, Filter(section=section.name), count, section.colour
    )

"""The rows of the sidebar that planning adds: one's own stories, those that wait, those that are late, and three views."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.listing import Filter
from newsroom.domain.todo import MOST, Todo, TodoCounts, todo_of
from newsroom.gui.browser.places import Place, heading
from newsroom.translation import _

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.person import Person


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do: the counts of one's lists, unseen notices, today's topics, editions of these weeks."""

    todo: TodoCounts = field(default_factory=TodoCounts)
    notices: int = 0
    topics: int = 0
    editions: int = 0


def todo_places(work: Work | None, person: Person, now: datetime) -> tuple[Place, ...]:
    """Give the lists of what a person has to do; alone in a library nobody waits for anybody."""
    if not person.id:
        return ()
    return tuple(_todo(what, work, person, now) for what in Todo)


def _todo(what: Todo, work: Work | None, person: Person, now: datetime) -> Place:
    count = work.todo.of(what) if work else 0
    chosen = Filter(todo=todo_of(what, person, now, count))
    many = count > MOST
    return Place(f"todo-{what}", _(what.label), chosen, min(count, MOST), many=many, uncounted=work is None)


def view_places(work: Work | None, person: Person) -> tuple[Place, ...]:
    """Give the views of planning; notices are for those who work with others."""
    known = work or Work()
    rows = [
        ("plan", _("Story list"), known.topics, "view-plan"),
        ("editions", _("Editions"), known.editions, "view-editions"),
    ]
    if person.id:
        rows.append(("notices", _("Notices"), known.notices, "view-notices"))
    return (
        heading("planning", _("Planning")),
        *(
            Place(key, title, count=min(count, MOST), view=view, many=count > MOST, uncounted=work is None)
            for key, title, count, view in rows
        ),
    )

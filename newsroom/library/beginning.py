"""A planned story becomes a draft: the story, its link with the story list and its assignment in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.listing import Saved
from newsroom.library import assigning, plan, revisions

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.article import Article
    from newsroom.domain.assignment import Assignment
    from newsroom.domain.person import Person
    from newsroom.domain.plan import Topic

PLANNED = "planned"
"""What the history calls a story that began in the story list."""


def begin(
    connection: Connection,
    wanted: tuple[Topic, Article, Assignment | None],
    person: Person,
    now: datetime,
) -> tuple[Topic, Saved]:
    """Make a topic a story; raises NotFound, and EditedElsewhere where somebody changed the topic."""
    topic, article, given = wanted
    saved = revisions.save(connection, article, person, now, (PLANNED, "", ""))
    kept, changes = plan.change(connection, replace(topic, uid=saved.article.uid))
    changes = saved.changes | changes
    if given is not None:
        changes |= assigning.assign(connection, [saved.article.id], given, person.name, now)
    return kept, Saved(saved.article, changes)

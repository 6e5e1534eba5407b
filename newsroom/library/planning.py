"""Takes back what was planned: topics, editions, and who was given a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.changeset import Reassign, Replan
from newsroom.library import assigning, editions, plan

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.changeset import Changes, Replanned
    from newsroom.domain.person import Person


def put_back(connection: Connection, wanted: Replanned, person: Person, now: datetime) -> Changes:
    """Put one thing back as it was; raises EditedElsewhere where somebody changed it since."""
    if isinstance(wanted, Reassign):
        return assigning.put_back(connection, wanted, person.name, now)
    if isinstance(wanted, Replan):
        return plan.put_back(connection, wanted)
    return editions.put_back(connection, wanted)

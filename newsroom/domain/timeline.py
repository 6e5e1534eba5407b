"""What happened to a story, by whom and when: its versions, and what its journal tells beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.approved import FIRST_APPROVAL, LOOKED, OVERRIDDEN, VOIDED
from newsroom.domain.workflow import Transition
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from newsroom.domain.listing import Entry, Revision

SAVED = "saved"
SNAPSHOT = "snapshot"
ACTIONS = {
    "saved": N_("Saved"),
    "imported": N_("Imported"),
    "planned": N_("Begun from the story list"),
    "came-back": N_("Came back with changes"),
    "renewed": N_("Brought up to date with its file"),
    "merged": N_("Came back from another library"),
    "joined": N_("Joined with another story"),
    "joined-away": N_("Joined to another story, which goes on"),
    VOIDED: N_("Edited, approval void"),
    "trashed": N_("Moved to the trash"),
    "restored": N_("Restored"),
    "undone": N_("Undone"),
    "refiled": N_("Filed anew"),
    "renamed": N_("Name changed in the catalogue"),
    "retimed": N_("Time changed"),
    "snapshot": N_("Snapshot"),
    "version-restored": N_("Earlier version restored"),
    "thinned": N_("Old versions thinned"),
    "erased": N_("Erased for good"),
    "blocked": N_("Legal block set"),
    "unblocked": N_("Legal block lifted"),
    "update-of": N_("Decided: update of another story"),
    "updated-by": N_("Decided: another story is its update"),
    "not-a-duplicate-of": N_("Decided: no duplicate"),
    "undecided": N_("Decision on a similar story taken back"),
    Transition.SUBMIT.value: N_("Submitted"),
    Transition.RETURN.value: N_("Returned"),
    Transition.APPROVE.value: N_("Approved"),
    Transition.SCHEDULE.value: N_("Scheduled"),
    Transition.UNSCHEDULE.value: N_("Taken off the schedule"),
    Transition.PUBLISH.value: N_("Published"),
    Transition.PUBLISH_ALONE.value: N_("Published alone, as breaking news"),
    FIRST_APPROVAL: N_("Approved, the first of two"),
    LOOKED: N_("Looked at afterwards"),
    OVERRIDDEN: N_("Checklist passed over"),
    Transition.UPDATE.value: N_("Update begun"),
    Transition.CORRECT.value: N_("Correction begun"),
    Transition.WITHDRAW.value: N_("Withdrawn"),
    Transition.REWORK.value: N_("Back to draft"),
}
"""What each action is called where people read it, an English catalogue text."""


def said(action: str) -> str:
    """Give what an action is called, in the language in use; one of another program says itself."""
    return _(ACTIONS.get(action, action))


@dataclass(frozen=True, slots=True)
class Event:
    """One action, or the saves that a person made one after the other.

    First and last are the versions it left, the same where it left one, and 0 where it left none. Time is that
    of the last of them, since that of the first. Kept are those of the versions that are still there.
    """

    action: str
    person: str
    time: datetime
    since: datetime
    first: int = 0
    last: int = 0
    note: str = ""
    headline: str = ""
    kept: tuple[int, ...] = ()
    digest: str = ""
    """What sealed the entry, and all before it, in the story's journal."""


def timeline(revisions: Iterable[Revision], entries: Iterable[Entry]) -> tuple[Event, ...]:
    """Give what happened to a story, newest first; saves that follow each other by one person are one event."""
    kept = {one.version: one for one in revisions}
    events: list[Event] = []
    for event in _events(kept, entries):
        before = events[-1] if events else None
        if before is not None and _goes_on(before, event):
            versions = (*before.kept, *event.kept)
            events[-1] = replace(event, since=before.since, first=before.first, kept=versions)
        else:
            events.append(event)
    return tuple(reversed(events))


def _events(kept: dict[int, Revision], entries: Iterable[Entry]) -> Iterator[Event]:
    """Give an event for each entry; a version belongs to the first entry that names it."""
    seen: set[int] = set()
    for entry in entries:
        new = entry.version not in seen
        seen.add(entry.version)
        there = kept.get(entry.version) if new else None
        yield Event(
            entry.action,
            entry.person,
            entry.time,
            entry.time,
            entry.version if new else 0,
            entry.version if new else 0,
            entry.note,
            there.headline if there else "",
            (entry.version,) if there else (),
            entry.digest,
        )


def _goes_on(before: Event, event: Event) -> bool:
    same_day = before.time.date() == event.time.date()
    plain = before.action == event.action == SAVED and not before.note and not event.note
    return plain and same_day and before.person == event.person and bool(before.last and event.last)


def told(event: Event) -> str:
    """Give what an event is called; saves one after the other are editing."""
    return _("Edited") if event.action == SAVED and event.first != event.last else said(event.action)

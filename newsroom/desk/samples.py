"""The sample stories, brought in once and set out as in a newsroom at work."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom import resources
from newsroom.domain.card import Section
from newsroom.domain.errors import Known
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import Transition

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, ImportReport, Progress

AUTHOR = Person("Malin Torbeck", Role.JOURNALIST, "mto")
EDITOR = Person("Jelto Wiarda", Role.EDITOR, "jw")
CHIEF = Person("Ragna Hollmann", Role.CHIEF, "rh")

SECTIONS = (
    Section("Region", "#1f7a5c"),
    Section("Politik", "#1f5fbf"),
    Section("Wissen", "#0e7c86"),
    Section("Kultur", "#8a3ffc"),
    Section("Meinung", "#b3541e"),
    Section("Sport", "#b3261e"),
    Section("International", "#5b6270"),
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One move of a sample, by whom; days puts its publish time so many days from now."""

    transition: Transition
    person: Person
    note: str = ""
    days: int = 0


_SUBMITTED = (_Step(Transition.SUBMIT, AUTHOR),)
_RETURNED = (*_SUBMITTED, _Step(Transition.RETURN, EDITOR, "Bitte eine zweite Quelle einholen."))
_APPROVED = (*_SUBMITTED, _Step(Transition.APPROVE, EDITOR))
_SCHEDULED = (*_APPROVED, _Step(Transition.SCHEDULE, CHIEF, days=1))
_PUBLISHED = (*_APPROVED, _Step(Transition.PUBLISH, CHIEF))
ROADS = {
    "02": _SUBMITTED,
    "05": _PUBLISHED,
    "06": _APPROVED,
    "07": _RETURNED,
    "08": _PUBLISHED,
    "09": _PUBLISHED,
    "11": _SUBMITTED,
    "12": _SCHEDULED,
}
"""How far each sample has come, by the number its file begins with; the others are drafts."""


class Samples:
    """What fills a library with the sample stories."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def fill(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> ImportReport:
        """Bring in the samples that are not here yet, and move them to where they stand."""
        self._prepare()
        report = self._desk.intake.read([resources.find("sample")], progress, cancelled)
        for story in report.imported:
            name = story.file.replace("\\", "/").rpartition("/")[2]
            with suppress(Known):  # what a rule of the house stops stays where it is
                self._go(story.id, ROADS.get(name[:2], ()))
        return report

    def _prepare(self) -> None:
        known = {section.name for section in self._desk.library.house.sections()}
        for section in SECTIONS:
            if section.name not in known:
                self._desk.library.house.put_section(section)
        names = {person.name for person in self._desk.library.house.people()}
        # alone until now, whoever works here goes on as one of them
        begun = () if names else (self._desk.person,)
        for person in (AUTHOR, EDITOR, CHIEF, *begun):
            if person.name not in names:
                self._desk.library.house.put_person(person)
                names.add(person.name)

    def _go(self, id_: int, road: tuple[_Step, ...]) -> None:
        for step in road:
            desk = self._desk.with_person(step.person)
            at = self._morning(step.days) if step.days else None
            desk.approval.move(desk.library.stories.article(id_), step.transition, step.note, at)

    def _morning(self, days: int) -> datetime:
        """Give five in the morning so many days from now, in the newsroom's zone."""
        today = self._desk.clock().astimezone(ZoneInfo(self._desk.zone))
        return today.replace(hour=5, minute=0, second=0, microsecond=0) + timedelta(days=days)

"""The checklists of the house: what is asked at each way of a story, kept in the library and passed on as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.checklist import MOMENTS, demands_of
from newsroom.domain.errors import ChecklistOpen, NotAllowed, WrongValue
from newsroom.domain.finding import Severity
from newsroom.domain.person import Role
from newsroom.domain.place_words import place_words
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.domain.checklist import Demand
    from newsroom.domain.finding import Finding
    from newsroom.domain.person import Person
    from newsroom.domain.workflow import Transition
    from newsroom.formats.checklist_table import ChecklistRead


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule at a way of a story, as it holds: how grave, and whether the house has set it."""

    rule: str
    title: str
    moment: Transition
    severity: Severity
    own: bool


class Checklists:
    """What the house asks before a story goes on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Demand, ...]:
        """Give what the house has set; all else holds as the rules bring it."""
        return demands_of(self._desk.library.house.settings().severities)

    def holding(self, genre: str = "", section: str = "") -> tuple[Asked, ...]:
        """Give what holds for such stories: each rule at each way at which it is asked or was switched off."""
        from newsroom import checks
        from newsroom.domain.checklist import severity_of

        house, found = self._desk.library.house.settings(), []
        for rule in checks.rules().values():
            for moment in MOMENTS:
                own = severity_of(house.severities, rule.name, moment, genre, section) is not None
                severity = rule.severity_at(moment, house, genre, section)
                if own or severity is not Severity.OFF:
                    found.append(Asked(rule.name, rule.title, moment, severity, own))
        return tuple(found)

    def rules(self) -> Mapping[str, str]:
        """Give the titles of the rules by their names."""
        from newsroom import checks

        return {rule.name: rule.title for rule in checks.rules().values()}

    def put(self, demands: Iterable[Demand]) -> Changes:
        """Set what the house asks; demands for the same are replaced. Raises NotAllowed and WrongValue."""
        wanted = {one.key: one for one in demands}
        for one in wanted.values():
            self._check(one)

        def merged(entries: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
            kept = {one.key: one for one in demands_of(entries)} | wanted
            return tuple(one.entry() for one in kept.values())

        amend = self._desk.preferences.amend_house
        return amend(lambda house: replace(house, severities=merged(house.severities)))

    def forget(self, demands: Iterable[Demand]) -> Changes:
        """Let rules hold again as they come; raises NotAllowed."""
        gone = {one.key for one in demands}
        amend = self._desk.preferences.amend_house
        return amend(
            lambda house: replace(
                house,
                severities=tuple(one.entry() for one in demands_of(house.severities) if one.key not in gone),
            )
        )

    def replace_all(self, demands: Iterable[Demand]) -> Changes:
        """Set exactly this; raises NotAllowed and WrongValue."""
        wanted = tuple(demands)
        for one in wanted:
            self._check(one)
        entries = tuple(one.entry() for one in wanted)
        return self._desk.preferences.amend_house(lambda house: replace(house, severities=entries))

    def _check(self, demand: Demand) -> None:
        known = self.rules()
        if demand.rule not in known:
            text = N_("There is no rule “{name}”. Choose from: {all}.")
            raise WrongValue(msg(text, name=demand.rule, all=", ".join(known)))
        genres = [genre.key for genre in self._desk.library.house.genres()]
        if demand.genre and demand.genre not in genres:
            text = N_("There is no genre “{name}”. Choose from: {all}.")
            raise WrongValue(msg(text, name=demand.genre, all=", ".join(genres)))
        sections = [section.name for section in self._desk.library.house.sections()]
        if demand.section and demand.section not in sections:
            text = N_("There is no section “{name}” here. Add it first, then set what it asks.")
            raise WrongValue(msg(text, name=demand.section))

    def write(self, path: Path) -> int:
        """Write what the house has set as a table, and give how many lines; raises NotWritten."""
        from newsroom.formats import checklist_table
        from newsroom.formats.files import atomic_write

        demands = self.all()
        atomic_write(path, checklist_table.write(demands))
        return len(demands)

    def read(self, path: Path) -> ChecklistRead:
        """Read a table without changing anything: its demands, and the lines that are none; raises Refused."""
        from newsroom.desk.sources import load
        from newsroom.domain.errors import Refused
        from newsroom.formats import checklist_table

        data = load(path)
        if not isinstance(data, bytes):
            raise Refused(data.message)
        read = checklist_table.read(data)
        good, bad = [], list(read.bad)
        for line, demand in read.lines:
            try:
                self._check(demand)
            except WrongValue as error:
                bad.append(checklist_table.BadLine(line, error.message))
            else:
                good.append((line, demand))
        return checklist_table.ChecklistRead(tuple(good), tuple(sorted(bad, key=lambda one: one.line)))


def obeyed(findings: Iterable[Finding], person: Person, override: str) -> tuple[str, ...]:
    """Raise ChecklistOpen where something is required; give the rules that a duty editor passes over with a reason."""
    required = tuple(one for one in findings if one.severity is Severity.REQUIRED)
    if not required:
        return ()
    if not override.strip():
        raise ChecklistOpen(_said(required), required)
    if not person.may_act_as(Role.CHIEF):
        text = N_("{name} may not pass over a checklist; a duty editor can, with a reason.")
        raise NotAllowed(msg(text, name=person.name))
    return tuple(dict.fromkeys(one.rule for one in required))


def _said(required: tuple[Finding, ...]) -> Message:
    first, more = required[0], len(required) - 1
    gaps = {"place": place_words(first.place), "reason": first.message}
    if not more:
        return msg(N_("Not yet possible, see “{place}”: {reason}"), **gaps)
    return msg(N_("Not yet possible, see “{place}”: {reason} {n} more are required."), n=more, **gaps)

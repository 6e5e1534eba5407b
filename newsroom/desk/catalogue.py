"""The house's catalogue at the desk: who may change it, what a change would do, and doing it page by page."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.domain.card import Genre, Section
from newsroom.domain.catalogue import LONGEST, Entry, Kind, Preview, Renaming, proper, renamed_templates, tidy
from newsroom.domain.changeset import Changes
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import NotAllowed, NotFound, WrongValue
from newsroom.domain.person import Role
from newsroom.library.catalogue import PALETTE
from newsroom.text.terms import folded
from newsroom.text.twins import twins
from newsroom.translation import N_, _, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.person import Person

LEFT_ALONE = 10.0
"""Seconds after which a renaming that nobody works at is taken up by whoever sees it."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Catalogue:
    """Sections, genres, people and keywords."""

    COLOURS = PALETTE

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._room = desk.library.catalogue

    @property
    def may_change(self) -> bool:
        """Tell whether the person may change the catalogue: a duty editor, or whoever works alone."""
        return self._desk.preferences.may_set_house

    def _permit(self) -> None:
        if not self.may_change:
            raise NotAllowed(msg(N_("Only a duty editor changes sections, genres, people and keywords.")))

    # What there is

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """Give the entries of a kind with their counts, in their order; of keywords the most used ones."""
        return self._room.entries(kind)

    def keywords(self, sought: str = "", after: Entry | None = None, limit: int = 200) -> tuple[Entry, ...]:
        """Give keywords that hold what is sought, the most used first, after one that was given before."""
        place = (after.live, after.name) if after else None
        return self._room.keywords(folded(sought), place, limit)

    def find(self, kind: Kind, name: str) -> Entry:
        """Give an entry by its name, key or title in any case; raises NotFound."""
        for wanted in dict.fromkeys((cleaned(name), tidy(name))):
            found = self._named(kind, self._room.name_of_now(kind, wanted))
            if found is not None:
                return found
        raise NotFound(msg(N_("There is no “{name}” here."), name=tidy(name)))

    def _named(self, kind: Kind, name: str) -> Entry | None:
        if kind is Kind.KEYWORD:
            return self._room.keyword(name) or self._variant(name)
        everything = self._room.entries(kind)
        exact = (one for one in everything if name in {one.name, one.title})
        return next(exact, next((one for one in everything if _called(one, name)), None))

    def _variant(self, keyword: str) -> Entry | None:
        """Give the most used keyword that is spelled a little otherwise."""
        key = folded(keyword)
        found = self._room.keywords(key) if key else ()
        return next((one for one in found if folded(one.name) == key), None)

    def twins(self) -> tuple[tuple[Entry, ...], ...]:
        """Give groups of keywords that are likely meant to be one, the most used of each first."""
        found = twins(self._room.folded_keywords())[:100]
        entries = (tuple(self._room.keyword(name) for name in group) for group in found)
        return tuple(tuple(one for one in group if one) for group in entries)

    # Another name

    def preview(self, kind: Kind, name: str, new: str) -> Preview:
        """Give what a rename would do; where the new name is there already, it would be a merge.

        Raises NotFound, and WrongValue for a name that cannot be kept.
        """
        entry, wanted = self.find(kind, name), _proper(new)
        target = self._named(kind, self._room.name_of_now(kind, wanted))
        if target is not None and target.name == entry.name:
            target = None
        follows = kind is not Kind.PERSON and not (kind is Kind.GENRE and target is None)
        return Preview(
            entry=entry,
            name=target.title if target else wanted,
            target=target,
            stories=entry.stories if follows else 0,
            bylines=self._room.bylines(entry.name) if kind is Kind.PERSON else 0,
            templates=self._room.templates_with(kind, entry.name) if follows else 0,
        )

    def rename(
        self, kind: Kind, name: str, new: str, *, merge: bool = False, bylines: bool = False
    ) -> Renaming:
        """Begin to give an entry another name, or to merge it into the one that has it; `go_on` does the rest.

        Raises NotAllowed, NotFound, WrongValue where the name is taken, EditedElsewhere where someone was quicker.
        """
        self._permit()
        seen = self.preview(kind, name, new)
        self._permit_merge(seen, merge=merge)
        begun = self._room.begin(_wanted(seen, bylines=bylines), self._desk.person)
        self._rename_own_templates(begun)
        self._know_oneself(begun)
        return begun

    def _permit_merge(self, seen: Preview, *, merge: bool) -> None:
        if seen.target is not None and not merge:
            raise WrongValue(msg(N_("“{name}” is there already. Merge the two instead."), name=seen.name))
        if seen.target is None and merge:
            raise NotFound(msg(N_("There is no “{name}” here."), name=seen.name))
        if seen.target is None and seen.name == seen.entry.title:
            raise WrongValue(msg(N_("It has this name already.")))
        if seen.target is not None and seen.entry.kind is Kind.PERSON:
            self._keep_a_chief(seen.entry)

    def _know_oneself(self, job: Renaming) -> None:
        """Let whoever sits here go on under their new name."""
        person = self._desk.person
        if job.kind is Kind.PERSON and job.old.casefold() == person.name.casefold():
            self._desk.person = self._desk.library.house.person(job.new) or person

    def _rename_own_templates(self, job: Renaming) -> None:
        """Let the person's own story templates follow; those of others follow when a story begins from one."""
        kept = self._desk.preferences
        before = kept.personal.my_templates
        after = renamed_templates(before, job.kind, job.old, job.new)
        if after != before:
            kept.set_personal({"my_templates": after})

    def go_on(self, job: Renaming) -> tuple[Renaming, Changes]:
        """Change the next page of stories; give how far the work is and what was changed."""
        return self._room.go_on(job.id, self._desk.person)

    def finish(
        self, job: Renaming, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> tuple[Renaming, Changes]:
        """Change all stories; called off, it can be taken up again later."""
        changes = Changes()
        while not job.finished and not (cancelled and cancelled()):
            job, more = self.go_on(job)
            changes = changes | more
            if progress:
                progress(job.done, job.total, "")
        return job, changes

    def undo(self, job: Renaming) -> Renaming:
        """Begin to take a renaming back; `go_on` does the rest. Raises NotAllowed, WrongValue, EditedElsewhere."""
        self._permit()
        begun = self._room.undo(job.id, self._desk.person)
        self._know_oneself(begun)
        return begun

    def last(self) -> Renaming | None:
        """Give the last renaming that can be taken back, or nothing."""
        return self._room.last()

    def unfinished(self) -> tuple[Renaming, ...]:
        """Give the renamings whose stories are not all changed yet."""
        return self._room.unfinished()

    def left(self) -> tuple[Renaming, ...]:
        """Give those of them that nobody works at."""
        return self._room.left(LEFT_ALONE) if self.may_change else ()

    # Other changes

    def add(self, kind: Kind, name: str) -> Entry:
        """Add a section, genre or keyword; raises WrongValue where there is one, and NotAllowed."""
        self._permit()
        wanted = _proper(name)
        there = self._named(kind, wanted)
        if there is not None:
            raise WrongValue(msg(N_("“{name}” is there already."), name=there.title))
        if kind is Kind.SECTION:
            self._desk.library.house.add_section(wanted)
        elif kind is Kind.GENRE:
            self._desk.library.house.put_genre(self._new_genre(wanted))
        elif kind is Kind.PERSON:
            self._desk.people.add(wanted, Role.JOURNALIST)
        else:
            self._room.decide(kind, wanted, kept=True)
        return self.find(kind, wanted)

    def _new_genre(self, name: str) -> Genre:
        from newsroom.text.slug import slug

        known = self._desk.library.house.genres()
        key = slug(name) or f"genre-{len(known) + 1}"
        if any(one.key == key for one in known):
            raise WrongValue(msg(N_("“{name}” is there already."), name=name))
        return Genre(key, name, position=max((one.position for one in known), default=0) + 1)

    def colour(self, section: str, colour: str) -> Changes:
        """Give a section a colour as #rrggbb; raises WrongValue, NotFound and NotAllowed."""
        if not _COLOUR.fullmatch(colour.lower()):
            raise WrongValue(msg(N_("“{value}” is no colour, such as #3b6ea5."), value=colour))
        return self._put_section(section, colour=colour.lower())

    def _put_section(self, name: str, **values: object) -> Changes:
        self._permit()
        entry = self.find(Kind.SECTION, name)
        return self._desk.library.house.change_section(entry.id, partial(_changed, values=values))

    def order(self, kind: Kind, ids: Sequence[int]) -> Changes:
        """Put sections or genres into an order; raises NotAllowed."""
        self._permit()
        return self._room.put_in_order(kind, ids)

    def retire(self, kind: Kind, name: str, *, retired: bool = True) -> Changes:
        """Offer an entry no more, or again; stories keep it. Raises NotAllowed and NotFound."""
        self._permit()
        entry = self.find(kind, name)
        if kind is Kind.SECTION:
            return self._put_section(entry.name, retired=retired)
        if kind is Kind.PERSON and retired:
            self._keep_a_chief(entry)
        return self._room.decide(kind, entry.name, retired=retired)

    def _keep_a_chief(self, entry: Entry) -> None:
        """Raise NotAllowed where a person would retire themselves, or the last duty editor."""
        if entry.name.casefold() == self._desk.person.name.casefold():
            raise NotAllowed(msg(N_("You cannot retire or merge yourself.")))
        chiefs = [
            one for one in self._room.entries(Kind.PERSON) if one.role is Role.CHIEF and not one.retired
        ]
        if [one.id for one in chiefs] == [entry.id]:
            raise NotAllowed(msg(N_("{name} is the last duty editor. Name another first."), name=entry.title))

    def wants_lead(self, genre: str, *, wanted: bool) -> Changes:
        """Set whether a genre wants a lead; raises NotAllowed and NotFound."""
        self._permit()
        entry = self.find(Kind.GENRE, genre)
        known = next(one for one in self._desk.library.house.genres() if one.key == entry.name)
        return self._desk.library.house.put_genre(replace(known, wants_lead=wanted))

    def person(self, name: str, role: Role, sign_off: str) -> Person:
        """Give a person another role and sign-off; raises NotAllowed and NotFound."""
        self._permit()
        entry = self.find(Kind.PERSON, name)
        if entry.role is Role.CHIEF and role is not Role.CHIEF:
            self._keep_a_chief(entry)
        known = next(one for one in self._desk.people.all() if one.id == entry.id)
        return self._desk.library.house.put_person(replace(known, role=role, sign_off=tidy(sign_off)))

    def delete(self, kind: Kind, name: str) -> Changes:
        """Delete an entry that no story and no template uses; raises WrongValue, NotFound and NotAllowed."""
        self._permit()
        entry = self.find(kind, name)
        if kind is Kind.PERSON:
            self._keep_a_chief(entry)
        return self._room.delete(kind, entry.name)


def _proper(name: str) -> str:
    wanted = tidy(name)
    if not proper(wanted):
        raise WrongValue(msg(N_("A name needs 1 to {n} characters that are seen."), n=LONGEST))
    return wanted


def _called(entry: Entry, name: str) -> bool:
    titles = {entry.name, entry.title, _(entry.title) if entry.kind is Kind.GENRE else entry.title}
    return folded(name) in {folded(title) for title in titles} or name.casefold() in {
        title.casefold() for title in titles
    }


def _wanted(seen: Preview, *, bylines: bool) -> Renaming:
    entry, target = seen.entry, seen.target
    same = entry.kind is Kind.GENRE and target is None
    return Renaming(
        id=0,
        kind=entry.kind,
        old=entry.name,
        new=entry.name if same else target.name if target else seen.name,
        old_title=entry.title,
        new_title=seen.name,
        merged=target is not None,
        bylines=bylines,
    )


def _changed(section: Section, values: dict[str, object]) -> Section:
    return replace(section, **values)  # type: ignore[arg-type]  # the caller names fields of a section

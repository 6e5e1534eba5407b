"""Presets of exports, which the house keeps for all: found by name, changed, and carried as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.embargoes import audience_of
from newsroom.desk.naming import check_pattern
from newsroom.desk.sources import load
from newsroom.desk.targets import collectable, writable
from newsroom.domain.errors import Refused, WrongValue
from newsroom.domain.export_profile import (
    Layout,
    dumps_profiles,
    loads_profiles,
    read_profiles,
    write_profiles,
)
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.domain.export_profile import ExportProfile

LONGEST_NAME = 60


class Profiles:
    """What knows the house's presets."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[ExportProfile, ...]:
        """Give the presets in the house's order."""
        return read_profiles(self._desk.house.export_profiles)

    def named(self, name: str) -> ExportProfile:
        """Give a preset by its name, in whatever case; raises WrongValue with the names there are."""
        known = self.all()
        for profile in known:
            if profile.name.casefold() == name.strip().casefold():
                return profile
        if not known:
            raise WrongValue(msg(N_("The house has no presets of exports yet.")))
        text = N_("There is no preset “{name}”. Choose from: {all}.")
        raise WrongValue(msg(text, name=name, all=", ".join(one.name for one in known)))

    def put(self, profiles: Iterable[ExportProfile]) -> Changes:
        """Keep all presets of the house, in this order; raises WrongValue and NotAllowed."""
        wanted = tuple(profiles)
        for profile in wanted:
            check(profile)
        names = [one.name.casefold() for one in wanted]
        if len(set(names)) < len(names):
            raise WrongValue(msg(N_("Two presets cannot have the same name.")))
        return self._desk.preferences.set_house({"export_profiles": write_profiles(wanted)})

    def write(self, path: Path) -> None:
        """Write the presets into a file that another library takes in; raises NotWritten."""
        from newsroom.formats.files import atomic_write

        atomic_write(path, dumps_profiles(self.all()).encode())

    def read(self, path: Path) -> tuple[ExportProfile, ...]:
        """Give the presets of a file; raises Refused in one sentence."""
        data = load(path)
        if not isinstance(data, bytes):
            raise Refused(data.message)
        try:
            return loads_profiles(data.decode())
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            raise Refused(msg(N_("“{name}” holds no presets of exports."), name=path.name)) from fault

    def taken_in(self, path: Path) -> Changes:
        """Keep the presets of a file beside those there are; of two with one name the file's counts."""
        merged = {one.name.casefold(): one for one in (*self.all(), *self.read(path))}
        return self.put(merged.values())


def check(profile: ExportProfile) -> None:
    """Raise WrongValue where a preset could never be used."""
    if not 0 < len(profile.name.strip()) <= LONGEST_NAME:
        raise WrongValue(msg(N_("A preset needs a name of at most {most} characters."), most=LONGEST_NAME))
    form = writable(profile.format)
    if profile.layout is Layout.ONE:
        collectable(form)
    audience_of(form, profile)
    check_pattern(profile.pattern)

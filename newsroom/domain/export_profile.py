"""How a house sends stories out again and again: a named preset of an export."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORM = "newsroom-export-profiles"
VERSION = 1


class Layout(Labelled):
    """Whether stories go out together or apart."""

    EACH = "each", N_("One file for each story")
    ONE = "one", N_("One file for all stories")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportProfile:
    """What goes out how; without a name it is meant for once."""

    name: str = ""
    format: str
    audience: str = ""
    """For whom, where it is not whom the format is made for."""
    layout: Layout = Layout.EACH
    pattern: str = ""
    """How files are named, folders parted by slashes; the house's pattern where it is empty."""
    print_profile: str = ""
    """The house's print profile to set in; the first one where it is empty."""
    honours_embargo: bool = False
    """Whether partners who get it keep an embargo, so that they may have a story before its time."""
    renew: bool = False
    """Whether a file of the same name is replaced instead of being left beside a new one."""


def read_profiles(stored: Iterable[tuple[str, str]]) -> tuple[ExportProfile, ...]:
    """Read profiles as settings keep them; one that cannot be read is left out."""
    return tuple(_read(stored))


def _read(stored: Iterable[tuple[str, str]]) -> Iterator[ExportProfile]:
    for name, text in stored:
        try:
            yield _profile(json.loads(text) | {"name": name})
        except (ValueError, KeyError, TypeError, RecursionError):
            continue


def _profile(data: Mapping[str, Any]) -> ExportProfile:
    """Make a profile from plain values; raises ValueError, KeyError or TypeError."""
    return ExportProfile(
        name=str(data.get("name", "")),
        format=str(data["format"]),
        audience=str(data.get("audience", "")),
        layout=Layout(data.get("layout", Layout.EACH.value)),
        pattern=str(data.get("pattern", "")),
        print_profile=str(data.get("print_profile", "")),
        honours_embargo=data.get("honours_embargo") is True,
        renew=data.get("renew") is True,
    )


def write_profiles(profiles: Iterable[ExportProfile]) -> tuple[tuple[str, str], ...]:
    """Give profiles as settings keep them."""
    return tuple((one.name, json.dumps(_values(one), ensure_ascii=False, sort_keys=True)) for one in profiles)


def _values(one: ExportProfile) -> dict[str, Any]:
    return {entry.name: getattr(one, entry.name) for entry in fields(one) if entry.name != "name"}


def dumps_profiles(profiles: Iterable[ExportProfile]) -> str:
    """Give profiles as the text of a file that another library takes in."""
    entries = [{"name": one.name, **_values(one)} for one in profiles]
    data = {"form": FORM, "version": VERSION, "profiles": entries}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def loads_profiles(text: str) -> tuple[ExportProfile, ...]:
    """Read profiles from the text of a file; raises ValueError, KeyError or TypeError where it is none."""
    data = json.loads(text)
    if data["form"] != FORM or data["version"] > VERSION:
        raise ValueError(FORM)
    return tuple(_profile(entry) for entry in data["profiles"])

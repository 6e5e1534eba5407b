"""What went out: by which channel, which version, in which files; and what keeps a story in."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from newsroom.domain.channel import Channel
from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsroom.translation import Message


class ReleaseKind(Labelled):
    """What a sending was to its readers."""

    PUBLISHED = "published", N_("Published")
    UPDATED = "updated", N_("Updated")
    CORRECTED = "corrected", N_("Corrected")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPlan:
    """How stories go out by one channel: into which folder, named how, in which formats, by which preset.

    A plan without a folder is none: by its channel nothing is written.
    """

    channel: Channel
    folder: str = ""
    pattern: str = ""
    """How files are named; the house's pattern where it is empty."""
    formats: tuple[str, ...] = ()
    preset: str = ""
    """A preset of exports that says for whom the files are and whether partners keep embargoes, or nothing."""

    @property
    def stands(self) -> bool:
        """Tell whether anything is written by it."""
        return bool(self.folder and self.formats)


def read_plans(stored: Iterable[tuple[str, str]]) -> tuple[ChannelPlan, ...]:
    """Read plans as settings keep them, one for each channel; what cannot be read is no plan."""
    found = {channel: ChannelPlan(channel=channel) for channel in Channel}
    for name, text in stored:
        try:
            values = json.loads(text)
            channel = Channel(name)
            found[channel] = ChannelPlan(
                channel=channel,
                folder=str(values.get("folder", "")),
                pattern=str(values.get("pattern", "")),
                formats=tuple(map(str, values.get("formats", ()))),
                preset=str(values.get("preset", "")),
            )
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue
    return tuple(found.values())


def write_plans(plans: Iterable[ChannelPlan]) -> tuple[tuple[str, str], ...]:
    """Give plans as settings keep them."""
    return tuple(
        (plan.channel.value, _text(plan)) for plan in plans if plan != ChannelPlan(channel=plan.channel)
    )


def _text(plan: ChannelPlan) -> str:
    values = {name: value for name, value in asdict(plan).items() if name != "channel"}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file of a release; path is within the channel's folder, format is empty for a file beside another."""

    format: str
    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A story sent out by one channel; written is None until all its files stood."""

    story: int
    number: int = 0
    channel: Channel
    kind: ReleaseKind
    version: int
    hash: str
    person: str
    time: datetime
    folder: str
    pattern: str
    correction: str = ""
    written: datetime | None = None
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A story whose files are still to be written, and what kept them from it last time.

    Where no channels are named it goes by all that have a plan.
    """

    story: int
    version: int
    withdrawn: bool
    channels: tuple[Channel, ...]
    person: str
    time: datetime
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class LegalBlock:
    """That nothing may be taken of a story: by whom, since when and why."""

    uid: str
    person: str
    time: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Erased:
    """A story that was erased for good; nothing is known of its words."""

    uid: str
    story: int
    person: str
    time: datetime
    reason: str

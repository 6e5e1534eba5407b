"""What bringing in and sending out tell afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.domain.changeset import Changes
from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.domain.errors import Known
    from newsroom.domain.finding import Finding
    from newsroom.translation import Message

MANY = 10
"""From so many stories on an import tells but once what is said of most of them."""
Progress = Callable[[int, int, str], None]
"""Is told how much is done of how much, and the name of what comes next."""
Cancelled = Callable[[], bool]
"""Says whether the user called it off."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A story that came in, from which file, what the checks found and what could not be kept."""

    id: int
    file: str
    headline: str
    findings: tuple[Finding, ...] = ()
    losses: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    """What was guessed and should be looked at."""


def waiting(fields: int) -> tuple[Message, ...]:
    """Say that so many fields of a file wait to be taken over."""
    if not fields:
        return ()
    return (
        msgs(
            "One field has another text in the file; it waits to be taken over in the story.",
            "{n} fields have other texts in the file; they wait to be taken over in the story.",
            fields,
        ),
    )


@dataclass(frozen=True, slots=True)
class CameBack:
    """A file that came back to its story, or beside it: who changed what, and what waits to be taken over."""

    id: int
    file: str
    headline: str
    changes: int = 0
    authors: tuple[str, ...] = ()
    untaken: int = 0
    notes: int = 0
    messages: tuple[Message, ...] = ()

    @property
    def same(self) -> bool:
        """Tell whether there was nothing to do."""
        return not (self.changes or self.untaken or self.notes)

    @property
    def message(self) -> Message:
        """Say what came back, in a part of a sentence."""
        gaps = {"headline": self.headline, "names": ", ".join(self.authors)}
        if self.changes:
            return msgs(
                "one file came back to “{headline}” with one change by {names}",
                "one file came back to “{headline}” with {n} changes by {names}",
                self.changes,
                **gaps,
            )
        if self.same:
            return msg(N_("one file came back to “{headline}” without a change"), **gaps)
        return msg(N_("one file came back to “{headline}” with notes or fields to look at"), **gaps)

    def told(self) -> tuple[Message, ...]:
        """Give what else there is to say: fields that wait, notes that are new, what else happened."""
        counted = [*waiting(self.untaken)]
        if self.notes:
            counted.append(msgs("One note came with it.", "{n} notes came with it.", self.notes))
        return (*counted, *self.messages)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read, and why."""

    file: str
    message: Message


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A file that came in before, and its story."""

    file: str
    id: int


class Renewal(StrEnum):
    """What becomes of a file whose story came in before and that has another text now."""

    UPDATE = "update"
    LEAVE = "leave"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Renewed:
    """A story that was brought up to date with its file, or the draft beside it, and what waits there."""

    id: int
    file: str
    headline: str
    changes: int = 0
    """How many tracked changes it brought; none where nobody had changed the text here."""
    untaken: int = 0
    messages: tuple[Message, ...] = ()

    def told(self) -> tuple[Message, ...]:
        """Give what there is to say of it."""
        said: list[Message] = []
        if self.changes:
            said.append(
                msgs(
                    "It was changed here too: one change stands in it to be accepted or rejected.",
                    "It was changed here too: {n} changes stand in it to be accepted or rejected.",
                    self.changes,
                )
            )
        return (*said, *waiting(self.untaken), *self.messages)


@dataclass(frozen=True, slots=True)
class Left:
    """A file that has another text than its story, which was left as it is."""

    id: int
    file: str
    headline: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    imported: tuple[Imported, ...] = ()
    refused: tuple[Refusal, ...] = ()
    known: tuple[KnownSource, ...] = ()
    cancelled: bool = False
    stopped: Known | None = None
    """What ended the import early: the library could not take more."""
    returned: tuple[CameBack, ...] = ()
    renewed: tuple[Renewed, ...] = ()
    left: tuple[Left, ...] = ()
    changes: Changes = field(default_factory=Changes)
    """Takes back what became of files whose stories came in before, all of it at once."""

    def shared(self) -> dict[Message, int]:
        """Give what was found in at least half of many stories, and in how many: it is told once and for all."""
        if len(self.imported) < MANY:
            return {}
        told = Counter(found for one in self.imported for found in {each.message for each in one.findings})
        return {message: count for message, count in told.most_common() if count * 2 >= len(self.imported)}

    def __add__(self, other: ImportReport) -> ImportReport:
        """Give both together."""
        return ImportReport(
            self.imported + other.imported,
            self.refused + other.refused,
            self.known + other.known,
            self.cancelled or other.cancelled,
            self.stopped or other.stopped,
            self.returned + other.returned,
            self.renewed + other.renewed,
            self.left + other.left,
            self.changes | other.changes,
        )


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A story that was not written or not saved, and the error that says why."""

    id: int
    error: Known

    @property
    def message(self) -> Message:
        """Give the reason."""
        return self.error.message


@dataclass(frozen=True, slots=True)
class Loss:
    """What a written file could not hold."""

    file: Path
    message: Message


@dataclass(frozen=True, slots=True)
class Fixed:
    """A story that was mended: the version that holds it, and the findings whose fixes were made."""

    id: int
    version: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What the checks found in stories, what was mended, and what was left for its state."""

    judged: tuple[tuple[int, tuple[Finding, ...]], ...] = ()
    """Each story with what is found in it at the end."""
    fixed: tuple[Fixed, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    cancelled: bool = False
    stopped: Known | None = None
    """What ended it early: the library could not take more."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did."""

    written: tuple[Path, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    losses: tuple[Loss, ...] = ()
    cancelled: bool = False
    stories: int = 0
    """So many stories stand in the files."""

    def __add__(self, other: ExportReport) -> ExportReport:
        """Give both together."""
        return ExportReport(
            self.written + other.written,
            self.refused + other.refused,
            self.losses + other.losses,
            self.cancelled or other.cancelled,
            self.stories + other.stories,
        )

    @classmethod
    def of(cls, parts: Sequence[ExportReport]) -> ExportReport:
        """Give many reports as one, in their order."""
        return cls(
            tuple(path for part in parts for path in part.written),
            tuple(one for part in parts for one in part.refused),
            tuple(one for part in parts for one in part.losses),
            any(part.cancelled for part in parts),
            sum(part.stories for part in parts),
        )

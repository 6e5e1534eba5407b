"""What bringing in and sending out tell afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.domain.errors import Known
    from newsroom.domain.finding import Finding
    from newsroom.translation import Message

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
        counted: list[Message] = []
        if self.untaken:
            counted.append(
                msgs(
                    "One field has another text in the file; it waits to be taken over in the story.",
                    "{n} fields have other texts in the file; they wait to be taken over in the story.",
                    self.untaken,
                )
            )
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

    def __add__(self, other: ImportReport) -> ImportReport:
        """Give both together."""
        return ImportReport(
            self.imported + other.imported,
            self.refused + other.refused,
            self.known + other.known,
            self.cancelled or other.cancelled,
            self.stopped or other.stopped,
            self.returned + other.returned,
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

"""A story, field by field."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from newsroom.domain.body import EMPTY, Body
from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.changes import Change
    from newsroom.domain.counterpart import Counterpart
    from newsroom.domain.inline import Content
    from newsroom.domain.notes import Note

AUTO = "auto"
"""The language setting that asks for the detected one."""


class Unit(Labelled):
    """What an ordered length counts."""

    LINES = "lines", N_("lines")
    CHARACTERS = "characters", N_("characters")
    WORDS = "words", N_("words")


class LinkKind(Labelled):
    """How two stories belong together."""

    UPDATE_OF = "update-of", N_("Update of")
    PRINT_VERSION_OF = "print-version-of", N_("Print version of")
    BOX_TO = "box-to", N_("Box to")
    NOT_A_DUPLICATE_OF = "not-a-duplicate-of", N_("Not a duplicate of")
    MERGED_INTO = "merged-into", N_("Merged into")


class AiUse(Labelled):
    """Whether a machine made the story; value is IPTC's digital source type, or empty."""

    NONE = "", N_("Not stated")
    ASSISTED = "compositeWithTrainedAlgorithmicMedia", N_("Written with the help of AI")
    GENERATED = "trainedAlgorithmicMedia", N_("Made by AI")


class Priority(Labelled):
    """How urgent a story is, 1 the most."""

    FLASH = "1", N_("1 – flash")
    URGENT = "2", N_("2 – urgent")
    HIGH = "3", N_("3 – high")
    NORMAL = "4", N_("4 – normal")
    LOW = "5", N_("5 – low")


@dataclass(frozen=True, slots=True)
class Byline:
    """One person who made the story, and as what; the role is free text ("Photos", "from Madrid")."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class OrderedLength:
    """How long the story shall be."""

    amount: int
    unit: Unit = Unit.LINES


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link to another story, by its uid."""

    kind: LinkKind
    uid: str


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something the import did or guessed; removed is the paragraph it took out, which undo puts back."""

    rule: str
    message: Message
    removed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story; version counts its saves and is 0 until it was saved once, times are aware datetimes."""

    uid: str
    id: int = 0
    version: int = 0
    genre: str = ""
    kicker: str = ""
    headline: str = ""
    subheadline: str = ""
    lead: Content = ()
    body: Body = EMPTY
    teaser: str = ""
    web_headline: str = ""
    ordered_length: OrderedLength | None = None
    dateline: str = ""
    authors: tuple[Byline, ...] = ()
    sign_off: str = ""
    section: str = ""
    slug: str = ""
    keywords: tuple[str, ...] = ()
    publish_time: datetime | None = None
    embargo: datetime | None = None
    embargo_line: str = ""
    """An embargo line that could not be read; while it stands, readers' exports are blocked."""
    language: str = AUTO
    detected_language: str = ""
    """The language that was detected at the last save, as a bare code; empty is unknown."""
    priority: Priority = Priority.NORMAL
    source: str = ""
    rights: str = ""
    ai_use: AiUse = AiUse.NONE
    editors_note: str = ""
    correction_note: str = ""
    state: State = State.DRAFT
    trashed: datetime | None = None
    approved_by: str = ""
    approved_hash: str = ""
    approved_at: datetime | None = None
    links: tuple[StoryLink, ...] = ()
    counterpart: Counterpart | None = None
    """The other version, in print or on the web, once something of it was considered here."""
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    import_notes: tuple[ImportNote, ...] = ()
    dismissed: frozenset[str] = frozenset()
    imported: bool = False
    created_by: str = ""
    created: datetime | None = None
    modified: datetime | None = None

    @classmethod
    def new(cls, **fields: object) -> Self:
        """Make a story with a uid of its own."""
        return replace(cls(uid=new_uid()), **fields)  # type: ignore[arg-type]  # checked by replace

    @property
    def spoken_language(self) -> str:
        """Give the language in force: the set one, or the detected one where it is `AUTO`; maybe empty."""
        return self.detected_language if self.language == AUTO else self.language


def new_uid() -> str:
    """Give a new UUID of version 7, which sorts by the time it was made (RFC 9562)."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big")
    number = (milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | (chance >> 68 & 0xFFF) << 64
    digits = f"{number | 2 << 62 | chance & (1 << 62) - 1:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

"""What a check found: which rule, how grave, where, and why; translated only where it is shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.words import Labelled
from newsroom.translation import N_, Message

HEADER = -1
"""The block of a place in a header field."""


class Severity(Labelled):
    """How much a rule asks for, at one transition."""

    OFF = "off", N_("Off")
    RECOMMENDED = "recommended", N_("Recommended")
    REQUIRED = "required", N_("Required")


class Field(StrEnum):
    """The field that a finding is about, named as in `Article`; the last three are parts of blocks (see `apart`)."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBHEADLINE = "subheadline"
    LEAD = "lead"
    BODY = "body"
    TEASER = "teaser"
    WEB_HEADLINE = "web_headline"
    SECTION = "section"
    PUBLISH_TIME = "publish_time"
    EMBARGO = "embargo"
    LANGUAGE = "language"
    AUTHORS = "authors"
    FOOTNOTE = "footnote"
    CREDIT = "credit"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: block is `HEADER` in a header field; offsets count the plain text."""

    field: Field
    block: int = HEADER
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Replacement:
    """Puts a text in the place of the finding's stretch."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What one click does: its label, and the replacements, applied last place first and undone as one."""

    label: Message
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; subject is the text it speaks of, so that a dismissal ends when that text changes."""

    rule: str
    severity: Severity
    place: Place
    message: Message
    subject: str = ""
    fix: Fix | None = None
    like: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """Give what a dismissal remembers: the rule and a digest of the subject, never its words."""
        digest = hashlib.sha256(f"{self.place.field}\0{self.subject}".encode()).hexdigest()[:16]
        return f"{self.rule}:{digest}"

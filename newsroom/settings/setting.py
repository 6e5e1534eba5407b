"""One setting, and the groups in which the preferences show them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a setting holds, and so how it is asked for."""

    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    WORDS = "words"
    ENTRIES = "entries"
    """Lines of several parts."""
    FILE = "file"
    """The SHA-256 of a file that the library keeps, or nothing."""


NEWSROOM, WRITING, LENGTH, FORMS, CHECKS, DOUBLES, OUTPUT, TYPOGRAPHY, MARKDOWN, SNIPPETS, FURTHER = (
    N_("Newsroom"),
    N_("Language and writing"),
    N_("Length"),
    N_("Bylines and datelines"),
    N_("Findings"),
    N_("Similar stories"),
    N_("Export"),
    N_("Typography while typing"),
    N_("Markdown-like typing"),
    N_("Snippets and templates"),
    N_("Further settings"),
)
GROUPS = (NEWSROOM, WRITING, TYPOGRAPHY, MARKDOWN, SNIPPETS, LENGTH, FORMS, CHECKS, DOUBLES, OUTPUT, FURTHER)
"""The groups in the order of the preferences."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a setting; least and most bound a number, choices give each value's label."""

    name: str
    default: Any
    title: str
    help: str = ""
    group: str = FURTHER
    least: int = 0
    most: int = 1_000_000
    choices: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    """The parts of an entry."""
    spare: int = 0
    """How many of the parts, from the last, may be left out."""
    zone: bool = False
    """Its text names a time zone."""
    pattern: str = ""
    """The regular expression that its text, or each of its words, matches."""
    must_hold: tuple[str, ...] = ()
    """Its text must hold one of these fields, such as ``{name}``."""
    elsewhere: bool = False
    """It has a place of its own in the window, too rich to be typed as a setting."""

    file: str = ""
    """It names a file that the library keeps: a template of the format of this name."""

    @property
    def kind(self) -> Kind:
        """Give what it holds, by its default."""
        if self.file:
            return Kind.FILE
        if isinstance(self.default, bool):
            return Kind.SWITCH
        if isinstance(self.default, int):
            return Kind.NUMBER
        if isinstance(self.default, tuple):
            return Kind.ENTRIES if self.parts else Kind.WORDS
        return Kind.CHOICE if self.choices else Kind.TEXT


def setting(default: Any, title: str, text: str = "", **more: Any) -> Any:
    """Give the field of a setting, with its title, its help and what else is known about it."""
    return field(default=default, metadata={"title": title, "help": text, **more})


def described(kind: type) -> dict[str, Setting]:
    """Give what is known about each setting of a settings class, by name."""
    return {
        entry.name: Setting(name=entry.name, default=entry.default, **entry.metadata)
        for entry in fields(kind)
    }

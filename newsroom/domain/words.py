"""Enumerations whose members carry the word people read beside the word that is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A stored word with its label, an English catalogue text that is translated where it is shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stored word and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

"""Words as Tagged Text: what would be a tag is escaped, what the encoding lacks is written by its number."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.inline import NOT_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

BREAK = "<0x000A>"
"""A forced line break."""
_TAG_SIGN = re.compile(r"[<>\\]")
_NAME_SIGN = re.compile(r"[<>\\:\[\]]")


@dataclass(frozen=True, slots=True)
class Platform:
    """For which InDesign a file is made: its name is the first tag, as in ``UNICODE-WIN``."""

    name: str

    @property
    def unicode(self) -> bool:
        """Tell whether every character stands for itself."""
        return self.name.startswith("UNICODE")

    @property
    def end(self) -> str:
        """Give what ends a paragraph."""
        return "\r\n" if self.name.endswith("WIN") else "\r"

    def words(self, text: str) -> str:
        """Give text as it stands between tags; a line feed is a forced line break."""
        lines = text.replace("\r\n", "\n").replace("\u2028", "\n").split("\n")
        return BREAK.join(self._signs(_TAG_SIGN.sub(r"\\\g<0>", NOT_TEXT.sub("", line))) for line in lines)

    def style(self, name: str) -> str:
        """Give a style's name as it stands in a tag; a colon parts group and style, and is escaped."""
        return self._signs(_NAME_SIGN.sub(r"\\\g<0>", name))

    def _signs(self, text: str) -> str:
        return text if self.unicode else "".join(map(_numbered, text))

    def file(self, lines: Iterable[str]) -> bytes:
        """Give the lines of a file as its bytes."""
        whole = self.end.join((f"<{self.name}>", *lines))
        return codecs.BOM_UTF16_LE + whole.encode("utf-16-le") if self.unicode else whole.encode("ascii")


def _numbered(sign: str) -> str:
    """Give a character as ASCII: one beyond the first plane is two numbers, as InDesign counts."""
    if sign.isascii():
        return sign
    units = sign.encode("utf-16-be")
    return "".join(f"<0x{units[place] << 8 | units[place + 1]:04X}>" for place in range(0, len(units), 2))

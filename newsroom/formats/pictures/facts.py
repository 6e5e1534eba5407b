"""What a picture is and says of itself: its size, and what IPTC and XMP tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.inline import NOT_TEXT
from newsroom.formats.guard.pictures import measure

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 2_000
_WHITE = re.compile(r"[ \t\r\n\v\f]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture's maker wrote into it; each is one line, and empty where nothing was said."""

    caption: str = ""
    headline: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    rights: str = ""
    alternative: str = ""
    source_type: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A picture's kind, its size in pixels as it stands upright, its dots an inch, and its words."""

    mime: str
    width: int
    height: int
    dpi: int = 0
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class Look:
    """Looks at a picture, whole so that a cut-off one is found out, or its head; done in a reading process."""

    data: bytes
    language: str = ""
    whole: bool = True

    def run(self) -> Facts:
        """Give what the picture is and says; raises Refused."""
        from newsroom.formats.pictures.decoding import opened

        size = measure(self.data)
        with opened(self.data) as picture:
            if self.whole:
                picture.image.load()
            wide, high = picture.upright
            return Facts(size.mime, wide, high, picture.dpi, words_of(picture.info, self.language))


def words_of(info: Mapping[str, bytes], language: str = "") -> Words:
    """Give what XMP says, and IPTC where XMP is silent."""
    from newsroom.formats.pictures.iptc import words_of_iptc
    from newsroom.formats.pictures.xmp import words_of_xmp

    told = words_of_xmp(info.get("xmp", b""), language)
    older = words_of_iptc(info.get("iptc", b""))
    return Words(
        **{name: one_line(told.get(name) or older.get(name, "")) for name in Words.__dataclass_fields__}
    )


def one_line(text: str) -> str:
    """Give a text as one line without controls, cut where no caption would end."""
    return " ".join(_WHITE.split(NOT_TEXT.sub("", text))).strip()[:LONGEST]

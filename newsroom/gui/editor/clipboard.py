"""What goes onto the clipboard and what comes from it: our own form, HTML, or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newsroom.domain.body import Body, contents, paragraphs
from newsroom.domain.codec import dumps, loads
from newsroom.domain.inline import NOT_TEXT, normal
from newsroom.formats.pasted import HTML, OWN, RTF, TEXT
from newsroom.gui.editor.copied import offered
from newsroom.gui.editor.seams import whole_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from newsroom.domain.inline import Content, Inline
    from newsroom.translation import Message

MIME = "application/x-newsroom-body"
RTF_MIMES = ("text/rtf", "application/rtf", "text/richtext")
_WHITE = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Clip:
    """What was copied in the form that keeps most, by the name under which it is read, and its words alone."""

    name: str
    data: bytes
    """Nothing where there are words alone."""
    words: str
    whole: bool = False
    """Whether it begins and ends with whole words, which are parted from those beside them."""

    def to_read(self) -> bytes:
        """Give what is read; words become bytes only here, for that takes its time."""
        return self.data or self.words.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Read:
    """What a clip holds for a story: what was left out of it, whether lines became paragraphs, what else changed."""

    body: Body
    losses: tuple[Message, ...] = ()
    joined: bool = False
    turned: tuple[Message, ...] = ()


class ClipReader(Protocol):
    """Makes bodies of what is pasted."""

    def at_once(self, clip: Clip) -> Read | None:
        """Give what is read in a moment, or None where that would take longer; raises Known."""

    def later(
        self, clip: Clip, done: Callable[[Read], None], failed: Callable[[BaseException], None]
    ) -> Callable[[], None]:
        """Read in a process of its own; gives what calls it off."""


class OwnReader:
    """Reads our own form, and of all else the words alone: for a field that nobody gave a reader."""

    def at_once(self, clip: Clip) -> Read:
        """Give the body, or the words; raises Known."""
        return Read(loads(clip.data.decode("utf-8", "replace")) if clip.name == OWN else plain(clip.words))

    def later(
        self, clip: Clip, done: Callable[[Read], None], failed: Callable[[BaseException], None]
    ) -> Callable[[], None]:
        """Never asked: all is read at once."""
        raise AssertionError(clip, done, failed)


def to_mime(body: Body) -> QMimeData:
    """Give a body for the clipboard: whole for ourselves, its final text for everyone else."""
    data = offered(body)
    data.setData(MIME, dumps(body).encode())
    return data


def can_paste(data: QMimeData) -> bool:
    """Tell whether there is something to paste."""
    return data.hasFormat(MIME) or data.hasHtml() or data.hasText() or any(map(data.hasFormat, RTF_MIMES))


def clip_of(data: QMimeData) -> Clip:
    """Give what was copied in the form that keeps most."""
    words = data.text()
    whole = whole_words(data, words, MIME)
    for name, mime in ((OWN, MIME), (HTML, "text/html"), *((RTF, mime) for mime in RTF_MIMES)):
        held = bytes(data.data(mime).data()) if data.hasFormat(mime) else b""
        held = held.removeprefix(b"{") if name == RTF else held  # by its brace a whole RTF file is known
        if held.strip(b" \t\r\n\0"):
            return Clip(name, held, words, whole)
    return words_of(words, whole=whole)


def words_of(words: str, *, whole: bool) -> Clip:
    """Give words as they are copied from a program that has nothing else."""
    return Clip(TEXT, b"", words, whole)


def plain(words: str) -> Body:
    """Give words alone: an empty line parts paragraphs, or each line is one."""
    text = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return paragraphs(part.strip("\n") for part in parts if part.strip() or len(parts) == 1)


def one_line(text: str) -> str:
    """Give text as one line without controls; no-break spaces, which Python would split at, stay."""
    return " ".join(NOT_TEXT.sub("", part) for part in _WHITE.split(text.strip(" \t\r\n")))


def flat(body: Body, between: Inline) -> Content:
    """Give a body as content of one paragraph, with something between its blocks."""
    pieces: list[Inline] = []
    for content in (content for block in body.blocks for content in contents(block)):
        pieces += [between, *content] if pieces else content
    return normal(pieces)

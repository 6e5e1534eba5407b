"""Wire stories from bytes: parted, dissected, and everything taken out or guessed is said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, ImportNote
from newsroom.domain.body import paragraphs
from newsroom.formats import Incoming
from newsroom.formats.embargo_line import take_embargo
from newsroom.formats.encodings import decode
from newsroom.formats.headlines import take_repeated
from newsroom.formats.wire.dateline import take_dateline
from newsroom.formats.wire.header import Header, read_header, starts_next_story, starts_story
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.formats import Reading

HEADER_LINES = 3
"""The header line is one of the first: an embargo line may stand before it."""

LONGEST_HEADLINE = 400
"""A longer first paragraph is no headline."""

LONGEST_NOTE = 1_500
"""What follows a row of stars and is longer is text, not a notebook."""

_NOTEBOOK = re.compile(r"#+\s*Notizblock\W*", re.IGNORECASE)
_STARS = re.compile(r"\*(?: ?\*){3,}")
_SIGN_OFF = re.compile(
    r"(?:dpa|afp|apa|ap|rtr|epd|kna|sid|ots|dts|sda)(?:[-/ ][a-z0-9]{1,6}){1,8}|[a-z]{2,4}(?:/[a-z]{2,5}){1,4}"
)


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the stories of a wire text."""
    decoded = decode(data, reading.encoding)
    stories = (_story(lines, reading) for lines in part(decoded.text))
    return tuple(
        Incoming(
            replace(story, import_notes=(*decoded.notes, *story.import_notes)), encoding=decoded.encoding
        )
        for story in stories
    )


def part(text: str) -> Iterator[tuple[str, ...]]:
    """Part a text into stories: each header line after an empty line begins one."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if not (n and lines[n - 1].strip()) and starts_story(line)]
    starts = starts[:1] + [n for n in starts[1:] if starts_next_story(lines[n])]
    if not starts or _has_words_of_its_own(lines[: starts[0]]):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield tuple(lines[start:end])


def _has_words_of_its_own(lines: Sequence[str]) -> bool:
    """Tell whether what stands before the first header line is a story, not its embargo line."""
    rest = take_embargo(lines, "UTC").lines
    return any(line.strip() for line in rest)


def _story(lines: Sequence[str], reading: Reading) -> Article:
    zone = reading.house.zone
    header, lines = _take_header(lines, zone)
    embargo = take_embargo(lines, zone, header.publish_time)
    blocks, notebook = _take_notebook(blocks_of(embargo.lines))
    headline, blocks = _take_headline(blocks)
    blocks, repeated = take_repeated(headline, blocks, str)
    dateline, source, blocks = take_dateline(blocks, reading.house.agencies)
    return Article.new(
        headline=headline,
        section=header.section,
        publish_time=header.publish_time,
        embargo=embargo.until,
        embargo_line=embargo.unread,
        dateline=dateline,
        source=source,
        editors_note=notebook,
        body=paragraphs(blocks),
        imported=True,
        import_notes=(*header.notes, *embargo.notes, *repeated, *_note_of(notebook)),
    )


def _take_header(lines: Sequence[str], zone: str) -> tuple[Header, tuple[str, ...]]:
    spoken = [place for place, line in enumerate(lines) if line.strip()]
    for place in spoken[:HEADER_LINES]:
        if starts_story(lines[place]):
            return read_header(lines[place], zone), (*lines[:place], *lines[place + 1 :])
    return Header(), tuple(lines)


def blocks_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Give the blocks between empty lines; lines inside a block stay lines."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip(" \t"))
        elif blocks[-1]:
            blocks.append([])
    return tuple("\n".join(block) for block in blocks if block)


def _take_headline(blocks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    first, _, rest = blocks[0].partition("\n") if blocks else ("", "", "")
    if not first or len(first) > LONGEST_HEADLINE:
        return "", blocks
    return first, (rest, *blocks[1:]) if rest else blocks[1:]


def _take_notebook(blocks: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Part what is meant for colleagues from the text: notebook, stars with what follows, sign-off."""
    cut = next((n for n in range(1, len(blocks)) if _opens_notebook(blocks, n)), len(blocks))
    text, rest = blocks[:cut], blocks[cut:]
    if len(text) > 1 and _SIGN_OFF.fullmatch(text[-1]):
        text, rest = text[:-1], (text[-1], *rest)
    return text, "\n\n".join(rest)


def _opens_notebook(blocks: tuple[str, ...], place: int) -> bool:
    first = blocks[place].split("\n")[0].strip()
    if _NOTEBOOK.fullmatch(first):
        return True
    return bool(_STARS.fullmatch(first)) and sum(map(len, blocks[place:])) <= LONGEST_NOTE


def _note_of(notebook: str) -> tuple[ImportNote, ...]:
    if not notebook:
        return ()
    message = msg(N_("Notebook and sign-off of the agency stand in the editor's note, not in the text."))
    return (ImportNote("notebook-moved", message),)

"""The headline of a story whose styles do not name one: the largest of the first lines, or the first short one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import ImportNote
from newsroom.domain.changes import final_content
from newsroom.domain.inline import plain
from newsroom.formats.icml.flow_in import Paragraph
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.formats.icml.flow_in import Part

_EARLY, _SHORT = 5, 160
_PLAIN = frozenset({"", "first", "paragraph", "crosshead", "crosshead-2", "crosshead-3"})


def guessed(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], list[ImportNote]]:
    """Give the parts with a headline among them, and a note that it was guessed; a lone line stays text."""
    lines = [one for one in parts if isinstance(one, Paragraph) and _words(one) and one.key in _PLAIN]
    early = [one for one in lines[:_EARLY] if len(_words(one)) <= _SHORT]
    if len(lines) < 2 or not early:  # noqa: PLR2004 - a headline and what it heads
        return parts, []
    largest = max(early, key=lambda one: one.size)
    others = [one.size for one in lines if one is not largest]
    chosen = largest if largest.size > max(others) else early[0]
    if chosen.size <= max(others) and chosen is not lines[0]:
        return parts, []
    note = ImportNote("headline", msg(N_("The headline was taken from the first paragraphs.")))
    return tuple(_named(one, chosen, lines) for one in parts), [note]


def _named(part: Part, chosen: Paragraph, lines: list[Paragraph]) -> Part:
    """Give a part as what it is; the one short line above the headline is its kicker."""
    if part is chosen:
        return replace(chosen, key="headline", guessed=True)
    above = lines[: next(number for number, one in enumerate(lines) if one is chosen)]
    if (
        isinstance(part, Paragraph)
        and len(above) == 1
        and part is above[0]
        and len(_words(part)) <= _SHORT // 2
    ):
        return replace(part, key="kicker", guessed=True)
    return part


def _words(line: Paragraph) -> str:
    return plain(final_content(line.content())).strip()

"""Small mending of what was gathered: spaces that were dress, headings bold by nature, levels of headings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.body import Block, Crosshead
from newsroom.domain.inline import Content, Inline, LineBreak, Run, normal
from newsroom.domain.marks import BOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

_HARD_SPACES = re.compile("[ \t\n]*(?:\xa0[ \t\n\xa0]+|[ \t\n]+\xa0+)[ \t\n\xa0]*")


def without_bold(content: Content) -> Content:
    """Give content less the bold that all of it has: a heading is bold by nature."""
    runs = [piece for piece in content if isinstance(piece, Run) and piece.text.strip()]
    if not all(BOLD in run.marks for run in runs):
        return content
    return normal(
        replace(p, marks=p.marks - {BOLD}) if isinstance(p, Run | LineBreak) else p for p in content
    )


def tidied(content: Content) -> Content:
    """Give content without the hard spaces by which programs made a gap or an indent; single ones are meant."""
    pieces: list[Inline] = [
        replace(p, text=_HARD_SPACES.sub(" ", p.text)) if isinstance(p, Run) else p for p in content
    ]
    _mend_seams(pieces)
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        edge = pieces[place] if pieces else None
        if isinstance(edge, Run):
            pieces[place] = replace(edge, text=strip(edge.text, " \xa0"))
    return normal(pieces)


def _mend_seams(pieces: list[Inline]) -> None:
    """Make spaces of the hard ones that editors in browsers put where marked text meets other text."""
    for number in range(1, len(pieces)):
        one, other = pieces[number - 1], pieces[number]
        if not (isinstance(one, Run) and isinstance(other, Run)):
            continue
        if one.text.endswith("\xa0") and one.text[-2:-1].isalpha():
            pieces[number - 1] = replace(one, text=one.text[:-1] + " ")
        elif other.text.startswith("\xa0") and one.text[-1:].isalpha():
            pieces[number] = replace(other, text=" " + other.text[1:])


def ranked(blocks: list[Block]) -> Iterator[Block]:
    """Give blocks whose crossheads have the levels 1 to 3 in the order in which they were meant."""
    levels = sorted({block.level for block in blocks if isinstance(block, Crosshead)})
    ranks = {level: min(rank, 3) for rank, level in enumerate(levels, 1)}
    for block in blocks:
        yield replace(block, level=ranks[block.level]) if isinstance(block, Crosshead) else block

"""Putting a text in the place of another inside a story, marks kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from newsroom.domain.apart import APART, footnote_at
from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Box,
    Picture,
    Table,
    TextBlock,
    contents,
    normal_body,
    with_contents,
)
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.inline import Content, Footnote, LineBreak, Run, cut, length, normal, plain
from newsroom.domain.marks import MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding, Fix, Place, Replacement
    from newsroom.domain.inline import Inline

    Splice = Callable[[Content, int, int, str], Content]

_WORDS = {
    field: field.value
    for field in (Field.HEADLINE, Field.KICKER, Field.SUBHEADLINE, Field.TEASER, Field.WEB_HEADLINE)
}


def mended(article: Article, fix: Fix) -> Article:
    """Give a story in which all replacements of a fix are made, the last place first."""
    return each_replaced(article, fix.replacements)


def each_replaced(
    article: Article, replacements: Iterable[Replacement], splice: Splice | None = None
) -> Article:
    """Give a story with replacements made, the last place first; splice puts a text into rich content."""
    by_place = sorted(replacements, key=lambda one: (one.place.block, one.place.start), reverse=True)
    for replacement in by_place:
        article = _replaced(article, replacement, splice or spliced_content)
    return article


def all_mended(article: Article, findings: Iterable[Finding]) -> tuple[Article, tuple[Finding, ...]]:
    """Give a story with the fixes of findings made, and which they were; of two that meet, the first."""
    chosen = apart(findings)
    for_all = tuple(one for finding in chosen for one in _replacements(finding))
    return (each_replaced(article, for_all), chosen) if chosen else (article, ())


def apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings whose fixes can be made at once, since no two of their places touch."""
    chosen: list[Finding] = []
    taken: list[Place] = []
    for finding in findings:
        places = [one.place for one in _replacements(finding)]
        if places and not any(_touch(place, other) for place in places for other in taken):
            chosen.append(finding)
            taken += places
    return tuple(chosen)


def _replacements(finding: Finding) -> tuple[Replacement, ...]:
    return finding.fix.replacements if finding.fix else ()


def _touch(one: Place, other: Place) -> bool:
    same = (one.field, one.block) == (other.field, other.block)
    return same and one.start <= other.end and other.start <= one.end


def _replaced(article: Article, replacement: Replacement, splice: Splice) -> Article:
    place = replacement.place
    if place.field in APART:
        return _replaced_apart(article, replacement)
    if place.block == HEADER:
        return _replaced_in_head(article, replacement, splice)
    blocks = list(article.body.blocks)
    if place.block >= len(blocks):
        return article
    blocks[place.block] = spliced(blocks[place.block], place.start, place.end, replacement.text, splice)
    return replace(article, body=normal_body(Body(tuple(blocks))))


def _replaced_apart(article: Article, replacement: Replacement) -> Article:
    """Replace in a footnote, or in what a picture tells of itself, in which no change can be tracked."""
    place = replacement.place
    if place.block == HEADER:
        return replace(article, lead=_noted((article.lead,), replacement)[0])
    blocks = list(article.body.blocks)
    if place.block >= len(blocks):
        return article
    block = blocks[place.block]
    if place.field is Field.FOOTNOTE:
        blocks[place.block] = with_contents(block, _noted(contents(block), replacement))
    elif isinstance(block, Picture):
        old: str = getattr(block, place.field.value)
        new = old[: place.start] + replacement.text + old[place.end :]
        blocks[place.block] = replace(block, **{place.field.value: new})  # type: ignore[arg-type]  # both are words
    return replace(article, body=normal_body(Body(tuple(blocks))))


def _noted(texts: Iterable[Content], replacement: Replacement) -> tuple[Content, ...]:
    """Give contents with a text replaced in one of their footnotes."""
    texts = tuple(texts)
    wanted, begin = footnote_at(texts, replacement.place.start)
    numbers = count()
    return tuple(
        tuple(
            respelt(piece, replacement, begin)
            if isinstance(piece, Footnote) and next(numbers) == wanted
            else piece
            for piece in content
        )
        for content in texts
    )


def respelt(note: Footnote, replacement: Replacement, begin: int) -> Footnote:
    """Give a footnote with a text replaced; begin is where its words begin among those of its block."""
    place = replacement.place
    content = spliced_content(note.content, place.start - begin, place.end - begin, replacement.text)
    return replace(note, content=tuple(part for part in content if isinstance(part, Run | LineBreak)))


def _replaced_in_head(article: Article, replacement: Replacement, splice: Splice) -> Article:
    place = replacement.place
    if place.field is Field.LEAD:
        lead = splice(article.lead, place.start, place.end, replacement.text)
        return replace(article, lead=lead)
    if place.field in _WORDS:
        old = getattr(article, _WORDS[place.field])
        new = old[: place.start] + replacement.text + old[place.end :]
        return replace(article, **{_WORDS[place.field]: new})
    return article


def spliced_content(content: Content, start: int, end: int, text: str) -> Content:
    """Give content with a text in place of what stands between two offsets, in the marks found there.

    Notes on it, and anchors and footnotes inside it, stay.
    """
    replaced = [piece for piece in cut(content, start, max(end, start + 1)) if isinstance(piece, Run)]
    notes = {mark for piece in replaced for mark in piece.marks if mark.kind is MarkKind.NOTE}
    marks = replaced[0].marks | notes if replaced else frozenset()
    before, inside, after = _parted(content, start, end)
    return normal((*before, Run(text, marks), *inside, *after))


def _parted(content: Content, start: int, end: int) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """Give what stands before a stretch, what takes no room inside it, and what stands after it."""
    before: list[Inline] = []
    inside: list[Inline] = []
    after: list[Inline] = []
    at = 0
    for piece in content:
        size = length(piece)
        if isinstance(piece, Run):
            before.append(Run(piece.text[: max(start - at, 0)], piece.marks))
            after.append(Run(piece.text[max(end - at, 0) :], piece.marks))
        elif at < start or (not size and at == start):
            before.append(piece)
        elif at >= end:
            after.append(piece)
        elif not size:
            inside.append(piece)
        at += size
    return before, inside, after


def spliced(block: Block, start: int, end: int, text: str, splice: Splice = spliced_content) -> Block:
    """Give a block with a text in place of what stands between two offsets of its plain text."""
    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=splice(block.content, start, end, text))
    if isinstance(block, Picture):
        return replace(block, caption=splice(block.caption, start, end, text))
    if isinstance(block, Table):
        cells = iter(_spliced_parts((cell for row in block.rows for cell in row), start, end, text, splice))
        return replace(block, rows=tuple(tuple(next(cells) for _ in row) for row in block.rows))
    if isinstance(block, Box):
        parts = (block.title, *(item.content for item in block.blocks))
        inner = _spliced_parts(parts, start, end, text, splice)
        blocks = tuple(_with_content(*pair) for pair in zip(block.blocks, inner[1:], strict=True))
        return replace(block, title=inner[0], blocks=blocks)
    return block


def _with_content(block: TextBlock, content: Content) -> TextBlock:
    return replace(block, content=content)


def _spliced_parts(
    parts: Iterable[Content], start: int, end: int, text: str, splice: Splice
) -> list[Content]:
    """Splice into the one of several contents, each parted by one character, that holds the stretch."""
    done: list[Content] = []
    at = 0
    for part in parts:
        size = len(plain(part))
        inside = at <= start and end <= at + size
        done.append(splice(part, start - at, end - at, text) if inside else part)
        at += size + 1
    return done

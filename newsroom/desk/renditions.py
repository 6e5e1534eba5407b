"""Pictures as others get them: each cut, scaled by the house's settings, and without what is private in it."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Picture, assets
from newsroom.domain.crop import WHOLE
from newsroom.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.formats import Format, Writing
    from newsroom.formats.guard import Guard
    from newsroom.formats.pictures.rendering import Render
    from newsroom.settings import House

_INCH = 25.4
PRINT_QUALITY = 92
"""On paper a picture's quality is not saved at."""


def rendered(
    article: Article, form: Format, writing: Writing, guard: Guard, made: dict[str, bytes] | None = None
) -> tuple[Article, Writing]:
    """Give a story whose pictures are ready for a format, and the writing that has their bytes.

    A picture that is lost or damaged loses its asset, so that the writer names it. Where the bytes of several
    stories are wanted together, they are put into made.
    """
    if form.picture_width is None:
        return article, writing
    made = {} if made is None else made
    made.update(_house_files(writing))
    smaller: dict[str, tuple[str, ...]] = {}
    kept: dict[str, Picture] = {}
    blocks = []
    for block in article.body.blocks:
        ready = _ready(block, form.picture_width, writing, guard, made)
        if isinstance(ready, Picture) and ready.asset and form.picture_steps:
            smaller[ready.asset] = _smaller(made[ready.asset], form.picture_steps, writing.house, guard, made)
        if isinstance(ready, Picture) and isinstance(block, Picture) and ready.asset:
            kept[ready.asset] = block
        blocks.append(ready)
    done = replace(writing, picture=made.get, smaller=smaller, kept=kept)
    return replace(article, body=Body(tuple(blocks))), done


def _house_files(writing: Writing) -> dict[str, bytes]:
    """Give the templates of the house, which a writer asks for as it does for pictures."""
    from newsroom.settings import House, Kind, described

    names = (
        getattr(writing.house, name) for name, known in described(House).items() if known.kind is Kind.FILE
    )
    return {name: data for name in names if name and (data := writing.picture(name))}


class Album:
    """Stories on their way into one file, with the pictures of all of them."""

    def __init__(self, form: Format, writing: Writing, guard: Guard) -> None:
        self._form, self._writing, self._guard = form, writing, guard
        self._made: dict[str, bytes] = {}
        self._smaller: dict[str, tuple[str, ...]] = {}
        self.stories: list[Article] = []

    def add(self, article: Article, picture: Callable[[str], bytes | None] | None = None) -> None:
        """Take in a story; picture gives the bytes of its pictures where others than the writing's are meant."""
        writing = self._writing if picture is None else replace(self._writing, picture=picture)
        shown, ready = rendered(article, self._form, writing, self._guard, self._made)
        self._smaller.update(ready.smaller)
        if picture is not None and self._form.picture_width is None:
            kept = {asset: picture(asset) for asset in assets(article.body)}
            self._made.update({asset: data for asset, data in kept.items() if data})
        self.stories.append(shown)

    def writing(self, stem: str, former: bytes | None) -> Writing:
        """Give what a writer of all these stories may know."""
        writing = replace(self._writing, stem=stem, former=former)
        if self._made or self._form.picture_width is not None:
            return replace(writing, picture=self._made.get, smaller=self._smaller)
        return writing


def _smaller(
    data: bytes, steps: tuple[int, ...], house: House, guard: Guard, made: dict[str, bytes]
) -> tuple[str, ...]:
    """Make the smaller versions of a picture that is ready, and give their names."""
    from newsroom.formats.guard.pictures import measure
    from newsroom.formats.pictures.rendering import Render

    done = {}
    for step in (step for step in steps if step < measure(data).width):
        bytes_ = guard.do(Render(data, WHOLE, step, 0, house.picture_quality))
        done[hashlib.sha256(bytes_).hexdigest()] = bytes_
    made.update(done)
    return tuple(done)


def _ready(block: Block, width: int, writing: Writing, guard: Guard, made: dict[str, bytes]) -> Block:
    if not isinstance(block, Picture):
        return block
    data = writing.picture(block.asset) if block.asset else None
    try:
        bytes_ = guard.do(wanted(block, data, width, writing.house)) if data else None
    except Refused:
        bytes_ = None
    name = hashlib.sha256(bytes_).hexdigest() if bytes_ else ""
    made.update({name: bytes_} if bytes_ else {})
    return replace(block, asset=name, crop=WHOLE)


def wanted(block: Picture, data: bytes, width: int, house: House) -> Render:
    """Give how a picture is made ready for paper of so many millimetres, or for a screen where that is 0."""
    from newsroom.formats.pictures.facts import Words
    from newsroom.formats.pictures.rendering import Render

    words = Words(
        creator=block.creator,
        credit=block.credit,
        alternative=block.alternative,
        source_type=block.source_type,
    )
    if not width:
        side = house.picture_web_side
        return Render(data, block.crop, side, side, house.picture_quality, words=words)
    across = math.ceil(max(width, house.picture_print_width) / _INCH * house.picture_dpi)
    return Render(data, block.crop, across, 0, PRINT_QUALITY, paper=True, words=words)

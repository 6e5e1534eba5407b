"""The pictures of stories that come in: those a file carries, and those that lie beside it.

A file names its pictures; only one that lies in the file's own folder, or below, is opened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.sources import load
from newsroom.domain.body import Body, Picture
from newsroom.domain.errors import Refused
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block

    Keep = Callable[[bytes, str], str]

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")


def keep_carried(pictures: Mapping[str, bytes], keep: Keep) -> None:
    """Keep the pictures that a file carried in itself; the guard has looked at them."""
    from newsroom.formats.guard.pictures import measure

    for data in pictures.values():
        keep(data, measure(data).mime)


def illustrated(
    article: Article, folder: Path, keep: Keep, told: Callable[[Picture], Picture]
) -> tuple[Article, tuple[Message, ...]]:
    """Give a story whose named pictures are kept, and a sentence on each that is not to be had.

    Told puts in what a kept picture says of itself where the file was silent.
    """
    losses: list[Message] = []
    found = (_found(block, folder, keep, losses) for block in article.body.blocks)
    blocks = tuple(told(block) if isinstance(block, Picture) and block.asset else block for block in found)
    return replace(article, body=Body(blocks)), tuple(losses)


def _found(block: Block, folder: Path, keep: Keep, losses: list[Message]) -> Block:
    """Give a picture with its bytes kept; a loss is added where there are none."""
    from newsroom.formats.guard.pictures import measure

    if not isinstance(block, Picture) or block.asset or not block.name:
        return block
    data = _beside(folder, block.name)
    if data is None:
        losses.append(msg(N_("The picture “{name}” does not lie beside the file."), name=block.name))
        return block
    try:
        return replace(block, asset=keep(data, measure(data).mime))
    except Refused as refused:
        losses.append(refused.message)
        return block


def _beside(folder: Path, name: str) -> bytes | None:
    """Give the bytes of a file inside the folder, or None."""
    if _ELSEWHERE.match(name) or "\0" in name:
        return None
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, RuntimeError):  # a name that is too long, or links that lead in a circle
        return None
    data = load(path) if inside else None
    return data if isinstance(data, bytes) else None

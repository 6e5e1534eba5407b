"""The pictures of stories that come in: those a file carries, and those that lie beside it.

A file names its pictures; only one that lies in the file's own folder, or below, is opened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.sources import LARGEST, load
from newsroom.domain.body import Body, Picture
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from newsroom.domain.article import Article

    Keep = Callable[[bytes, str], str]

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")


def kind_of(data: bytes) -> str:
    """Give the media type of a picture by its first bytes, or nothing where it is none we keep."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for start, mime in _STARTS if data.startswith(start)), "")


def keep_carried(pictures: Mapping[str, bytes], keep: Keep) -> None:
    """Keep the pictures that a file carried in itself."""
    for data in pictures.values():
        if mime := kind_of(data):
            keep(data, mime)


def illustrated(article: Article, folder: Path, keep: Keep) -> tuple[Article, tuple[Message, ...]]:
    """Give a story whose named pictures are kept, and a sentence on each that is not to be had."""
    losses: list[Message] = []
    blocks = []
    for block in article.body.blocks:
        if isinstance(block, Picture) and block.name and not block.asset:
            found = _beside(folder, block.name)
            if isinstance(found, Message):
                losses.append(found)
            else:
                block = replace(block, asset=keep(found, kind_of(found)))  # noqa: PLW2901 - the block as it is kept
        blocks.append(block)
    return replace(article, body=Body(tuple(blocks))), tuple(losses)


def _beside(folder: Path, name: str) -> bytes | Message:
    """Give the bytes of a picture inside the folder, or why not."""
    missing = msg(N_("The picture “{name}” does not lie beside the file."), name=name)
    if _ELSEWHERE.match(name) or "\0" in name:
        return missing
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, RuntimeError):  # a name that is too long, or links that lead in a circle
        return missing
    data = load(path) if inside else b""
    if not isinstance(data, bytes) or not data or len(data) > LARGEST:
        return missing
    if not kind_of(data):
        return msg(N_("“{name}” is no PNG, JPEG, GIF or WebP picture."), name=name)
    return data

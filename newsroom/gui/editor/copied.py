"""What is copied, for other programs: its final text as words and HTML, and its pictures once they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from newsroom.domain.body import Body, Paragraph, Picture, Unknown, plain_text
from newsroom.domain.changes import for_readers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.domain.body import Block

_PAGE = (
    '<html><head><meta charset="utf-8"></head><body><!--StartFragment-->{}<!--EndFragment--></body></html>'
)


def shown(body: Body) -> tuple[Block, ...]:
    """Give the blocks of a body that others shall see."""
    return tuple(block for block in for_readers(body).blocks if not isinstance(block, Unknown))


def pictures(body: Body) -> tuple[Picture, ...]:
    """Give the pictures of a body that others shall see."""
    return tuple(block for block in shown(body) if isinstance(block, Picture) and block.asset)


def offered(body: Body) -> QMimeData:
    """Give a body for others, still without its pictures."""
    data = QMimeData()
    blocks = shown(body)
    words = plain_text(Body(blocks))
    if words or not pictures(body):
        data.setText(words)
    data.setHtml(_page(tuple(block for block in blocks if not isinstance(block, Picture))))
    return data


def illustrate(data: QMimeData, body: Body, made: Mapping[Picture, bytes]) -> None:
    """Add the pictures of a body, as far as they are to be had; one that is alone is an image as well."""
    blocks = shown(body)
    data.setHtml(_page(blocks, made))
    alone = blocks[0] if len(blocks) == 1 else None
    if isinstance(alone, Picture) and alone in made:
        data.setImageData(QImage.fromData(made[alone]))


def _page(blocks: tuple[Block, ...], made: Mapping[Picture, bytes] | None = None) -> str:
    """Give blocks as a page of HTML; words out of one paragraph are words without an element."""
    from newsroom.formats.html.images import inlined
    from newsroom.formats.html.markup import Markup

    held = made or {}
    markup = Markup(lambda picture: inlined(held.get(picture)))
    words = len(blocks) == 1 and isinstance(blocks[0], Paragraph)
    inner = markup.content(blocks[0].content) if words else markup.blocks(blocks)  # type: ignore[union-attr]  # a paragraph
    return _PAGE.format(inner + markup.notes())

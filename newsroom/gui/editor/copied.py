"""What is copied, for other programs: words and HTML at once, its pictures when somebody asks for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from newsroom.domain.body import Body, Paragraph, Picture, Unknown, plain_text
from newsroom.domain.changes import for_readers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.domain.body import Block

    Given = Callable[[], Mapping[Picture, bytes]]
    """Gives the pictures of a body that are to be had, as others shall get them."""

IMAGE = "application/x-qt-image"
"""Under this name Qt offers an image to others, in every form it can write."""
HTML = "text/html"
_PAGE = (
    '<html><head><meta charset="utf-8"></head><body><!--StartFragment-->{}<!--EndFragment--></body></html>'
)


class Copied(QMimeData):
    """A body on its way to other programs, as its final text; a picture that is alone is an image as well."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._shown = for_readers(body)
        self._give: Given | None = None
        words = plain_text(self._shown)
        if words:
            self.setText(words)
        self.setHtml(_page(self._without_pictures()))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Give the pictures that others shall see."""
        return tuple(block for block in self._shown.blocks if isinstance(block, Picture) and block.asset)

    def illustrate(self, give: Given) -> None:
        """Say where the pictures are had, once somebody asks."""
        if not self.pictures:
            return
        self._give = give
        if self._alone() is not None:
            self.setData(IMAGE, b" ")  # a place for what is made when it is asked for

    def retrieveData(self, name: str, kind: Any) -> Any:
        """Give what is asked for; pictures are made only here."""
        if self._give is not None and name == IMAGE:
            picture = self._alone()
            data = self._give().get(picture) if picture else None
            return QImage.fromData(data) if data else None
        if self._give is not None and name == HTML:
            return _page(self._shown.blocks, self._give())
        return super().retrieveData(name, kind)

    def _alone(self) -> Picture | None:
        blocks = self._shown.blocks
        return self.pictures[0] if len(blocks) == len(self.pictures) == 1 else None

    def _without_pictures(self) -> tuple[Block, ...]:
        return tuple(block for block in self._shown.blocks if not isinstance(block, Picture))


def _page(blocks: tuple[Block, ...], pictures: Mapping[Picture, bytes] | None = None) -> str:
    """Give blocks as a page of HTML; words out of one paragraph are words without an element."""
    from newsroom.formats.html.markup import Markup

    known = tuple(block for block in blocks if not isinstance(block, Unknown))
    found = {str(number): data for number, data in enumerate((pictures or {}).values())}
    names = dict(zip(pictures or {}, found, strict=True))
    markup = Markup(found.get)
    if len(known) == 1 and isinstance(known[0], Paragraph):
        inner = markup.content(known[0].content)
    else:
        inner = markup.blocks(
            replace(one, asset=names.get(one, "")) if isinstance(one, Picture) else one for one in known
        )
    return _PAGE.format(inner + markup.notes())

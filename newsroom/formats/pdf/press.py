"""Has Typst set a proof.

A story goes in as JSON and is shown as text, never read as markup. The only folder that the document can see
was made for it and holds its own pictures; fonts are the house's, never the machine's; packages cannot be loaded.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsroom import resources
from newsroom.formats import Writing, Written
from newsroom.formats.guard.pictures import look
from newsroom.formats.pdf.galley import Json, galley
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from typst import Compiler, Fonts

    from newsroom.domain.article import Article

Made = TypeVar("Made")
_FINE = 168.0
"""Pixels an inch."""


def printed_lines(article: Article, writing: Writing) -> int:
    """Give how many lines the house's print numbers on the proof of a story."""
    return _made(article, writing, _count)[0]


def proof(article: Article, writing: Writing) -> Written:
    """Give the proof of a story; a picture that cannot be shown leaves a frame and is named."""
    data, left_out = _made(article, writing, _print)
    losses = [msg(N_("A block of a newer version cannot be written."))] if article.body.read_only else []
    return Written(data, tuple(dict.fromkeys((*losses, *left_out))))


def pages(article: Article, writing: Writing) -> tuple[bytes, ...]:
    """Give the pages of the proof of a story as pictures (PNG), twice as fine as a usual screen."""
    return _made(article, writing, _draw)[0]


def _made(
    article: Article, writing: Writing, make: Callable[[Compiler, Writing], Made]
) -> tuple[Made, list[Message]]:
    """Give what is made of the story's galley, and what could not be shown on it."""
    with tempfile.TemporaryDirectory(prefix="newsroom-proof-") as folder:
        gallery = Gallery(Path(folder), writing)
        story = galley(article, writing, gallery)
        try:
            made = make(_press(story, folder), writing)
        except _fault():
            gallery.close()  # bytes that begin like a picture may still be none
            made = make(_press(galley(article, writing, gallery), folder), writing)
        return made, gallery.losses


class Gallery:
    """Puts the pictures of a story where the document can see them."""

    def __init__(self, folder: Path, writing: Writing) -> None:
        self.losses: list[Message] = []
        self._folder, self._writing, self._open = folder, writing, True

    def close(self) -> None:
        """Show no picture any more."""
        self._open = False

    def file(self, asset: str, name: str) -> str:
        """Give the file name of a picture inside the folder, or nothing where it cannot be shown."""
        data = self._writing.picture(asset) if asset and self._open else None
        image = look(data) if data else None
        if not data or image is None:
            self.losses.append(
                msg(N_("The picture “{name}” cannot be shown on the proof."), name=name or asset[:8])
            )
            return ""
        place = self._folder / f"{asset}.{image.kind}"
        place.write_bytes(data)
        return place.name


def _fault() -> type[Exception]:
    import typst

    return typst.TypstError


@cache
def _fonts() -> Fonts:
    import typst

    folders = [str(folder) for folder in resources.fonts()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))


def _press(story: Json, folder: str) -> Compiler:
    import typst

    nowhere = f"{folder}/none"
    return typst.Compiler(
        resources.find("templates", "typst", "galley.typ").read_bytes(),
        root=folder,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"story": json.dumps(story, ensure_ascii=False)},
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def _print(press: Compiler, writing: Writing) -> bytes:
    data = press.compile(format="pdf", timestamp=int(writing.now.timestamp()))
    assert isinstance(data, bytes)  # a PDF is one file however many pages it has
    return data


def _draw(press: Compiler, _writing: Writing) -> tuple[bytes, ...]:
    drawn = press.compile(format="png", ppi=_FINE)
    return (drawn,) if isinstance(drawn, bytes) else tuple(drawn or ())


def _count(press: Compiler, _writing: Writing) -> int:
    return len(json.loads(press.query("<line>", field="value")))

"""The story list for the conference on one page: its type grows smaller until the whole list fits."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom import resources
from newsroom.domain.print_profile import BUNDLED
from newsroom.formats.pdf import press
from newsroom.formats.pdf.press import Press

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    Made = TypeVar("Made")


def pdf(sheet: Mapping[str, Any], seconds: int) -> bytes:
    """Give the page as PDF; seconds are the time it says it was made, since 1970."""
    return _made(sheet, lambda ready: ready.pdf(seconds).data)


def pictures(sheet: Mapping[str, Any], *, paper: bool = False) -> tuple[bytes, ...]:
    """Give the page as a picture (PNG), fine enough for a screen or for paper."""
    return _made(sheet, lambda ready: ready.pictures(press.PAPER if paper else press.SCREEN))


def _made(sheet: Mapping[str, Any], make: Callable[[Press], Made]) -> Made:
    source = resources.find("templates", "typst", "story_list.typ").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="newsroom-list-") as name:
        return make(Press(source, dict(sheet), Path(name), press.fonts(BUNDLED[0], "")))

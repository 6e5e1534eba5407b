"""Pictures that were copied, for other programs: cut as the story shows them, made before anybody asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.desk import Desk
    from newsroom.domain.body import Picture
    from newsroom.gui.tasks import Tasks

WIDEST = 1600
"""A picture is given no wider, in pixels: enough for a mail or a page, and soon pasted."""


class Giving:
    """Makes pictures off the window's thread, and at once where they are asked for sooner."""

    def __init__(self, desk: Desk, tasks: Tasks, pictures: tuple[Picture, ...]) -> None:
        self._made: Mapping[Picture, bytes] | None = None
        self._work = partial(_made, desk, pictures)
        tasks.read(self._work, self._take)

    def _take(self, made: Mapping[Picture, bytes]) -> None:
        self._made = made

    def give(self) -> Mapping[Picture, bytes]:
        """Give the pictures that are to be had."""
        if self._made is None:
            self._made = self._work()
        return self._made


def _made(desk: Desk, pictures: tuple[Picture, ...]) -> dict[Picture, bytes]:
    found = ((one, desk.pictures.preview(one.asset, WIDEST, one.crop)) for one in pictures)
    return {one: data for one, data in found if data}

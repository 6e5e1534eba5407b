"""Pictures that were copied, for other programs: cut as the story shows them, made off the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from newsroom.gui.editor.copied import illustrate, pictures

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.body import Body, Picture
    from newsroom.gui.tasks import Tasks

WIDEST = 1600
"""A picture is given no wider, in pixels: enough for a mail or a page, and soon pasted."""


def give(desk: Desk, tasks: Tasks, body: Body, data: QMimeData) -> None:
    """Add the pictures of a body to what was copied or is being dragged, as soon as they are made."""
    found = pictures(body)
    if found:
        tasks.read(partial(_made, desk, found), partial(_add, body, data))


def _made(desk: Desk, found: tuple[Picture, ...]) -> dict[Picture, bytes]:
    made = ((one, desk.pictures.preview(one.asset, WIDEST, one.crop)) for one in found)
    return {one: data for one, data in made if data}


def _add(body: Body, data: QMimeData, made: dict[Picture, bytes]) -> None:
    if not made or not isValid(data):
        return  # something else was copied since
    clipboard = QGuiApplication.clipboard()
    if clipboard.mimeData() is not data:
        illustrate(data, body, made)  # it is dragged, and read where it falls
        return
    fuller = QMimeData()
    for name in data.formats():
        fuller.setData(name, data.data(name))
    illustrate(fuller, body, made)
    clipboard.setMimeData(fuller)  # anew, so that it is told of to whoever keeps what is copied

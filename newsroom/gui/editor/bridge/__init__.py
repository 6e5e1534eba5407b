"""The way between a story's text and Qt's editing buffer, exact in both directions.

``read(load(body)) == body`` for every body in normal form. What a block and a run *are* stands in
properties of their formats; how they look is derived from these and never read back.
"""

from newsroom.gui.editor.bridge.loading import insert, load, load_content, rewrite
from newsroom.gui.editor.bridge.places import position_of, text_place
from newsroom.gui.editor.bridge.reading import BodyReader, read, read_content, read_selection

__all__ = [
    "BodyReader",
    "insert",
    "load",
    "load_content",
    "position_of",
    "read",
    "read_content",
    "read_selection",
    "rewrite",
    "text_place",
]

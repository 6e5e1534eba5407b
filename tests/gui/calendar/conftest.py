"""The same desk as that of the board."""

from __future__ import annotations

from tests.gui.board.conftest import newsroom, soon, staffed, staffed_once, views

__all__ = ["newsroom", "soon", "staffed", "staffed_once", "views"]

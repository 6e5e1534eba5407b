"""The table of all actions, menu by menu."""

from __future__ import annotations

from newsroom.gui.actions import (
    changes_menu,
    edit_menu,
    file_menu,
    format_menu,
    help_menu,
    insert_menu,
    story_menu,
    view_menu,
)

_ROOMS = (file_menu, edit_menu, insert_menu, format_menu, changes_menu, story_menu, view_menu, help_menu)
MENUS = {room.TITLE: room.ENTRIES for room in _ROOMS}
"""For each menu's title its entries, in order."""
ENTRIES = tuple(entry for entries in MENUS.values() for entry in entries)

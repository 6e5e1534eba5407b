"""One action as data."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.gui.actions.situation import When, always


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: key is written as Qt's portable text, in_list keys count only while the list has the focus."""

    id: str
    text: str
    key: str = ""
    icon: str = ""
    when: When = always
    group: int = 0
    choice: str = ""
    """Entries of one choice exclude each other."""
    checkable: bool = False
    """A switch of its own."""
    in_list: bool = False
    submenu: str = ""
    second_key: str = ""
    """Does the same for hands used to another program; the menu shows the first."""

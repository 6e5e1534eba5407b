"""Keys that count within a view alone and belong to no menu; the list of all keys shows them too."""

from __future__ import annotations

from newsroom.translation import N_

BOARD = (
    (N_("Move the chosen stories to the next state that takes them"), ("Ctrl+Left", "Ctrl+Right")),
    (N_("Go to another column"), ("Left", "Right")),
    (N_("Take the last move back"), ("Ctrl+Z",)),
    (N_("Open the story"), ("Return",)),
    (N_("Back to list and story"), ("Esc",)),
)
CALENDAR = (
    (N_("Quarter of an hour earlier or later"), ("Ctrl+Up", "Ctrl+Down")),
    (N_("Five minutes earlier or later"), ("Ctrl+Shift+Up", "Ctrl+Shift+Down")),
    (N_("A day earlier or later"), ("Ctrl+Left", "Ctrl+Right")),
    (N_("From the tray into the days"), ("Ctrl+Left",)),
    (N_("Other days"), ("PgUp", "PgDown")),
    (N_("Today"), ("Home",)),
)
KEYS = {N_("On the board"): BOARD, N_("In the calendar"): CALENDAR}
"""For each view what its keys do: words, and keys as Qt's portable text."""

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
PLAN = (
    (N_("A new topic below"), ("Return",)),
    (N_("The next cell"), ("Tab",)),
    (N_("Change the cell"), ("F2",)),
    (N_("Picture yes or no"), ("Space",)),
    (N_("Move the topic"), ("Ctrl+Up", "Ctrl+Down")),
    (N_("Make drafts of the chosen topics"), ("Ctrl+D",)),
    (N_("Open the story"), ("Ctrl+O",)),
    (N_("Take topics off the list"), ("Del",)),
    (N_("Take the last change back"), ("Ctrl+Z",)),
    (N_("Another day"), ("PgUp", "PgDown")),
    (N_("Today"), ("Ctrl+Home",)),
)
EDITION = (
    (N_("Open the story, or change the page"), ("Return",)),
    (N_("Change title or ordered length"), ("F2",)),
    (N_("Move the line; a page takes its stories along"), ("Ctrl+Up", "Ctrl+Down")),
    (N_("Take the line out"), ("Del",)),
    (N_("Take the last change back"), ("Ctrl+Z",)),
    (N_("The edition before or after"), ("PgUp", "PgDown")),
)
HISTORY = (
    (N_("Next difference, or the one before"), ("N", "P")),
    (N_("Compare two entries of the timeline"), ("Ctrl+Space",)),
    (N_("Back to writing"), ("Esc",)),
)
KEYS = {
    N_("On the board"): BOARD,
    N_("In the calendar"): CALENDAR,
    N_("In the story list"): PLAN,
    N_("In an edition"): EDITION,
    N_("In the history"): HISTORY,
}
"""For each view what its keys do: words, and keys as Qt's portable text."""

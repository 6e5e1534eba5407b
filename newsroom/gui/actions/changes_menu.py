"""The menu of tracked changes: on and off, judging them, going from one to the next, how they are shown."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import while_writing, with_story
from newsroom.translation import N_

TITLE = N_("&Changes")
VIEW = "changes-view"
ENTRIES = (
    Entry("track", N_("Track changes"), "Ctrl+Shift+E", "track", while_writing, checkable=True),
    Entry("next-change", N_("Next change"), "Ctrl+Alt+Down", "", with_story, 1),
    Entry("previous-change", N_("Previous change"), "Ctrl+Alt+Up", "", with_story, 1),
    Entry("accept-change", N_("Accept change"), "Ctrl+Alt+Return", "good", while_writing, 2),
    Entry("reject-change", N_("Reject change"), "Ctrl+Alt+Backspace", "clear", while_writing, 2),
    Entry("accept-author", N_("Accept all by this author"), "", "", while_writing, 3),
    Entry("reject-author", N_("Reject all by this author"), "", "", while_writing, 3),
    Entry("accept-all", N_("Accept all changes"), "", "", while_writing, 4),
    Entry("reject-all", N_("Reject all changes"), "", "", while_writing, 4),
    Entry("changes-shown", N_("With changes"), "", "", with_story, 5, VIEW),
    Entry("changes-hidden", N_("Changes hidden"), "", "", with_story, 5, VIEW),
    Entry("changes-final", N_("Final text, read only"), "", "", with_story, 5, VIEW),
    Entry("changes-original", N_("Original text, read only"), "", "", with_story, 5, VIEW),
)

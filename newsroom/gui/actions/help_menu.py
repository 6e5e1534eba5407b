"""The menu of help."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.translation import N_

TITLE = N_("&Help")
ENTRIES = (
    Entry("keys", N_("All keys"), "F1", "keys"),
    Entry("guide-search", N_("How to search"), "", "search"),
    Entry("guide-server", N_("How to set up a server"), "", "info"),
    Entry("about", N_("About Newsroom"), "", "info"),
)

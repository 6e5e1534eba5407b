"""The menu of what text is: marks and kinds of paragraphs."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import while_writing
from newsroom.translation import N_

TITLE = N_("F&ormat")
ENTRIES = (
    Entry("bold", N_("Bold"), "Ctrl+B", "bold", while_writing),
    Entry("italic", N_("Italic"), "Ctrl+I", "italic", while_writing),
    Entry("strike", N_("Strikethrough"), "Ctrl+Shift+X", "strike", while_writing),
    Entry("link", N_("Link …"), "Ctrl+L", "link", while_writing),
    Entry("paragraph", N_("Paragraph"), "Ctrl+Alt+0", "", while_writing, 1, "block"),
    Entry("crosshead", N_("Crosshead"), "Ctrl+1", "", while_writing, 1, "block"),
    Entry("quote", N_("Quote"), "Ctrl+2", "quote", while_writing, 1, "block"),
    Entry("list", N_("List"), "Ctrl+3", "list", while_writing, 1, "block"),
    Entry("numbers", N_("Numbered list"), "Ctrl+4", "numbers", while_writing, 1, "block"),
    Entry("subheadline", N_("Subheadline"), "Ctrl+Shift+D", "", while_writing, 2),
)

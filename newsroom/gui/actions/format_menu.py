"""The menu of what text is: marks and kinds of paragraphs."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import while_writing
from newsroom.translation import N_

TITLE = N_("F&ormat")
TABLE = N_("Table")
ENTRIES = (
    Entry("bold", N_("Bold"), "Ctrl+B", "bold", while_writing),
    Entry("italic", N_("Italic"), "Ctrl+I", "italic", while_writing),
    Entry("strike", N_("Strikethrough"), "Ctrl+Shift+X", "strike", while_writing),
    Entry("underline", N_("Underline"), "Ctrl+U", "underline", while_writing),
    Entry("superscript", N_("Superscript"), "Ctrl+Shift+P", "", while_writing),
    Entry("subscript", N_("Subscript"), "Ctrl+Shift+B", "", while_writing),
    Entry("clear-format", N_("Clear formatting"), "Ctrl+M", "clear-format", while_writing),
    Entry("link", N_("Link …"), "Ctrl+L", "link", while_writing),
    Entry("paragraph", N_("Paragraph"), "Ctrl+Alt+0", "", while_writing, 1, "block"),
    Entry("crosshead", N_("Crosshead"), "Ctrl+1", "", while_writing, 1, "block"),
    Entry("crosshead-2", N_("Crosshead, level 2"), "Ctrl+5", "", while_writing, 1, "block"),
    Entry("crosshead-3", N_("Crosshead, level 3"), "Ctrl+6", "", while_writing, 1, "block"),
    Entry("quote", N_("Quote"), "Ctrl+2", "quote", while_writing, 1, "block"),
    Entry("list", N_("List"), "Ctrl+3", "list", while_writing, 1, "block"),
    Entry("numbers", N_("Numbered list"), "Ctrl+4", "numbers", while_writing, 1, "block"),
    Entry("row-above", N_("Row above"), "", "", while_writing, 2, submenu=TABLE),
    Entry("row-below", N_("Row below"), "", "", while_writing, 2, submenu=TABLE),
    Entry("column-left", N_("Column to the left"), "", "", while_writing, 2, submenu=TABLE),
    Entry("column-right", N_("Column to the right"), "", "", while_writing, 2, submenu=TABLE),
    Entry("remove-row", N_("Remove row"), "", "", while_writing, 2, submenu=TABLE),
    Entry("remove-column", N_("Remove column"), "", "", while_writing, 2, submenu=TABLE),
    Entry("head-row", N_("First row is a head"), "", "", while_writing, 2, submenu=TABLE, checkable=True),
    Entry("remove-table", N_("Remove table"), "", "", while_writing, 2, submenu=TABLE),
    Entry("subheadline", N_("Subheadline"), "Ctrl+Shift+D", "", while_writing, 3),
)

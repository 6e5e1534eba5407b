"""The menu of what is put into the text: pictures, tables, boxes, footnotes, characters no key types."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import while_writing
from newsroom.translation import N_

TITLE = N_("&Insert")
ENTRIES = (
    Entry("insert-picture", N_("Picture …"), "Ctrl+Alt+G", "picture", while_writing),
    Entry("insert-table", N_("Table …"), "Ctrl+F12", "table", while_writing),
    Entry("box", N_("Box"), "Ctrl+Alt+B", "box", while_writing, checkable=True),
    Entry("insert-footnote", N_("Footnote …"), "Ctrl+Alt+F", "footnote", while_writing),
    Entry("quote-marks", N_("Quotation marks"), "Ctrl+Alt+W", "", while_writing, 1),
    Entry("en-dash", N_("En dash"), "Ctrl+Alt+H", "", while_writing, 1),
    Entry("em-dash", N_("Em dash"), "Ctrl+Alt+Shift+H", "", while_writing, 1),
    Entry("ellipsis", N_("Ellipsis"), "Ctrl+Alt+.", "", while_writing, 1),
    Entry("no-break-space", N_("No-break space"), "Ctrl+Shift+Space", "", while_writing, 2),
    Entry("narrow-space", N_("Narrow no-break space"), "Ctrl+Alt+Space", "", while_writing, 2),
    Entry("soft-hyphen", N_("Soft hyphen"), "Ctrl+Alt+-", "", while_writing, 2),
    Entry("no-break-hyphen", N_("No-break hyphen"), "Ctrl+Alt+Shift+-", "", while_writing, 2),
)

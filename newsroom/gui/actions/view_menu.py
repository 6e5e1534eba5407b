"""The menu of what is seen: panes, looks, language."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import always, with_library, with_story
from newsroom.translation import N_

TITLE = N_("&View")
LOOK = N_("Look")
LANGUAGE = N_("Language")
BESIDE = N_("Side by side")
ENTRIES = (
    Entry("view-list", N_("List and story"), "Alt+1", "list", with_library, choice="desk-view"),
    Entry("view-table", N_("Columns"), "Alt+5", "table", with_library, choice="desk-view"),
    Entry("view-board", N_("Board by state"), "Alt+2", "board", with_library, choice="desk-view"),
    Entry("view-calendar", N_("Calendar"), "Alt+3", "calendar", with_library, choice="desk-view"),
    Entry("view-doubles", N_("Doubles of the library"), "Alt+4", "doubles", with_library, choice="desk-view"),
    Entry("view-plan", N_("Story list"), "Alt+6", "list", with_library, choice="desk-view"),
    Entry("view-editions", N_("Editions"), "Alt+7", "edition", with_library, choice="desk-view"),
    Entry("view-notices", N_("Notices"), "Alt+8", "notices", with_library, choice="desk-view"),
    Entry("fold-list", N_("Fold the list"), "Ctrl+Shift+L", ""),
    Entry("fold-panel", N_("Fold the panel"), "Ctrl+.", "panel"),
    Entry("length", N_("Length of the story"), "Ctrl+Shift+G", "", with_story, 1),
    Entry("line-numbers", N_("Line numbers"), "", "", always, 1, checkable=True),
    Entry("invisibles", N_("Invisible characters"), "Ctrl+Alt+I", "", always, 1, checkable=True),
    Entry("focus", N_("Only the text"), "Shift+F11", "", with_story, 2, checkable=True),
    Entry("full-screen", N_("Full screen"), "F11", "", always, 2, checkable=True),
    Entry("reading-view", N_("Reading view"), "F9", "", with_story, 2, checkable=True),
    Entry("proof-view", N_("Proof view"), "Shift+F9", "", with_story, 2, checkable=True),
    Entry("open-beside", N_("Open beside …"), "F8", "", with_story, 2, submenu=BESIDE),
    Entry("keep-beside", N_("Keep this story beside"), "Shift+F8", "", with_story, 2, submenu=BESIDE),
    Entry("close-beside", N_("Close the story beside"), "", "", with_library, 2, submenu=BESIDE),
    Entry("zoom-in", N_("Larger type"), "Ctrl++", "", always, 3),
    Entry("zoom-out", N_("Smaller type"), "Ctrl+-", "", always, 3),
    Entry("zoom-usual", N_("Usual type"), "Ctrl+0", "", always, 3),
    Entry("next-pane", N_("Next pane"), "F6", "", always, 4),
    Entry("previous-pane", N_("Previous pane"), "Shift+F6", "", always, 4),
    Entry("look-system", N_("Like the system"), group=5, choice="look", submenu=LOOK),
    Entry("look-light", N_("Light"), group=5, choice="look", submenu=LOOK),
    Entry("look-dark", N_("Dark"), group=5, choice="look", submenu=LOOK),
    Entry("look-contrast", N_("High contrast"), group=5, choice="look", submenu=LOOK),
    Entry("language-en", "English", group=5, choice="language", submenu=LANGUAGE),
    Entry("language-de", "Deutsch", group=5, choice="language", submenu=LANGUAGE),
)

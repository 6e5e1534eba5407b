"""The menu of the text at hand: undoing, pasting, searching."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import after_change, while_writing, with_keeping, with_library, with_story
from newsroom.translation import N_

TITLE = N_("&Edit")
ENTRIES = (
    Entry("undo", N_("Undo"), "Ctrl+Z", "undo", while_writing),
    Entry("redo", N_("Redo"), "Ctrl+Shift+Z", "redo", while_writing, second_key="Ctrl+Y"),
    Entry("undo-library", N_("Undo last change of the library"), "", "restore", after_change),
    Entry("paste-plain", N_("Paste as plain text"), "Ctrl+Shift+V", "", while_writing, 1),
    Entry("tidy", N_("Tidy the typography …"), "Ctrl+Shift+T", "tidy", while_writing, 1),
    Entry("snippets", N_("Snippets …"), "Ctrl+J", "snippet", with_library, 1),
    Entry("new-snippet", N_("New snippet from the selection …"), "", "", while_writing, 1),
    Entry("find", N_("Find in story …"), "Ctrl+F", "search", with_story, 2),
    Entry("find-next", N_("Find next"), "F3", "", with_story, 2),
    Entry("find-previous", N_("Find previous"), "Shift+F3", "", with_story, 2),
    Entry("replace", N_("Replace in story …"), "Ctrl+H", "", while_writing, 2),
    Entry("search", N_("Search the library"), "Ctrl+Shift+F", "search", with_library, 2),
    Entry("save-search", N_("Save search …"), "Ctrl+Shift+S", "", with_library, 2),
    Entry("replace-stories", N_("Replace in stories …"), "Ctrl+Shift+H", "", with_keeping, 2),
    Entry("commands", N_("Command or story …"), "Ctrl+K", "command", with_library, 2),
    Entry("spelling", N_("Check spelling"), "", "", with_library, 3, checkable=True),
    Entry("next-mistake", N_("Next spelling mistake"), "F7", "", with_story, 3),
    Entry("previous-mistake", N_("Previous spelling mistake"), "Shift+F7", "", with_story, 3),
    Entry("house-rules", N_("House rules …"), "", "", with_library, 3),
    Entry("catalogue", N_("Sections, genres, people, keywords …"), "", "", with_library, 9),
    Entry("page-styles", N_("InDesign styles …"), "", "", with_library, 9),
    Entry("checklists", N_("Checklists and four eyes …"), "", "review", with_library, 9),
    Entry("preferences", N_("Preferences …"), "Ctrl+,", "settings", with_library, 9),
)

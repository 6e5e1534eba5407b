"""The menu of the library: what comes in and goes out."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import (
    always,
    while_writing,
    with_chosen,
    with_keeping,
    with_library,
    with_story,
)
from newsroom.translation import N_

TITLE = N_("&File")
CMS = N_("Copy for CMS")
ENTRIES = (
    Entry("new", N_("New story"), "Ctrl+N", "new", with_keeping),
    Entry("new-from-template", N_("New from template …"), "Ctrl+Shift+N", "template", with_keeping),
    Entry("save", N_("Save"), "Ctrl+S", "save", while_writing),
    Entry("save-template", N_("Save as template …"), "", "", with_story),
    Entry("import-files", N_("Import files …"), "Ctrl+O", "import", with_keeping, 1),
    Entry("import-folder", N_("Import folder …"), "Ctrl+Shift+O", "folder", with_keeping, 1),
    Entry("samples", N_("Add the sample stories"), "", "samples", with_keeping, 1),
    Entry("export", N_("Export …"), "Ctrl+E", "export", with_chosen, 2),
    Entry("channels", N_("Channels …"), "", "", with_library, 2),
    Entry("print", N_("Print …"), "Ctrl+P", "print", with_story, 2),
    Entry("print-profiles", N_("Print profiles …"), "", "", with_library, 2),
    Entry("copy-headline", N_("Headline"), "Ctrl+Shift+1", "copy", with_story, 2, submenu=CMS),
    Entry("copy-kicker", N_("Kicker"), "Ctrl+Shift+2", "copy", with_story, 2, submenu=CMS),
    Entry("copy-lead", N_("Lead"), "Ctrl+Shift+3", "copy", with_story, 2, submenu=CMS),
    Entry("copy-body", N_("Body"), "Ctrl+Shift+4", "copy", with_story, 2, submenu=CMS),
    Entry("open-library", N_("Open library …"), "Ctrl+Alt+O", "folder", always, 3),
    Entry("server-library", N_("Library on a server …"), "", "", always, 3),
    Entry("copy-library", N_("Copy library …"), "", "", with_library, 3),
    Entry("check-library", N_("Check library"), "", "", with_library, 3),
    Entry("verify-journal", N_("Verify the journal"), "", "", with_library, 3),
    Entry("back-up", N_("Back up library …"), "", "", with_library, 3),
    Entry("quit", N_("Quit"), "Ctrl+Q", "", always, 4),
)

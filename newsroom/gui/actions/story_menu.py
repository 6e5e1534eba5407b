"""The menu of the open story: its next steps, the trash."""

from __future__ import annotations

from newsroom.domain.workflow import Transition
from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import (
    along,
    from_trash,
    to_trash,
    while_writing,
    with_keeping_chosen,
    with_keeping_story,
    with_library,
    with_story,
    with_way,
)
from newsroom.translation import N_

TITLE = N_("&Story")
NOTES = N_("Notes")
HISTORY = N_("History")
PLANNING = N_("Planning")
KEYS = {
    Transition.SUBMIT: "Ctrl+F5",
    Transition.RETURN: "Ctrl+F6",
    Transition.APPROVE: "Ctrl+F7",
    Transition.SCHEDULE: "Ctrl+F9",
    Transition.UNSCHEDULE: "Ctrl+Shift+F8",
    Transition.PUBLISH: "Ctrl+F10",
    Transition.PUBLISH_ALONE: "Ctrl+Shift+F10",
    Transition.UPDATE: "Ctrl+Shift+F5",
    Transition.CORRECT: "Ctrl+Shift+F6",
    Transition.REWORK: "Ctrl+Shift+F7",
    Transition.WITHDRAW: "Ctrl+Shift+F9",
}
LAW = N_("Legal")
ENTRIES = (
    Entry("next-step", N_("Next step"), "Ctrl+Return", "submit", with_way),
    Entry("review", N_("Review: what changed, checklist"), "Ctrl+R", "review", with_story),
    Entry("second-eyes", N_("Second eyes due …"), "Ctrl+Shift+R", "eyes", with_library),
    *(
        Entry(way.value, way.label, KEYS.get(way, ""), when=along(way), group=1)
        for way in Transition
        if way.moves
    ),
    Entry("reserve", N_("Reserve copy: take the publish time away"), "", "", with_keeping_story, 1),
    Entry("note-add", N_("Add note"), "Ctrl+Alt+M", "note", while_writing, 2, submenu=NOTES),
    Entry("note-reply", N_("Reply to the note"), "Ctrl+Alt+R", "", while_writing, 2, submenu=NOTES),
    Entry("note-resolve", N_("Resolve the note"), "Ctrl+Alt+K", "", while_writing, 2, submenu=NOTES),
    Entry("note-next", N_("Next note"), "F4", "", with_story, 2, submenu=NOTES),
    Entry("note-previous", N_("Previous note"), "Shift+F4", "", with_story, 2, submenu=NOTES),
    Entry("notes-all", N_("Notes of all stories …"), "Ctrl+Alt+Shift+M", "", with_library, 2, submenu=NOTES),
    Entry(
        "history",
        N_("History and comparison"),
        "Ctrl+Alt+V",
        "clock",
        with_story,
        2,
        checkable=True,
        submenu=HISTORY,
    ),
    Entry("snapshot", N_("Keep a snapshot …"), "Ctrl+Alt+S", "", with_keeping_story, 2, submenu=HISTORY),
    Entry("history-report", N_("Export the history as a report …"), "", "", with_story, 2, submenu=HISTORY),
    Entry("print-version", N_("Make a print version"), "Ctrl+Alt+P", "versions", with_keeping_story, 2),
    Entry("other-version", N_("Web or print version beside"), "Ctrl+F8", "", with_story, 2),
    Entry("compare-like", N_("Compare with the similar story"), "Ctrl+Alt+D", "doubles", with_story, 2),
    Entry("beside-like", N_("Similar story beside"), "Ctrl+Alt+F8", "", with_story, 2),
    Entry("pin", N_("Pin in the sidebar, or let go"), "Ctrl+Alt+L", "", with_story, 2),
    Entry("assign", N_("Assign …"), "Ctrl+Alt+A", "assign", with_keeping_chosen, 2, submenu=PLANNING),
    Entry("assign-me", N_("Assign to me"), "Ctrl+Alt+Shift+A", "", with_keeping_chosen, 2, submenu=PLANNING),
    Entry(
        "to-edition",
        N_("Add to edition …"),
        "Ctrl+Alt+J",
        "edition",
        with_keeping_chosen,
        2,
        submenu=PLANNING,
    ),
    Entry("went-out", N_("What went out …"), "", "submit", with_story, 2),
    Entry("legal-block", N_("Legal block …"), "", "bad", with_keeping_story, 3, submenu=LAW),
    Entry("erase", N_("Erase for good …"), "", "", with_keeping_story, 3, submenu=LAW),
    Entry("trash", N_("Move to the trash"), "Del", "trash", to_trash, 3, in_list=True),
    Entry("restore", N_("Restore from the trash"), "", "restore", from_trash, 3),
)

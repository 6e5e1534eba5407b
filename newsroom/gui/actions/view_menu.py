"""The menu of what is seen: panes, looks, language."""

from __future__ import annotations

from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import always, with_story
from newsroom.translation import N_

TITLE = N_("&View")
LOOK = N_("Look")
LANGUAGE = N_("Language")
ENTRIES = (
    Entry("fold-list", N_("Fold the list"), "Ctrl+Shift+L", ""),
    Entry("fold-panel", N_("Fold the panel"), "Ctrl+.", "panel"),
    Entry("length", N_("Length of the story"), "Ctrl+Shift+G", "", with_story, 1),
    Entry("line-numbers", N_("Line numbers"), "", "", always, 1, checkable=True),
    Entry("next-pane", N_("Next pane"), "F6", "", always, 2),
    Entry("previous-pane", N_("Previous pane"), "Shift+F6", "", always, 2),
    Entry("look-system", N_("Like the system"), group=3, choice="look", submenu=LOOK),
    Entry("look-light", N_("Light"), group=3, choice="look", submenu=LOOK),
    Entry("look-dark", N_("Dark"), group=3, choice="look", submenu=LOOK),
    Entry("look-contrast", N_("High contrast"), group=3, choice="look", submenu=LOOK),
    Entry("language-en", "English", group=3, choice="language", submenu=LANGUAGE),
    Entry("language-de", "Deutsch", group=3, choice="language", submenu=LANGUAGE),
)

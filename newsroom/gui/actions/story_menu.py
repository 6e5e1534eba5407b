"""The menu of the open story: its next steps, the trash."""

from __future__ import annotations

from newsroom.domain.workflow import Transition
from newsroom.gui.actions.entry import Entry
from newsroom.gui.actions.situation import along, from_trash, to_trash, with_way
from newsroom.translation import N_

TITLE = N_("&Story")
ENTRIES = (
    Entry("next-step", N_("Next step"), "Ctrl+Return", "submit", with_way),
    *(Entry(way.value, way.label, when=along(way), group=1) for way in Transition),
    Entry("trash", N_("Move to the trash"), "Del", "trash", to_trash, 2, in_list=True),
    Entry("restore", N_("Restore from the trash"), "", "restore", from_trash, 2),
)

"""The ways to begin that stand in the story's place while none is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.arrivals import Arrivals
    from newsroom.gui.parts import Blank
    from newsroom.gui.story_view import StoryView


def show(blank: Blank, view: StoryView, arrivals: Arrivals, *, filled: bool, keeping: bool) -> None:
    """Offer what fits: a story of a filled library, or three ways to fill an empty one that can be written."""
    begin = (_("New story"), view.begin)
    if not keeping:
        words = _("Choose one from the list.") if filled else _("It is open for reading only.")
        blank.say("story", _("No story is open") if filled else _("This library is empty"), words)
        return
    if filled:
        words = _("Choose one from the list, or begin a new one.")
        blank.say("story", _("No story is open"), words, (begin,))
        return
    words = _(
        "Look around with the samples, bring your own stories in, or write the first one. Files can be dropped anywhere."
    )
    ways = (
        (_("Add the sample stories"), arrivals.add_samples),
        (_("Import files …"), arrivals.choose_files),
        begin,
    )
    blank.say("empty", _("This library is empty"), words, ways)

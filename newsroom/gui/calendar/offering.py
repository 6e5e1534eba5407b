"""The stories of an hour that found no room in it, as a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.gui.calendar.titles import hour
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.calendar.blocks import More

_OFFERED = 40


def offered(
    more: More,
    zone: str,
    parent: QWidget,
    open_story: Callable[[int], None],
    show_day: Callable[[], None] | None,
) -> QMenu:
    """Make a menu that opens the stories, says how many more there are, and leads to their day."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown = [(card, card.publish_time) for card in more.cards[:_OFFERED] if card.publish_time]
    for card, when in shown:
        words = f"{hour(when, zone)}  {card.headline or _('No headline')}"
        menu.addAction(words.replace("&", "&&"), partial(open_story, card.id))
    rest = more.count - len(shown)
    if rest:
        menu.addAction(ngettext("and {n} more", "and {n} more", rest)).setEnabled(False)
    if show_day is not None:
        menu.addSeparator()
        menu.addAction(_("Show the day"), show_day)
    return menu

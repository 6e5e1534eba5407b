"""Preferences in the window: opening the dialog, and taking over at once what was set there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.gui.preferences.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.room import Room


class Preferences(QObject):
    """Lets house and person be set; other features listen to its `settings`."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self.settings = Settings(room.desk, room.tasks, self)
        self.settings.failed.connect(room.fail)
        self.settings.house_changed.connect(room.apply)
        self.settings.changed.connect(self._take_over)
        room.session.opened.connect(self._look)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"preferences": self.show}

    def show(self) -> None:
        """Show the preferences."""
        from newsroom.gui.preferences.dialog import PreferencesDialog

        self.settings.renew()
        PreferencesDialog(self.settings, self._room.window).open()

    def _look(self, _opened: object) -> None:
        """See what others have set meanwhile."""
        self.settings.look()

    def _take_over(self) -> None:
        """Show the window by the settings of now."""
        room, house = self._room, self.settings.house
        room.editor.set_limits(house.headline_hint, house.headline_warning)
        room.window.stories.set_zone(house.zone)
        room.window.stories.cards.viewport().update()
        room.session.set_zone(house.zone)
        room.proofs.set_zone(house.zone)
        room.proofs.renew()

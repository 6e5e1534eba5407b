"""Snippets in the window: the place where they are written, and using one by choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.snippet import read_snippets
from newsroom.gui.editor.bridge import read_selection
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.sealing import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.body import Body
    from newsroom.domain.changeset import Changes
    from newsroom.domain.snippet import Snippet
    from newsroom.gui.editor.typing.feature import Typing
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room
    from newsroom.gui.shorthand.snippets_dialog import SnippetsDialog


class Snippets(QObject):
    """Lets snippets be written and inserted."""

    def __init__(self, room: Room, settings: Settings, typing: Typing) -> None:
        super().__init__(room.window)
        self._room, self._settings, self._typing = room, settings, typing

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"snippets": self.show, "new-snippet": self.begin}

    def show(self) -> None:
        """Show all snippets."""
        self._make().open()

    def begin(self) -> None:
        """Begin a snippet with what is selected."""
        field = self._room.editor.focused()
        if not isinstance(field, TextEdit) or not field.textCursor().hasSelection():
            self.show()
            return
        if refused(field):
            return
        dialog = self._make()
        dialog.open()
        dialog.begin(read_selection(field.textCursor()))

    def _make(self) -> SnippetsDialog:
        from newsroom.gui.shorthand.snippets_dialog import SnippetsDialog

        self._settings.renew()
        dialog = SnippetsDialog(
            read_snippets(self._settings.personal.my_snippets),
            read_snippets(self._settings.house.snippets),
            self._room.window.wardrobe.palette,
            self._room.window,
            may_set_house=self._settings.may_set_house,
            may_insert=self._room.session.writable,
        )
        dialog.kept.connect(self._keep)
        dialog.inserted.connect(self._insert)
        self._room.window.wardrobe.changed.connect(dialog.wear)
        return dialog

    def _keep(self, house: bool, snippets: tuple[Snippet, ...]) -> None:
        work = partial(self._room.desk.shorthand.put_snippets, snippets, house=house)
        self._room.tasks.write(work, self._kept, self._room.fail)

    def _kept(self, changes: Changes) -> None:
        self._settings.renew()
        if changes:
            self._room.apply(changes)

    def _insert(self, body: Body) -> None:
        field = self._room.editor.focused()
        self._typing.typists[field].expander.insert(body)
        field.setFocus()

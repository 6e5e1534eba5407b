"""Finding, replacing, comparing and the palette, as the house's script draws them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from newsroom.gui.commands.feature import Commands
from newsroom.gui.editor.find.finder import Finder
from newsroom.gui.stories.feature import Stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_FIND, _NEW, _COMMAND = "Fähre", "Autofähre", "re"


class Seeking:
    """Goes into each view and leaves the one before it."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._wiring, self._window, self._wait = program.wiring, program.window, wait

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {
            "find": self._find,
            "preview": self._preview,
            "replace-stories": self._stories,
            "compare": self._compare,
            "commands": self._commands,
        }

    def _leave(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()

    def _find(self) -> None:
        finder = self._wiring.feature(Finder)
        finder.open(replacing=True)
        finder.bar.asked.words.setText(_FIND)
        finder.bar.asked.new.setText(_NEW)
        self._wait(lambda: bool(finder.hits.finds))

    def _preview(self) -> None:
        self._wiring.feature(Finder).preview()

    def _stories(self) -> None:
        self._leave()
        self._wiring.feature(Finder).close()
        stories = self._wiring.feature(Stories)
        stories.ask()
        self._wait(lambda: stories.dialog is not None)
        assert stories.dialog is not None
        stories.dialog.asked.words.setText(_FIND)
        stories.dialog.asked.new.setText(_NEW)
        stories.dialog.search()
        self._wait(lambda: not stories.busy)

    def _compare(self) -> None:
        self._leave()
        mine, company = self._wiring.session.current(), self._wiring.company
        theirs = replace(
            mine, headline=mine.headline.replace("Montag", "Dienstag"), teaser="", kicker="Fähre"
        )
        company.compare(mine, theirs)
        self._wait(lambda: company.dialog is not None and not company.dialog.busy)

    def _commands(self) -> None:
        self._leave()
        commands = self._wiring.feature(Commands)
        commands.open()
        commands.box.field.setText(_COMMAND)
        commands.box.typed.emit(_COMMAND)
        self._wait(lambda: not commands.waiting)

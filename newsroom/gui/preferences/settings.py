"""The settings of the house and of the person as the window uses them: read once, told when they change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.errors import Known
from newsroom.translation import tell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.preferences import Preferences
    from newsroom.domain.changeset import Changes
    from newsroom.gui.tasks import Tasks
    from newsroom.settings import House, Personal

    _Read = tuple[House, Personal, bool]


class Settings(QObject):
    """Holds both; `changed` tells that one of them is another now."""

    changed = Signal()
    house_changed = Signal(object)
    """The house's settings are others now; what changed in the library."""
    failed = Signal(object)
    file_refused = Signal(str, str)
    """A file does not fit its setting: the setting's name, and why."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._kept, self._tasks = desk.preferences, tasks
        self.house, self.personal, self.may_set_house = _read(self._kept)

    def renew(self) -> None:
        """Read both again and tell where one changed."""
        self._take(_read(self._kept))

    def look(self) -> None:
        """Read both again on a worker, and tell where another program changed one."""
        self._tasks.read(partial(_read, self._kept), self._take)

    def _take(self, read: _Read) -> None:
        before = self.house, self.personal
        self.house, self.personal, self.may_set_house = read
        if before != (self.house, self.personal):
            self.changed.emit()

    def set_personal(self, values: Mapping[str, object]) -> None:
        """Set how the person works; a value that does not fit fails."""
        self._tasks.write(lambda: self._kept.set_personal(values), self._done, self.failed.emit)

    def set_house(self, values: Mapping[str, object]) -> None:
        """Set what holds for all."""
        self._tasks.write(lambda: self._kept.set_house(values), self._house_set, self.failed.emit)

    def set_file(self, name: str, path: Path | None) -> None:
        """Keep a file as a setting of the house, or take it away; one that does not fit is refused."""
        self._tasks.write(
            lambda: self._kept.set_file(name, path), self._house_set, partial(self._refuse, name)
        )

    def copy_file(self, name: str, path: Path) -> None:
        """Write the file that a setting names."""
        self._tasks.read(lambda: self._kept.copy_file(name, path), None, partial(self._refuse, name))

    def _refuse(self, name: str, error: BaseException) -> None:
        if isinstance(error, Known):
            self.file_refused.emit(name, tell(error.message))
        else:
            self.failed.emit(error)

    def _done(self, _result: object) -> None:
        self.renew()

    def _house_set(self, changes: Changes) -> None:
        self.renew()
        self.house_changed.emit(changes)


def _read(kept: Preferences) -> _Read:
    return kept.house, kept.personal, kept.may_set_house

"""Settings at the desk: the house's, which a duty editor sets, and the person's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import house_files
from newsroom.desk.housekeeping import amended, changed, setting
from newsroom.desk.personal import PersonalFile
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import NotAllowed
from newsroom.domain.person import Role
from newsroom.settings import House, Kind, Personal, described
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk import Desk


class Preferences:
    """What a person may set."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._file = PersonalFile()

    @property
    def house(self) -> House:
        """Give the house's settings as the library holds them now."""
        return self._desk.library.house.settings()

    @property
    def personal(self) -> Personal:
        """Give the person's own settings as their file holds them now."""
        return self._file.read()

    @property
    def may_set_house(self) -> bool:
        """Tell whether the person may set what holds for all: a duty editor, or whoever works alone."""
        return self._allowed() and not self._desk.library.read_only

    def set_house(self, values: Mapping[str, object]) -> Changes:
        """Set what holds for all; raises NotAllowed and WrongValue."""
        return self.amend_house(lambda house: amended(house, values))

    def set_personal(self, values: Mapping[str, object]) -> Personal:
        """Set how the person works; raises WrongValue and NotWritten."""
        wanted = amended(self.personal, values)
        self._file.write(wanted)
        return wanted

    def set_typed(self, values: Mapping[str, str]) -> Changes:
        """Set settings of either kind from typed words, all or none; raises WrongValue and NotAllowed."""
        values = self._with_files(values)
        own = described(Personal)
        mine = {name: typed for name, typed in values.items() if name.strip().replace("-", "_") in own}
        theirs = {name: typed for name, typed in values.items() if name not in mine}
        wanted = changed(self.personal, mine)
        for name in theirs:
            setting(House, name)
        changes = self.amend_house(lambda house: changed(house, theirs)) if theirs else Changes()
        if mine:
            self._file.write(wanted)
        return changes

    def _with_files(self, values: Mapping[str, str]) -> dict[str, str]:
        """Give typed values with the name of each file in place of its path; an empty one takes it away."""
        theirs = {name: one for name, one in described(House).items() if one.kind is Kind.FILE}
        known = {name: theirs.get(name.strip().replace("-", "_")) for name in values}
        if any(known.values()):
            self._check_allowed()
        return {
            name: house_files.keep(self._desk, setting, Path(typed)) if setting and typed.strip() else typed
            for name, typed in values.items()
            for setting in (known[name],)
        }

    def set_file(self, name: str, path: Path | None) -> Changes:
        """Keep a file as a setting of the house, or take it away; raises NotAllowed and Refused."""
        self._check_allowed()
        known = setting(House, name)
        return self.set_house({known.name: house_files.keep(self._desk, known, path) if path else ""})

    def copy_file(self, name: str, path: Path) -> None:
        """Write the file that a setting of the house names, or one to begin with; raises NotFound and NotWritten."""
        known = setting(House, name)
        kept = getattr(self.house, known.name)
        house_files.copy(self._desk.library.pictures.get, kept, known, path)

    def amend_house(self, change: Callable[[House], House]) -> Changes:
        """Change what holds for all, by what the library holds at that moment; raises NotAllowed."""
        self._check_allowed()
        return self._desk.library.house.amend_settings(change)

    def _check_allowed(self) -> None:
        if not self._allowed():
            raise NotAllowed(msg(N_("Only a duty editor changes the settings of the house.")))

    def _allowed(self) -> bool:
        return self._desk.person.may_act_as(Role.CHIEF) or len(self._desk.library.house.people()) <= 1

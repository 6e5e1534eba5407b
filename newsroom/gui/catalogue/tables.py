"""Names brought in from a table, and written out as one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.desk import name_lists
from newsroom.domain.changeset import Changes
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.domain.catalogue import Entry, Kind
    from newsroom.gui.catalogue.feature import CatalogueFeature
    from newsroom.gui.room import Room


class NameTables(QObject):
    """Asks for a file, and says what came of it."""

    def __init__(self, room: Room, feature: CatalogueFeature) -> None:
        super().__init__(feature)
        self._room, self._feature = room, feature

    def choose_table(self, kind: Kind) -> None:
        """Ask which table to bring in."""
        chooser = QFileDialog(self._feature.dialog, _("Import names"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Tables (*.csv *.tsv *.txt *.json)"), _("All files (*)")])
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.bring, kind))
        chooser.open()

    def bring(self, kind: Kind, name: str) -> None:
        """Add the names of a table."""
        work = partial(name_lists.bring_in, self._room.desk, kind, Path(name))
        self._room.tasks.write(work, self._brought, self._feature.fail)

    def _brought(self, entries: tuple[Entry, ...]) -> None:
        self._feature.changed("", Changes())
        if self._feature.dialog is not None:
            self._feature.dialog.say(ngettext("{n} name taken in.", "{n} names taken in.", len(entries)))

    def choose_place(self, kind: Kind) -> None:
        """Ask where to write the names."""
        chooser = QFileDialog(self._feature.dialog, _("Export names"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(f"{_(kind.label).lower()}.csv")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.send, kind))
        chooser.open()

    def send(self, kind: Kind, name: str) -> None:
        """Write all names of a kind as a table."""
        work = partial(name_lists.send_out, self._room.desk, kind, Path(name))
        self._room.tasks.read(work, partial(self._sent, Path(name).name), self._feature.fail)

    def _sent(self, name: str, count: int) -> None:
        if self._feature.dialog is not None:
            words = ngettext(
                "{n} name written to “{file}”.", "{n} names written to “{file}”.", count, file=name
            )
            self._feature.dialog.say(words)
